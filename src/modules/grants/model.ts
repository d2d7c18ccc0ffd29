import { z } from 'zod'
import { exampleLimits, SchemeExample } from './example-model.ts'
import { Day, Feel, FormPage, Field, formLimits, Key, Ore, Slug, Text3 } from './form-model.ts'

export { Field, formLimits, FormPage, reservedKeys, type FieldType, type PlainField, type TableField } from './form-model.ts'
export { exampleLimits, inventedApplicants, SchemeExample } from './example-model.ts'
export type * from './stored-model.ts'

/** What a person may be in the organisation they act for. */
export const mandateRoles = ['chair', 'manager', 'treasurer', 'board-member', 'contact'] as const

/** The scheme definition: one document per scheme version. Format 1. Amounts in whole øre, days as YYYY-MM-DD in Oslo. */
export const DEFINITION_FORMAT = 1

export const Rule = z.strictObject({
  key: Key,
  title: Text3,
  /** True: meets. False: fails. Unknown: a person must judge. */
  when: Feel,
  outcomes: z.strictObject({ meets: Text3, fails: Text3, unknown: Text3 }),
  /** §, council resolution or guideline the rule comes from. */
  source: z.string().min(1),
  /** A failed check is shown; it may propose a refusal or dismissal that a person decides. */
  ifFails: z.enum(['inform', 'propose-refusal', 'propose-dismissal']).default('inform'),
})

/**
 * How a pot is shared among a round's applications. 'per-point': each has points by an expression, and the rate is the pot divided
 * by the sum of points. 'proportional': what each would get is reduced by the same share when the sum is more than the pot.
 */
export const Allocation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('per-point'), points: Feel }),
  z.strictObject({ method: z.literal('proportional') }),
])

export const AmountDefinition = z.strictObject({
  /** The answer that holds the amount asked for; schemes that only calculate have none. */
  askedIn: Key.optional(),
  /** FEEL giving øre; what the applicant is entitled to by formula, shown step by step. */
  steps: z.array(z.strictObject({ key: Key, label: Text3, value: Feel })).default([]),
  minOre: Ore.optional(),
  maxOre: Ore.optional(),
  /** At most this share of the budget's costs. */
  maxShareOfCost: z.number().gt(0).max(100).optional(),
  roundDownToOre: z.int().min(1).default(100),
  /** Amounts that depend on all applications of the round: worked out when it is shared out, preliminary before. */
  allocation: Allocation.optional(),
})

export const Criterion = z.strictObject({
  key: Key,
  title: Text3,
  help: Text3.optional(),
  weight: z.number().gt(0).max(100),
  maxScore: z.int().min(1).max(10).default(5),
})

export const AuthorityBand = z.strictObject({
  key: Key,
  /** This band decides amounts up to and including this; the last band has none. */
  upToOre: Ore.optional(),
  /**
   * 'delegated': a person with one of the roles. 'body': an elected body; 'district-body': the case's district's own. 'external':
   * a body outside the municipality, called by the title, which decides all and pays; see scheme/rules/decided-outside.ts.
   */
  decidedBy: z.enum(['delegated', 'body', 'district-body', 'external']),
  roles: z.array(z.enum(['caseworker', 'unit-leader', 'decision-maker'])).default(['decision-maker', 'unit-leader']),
  body: Key.optional(),
  title: Text3,
})

export const Condition = z.strictObject({
  key: Key,
  text: Text3,
  /** On every award, or offered to the caseworker. */
  standard: z.boolean().default(true),
  /** An obligation to follow up, due so many days after notification. */
  dueDays: z.int().min(1).max(1500).optional(),
})

export const Instalment = z.strictObject({
  key: Key,
  title: Text3,
  sharePercent: z.number().gt(0).max(100),
  releaseOn: z.enum(['notified', 'accepted', 'claimed', 'report-approved']),
  /** Only for awards above this, and only for awards up to and including that; without them for all. */
  aboveOre: Ore.optional(),
  upToOre: Ore.optional(),
})

