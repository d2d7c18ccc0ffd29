import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text3 } from '#platform/texts/texts.ts'
import { SchemeDefinition, type EffectiveDefinition } from '../model.ts'
import { forPart } from '../scheme/rules/for-part.ts'
import type { Surroundings } from './rules/facts.ts'
import type { FieldValues } from './rules/read-answers.ts'

/** For tests: a shipped scheme, a posted form, and ordinary surroundings. */

export function shipped(slug: string): EffectiveDefinition {
  const file = path.join(import.meta.dirname, '../../../../schemes', `${slug}.json`)
  return forPart(SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8'))), null)
}

export function text3(text: string): Text3 {
  return { nb: text, nn: text, en: text }
}

export function formOf(values: Record<string, string | string[]>): FieldValues {
  const all = (name: string) => (values[name] === undefined ? [] : [values[name]].flat())
  return { all, text: (name) => all(name)[0] ?? '', has: (name) => name in values, names: () => Object.keys(values) }
}

export const choirAround: Surroundings = {
  applicant: {
    kind: 'organisation',
    number: '964965226',
    form: 'FLI',
    inVoluntaryRegister: true,
    municipality: '9901',
    bankrupt: false,
    deleted: false,
    registered: true,
  },
  municipalityNumber: '9901',
  round: { opens: '2026-10-15', closes: '2026-12-15' },
  earlier: { applications: [], awards: [], overdueReports: 0, sameRound: 0 },
  today: '2026-11-10',
}

/** A choir's whole application: what Ingrid of Fjordkoret would answer. */
export const choirAnswers = {
  kind: 'choir',
  schoolBased: false,
  members: 42,
  youngMembers: 0,
  district: 'sentrum',
  contact: { name: 'Ingrid Solbakken' },
  contactEmail: 'post@fjordkoret.example',
  rehearsals: 40,
  plan: 'Vi øver hver tirsdag og holder to konserter.',
  openForNew: true,
  applied: 4_000_000,
  budget: {
    lines: [
      { side: 'cost' as const, category: 'rent', label: 'Bydelshuset', ore: 3_000_000 },
      { side: 'cost' as const, category: 'conductor', label: '', ore: 9_000_000 },
      { side: 'income' as const, category: 'fees', label: '', ore: 6_000_000 },
      { side: 'income' as const, category: 'tickets', label: '', ore: 2_000_000 },
    ],
    volunteerHours: 300,
  },
  savings: 1_500_000,
  accounts: ['11111111-1111-4111-8111-111111111111'],
  annualReport: ['22222222-2222-4222-8222-222222222222'],
  account: '86011117947',
  truth: true,
}
