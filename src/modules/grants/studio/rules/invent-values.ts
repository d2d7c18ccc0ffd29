import { addDays } from '#platform/time.ts'
import { asksNothing } from '../../application/rules/fields.ts'
import { isBankAccount } from '../../application/rules/numbers.ts'
import type { Answer, Answers, BudgetLine, Field, PlainField } from '../../model.ts'

/** One invented answer to one question, within what the question itself allows. */

export interface Around {
  /** Oslo day it is sent. */
  day: string
  districts: readonly string[]
}

/** A number from 0 up to, not with, `below`. */
export type Dice = (below: number) => number

/** The same seed, the same throws (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const words = ['Oppdiktet svar', 'Vi vil øve, spille og møtes', 'Sommerverksted', 'Åpen kveld for alle', 'Ny runde med utstyr']
const names = ['Kari Prøve', 'Ola Prøve', 'Nils Prøve', 'Anne Prøve']

/** Undefined for what is never answered by hand. */
export function inventAnswer(field: Field | PlainField, dice: Dice, around: Around): Answer | undefined {
  const oneOf = <T>(list: readonly T[]): T | undefined => list[dice(list.length)]
  if (asksNothing(field)) return undefined
  switch (field.type) {
    case 'shortText':
    case 'longText':
      return (oneOf(words) ?? '').slice(0, field.maxLength)
    case 'number':
      return numberWithin(field.min, field.max, dice, 60)
    case 'percentage':
      return numberWithin(field.min, field.max, dice, 100)
    case 'amount': {
      const least = field.minOre ?? 0
      const most = Math.max(least, Math.min(field.maxOre ?? Infinity, least + 10_000_000))
      const whole = Math.floor((least + dice(most - least + 1)) / 100_000) * 100_000
      return whole < least || whole === 0 ? Math.max(least, Math.min(most, 100_000)) : whole
    }
    case 'date':
      return addDays(around.day, 30 + dice(150))
    case 'period': {
      const from = addDays(around.day, 30 + dice(150))
      return { from, to: addDays(from, dice(60)) }
    }
    case 'yesNo':
      return dice(2) === 0
    case 'declaration':
      return true
    case 'oneOf':
      return oneOf(field.options)?.key
    case 'severalOf': {
      const first = dice(field.options.length)
      const many = 1 + dice(Math.min(field.atMost ?? 3, field.options.length))
      return field.options.slice(first, first + many).map((option) => option.key)
    }
    case 'district': {
      const chosen = oneOf(around.districts)
      return chosen === undefined ? undefined : field.several ? [chosen] : chosen
    }
    case 'person':
      return { name: oneOf(names) ?? '' }
    case 'organisation':
      // Synthetic: organisation numbers that begin with 3 are given to nobody.
      return { name: 'Prøvelaget', number: '310000008' }
    case 'address':
      return { street: `Prøvegata ${1 + dice(40)}`, postcode: '5000', place: 'Prøvestad' }
    case 'bankAccount':
      return inventAccount(dice)
    case 'file':
      return ['oppdiktet-vedlegg']
    case 'budget':
      return { lines: inventBudget(field, 10_000_000, 0) }
    case 'table': {
      const rows = Math.min(field.maxRows, Math.max(field.minRows, 1 + dice(2)))
      return Array.from({ length: rows }, () => inventRow(field.fields, dice, around))
    }
    case 'calculated':
    case 'info':
    case 'section':
      return undefined
  }
}

function inventRow(fields: readonly PlainField[], dice: Dice, around: Around): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = inventAnswer(field, dice, around)
      return answer === undefined ? [] : [[field.key, answer]]
    }),
  )
}

function numberWithin(min: number | undefined, max: number | undefined, dice: Dice, usual: number): number {
  const least = Math.ceil(min ?? Math.min(0, max ?? 0))
  const most = Math.floor(max ?? least + usual)
  return most < least ? (min ?? 0) : least + dice(Math.min(most - least, usual) + 1)
}

/** Eleven digits with the control digit; the first four belong to no bank. */
function inventAccount(dice: Dice): string {
  for (;;) {
    const start = `0000${String(100_000 + dice(900_000))}`
    for (let control = 0; control < 10; control++) if (isBankAccount(`${start}${control}`)) return `${start}${control}`
  }
}

/** Lines that add up: costs on one side, the amount applied for and other income on the other. Amounts in øre. */
export function inventBudget(field: Extract<PlainField, { type: 'budget' }>, costOre: number, appliedOre: number): BudgetLine[] {
  const of = (side: 'income' | 'cost') => field.categories.filter((each) => each.side === side)
  const asked = of('income').find((each) => /^(applied|applied[A-Z].*|thisGrant)$/.test(each.key))
  const other = of('income').find((each) => each !== asked) ?? asked
  const line = (category: { key: string; side: 'income' | 'cost' } | undefined, ore: number): BudgetLine[] =>
    category && ore > 0 ? [{ side: category.side, category: category.key, label: '', ore }] : []
  const [first, second] = of('cost')
  const split = second ? Math.floor(costOre / 4) : 0
  return [
    ...line(first, costOre - split),
    ...line(second, split),
    ...(asked && asked !== other ? line(asked, appliedOre) : []),
    ...line(other, costOre - (asked === other && asked ? 0 : appliedOre)),
  ]
}
