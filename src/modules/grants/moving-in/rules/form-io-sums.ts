import type { Common } from './asking.ts'
import { answerNamed } from './form-io-conditions.ts'
import type { Draft, NewField } from './form-draft.ts'
import type { Item } from './import-report.ts'
import type { Question } from './asking.ts'
import { readJsonLogic } from './json-logic.ts'
import { readScript } from './read-script.ts'
import { isLoose, textOf, type Loose } from './source.ts'
import { writeCalculation } from './write-feel.ts'

export function isCalculated(component: Loose): boolean {
  const sum = component['calculateValue']
  return textOf(sum) !== undefined || (isLoose(sum) && Object.keys(sum).length > 0)
}

const numeric = new Set(['number', 'currency', 'simplenumber', 'simplenumberadvanced', 'simplecurrencyadvanced', 'hidden'])

/** A component whose value is worked out. Only sums: a text that is put together is asked for instead. */
export function calculateFormIo(
  at: { draft: Draft; path: string; data: readonly string[] },
  component: Loose,
  here: { name: string; path: string; item: Item },
  common: Common,
): { name: string; question: Question; settle: (field: NewField | undefined) => void } | undefined {
  const { draft } = at
  const type = textOf(component['type']) ?? ''
  const sum = draft.item('calculations', `${here.path}/calculateValue`)
  if (!numeric.has(type)) {
    sum.drop(`${here.path}/calculateValue`, 'Only sums of numbers and amounts are worked out; here the applicant fills in.')
    return undefined
  }
  if (component['allowCalculateOverride'] === true)
    here.item.loss(here.path, 'The applicant could change what was worked out; here it stands.')
  const money = /currency/i.test(type)
  const settle = (field: NewField | undefined) => {
    draft.later(() => {
      const names = (parts: string[]) => answerNamed(at, parts, here.name)
      const source = component['calculateValue']
      const expr =
        typeof source === 'string' ? readScript(source, { resolve: names, target: 'value' }) : readJsonLogic(source, names)
      const written = writeCalculation(expr, { answerOf: draft.answerOf })
      if (field?.type !== 'calculated') return
      if ('feel' in written) {
        field.value = written.feel
        field.format = written.format
      } else {
        sum.drop(`${here.path}/calculateValue`, `It cannot be said in Torg: ${written.why}. It shows 0 until it is written.`)
        here.item.loss(here.path, 'What it is worked out from is not brought in.')
      }
    })
  }
  const { required: _required, ...rest } = common
  return {
    name: here.name,
    question: {
      asked: { type: 'calculated', ...rest, value: '0', format: money ? 'amount' : 'number' },
      answered: { type: money ? 'amount' : 'number' },
    },
    settle,
  }
}
