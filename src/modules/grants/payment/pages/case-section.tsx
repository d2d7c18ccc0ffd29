import { currentPerson } from '#platform/http/index.ts'
import { DataTable, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { CaseSection } from '../../review/pages/case-sections.ts'
import { may } from '../../review/rules/access.ts'
import { listCasePayments } from '../queries/case-payments.ts'
import { paymentTexts } from '../texts/payments.ts'
import { PaymentState } from './payment-state.tsx'
import { Account } from './payments.tsx'

/** The award's payments on the staff case page, each with the way to it for those who may go there. */
export const paymentSection: CaseSection = {
  key: 'payments',
  place: 'main',
  order: 610,
  async show({ c, trx, caseFile }) {
    const { lang, services } = c.var
    const t = paymentTexts[lang]
    const person = currentPerson(c)
    const payments = await listCasePayments(trx, services.keyring, caseFile.id)
    if (payments.length === 0) return undefined
    const opens = may(person, 'readPayments')
    return (
      <Section title={t.title}>
        <DataTable
          lang={lang}
          caption={t.title}
          hideCaption
          rows={payments}
          {...(opens ? { rowHref: ({ row }: (typeof payments)[number]) => `/saker/utbetalinger/${row.id}` } : {})}
          columns={[
            {
              label: t.instalment,
              heading: true,
              cell: ({ row, definition }) =>
                definition.payment.plan.find((each) => each.key === row.instalment)?.title[lang] ?? row.instalment,
            },
            { label: t.state, cell: (each) => <PaymentState {...each} lang={lang} askerId={person.id} /> },
            { label: t.account, cell: (each) => <Account lang={lang} shown={each} /> },
            { label: t.amount, numeric: true, cell: ({ row }) => <b>{formatKr(row.ore, lang)}</b> },
          ]}
        />
      </Section>
    )
  },
}
