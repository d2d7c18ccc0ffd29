import { renderPdf } from '#platform/documents/render-pdf.ts'
import { serveBytes } from '#platform/files/download.ts'
import { page, type Ctx } from '#platform/http/index.ts'
import { DataTable, Money, PageTitle } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { osloDate } from '#platform/time.ts'
import { potName } from '../../review/pages/pot-name.ts'
import { caseWords } from '../../review/texts/words.ts'
import { decideTexts, outcomeWithAmount } from '../texts/decide.ts'
import { meetingTexts } from '../texts/meeting.ts'
import { agendaHref, readAgenda, sumOf } from './meeting-agenda.ts'

/** GET /saker/mote/:body/:round/liste: the same list as a page, to read or print. */
export async function showMeetingList(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = meetingTexts[lang]
  const { agenda, partial } = await readAgenda(c)
  const body = agenda.body.name[lang]
  return await page(
    c,
    {
      title: t.listTitle(body),
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: t.title, href: '/saker/mote' }, { label: body, href: agendaHref(agenda) }, { label: t.readList }],
    },
    <>
      <PageTitle
        eyebrow={`${agenda.round.scheme[lang]}: ${agenda.round.round[lang]}`}
        title={t.listTitle(body)}
        lead={t.listLead(agenda.cases.length, formatKr(sumOf(agenda), lang))}
      />
      <DataTable
        lang={lang}
        caption={t.listTitle(body)}
        hideCaption
        rows={agenda.cases}
        columns={[
          { label: decideTexts[lang].columns.number, heading: true, narrow: true, cell: (row) => row.number },
          { label: decideTexts[lang].columns.applicant, cell: (row) => row.applicantName },
          { label: t.applied, numeric: true, cell: (row) => <Money ore={row.appliedOre} lang={lang} /> },
          { label: t.recommended, cell: (row) => outcomeWithAmount(caseWords[lang].outcome[row.outcome], row.ore, lang) },
          {
            label: t.reasons,
            cell: (row) => (
              <>
                <p class="tg-written">{row.reasons}</p>
                {partial.has(row.id) ? <p class="tg-quiet">{t.partial((partial.get(row.id) ?? []).join(', '))}</p> : null}
              </>
            ),
          },
        ]}
      />
    </>,
  )
}

/** GET /saker/mote/:body/:round/liste.pdf: the list for the meeting, and nothing more than the body needs. */
export async function downloadMeetingList(c: Ctx): Promise<Response> {
  const lang = c.var.lang
  const t = meetingTexts[lang]
  const now = c.var.services.now()
  const { agenda, partial, pots, sender } = await readAgenda(c)
  const bytes = await renderPdf({
    template: 'list',
    lang,
    createdAt: now,
    urgent: true,
    missing: 'name',
    data: {
      sender,
      title: t.listTitle(agenda.body.name[lang]),
      date: osloDate(now),
      facts: [
        { label: t.round, value: `${agenda.round.scheme[lang]}, ${agenda.round.round[lang]}` },
        ...pots.map((pot) => ({ label: t.pot, value: `${potName(pot, lang)} ${formatKr(pot.totalOre, lang)}` })),
      ],
      columns: [
        { label: decideTexts[lang].columns.number, width: 0.8 },
        { label: decideTexts[lang].columns.applicant, width: 2 },
        { label: t.applied, align: 'end', width: 1 },
        { label: t.recommended, width: 1.5 },
        { label: t.reasons, width: 4 },
      ],
      groups: [
        {
          rows: agenda.cases.map((row) => [
            row.number,
            row.applicantName,
            formatKr(row.appliedOre, lang),
            outcomeWithAmount(caseWords[lang].outcome[row.outcome], row.ore, lang),
            [row.reasons, ...(partial.has(row.id) ? [t.partial((partial.get(row.id) ?? []).join(', '))] : [])].join('\n'),
          ]),
        },
      ],
      total: [{ label: t.total, value: formatKr(sumOf(agenda), lang) }],
    },
  })
  const name = `${t.listTitle(agenda.body.name[lang])} ${osloDate(now)}.pdf`
  return serveBytes(new Uint8Array(bytes), { name, mediaType: 'application/pdf' })
}
