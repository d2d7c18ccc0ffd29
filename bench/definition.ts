import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SchemeDefinition, type Answers, type Field } from '../src/modules/grants/model.ts'
import { longAnswers, longPages, manyRules } from './long-form.ts'

/** The measured schemes: 'bench-rules' has the rules and conditions of a shipped scheme, 'bench-plain' none of them, 'bench-form' a long form, 'bench-many' thirty rules. */
export const benchSlugs = { plain: 'bench-plain', rules: 'bench-rules', form: 'bench-form', many: 'bench-many' } as const
export type BenchSlug = (typeof benchSlugs)[keyof typeof benchSlugs]

const asked = [
  'kind',
  'schoolBased',
  'members',
  'youngMembers',
  'district',
  'rehearsals',
  'plan',
  'applied',
  'account',
  'truth',
  'budget',
]

/** A shipped scheme cut down to ten questions and a budget, open now. Without rules nothing in it is worked out by an expression. */
export function benchDefinition(slug: BenchSlug, today: Date): SchemeDefinition {
  const file = path.join(import.meta.dirname, '..', 'schemes', 'kor-og-korps.json')
  const shipped = SchemeDefinition.parse(JSON.parse(readFileSync(file, 'utf8')))
  const withRules = slug === benchSlugs.rules || slug === benchSlugs.many
  const pages = shipped.form.pages.map((page) => ({
    ...page,
    fields: page.fields
      .filter((field) => asked.includes(field.key))
      .map((field) => (withRules ? field : withoutExpressions(field))),
  }))
  const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const { modelledOn: _, ...rest } = shipped
  return SchemeDefinition.parse({
    ...rest,
    slug,
    form: {
      ...shipped.form,
      pages: [
        ...(slug === benchSlugs.form ? longPages(100 - asked.length, 60) : []),
        ...pages.filter((page) => page.fields.length > 0),
      ],
    },
    rules: withRules ? [...shipped.rules, ...(slug === benchSlugs.many ? manyRules(30 - shipped.rules.length) : [])] : [],
    rounds: [{ key: 'now', title: shipped.title, opens: day(-7), closes: day(90), graceMinutes: 30, pots: [] }],
  })
}

function withoutExpressions(field: Field): Field {
  const { showIf: _show, requiredIf: _require, ...rest } = field
  return { ...rest, checks: [] } as Field
}

/** What a draft of the scheme holds before anything is measured. */
export function answersFor(slug: BenchSlug): Answers {
  return slug === benchSlugs.form ? longAnswers(100 - asked.length) : benchAnswers
}

/** Ten answers and five budget lines that can be sent. */
export const benchAnswers = {
  kind: 'choir',
  schoolBased: false,
  members: 42,
  youngMembers: 6,
  district: 'd1',
  rehearsals: 40,
  plan: 'Vi øver hver tirsdag, holder to konserter på bydelshuset og synger på sykehjemmet før jul. Nye sangere er velkomne hele året.',
  applied: 4_000_000,
  budget: {
    lines: [
      { side: 'cost' as const, category: 'rent', label: 'Bydelshuset, tirsdager', ore: 3_000_000 },
      { side: 'cost' as const, category: 'conductor', label: '', ore: 9_000_000 },
      { side: 'cost' as const, category: 'notes', label: 'Noter', ore: 500_000 },
      { side: 'income' as const, category: 'fees', label: '', ore: 6_500_000 },
      { side: 'income' as const, category: 'tickets', label: 'To konserter', ore: 2_000_000 },
    ],
    volunteerHours: 300,
  },
  account: '86011117947',
  truth: true,
}