export const ReportDefinition = z.strictObject({
  /** Due so many days after the award, after the answer in `afterField` (a date or the end of a period), or on a day each year. */
  due: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('days-after-award'), days: z.int().min(1) }),
    z.strictObject({ kind: z.literal('days-after-answer'), field: Key, days: z.int().min(1) }),
    z.strictObject({
      kind: z.literal('day-of-year'),
      monthDay: z.string().regex(/^\d{2}-\d{2}$/),
      yearsAfter: z.int().min(0).max(5).default(0),
    }),
  ]),
  fields: z.array(Field).max(40),
  /** Accounts line by line against the budget that was sent. */
  accountsAgainstBudget: z.boolean().default(true),
  /** An auditor's confirmation is asked for from this granted amount. */
  auditorFromOre: Ore.optional(),
  signatures: z.int().min(1).max(2).default(1),
})

/**
 * A part of a scheme with what is its own: pages after the common ones, rules beside the common ones, and its own amount and report
 * where it has them. Its money is the pot that names it.
 */
export const SchemePart = z.strictObject({
  key: Key,
  title: Text3,
  description: Text3,
  pages: z.array(FormPage).max(formLimits.pages).default([]),
  rules: z.array(Rule).default([]),
  amount: AmountDefinition.optional(),
  report: ReportDefinition.optional(),
})

/** One step of a case's way, in order. What a step needs beyond this stands where it belongs: criteria, bands, plan, report. */
export const Step = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('intake-check') }),
  z.strictObject({ step: z.literal('impartiality') }),
  /** `allBefore`: nobody recommends until every assessor has finished. */
  z.strictObject({ step: z.literal('assessment'), allBefore: z.boolean().default(false) }),
  /** `decidedByAnother`: who recommends never decides, whatever the amount. */
  z.strictObject({ step: z.literal('recommendation'), decidedByAnother: z.boolean().default(false) }),
  z.strictObject({ step: z.literal('committee') }),
  z.strictObject({ step: z.literal('decision') }),
  z.strictObject({ step: z.literal('notification') }),
  z.strictObject({ step: z.literal('appeal') }),
  z.strictObject({ step: z.literal('acceptance') }),
  z.strictObject({ step: z.literal('payment') }),
  z.strictObject({ step: z.literal('report') }),
  z.strictObject({ step: z.literal('close') }),
])

export const RoundDefinition = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: Text3,
  opens: Day,
  /** Last day; none for rolling. */
  closes: Day.optional(),
  graceMinutes: z.int().min(0).max(1440).default(0),
  decisionBy: Day.optional(),
  potOre: Ore.optional(),
  pots: z
    .array(
      z.strictObject({
        key: Key,
        title: Text3.optional(),
        district: z.string().optional(),
        /** The part of the scheme it is for. */
        part: Key.optional(),
        ore: Ore,
      }),
    )
    .default([]),
})

