import { childrenOf, type Node } from '#platform/feel/ast.ts'
import { compile, namesUsed } from '#platform/feel/index.ts'
import { expressionsIn, type PlacedExpression } from './expressions-in.ts'
import { factTypes, type FactType } from './fact-types.ts'
import { stops, type Finding } from './findings.ts'
import { inferType } from './infer.ts'

/** Every rule, condition and formula can be read, names only facts and options there are, and compares like with like. */

export function checkExpressions(
  document: unknown,
  known?: { form: ReadonlySet<string>; report: ReadonlySet<string> },
): Finding[] {
  const types = { form: factTypes(document), report: factTypes(document, true) }
  return expressionsIn(document).flatMap((placed) => {
    const scope = /^(parts\[[^\]]*\]\.)?report\./.test(placed.path) ? 'report' : 'form'
    return checkExpression(placed, types[scope], known?.[scope])
  })
}

/**
 * What is wrong with one expression, with the offsets (`from`, `to`) of the words it is about.
 * @param known all facts that may be named; those of `types` where left out
 */
export function checkExpression(
  { path, text, wants }: PlacedExpression,
  types: ReadonlyMap<string, FactType>,
  known: ReadonlySet<string> = new Set(types.keys()),
): Finding[] {
  const written = text.normalize('NFC')
  const { problems } = namesUsed(text, known)
  if (problems.length > 0)
    return problems.map((each) =>
      stops('expression', path, {
        expression: text,
        why: each.key,
        word: each.word ?? written.slice(each.from, each.to),
        from: each.from,
        to: each.to,
        ...nearest(each.key === 'unknown-name' ? each.word : undefined, known),
      }),
    )
  const compiled = compile(text)
  if ('errors' in compiled) return []
  const { kind, faults } = inferType(compiled.node, types)
  const wrong = faults.map(({ from, to, what, a, b }) =>
    stops('wrongTypes', path, { expression: text, word: written.slice(from, to), from, to, what, a, b: b ?? '' }),
  )
  const result =
    kind !== 'any' && kind !== wants && faults.length === 0 ? [stops('wrongResult', path, { expression: text, wants, kind })] : []
  const strange = strangeOptions(compiled.node, types).map(({ fact, option, options, from, to }) =>
    stops('noSuchOption', path, { expression: text, fact, option, options: options.join(', '), from, to }),
  )
  return [...wrong, ...result, ...strange]
}

interface StrangeOption {
  fact: string
  option: string
  options: readonly string[]
  from: number
  to: number
}

/** Texts that an answer is compared with though it can never be that. */
function strangeOptions(node: Node, types: ReadonlyMap<string, FactType>): StrangeOption[] {
  const pairs: (readonly [Node | undefined, Node | undefined])[] =
    node.op === 'equal'
      ? [
          [node.left, node.right],
          [node.right, node.left],
        ]
      : node.op === 'in'
        ? node.tests.flatMap(({ value }) =>
            (value.op === 'list' ? value.items : [value]).map((item) => [node.value, item] as const),
          )
        : node.op === 'call' && node.name === 'list contains'
          ? [[node.args[0], node.args[1]]]
          : []
  const own = pairs.flatMap(([fact, constant]): StrangeOption[] => {
    const path = fact?.op === 'path' || fact?.op === 'fact' ? (fact.op === 'path' ? fact.path : fact.name) : undefined
    const options = path === undefined ? undefined : types.get(path)?.options
    if (!options || path === undefined || constant?.op !== 'constant' || typeof constant.value !== 'string') return []
    if (options.includes(constant.value)) return []
    return [{ fact: path, option: constant.value, options, from: constant.from, to: constant.to }]
  })
  return [...own, ...childrenOf(node).flatMap((child) => strangeOptions(child, types))]
}

/** The fact that was probably meant. */
function nearest(word: string | undefined, known: ReadonlySet<string>): { meant?: string } {
  if (word === undefined) return {}
  const best = [...known]
    .map((name) => ({ name, far: distance(word, name) }))
    .reduce<{ name: string; far: number } | undefined>((near, each) => (near && near.far <= each.far ? near : each), undefined)
  return best && best.far <= Math.max(2, word.length / 4) ? { meant: best.name } : {}
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 6 || a.length > 80) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: b.length + 1 }, (_none, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
