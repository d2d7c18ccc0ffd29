import { z } from 'zod'

export const staffRoles = [
  'caseworker',
  'unit-leader',
  'assessor',
  'committee-secretary',
  'decision-maker',
  'finance-preparer',
  'finance-approver',
  'communicator',
  'archivist',
  'auditor',
  'scheme-owner',
  'administrator',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a municipality sets for itself: its look, languages and where to reach it. */
export const MunicipalitySettings = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  logoSvg: z.string().max(20_000).optional(),
  language: z.enum(['nb', 'nn']).default('nb'),
  kommunenummer: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  contact: z.object({ email: z.email().optional(), phone: z.string().optional(), address: z.string().optional() }).optional(),
})
export type MunicipalitySettings = z.infer<typeof MunicipalitySettings>

/** What Enhetsregisteret and Frivillighetsregisteret said of an organisation, and only that: missing is not false. */
export const RegisterFacts = z.object({
  form: z.string().optional(),
  municipality: z.string().optional(),
  inVoluntaryRegister: z.boolean().optional(),
  bankrupt: z.boolean().optional(),
  deleted: z.boolean().optional(),
  bankAccount: z.string().optional(),
  source: z.string(),
})
export type RegisterFacts = z.infer<typeof RegisterFacts>
