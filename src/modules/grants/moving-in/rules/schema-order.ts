import type { SchemaNode } from './schema-node.ts'
import { listOf, looseOf, textOf } from './source.ts'

/** As the look says; the rest where "*" stands, else at the end. */
export function inOrder(node: SchemaNode): SchemaNode[] {
  const order = listOf(node.look['ui:order'] ?? looseOf(node.look['ui:options'])['order']).map((each) => textOf(each) ?? '')
  if (order.length === 0) return [...node.children.values()]
  const named = new Set(order)
  const rest = [...node.children.keys()].filter((name) => !named.has(name))
  const star = order.indexOf('*')
  const names = star < 0 ? [...order, ...rest] : [...order.slice(0, star), ...rest, ...order.slice(star + 1)]
  return [...new Set(names)].flatMap((name) => node.children.get(name) ?? [])
}
