import { DataTable } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatShortDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { RegisterRow } from '../queries/list-register.ts'
import { registerTexts } from '../texts/register.ts'

/** Awards as rows. On an organisation's own page its name is left out. */
export function RegisterTable(props: { lang: Lang; caption: string; rows: RegisterRow[]; oneRecipient?: boolean }) {
  const { lang } = props
  const t = registerTexts[lang]
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      hideCaption
      rows={props.rows}
      columns={[
        ...(props.oneRecipient
          ? []
          : [{ label: t.recipient, heading: true, cell: (r: RegisterRow) => <Recipient lang={lang} row={r} /> }]),
        { label: t.scheme, heading: props.oneRecipient === true, cell: (r) => <Scheme lang={lang} row={r} /> },
        { label: t.district, cell: (r) => r.district ?? '–' },
        { label: t.decided, cell: (r) => (r.awardedOn ? formatShortDate(r.awardedOn, lang) : String(r.year)), narrow: true },
        { label: t.applied, numeric: true, cell: (r) => (r.appliedOre === null ? '–' : formatKr(r.appliedOre, lang)) },
        { label: t.amount, numeric: true, cell: (r) => <b>{formatKr(r.ore, lang)}</b> },
      ]}
    />
  )
}

function Recipient({ lang, row }: { lang: Lang; row: RegisterRow }) {
  if (row.recipient === null) return <>{registerTexts[lang].privatePerson}</>
  return row.organisationNumber ? <a href={`/register/${row.organisationNumber}`}>{row.recipient}</a> : <>{row.recipient}</>
}

function Scheme({ lang, row }: { lang: Lang; row: RegisterRow }) {
  const t = registerTexts[lang]
  if (row.schemeTitle) return <a href={`/tilskudd/${row.schemeSlug}`}>{row.schemeTitle}</a>
  return row.sourceUrl ? <a href={row.sourceUrl}>{t.earlierList}</a> : <>{t.earlierList}</>
}
