import type { Ctx } from '#platform/http/index.ts'
import { listRegister, type RegisterCursor, type RegisterRow } from '../queries/list-register.ts'
import { osloDate } from '#platform/time.ts'
import { registerTexts } from '../texts/register.ts'
import { readFilter } from './register-query.ts'

/** /register.csv: the same rows as the page, for a spreadsheet. Semicolons and a byte order mark, as Norwegian Excel wants. */
export async function registerCsv(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = registerTexts[lang]
  const filter = readFilter(c)
  const asker = { lang, today: osloDate(c.var.services.now()) }
  const rows = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const all: RegisterRow[] = []
    let after: RegisterCursor | undefined
    do {
      const part = await listRegister(trx, filter, asker, after, 1000)
      all.push(...part.rows)
      after = part.next
    } while (after && all.length < 50_000)
    return all
  })
  const kroner = (ore: number | null) => (ore === null ? '' : (ore / 100).toFixed(2).replace(/\.00$/, '').replace('.', ','))
  const lines = [
    [t.recipient, t.organisationNumber, t.scheme, t.district, t.year, t.decided, `${t.applied} (kr)`, `${t.amount} (kr)`],
    ...rows.map((r) => [
      r.recipient ?? t.privatePerson,
      r.organisationNumber ?? '',
      r.schemeTitle ?? '',
      r.district ?? '',
      String(r.year),
      r.awardedOn ?? '',
      kroner(r.appliedOre),
      kroner(r.ore),
    ]),
  ]
  return c.body(`\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="tilskudd.csv"',
  })
}

/** Quoted, and never a formula: a spreadsheet runs what begins with = + - or @. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
