import type { Text3 } from '#platform/texts/texts.ts'
import { FormPage, type Answers, type Rule } from '../src/modules/grants/model.ts'

// A form as long as the longest that municipalities are known to have, and as many rules.

const text = (words: string): Text3 => ({ nb: words, nn: words, en: words })
const kinds = ['yesNo', 'number', 'shortText', 'oneOf', 'amount', 'date', 'longText', 'severalOf'] as const
const kindOf = (n: number) => kinds[n % kinds.length] ?? 'yesNo'
const yesNos = (before: number) => Array.from({ length: before }, (_, n) => n).filter((n) => kindOf(n) === 'yesNo')

/** Two pages of so many questions, with conditions on what was answered before: shown, demanded and checked. */
export function longPages(questions: number, conditions: number): FormPage[] {
  const fields = Array.from({ length: questions }, (_, n) => {
    const type = kindOf(n)
    const asked = yesNos(n).at(-(1 + (n % 3))) ?? 0
    const number = 1 + kinds.length * (n % 3)
    const condition = `answer.q${asked} = true or answer.q${number} > ${n}`
    const has = n > questions - 1 - conditions
    return {
      type,
      key: `q${n}`,
      label: text(`Spørsmål nummer ${n} om det dere vil gjøre?`),
      help: text('Svar så kort du kan. Saksbehandleren leser dette sammen med budsjettet.'),
      required: false,
      ...(type === 'oneOf' || type === 'severalOf'
        ? { options: ['a', 'b', 'c', 'd'].map((key) => ({ key, label: text(`Valg ${key}`) })) }
        : {}),
      ...(has && n % 6 < 4 ? { showIf: condition } : {}),
      ...(has && n % 6 === 4 ? { requiredIf: condition } : {}),
      ...(has && n % 6 === 5
        ? { checks: [{ when: condition, message: text('Det stemmer ikke med det du svarte tidligere.') }] }
        : {}),
    }
  })
  const half = Math.min(50, questions)
  return [fields.slice(0, half), fields.slice(half)].map((some, page) =>
    FormPage.parse({ key: `lang${page + 1}`, title: text(`Mange spørsmål, del ${page + 1}`), fields: some }),
  )
}

/** Answers that show every question. */
export function longAnswers(questions: number): Answers {
  const answer = (n: number) =>
    ({
      yesNo: true,
      number: 120,
      shortText: 'Et kort svar',
      oneOf: 'b',
      amount: 1_250_000,
      date: '2026-08-15',
      longText: 'Vi øver hver tirsdag og synger på sykehjemmet før jul. Nye sangere er velkomne hele året.',
      severalOf: ['a', 'c'],
    })[kindOf(n)]
  return Object.fromEntries(Array.from({ length: questions }, (_, n) => [`q${n}`, answer(n)]))
}

const expressions = [
  (n: number) => `answer.members >= ${5 + n}`,
  (n: number) => `answer.youngMembers / answer.members >= ${(n % 10) / 20}`,
  (n: number) => `amount.applied <= share of(budget.cost, ${50 + n})`,
  (n: number) => `budget.income + amount.applied >= budget.cost - kr(${n * 100})`,
  (n: number) =>
    `applicant.inVoluntaryRegister and applicant.form in ("FLI", "STI") and not(applicant.bankrupt) or answer.members > ${n}`,
  (n: number) => `if answer.kind = "choir" then answer.rehearsals >= ${10 + n} else answer.rehearsals >= ${20 + n}`,
  (n: number) => `round.closes >= add days(today, ${n}) or today <= weeks before(round.closes, ${n % 6})`,
  (n: number) => `string length(answer.plan) > ${20 + n} and contains(answer.plan, "konsert")`,
]

/** So many rules of the usual sorts, each another. */
export function manyRules(count: number): Rule[] {
  return Array.from({ length: count }, (_, n) => ({
    key: `regel${n}`,
    title: text(`Regel ${n}`),
    when: expressions[n % expressions.length]?.(n) ?? 'true',
    outcomes: {
      meets: text('Kravet er møtt.'),
      fails: text('Kravet er ikke møtt.'),
      unknown: text('En saksbehandler ser på det.'),
    },
    source: `Benk ${n}`,
    ifFails: 'inform',
  }))
}
