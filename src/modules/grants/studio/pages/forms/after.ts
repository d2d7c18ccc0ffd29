import type { Lang } from '#platform/texts/texts.ts'
import type { Input } from '../../rules/inputs.ts'
import { freshKey, valueAt } from '../../rules/paths.ts'
import { planSpans, type Span } from '../../../payment/rules/plan-spans.ts'
import { saySpan } from '../../../payment/texts/spans.ts'
import { afterTexts } from '../../texts/inputs-after.ts'
import { sdgNames } from '../../texts/sdg.ts'
import { questions } from './choices.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(afterTexts)
type Document = Record<string, unknown>
const dueIs = (kind: string) => (value: unknown) => (value as { kind?: unknown } | undefined)?.kind === kind
const reportWhen =
  (...kinds: string[]) =>
  (document: Document) => {
    const report = valueAt(document, 'report')
    return report !== undefined && (kinds.length === 0 || kinds.includes(String(valueAt(document, 'report.due.kind'))))
  }

/** What the recipient must do. */
export const conditions: readonly Input[] = [
  { kind: 'heading', id: 'acceptance', ...ask('acceptance') },
  { kind: 'check', path: 'acceptance.needed', ...ask('acceptanceNeeded') },
  {
    kind: 'number',
    path: 'acceptance.withinDays',
    ...ask('withinDays'),
    unit: say('days'),
    when: (document) => valueAt(document, 'acceptance.needed') === true,
  },
  {
    kind: 'list',
    path: 'conditions',
    ...ask('conditions'),
    one: say('oneCondition'),
    add: say('addCondition'),
    make: (list) => ({ key: freshKey(list, 'condition'), text: emptyText(), standard: true }),
    inputs: [
      { kind: 'text3', path: 'text', ...ask('conditionText'), lines: 2 },
      { kind: 'check', path: 'standard', ...ask('standard') },
      { kind: 'number', path: 'dueDays', ...ask('dueDays'), unit: say('days'), optional: true },
    ],
  },
]

/** One sum for each span of amounts that is paid in its own way. */
function sumsOfSpans(plan: readonly Record<string, unknown>[]) {
  return planSpans(plan as Record<string, never>[]).map((each) => ({
    label: {
      nb: sumOf('nb', each.span),
      nn: sumOf('nn', each.span),
      en: sumOf('en', each.span),
    },
    things: each.plan,
  }))
}

function sumOf(lang: Lang, span: Span): string {
  const words = saySpan(span, lang)
  return words ? `${afterTexts[lang].shareSum}, ${words}` : afterTexts[lang].shareSum
}

/** When the money is paid. */
export const payment: readonly Input[] = [
  {
    kind: 'list',
    path: 'payment.plan',
    ...ask('plan'),
    one: say('oneInstalment'),
    add: say('addInstalment'),
    make: (list) => ({ key: freshKey(list, 'instalment'), title: emptyText(), releaseOn: 'notified' }),
    inputs: [
      { kind: 'text3', path: 'title', ...ask('instalmentTitle'), lines: 1 },
      { kind: 'number', path: 'sharePercent', ...ask('share'), unit: say('percent'), decimals: true },
      {
        kind: 'select',
        path: 'releaseOn',
        ...ask('releaseOn'),
        choices: [
          { value: 'notified', label: say('notified') },
          { value: 'accepted', label: say('accepted') },
          { value: 'claimed', label: say('claimed') },
          { value: 'report-approved', label: say('reportApproved') },
        ],
      },
      { kind: 'amount', path: 'aboveOre', ...ask('aboveOre'), optional: true },
      { kind: 'amount', path: 'upToOre', ...ask('upToOre'), optional: true },
    ],
  },
  { kind: 'sum', list: 'payment.plan', of: 'sharePercent', label: say('shareSum'), goal: 100, sums: sumsOfSpans },
  {
    kind: 'select',
    path: 'payment.accountField',
    ...ask('accountField'),
    choices: (around) => questions(around, 'bankAccount'),
    optional: true,
  },
  { kind: 'text', path: 'payment.claimBy', ...ask('claimBy'), size: 6, optional: true },
]

/** What the recipient tells afterwards; the questions of the report are edited with the form's. */
export const report: readonly Input[] = [
  {
    kind: 'shape',
    path: 'report',
    ...ask('hasReport'),
    choices: [
      { value: 'no', label: say('noReport'), is: (value) => value === undefined, make: () => undefined },
      {
        value: 'yes',
        label: say('withReport'),
        is: (value) => value !== undefined,
        make: () => ({
          due: { kind: 'days-after-award', days: 365 },
          fields: [],
          accountsAgainstBudget: true,
          signatures: 1,
        }),
      },
    ],
  },
  {
    kind: 'shape',
    path: 'report.due',
    ...ask('due'),
    when: reportWhen(),
    choices: [
      {
        value: 'award',
        label: say('afterAward'),
        is: dueIs('days-after-award'),
        make: () => ({ kind: 'days-after-award', days: 365 }),
      },
      {
        value: 'answer',
        label: say('afterAnswer'),
        is: dueIs('days-after-answer'),
        make: () => ({ kind: 'days-after-answer', days: 60 }),
      },
      {
        value: 'year',
        label: say('dayOfYear'),
        is: dueIs('day-of-year'),
        make: () => ({ kind: 'day-of-year', monthDay: '03-31', yearsAfter: 1 }),
      },
    ],
  },
  {
    kind: 'select',
    path: 'report.due.field',
    ...ask('dueField'),
    choices: (around) => questions(around, 'date', 'period'),
    when: reportWhen('days-after-answer'),
  },
  {
    kind: 'number',
    path: 'report.due.days',
    ...ask('reportDays'),
    unit: say('days'),
    when: reportWhen('days-after-award', 'days-after-answer'),
  },
  { kind: 'text', path: 'report.due.monthDay', ...ask('dueDay'), size: 6, when: reportWhen('day-of-year') },
  { kind: 'number', path: 'report.due.yearsAfter', ...ask('yearsAfter'), when: reportWhen('day-of-year') },
  { kind: 'check', path: 'report.accountsAgainstBudget', ...ask('accounts'), when: reportWhen() },
  { kind: 'amount', path: 'report.auditorFromOre', ...ask('auditor'), optional: true, when: reportWhen() },
  { kind: 'number', path: 'report.signatures', ...ask('signatures'), when: reportWhen() },
]

/** What everybody can see, for how long, and privacy. */
export const publicity: readonly Input[] = [
  {
    kind: 'select',
    path: 'publicity.persons',
    ...ask('persons'),
    choices: [
      { value: 'anonymous', label: say('anonymous') },
      { value: 'name', label: say('byName') },
    ],
  },
  { kind: 'number', path: 'publicity.years', ...ask('years'), unit: say('yearsUnit') },
  { kind: 'number', path: 'retentionYears', ...ask('retention'), unit: say('yearsUnit') },
  { kind: 'text', path: 'kostraFunction', ...ask('kostra'), size: 4 },
  { kind: 'text3', path: 'form.privacyNotice', ...ask('privacyNotice') },
  {
    kind: 'several',
    path: 'sdgGoals',
    ...ask('sdg'),
    numbers: true,
    optional: true,
    choices: sdgNames.map((name, index) => ({
      value: String(index + 1),
      label: { nb: `${index + 1}. ${name.nb}`, nn: `${index + 1}. ${name.nn}`, en: `${index + 1}. ${name.en}` },
    })),
  },
]