export const SchemeDefinition = z.strictObject({
  format: z.literal(DEFINITION_FORMAT),
  slug: Slug,
  /** Key of the unit that owns the scheme. */
  unit: z.string(),
  /** Which real scheme this one is modelled on. */
  modelledOn: z
    .strictObject({
      name: z.string(),
      municipality: z.string(),
      year: z.int().optional(),
      source: z.string().optional(),
      notes: z.string().optional(),
    })
    .optional(),
  category: z.enum([
    'culture',
    'sport',
    'children-and-youth',
    'neighbourhood',
    'health',
    'climate',
    'business',
    'integration',
    'volunteering',
  ]),
  title: Text3,
  summary: Text3,
  purpose: Text3,
  targetGroup: Text3,
  whoCanApply: Text3,
  whatIsGiven: Text3,
  notGivenTo: Text3.optional(),
  howDecided: Text3,
  whatHappensNext: Text3,
  whatIsPublished: Text3,
  legalBasis: z.array(z.strictObject({ text: Text3, url: z.url().optional() })).min(1),
  goals: z.array(z.strictObject({ goal: Text3, indicator: Text3 })).min(1),
  awardCriteria: z.array(Text3).min(1),
  evaluation: Text3,
  /**
   * How cases begin. Left out: somebody applies. 'budget': a caseworker opens one for each recipient named in the council's budget,
   * and nobody applies. 'both': either.
   */
  openedFrom: z.enum(['budget', 'both']).optional(),
  applicants: z.strictObject({
    organisations: z.boolean(),
    persons: z.boolean(),
    /**
     * Groups without organisation number. True: they may apply, and rules read `applicant.kind` "group". False: a number is asked
     * for. Left out: they count as organisations.
     */
    groups: z.boolean().optional(),
    /** The municipality's own units may apply, a school or a department: `applicant.kind` is "unit". Transfer inside, and no appeal. */
    units: z.boolean().optional(),
    /** What one must be in the organisation to apply for it; left out: anyone with a mandate. */
    roles: z.array(z.enum(mandateRoles)).min(1).optional(),
  }),
  /** The applicant proposes another: who is named in `person` is told at `email`, and nothing is paid before they say yes. */
  nomination: z.strictObject({ person: Key, email: Key }).optional(),
  /** Rolling schemes: at least so many days before the answer in `noticeField`. */
  notice: z.strictObject({ field: Key, days: z.int().min(1) }).optional(),
  rounds: z.array(RoundDefinition).min(1),
  form: z.strictObject({
    pages: z.array(FormPage).min(1).max(formLimits.pages),
    /** One application to several districts becomes linked cases, one for each chosen in this field. */
    casePerDistrict: Key.optional(),
    privacyNotice: Text3,
  }),
  rules: z.array(Rule).default([]),
  amount: AmountDefinition,
  /** An application is for one of them; see forPart. */
  parts: z.array(SchemePart).min(1).max(12).optional(),
  /** The steps of a case; without it they follow from the rest of the document. See scheme/rules/steps.ts. */
  steps: z.array(Step).max(30).optional(),
  assessment: z
    .strictObject({ criteria: z.array(Criterion).default([]), assessors: z.int().min(1).max(5).default(1) })
    .default({ criteria: [], assessors: 1 }),
  /** A normal answer comes within so many weeks after the deadline, or after arrival for rolling schemes. */
  answerWithinWeeks: z.int().min(1).max(52),
  authority: z.array(AuthorityBand).min(1),
  letters: z.strictObject({
    granted: Text3,
    partlyGranted: Text3,
    refused: Text3,
    dismissed: Text3,
    /** Who hears an appeal: named in every letter. */
    appealBody: Text3,
  }),
  standardReasons: z
    .array(z.strictObject({ key: Key, outcome: z.enum(['granted', 'partly-granted', 'refused', 'dismissed']), text: Text3 }))
    .default([]),
  conditions: z.array(Condition).default([]),
  acceptance: z.strictObject({ needed: z.boolean(), withinDays: z.int().min(1).max(120).default(21) }),
  payment: z.strictObject({
    /** Empty only where an outside body pays. */
    plan: z.array(Instalment),
    accountField: Key.optional(),
    claimBy: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .optional(),
  }),
  report: ReportDefinition.optional(),
  publicity: z.strictObject({
    /** What the register shows of persons. Minors and protected addresses are never shown, whatever stands here. */
    persons: z.enum(['name', 'anonymous']).default('anonymous'),
    years: z.int().min(1).max(25).default(10),
  }),
  retentionYears: z.int().min(1).max(100).default(10),
  kostraFunction: z.string().regex(/^\d{3}$/),
  sdgGoals: z.array(z.int().min(1).max(17)).default([]),
  /** Invented applications the scheme is tried on. */
  examples: z.array(SchemeExample).max(exampleLimits.most).optional(),
})

export type SchemeDefinition = z.infer<typeof SchemeDefinition>
export type SchemePart = z.infer<typeof SchemePart>
export type Step = z.infer<typeof Step>
export type Allocation = z.infer<typeof Allocation>
/** The definition as it goes for one application: that of its part, where the scheme has parts. See forPart. */
export interface EffectiveDefinition extends Omit<SchemeDefinition, 'parts'> {
  parts?: undefined
  part?: SchemePart
}
export type Rule = z.infer<typeof Rule>
export type AmountDefinition = z.infer<typeof AmountDefinition>
export type Criterion = z.infer<typeof Criterion>
export type AuthorityBand = z.infer<typeof AuthorityBand>
export type Condition = z.infer<typeof Condition>
export type Instalment = z.infer<typeof Instalment>
export type ReportDefinition = z.infer<typeof ReportDefinition>
export type RoundDefinition = z.infer<typeof RoundDefinition>
