import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Statement } from './capture.ts'

/** What differs from one application to the next, by name; `{{name}}` stands for it in the recorded values. */
export type Slots = Record<string, string>

/** The recorded statements of one submission, with slots where that submission's own values stood. */
export interface Script {
  session: Statement
  transaction: Statement[]
}

/** Makes a script of what was recorded: every value of `own` becomes a slot, also inside JSON and sentences. */
export function makeScript(recorded: readonly Statement[], own: Slots): Script {
  const [session, ...transaction] = recorded.map(({ text, values, name }) => ({
    text,
    ...(name ? { name } : {}),
    values: JSON.parse(withSlots(JSON.stringify(values), own)) as unknown[],
  }))
  if (!session?.text.includes('open_session')) throw new Error('The recorded submission does not begin with the session.')
  for (const word of [
    'begin',
    'insert into "idempotency"',
    'from draft d',
    'insert into case_file',
    'insert into application',
    'insert into event',
    'insert into "notice"',
    'commit',
  ])
    if (!transaction.some(({ text }) => text.includes(word))) throw new Error(`The recorded submission lacks "${word}".`)
  return { session, transaction }
}

function withSlots(json: string, own: Slots): string {
  // Longest first: a number that is part of a name must not cut the name in two.
  const names = Object.keys(own).toSorted((a, b) => (own[b] ?? '').length - (own[a] ?? '').length)
  return names.reduce((text, name) => text.replaceAll(own[name] ?? '\u0000', `{{${name}}}`), json)
}

/** The session behind a token; its person's id, or undefined. One statement. */
export async function replaySession(pool: pg.Pool, script: Script, token: string): Promise<string | undefined> {
  const hash = createHash('sha256').update(token).digest('hex')
  const { rows } = await pool.query<{ person_id: string }>(statementOf(script.session, { token: hash }))
  return rows[0]?.person_id
}

/** All the statements of the transaction on one connection, with nothing around them. */
export async function replayTransaction(
  pool: pg.Pool,
  script: Script,
  given: { draft: string; person: string; key: string },
): Promise<void> {
  const slots: Slots = { ...given, body: createHash('sha256').update(JSON.stringify(given.draft)).digest('hex') }
  const client = await pool.connect()
  try {
    for (const statement of script.transaction) {
      const { rows } = await client.query<Record<string, unknown>>(statementOf(statement, slots))
      if (rows[0]) learn(statement.text, rows[0], slots)
    }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Named where Torg names it: the bare server's statements are kept planned just as Torg's are. */
function statementOf({ text, values, name }: Statement, slots: Slots): pg.QueryConfig {
  return { text, values: filled(values, slots), ...(name ? { name } : {}) }
}

/** What later statements need of an earlier one's answer. */
function learn(text: string, row: Record<string, unknown>, slots: Slots): void {
  if (text.includes('from draft d')) {
    slots['organisation'] = String(row['organisation_id'])
    slots['organisationName'] = String(row['organisation_name'])
    slots['mandate'] = (row['mandate'] as { id: string }).id
    slots['email'] = String(row['person_email'])
  } else if (text.includes('insert into case_file')) {
    slots['case'] = String(row['id'])
    slots['number'] = String(row['number'])
  } else if (text.includes('insert into "notice"')) slots['notice'] = String(row['id'])
}

function filled(values: readonly unknown[], slots: Slots): unknown[] {
  return values.map((value) => {
    if (typeof value === 'string') return fill(value, slots)
    if (value !== null && typeof value === 'object') {
      const { bytes, time } = value as { bytes?: string; time?: string }
      if (bytes !== undefined) return Buffer.from(fill(bytes, slots), 'hex')
      if (time !== undefined) return new Date(time)
    }
    return value
  })
}

function fill(text: string, slots: Slots): string {
  return text.includes('{{') ? text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => slots[name] ?? '') : text
}
