import { z } from 'zod'
import { Day, Key, Ore } from './form-model.ts'

/** Invented applications that go with a scheme: what it is tried on, and what its owner expects of each. */

/** Invented applicants: each meets another side of the usual rules. None of them is anybody. */
export const inventedApplicants = ['member', 'outside', 'unknown', 'bankrupt', 'adult', 'minor'] as const

export const exampleLimits = { most: 40, name: 120 } as const

const Line = z.strictObject({
  side: z.enum(['income', 'cost']),
  category: z.string().max(40),
  label: z.string().max(300),
  ore: z.int(),
})
const Budget = z.strictObject({ lines: z.array(Line).max(200), volunteerHours: z.number().optional() })
const Plain = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(100),
  z.record(Key, z.string().max(500)),
])

export const SchemeExample = z.strictObject({
  key: Key,
  /** Its owner's own words, in whatever language they are: nobody else reads them. */
  name: z.string().min(1).max(exampleLimits.name),
  applicant: z.enum(inventedApplicants),
  /** The day it counts as sent, so that it says the same next year. */
  day: Day,
  part: Key.optional(),
  /** As an application's answers are stored; classified answers are always invented ones. */
  answers: z.record(Key, z.union([Budget, Plain, z.array(z.record(Key, Plain)).max(100)])),
  /** What should come of it; what is left out may be anything. */
  expects: z
    .strictObject({
      /** meets: every rule. fails: at least one. unknown: a person must judge. */
      outcome: z.enum(['meets', 'fails', 'unknown']).optional(),
      /** What the formula gives. */
      ore: Ore.optional(),
      /** Whether the form stops it from being sent. */
      stops: z.boolean().optional(),
    })
    .optional(),
})
export type SchemeExample = z.infer<typeof SchemeExample>
