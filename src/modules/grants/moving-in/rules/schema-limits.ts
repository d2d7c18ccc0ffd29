import type { Text3 } from '#platform/texts/texts.ts'
import { decimalsOf, plainSteps, stepCheck, type Common, type Demand, type Question } from './asking.ts'
import { say } from './check-texts.ts'
import { compare, not, or, value, type Expr } from './expression.ts'
import type { Item } from './import-report.ts'
import type { SchemaNode } from './schema-node.ts'
import type { SchemaWords } from './schema-words.ts'
import { oreLimits } from './ore-limits.ts'
import { listOf, looseOf, numberOf, own, textOf, type Loose } from './source.ts'

export interface LeafAt {
  node: SchemaNode
  item: Item
  path: string
  words: SchemaWords
}

export function number(at: LeafAt, common: Common, whole: boolean): Question {
  const { schema } = at.node
  const [min, max] = [numberOf(schema['minimum']), numberOf(schema['maximum'])]
  const step = numberOf(schema['multipleOf'])
  const money = isMoney(at.node, common.label) && (min ?? 0) >= 0 && !whole
  const checks: Demand[] = []
  // Draft 4 wrote "exclusiveMinimum": true beside the minimum.
  const above = schema['exclusiveMinimum'] === true ? min : numberOf(schema['exclusiveMinimum'])
  const below = schema['exclusiveMaximum'] === true ? max : numberOf(schema['exclusiveMaximum'])
  if (above !== undefined) checks.push({ when: (self) => compare(self, '>', value(above)), message: say.moreThan(above) })
  if (below !== undefined) checks.push({ when: (self) => compare(self, '<', value(below)), message: say.lessThan(below) })
  const decimals = whole || step === 1 ? 0 : step !== undefined ? decimalsOf(step) : 4
  if (step !== undefined && step > 0 && !plainSteps.has(step)) checks.push(stepCheck(step))
  if (money) {
    return {
      asked: {
        type: 'amount',
        ...common,
        ...oreLimits(min, max),
      },
      checks,
    }
  }
  return {
    asked: { type: 'number', ...common, decimals, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
    checks,
  }
}

/** Money by its label's unit, else by its name. */
export function isMoney(node: SchemaNode, label: Text3): boolean {
  const words = Object.values(label).join(' ')
  if (/€|£|\$|\bkr\b|\bkroner\b|\beuro?\b|\bNOK\b/i.test(words)) return true
  const name = (node.path.at(-1) ?? '').replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
  if (/person|count|number|hours|days|years|share|percent|quantity|size|area/.test(name)) return false
  return /amount|sum|cost|expens|income|fee|price|fund|grant|subvention|compensation|sales|salar|wage|rent|budget|budsjett|belop|kroner|money|payment|interest|total|revenue|benefit|loan|support/.test(
    name,
  )
}

export function notOne(schema: Loose): boolean {
  const barred = looseOf(schema['not'])
  return 'const' in barred || Array.isArray(barred['enum'])
}

export function notOneOf(schema: Loose): Demand[] {
  if (!notOne(schema)) return []
  const barred = looseOf(schema['not'])
  const values = ('const' in barred ? [barred['const']] : listOf(barred['enum'])).filter(
    (each) => typeof each === 'string' || typeof each === 'number',
  )
  return values.length === 0
    ? []
    : [{ when: (self) => not(or(...values.map((each) => compare(self, '=', value(each))))), message: say.fixed }]
}

/** Limits that go only under a condition. */
export function underConditions(node: SchemaNode): Demand[] {
  return node.demands.flatMap(({ when, schema }) => {
    const limit = (
      word: string,
      sign: '>=' | '<=' | '>' | '<',
      message: (n: number) => Text3,
      of: (self: Expr) => Expr = (self) => self,
    ): Demand[] => {
      const number = numberOf(own(schema, word))
      return number === undefined
        ? []
        : [{ when: (self) => or(not(when), compare(of(self), sign, value(number))), message: message(number) }]
    }
    const length = (self: Expr): Expr => ({ op: 'length', of: self })
    const pattern = textOf(schema['pattern'])
    const wanted = 'const' in schema ? [schema['const']] : listOf(schema['enum'])
    const values = wanted.filter((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean')
    return [
      ...limit('minimum', '>=', say.atLeast),
      ...limit('maximum', '<=', say.atMost),
      ...limit('exclusiveMinimum', '>', say.moreThan),
      ...limit('exclusiveMaximum', '<', say.lessThan),
      ...limit('minLength', '>=', say.tooShort, length),
      ...limit('maxLength', '<=', say.tooLong, length),
      ...(pattern === undefined
        ? []
        : [{ when: (self: Expr) => or(not(when), { op: 'matches', of: self, pattern }), message: say.pattern }]),
      ...(values.length === 0
        ? []
        : [
            { when: (self: Expr) => or(not(when), ...values.map((each) => compare(self, '=', value(each)))), message: say.fixed },
          ]),
    ]
  })
}
