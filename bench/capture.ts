import pg from 'pg'

/** One statement as it went to the database. Bytes are written as {"bytes": hex}, times as {"time": ISO}. */
export interface Statement {
  text: string
  values: unknown[]
  /** Kept planned by the database under this name, where Torg lets it be. */
  name?: string
}

/** Watches what goes to the database through `pg`; costs one comparison per statement while it is not recording. */
export function recordStatements(): { start(): object; stop(): Statement[] } {
  let recorded: Statement[] | undefined
  const plain = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if (recorded) {
      const [first, second] = args
      const config =
        typeof first === 'string' ? { text: first, values: second } : (first as { text: string; values?: unknown; name?: string })
      const { text, name } = config
      const values = (Array.isArray(config.values) ? config.values : []).map(written)
      recorded.push({ text, values, ...(name ? { name } : {}) })
    }
    return plain.apply(this, args)
  } as typeof pg.Client.prototype.query
  return {
    start: () => {
      recorded = []
      return {}
    },
    stop: () => {
      const all = recorded ?? []
      recorded = undefined
      return all
    },
  }
}

function written(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('hex') }
  if (value instanceof Date) return { time: value.toISOString() }
  return value
}
