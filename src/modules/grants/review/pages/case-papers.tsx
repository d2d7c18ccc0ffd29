import { caseSlug } from '#cases'
import { DataTable, Details, Money, Section, Tag } from '#platform/look/index.ts'
import { formatDate, formatDateTime, formatShortDate } from '#platform/time.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import { caseTexts } from '../texts/case.ts'
import { caseWords, statusTones } from '../texts/words.ts'
import type { CaseLook } from './case-look.ts'

/** Questions to the applicant and what came back. */
export function RequestsPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { requests } = look.details
  if (requests.length === 0) return null
  return (
    <Section title={t.requests} id="requests">
      {requests.map((request) => (
        <article class="tg-message">
          <p class="tg-quiet">
            {formatDateTime(request.askedAt, lang)} · {t.answerBy(formatDate(request.answerBy, lang))}
          </p>
          <p class="tg-written">{request.question}</p>
          {request.answeredAt ? (
            <>
              <p class="tg-quiet">{formatDateTime(request.answeredAt, lang)}</p>
              <p class="tg-written">{request.answer}</p>
            </>
          ) : (
            <p class="tg-quiet">{t.noAnswer}</p>
          )}
        </article>
      ))}
    </Section>
  )
}

export function DocumentsPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { documents } = look.details
  return (
    <Section title={t.documents} id="documents">
      {documents.length === 0 ? (
        <p class="tg-quiet">{t.noDocuments}</p>
      ) : (
        <ul class="tg-plainlist">
          {documents.map((document) => (
            <li>
              {document.hasFile ? <a href={`/saker/dokumenter/${document.id}`}>{document.title}</a> : document.title}{' '}
              <span class="tg-quiet">{formatShortDate(document.createdAt, lang)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function NotesPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { notes } = look.details
  return (
    <Section title={t.notes} id="notes">
      {notes.length === 0 ? <p class="tg-quiet">{t.noNotes}</p> : null}
      {notes.map((note) => (
        <article class="tg-message">
          <p class="tg-quiet">
            {note.by} · {formatDateTime(note.at, lang)}
          </p>
          <p class="tg-written">{note.body}</p>
        </article>
      ))}
    </Section>
  )
}

export function LinkedPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const { linked } = look.details
  if (linked.length === 0) return null
  return (
    <Section title={caseTexts[lang].linked} id="linked">
      <ul class="tg-plainlist">
        {linked.map((each) => (
          <li>
            <a href={`/saker/${caseSlug(each.number)}`}>{each.number}</a> {each.districtName}{' '}
            <Tag tone={statusTones[each.status as CaseStatus]}>{caseWords[lang].status[each.status as CaseStatus]}</Tag>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the same applicant has applied for and been given. */
export function EarlierPart({ look }: { look: CaseLook }) {
  const lang = look.c.var.lang
  const t = caseTexts[lang]
  const { earlier } = look.details
  return (
    <Section id="earlier">
      <Details summary={`${t.earlier} (${earlier.length})`} open={earlier.length > 0 && earlier.length < 4}>
        {earlier.length === 0 ? (
          <p class="tg-quiet">{t.noEarlier}</p>
        ) : (
          <DataTable
            lang={lang}
            caption={t.earlier}
            hideCaption
            rows={earlier}
            rowHref={(row) => `/saker/${caseSlug(row.number)}`}
            columns={[
              { label: t.caseNumber('').trim(), cell: (row) => row.number, heading: true },
              { label: t.round, cell: (row) => row.title },
              { label: t.received, cell: (row) => formatShortDate(row.receivedAt, lang) },
              { label: t.applied, numeric: true, cell: (row) => <Money ore={row.appliedOre} lang={lang} /> },
              {
                label: t.granted,
                numeric: true,
                cell: (row) => (row.grantedOre === null ? '' : <Money ore={row.grantedOre} lang={lang} />),
              },
            ]}
          />
        )}
      </Details>
    </Section>
  )
}
