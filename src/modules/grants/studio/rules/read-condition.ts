import { parseKr } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import type { FactChoice } from './fact-choices.ts'
import type { Posted } from './inputs.ts'
import { readMenu, testKinds, writeMenu, type Against, type MenuTest, type MenuUse } from './menu-condition.ts'
import { sameValue } from './ops.ts'

/** Rows of menus that can be filled in at once; more is typed. */
export const ROWS = 8

/** The names of a condition's inputs on the page. The place itself is the name of the typed expression. */
export const conditionNames = (path: string) => ({
  how: `${path}~how`,
  join: `${path}~join`,
  row: (n: number) => ({
    fact: `${path}~fact${n}`,
    test: `${path}~test${n}`,
    value: `${path}~value${n}`,
    against: `${path}~against${n}`,
  }),
})

/** What was posted of a condition, as an expression; undefined: no condition. `stored` stands where the menus say the same. */
export function readCondition(
  path: string,
  posted: Posted,
  facts: readonly FactChoice[],
  use: MenuUse,
  stored: unknown,
): string | undefined {
  const names = conditionNames(path)
  const how = posted.text(names.how)
  if (how === 'always') return undefined
  if (how !== 'menus') return posted.text(path).trim() || undefined
  const tests: MenuTest[] = []
  for (let n = 0; n < ROWS; n++) {
    const row = names.row(n)
    const fact = facts.find((each) => each.path === posted.text(row.fact))
    if (fact) tests.push(readRow(fact, posted.text(row.test), posted.text(row.value).trim(), posted.text(row.against)))
  }
  if (tests.length === 0) return undefined
  const join = tests.length > 1 && posted.text(names.join) === 'any' ? 'any' : 'all'
  const condition = { join, tests } as const
  if (typeof stored === 'string' && sameValue(readMenu(stored), condition)) return stored
  return writeMenu(condition, use)
}

function readRow(fact: FactChoice, test: string, value: string, against: string): MenuTest {
  const is = testKinds.find((each) => each === test && fact.tests.includes(each)) ?? fact.tests[0] ?? 'given'
  if (is === 'yes' || is === 'no' || is === 'given' || is === 'missing') return { path: fact.path, is }
  return { path: fact.path, is, against: readAgainst(fact, value, against) }
}

/** What cannot be read as what the fact is, is kept as it was typed: the check tells what is wrong with it. */
function readAgainst(fact: FactChoice, value: string, against: string): Against {
  const [kind = '', path = ''] = against.split(':')
  if (kind === 'fact') return { kind: 'fact', path }
  const number = Number(value.replace(/\s/g, '').replace(',', '.'))
  const isNumber = value !== '' && Number.isFinite(number)
  if (kind === 'share' && isNumber) return { kind: 'share', path, percent: number }
  if (kind === 'days' && Number.isSafeInteger(number) && isNumber) return { kind: 'days', days: number }
  if (fact.type.kind === 'date') return isDay(value) ? { kind: 'date', value } : { kind: 'text', value }
  if (fact.type.kind !== 'number') return { kind: 'text', value }
  const ore = fact.money ? parseKr(value) : undefined
  if (ore !== undefined) return { kind: 'number', value: ore }
  return isNumber && !fact.money ? { kind: 'number', value: number } : { kind: 'text', value }
}
