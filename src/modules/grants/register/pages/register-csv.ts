import { serveBytes } from '#platform/files/download.ts'
import type { Ctx } from '#platform/http/index.ts'
import { defineColumns } from '#platform/sheets/columns.ts'
import { writeCsv } from '#platform/sheets/write-sheet.ts'
import { listRegister, type RegisterCursor, type RegisterRow } from '../queries/list-register.ts'
import { osloDate } from '#platform/time.ts'
import { registerTexts } from '../texts/register.ts'
import { readFilter } from './register-query.ts'

/** /register.csv: the same rows as the page, for a spreadsheet. */
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
  const columns = defineColumns({
    recipient: { label: t.recipient, kind: 'text' },
    number: { label: t.organisationNumber, kind: 'text' },
    scheme: { label: t.scheme, kind: 'text' },
    district: { label: t.district, kind: 'text' },
    year: { label: t.year, kind: 'integer' },
    decided: { label: t.decided, kind: 'date' },
    applied: { label: `${t.applied} (kr)`, kind: 'kr' },
    amount: { label: `${t.amount} (kr)`, kind: 'kr' },
  })
  const bytes = writeCsv(
    columns,
    rows.map((row) => ({
      recipient: row.recipient ?? t.privatePerson,
      number: row.organisationNumber,
      scheme: row.schemeTitle,
      district: row.district,
      year: row.year,
      decided: row.awardedOn,
      applied: row.appliedOre,
      amount: row.ore,
    })),
  )
  return serveBytes(new Uint8Array(bytes), { name: 'tilskudd.csv', mediaType: 'text/csv; charset=utf-8' })
}
