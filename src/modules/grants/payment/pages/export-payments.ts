import { currentPerson, readForm, type Ctx } from '#platform/http/index.ts'
import { serveBytes } from '#platform/files/download.ts'
import { defineColumns } from '#platform/sheets/columns.ts'
import { writeCsv, writeSheet } from '#platform/sheets/write-sheet.ts'
import { osloDate } from '#platform/time.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { readAccounts } from '../actions/read-account.ts'
import { listPayments, type PaymentFilter } from '../queries/list-payments.ts'
import { paymentTexts } from '../texts/payments.ts'

const MOST = 5000

/** POST /saker/utbetalinger/eksport: what is approved, with whole account numbers, as Excel or CSV. A POST, since it is logged. */
export async function exportPayments(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = paymentTexts[lang].sheet
  const form = await readForm(c)
  const person = currentPerson(c)
  const now = services.now()
  const [scheme, round] = [form.text('ordning'), form.text('runde')]
  const filter: PaymentFilter = {
    tab: 'approved',
    year: now.getFullYear(),
    ...(/^[a-z0-9-]{1,80}$/.test(scheme) ? { scheme } : {}),
    ...(/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(round) ? { round } : {}),
  }
  const payments = await services.db.inTransaction(scope, async (trx) => {
    const { rows } = await listPayments(trx, filter, await listClosedCaseIds(trx, person.id), { limit: MOST })
    const paymentIds = rows.map((row) => row.id)
    return await readAccounts(trx, services.keyring, { paymentIds, person, why: 'exported', now })
  })
  const columns = defineColumns({
    case: { label: t.case, kind: 'text', width: 14 },
    recipient: { label: t.recipient, kind: 'text' },
    account: { label: t.account, kind: 'text', width: 16 },
    amount: { label: t.amount, kind: 'kr' },
    text: { label: t.text, kind: 'text' },
    approvedBy: { label: t.approvedBy, kind: 'text' },
  })
  const rows = payments
    .toSorted((a, b) => a.caseNumber.localeCompare(b.caseNumber, 'nb', { numeric: true }) || a.position - b.position)
    .map((payment) => ({
      case: payment.caseNumber,
      recipient: payment.applicantName,
      account: payment.account ?? (payment.ownUnit ? paymentTexts[lang].inside : ''),
      amount: payment.ore,
      text: `${payment.caseNumber} ${payment.position + 1}/${payment.instalments}`,
      approvedBy: payment.approvedByName ?? '',
    }))
  const name = `${paymentTexts[lang].title.toLowerCase()}-${osloDate(now)}`
  if (form.text('format') === 'csv') {
    return serveBytes(new Uint8Array(writeCsv(columns, rows)), { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' })
  }
  const bytes = await writeSheet(columns, rows, { sheetName: paymentTexts[lang].title })
  return serveBytes(new Uint8Array(bytes), {
    name: `${name}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
