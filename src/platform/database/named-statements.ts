import type pg from 'pg'

/** Text at the front of a statement whose plan depends so much on its values that it is planned anew each time. */
export const PLANNED_EACH_TIME = '/* planned each time */'

// A plan is kept in every connection's memory: only so many, and only of statements that come again.
const MOST = 400
const OFTEN = 3
const MOST_COUNTED = 4_000
// What a pooler in between, or tables changed under a running server, makes of a kept statement.
const LOST = new Set(['26000', '42P05', '0A000'])

type Query = (...args: unknown[]) => unknown

/**
 * Lets the database keep the plans of statements that come again and again: for most of what a form does, planning costs more than
 * running. Each such statement gets a name of its own, the same in all connections. Returns what to do with every new connection.
 */
export function nameStatements(): (client: pg.ClientBase) => void {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  let on = true

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known) return known
    if (names.size >= MOST || text.startsWith(PLANNED_EACH_TIME)) return undefined
    const times = (seen.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (seen.size >= MOST_COUNTED) seen.clear()
      seen.set(text, times)
      return undefined
    }
    seen.delete(text)
    const name = `torg_${names.size + 1}`
    names.set(text, name)
    return name
  }

  return (client) => {
    const plain = client.query.bind(client) as Query
    const named: Query = (...args) => {
      const [text, values] = args
      const isPlain = args.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0
      const name = on && isPlain ? nameOf(text) : undefined
      if (!name) return plain(...args)
      return (plain({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
        if (LOST.has((error as { code?: string }).code ?? '')) on = false
        throw error
      })
    }
    client.query = named as typeof client.query
  }
}
