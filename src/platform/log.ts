/** One JSON line per entry on standard error. Never personal data, free text or full addresses: ids and names of things only. */
export interface Logger {
  debug(message: string, data?: Record<string, unknown>): void
  info(message: string, data?: Record<string, unknown>): void
  warn(message: string, data?: Record<string, unknown>): void
  error(message: string, data?: Record<string, unknown>): void
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof levels)[number]

/** Eleven digits in a row may be a national identity number: they are masked wherever they stand. */
const elevenDigits = /\d{6}\s?\d{5}/g

export function createLogger(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Logger {
  const from = levels.indexOf(level)
  const entry =
    (name: LogLevel) =>
    (message: string, data: Record<string, unknown> = {}) => {
      if (levels.indexOf(name) < from) return
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...data }).replace(elevenDigits, '***********')}\n`,
      )
    }
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}

/** What of an error goes into the log: kind, message, stack; not the values of a database detail. */
export function errorData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = (error as { code?: unknown }).code
  return { error: error.name, reason: error.message, stack: error.stack, ...(code ? { code } : {}) }
}
