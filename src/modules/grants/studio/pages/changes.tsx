import type { Ctx } from '#platform/http/index.ts'
import type { Trx } from '#platform/database/db.ts'
import { DataTable, EmptyState, LinkButton, Section, Tag } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { getVersion } from '../../scheme/queries/versions.ts'
import type { SchemeDraft } from '../queries/drafts.ts'
import { COUNTED, listVersionsInUse, type VersionInUse } from '../queries/versions-in-use.ts'
import { describeChanges, type Change } from '../rules/differences/describe-changes.ts'
import { readDocument } from '../rules/read-document.ts'
import { withoutBlanks } from '../rules/texts3.ts'
import { publishingTexts } from '../texts/publishing.ts'
import { studioTexts } from '../texts/studio.ts'
import { placeHref } from './by-part.ts'
import { ChangeList } from './change-list.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** What a draft would change, and who follows which version. A scheme never published has neither. */
export interface Comparison {
  /** From the published version now to the draft. */
  changes: Change[]
  /** From the version the draft began from to the one published meanwhile. */
  meanwhile: Change[]
  versions: VersionInUse[]
}

export async function readComparison(trx: Trx, draft: SchemeDraft): Promise<Comparison | undefined> {
  const { current, basedOn, schemeId } = draft
  if (!current || !schemeId) return undefined
  const now = await getVersion(trx, current.versionId)
  const base = basedOn && basedOn.versionId !== current.versionId ? await getVersion(trx, basedOn.versionId) : undefined
  // As it would be published: values nobody has chosen are the standard ones.
  const next = readDocument(draft.document).definition ?? withoutBlanks(draft.document)
  return {
    changes: describeChanges(now.definition, next),
    meanwhile: base ? describeChanges(base.definition, now.definition) : [],
    versions: await listVersionsInUse(trx, schemeId),
  }
}

/** GET /saker/ordninger/:draftId/endringer: what differs from the published version, in words, and which cases stay on which version. */
export async function showChanges(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = publishingTexts[lang]
  const view = await readStudio(c)
  const { draft } = view
  const comparison = await services.db.reading(scope, (trx) => readComparison(trx, draft))
  const shown = { title: t.changesTitle, path: 'endringer', bare: true }
  if (!comparison)
    return await studioPage(
      c,
      view,
      shown,
      <EmptyState title={t.newScheme} action={<LinkButton href={draftHref(draft)}>{studioTexts[lang].overview}</LinkButton>}>
        {t.newSchemeBody}
      </EmptyState>,
    )
  const { changes, versions } = comparison
  return await studioPage(
    c,
    view,
    { ...shown, lead: `${t.changesLead(draft.current?.number ?? 0)} ${changes.length > 0 ? `${t.count(changes.length)}.` : ''}` },
    <>
      {changes.length === 0 ? (
        <EmptyState title={t.noChanges}>{t.noChangesBody}</EmptyState>
      ) : (
        <ChangeList changes={changes} lang={lang} href={(path) => placeHref(draft, path)} />
      )}
      <CasesOnVersions draft={draft} versions={versions} lang={lang} />
    </>,
  )
}

/** Which versions open cases follow; the way to them in the worklist. */
export function CasesOnVersions({
  draft,
  versions,
  lang,
}: {
  draft: SchemeDraft
  versions: readonly VersionInUse[]
  lang: Lang
}) {
  const t = publishingTexts[lang]
  const open = versions.some((version) => version.openCases + version.drafts > 0)
  const count = (n: number) => (n >= COUNTED ? t.atLeast(formatNumber(n, lang)) : formatNumber(n, lang))
  return (
    <Section title={t.casesTitle} id="versjoner" intro={t.casesLead}>
      {open ? (
        <>
          <p>{t.casesAfter((draft.current?.number ?? 0) + 1)}</p>
          <DataTable
            lang={lang}
            caption={t.casesTitle}
            hideCaption
            rows={versions}
            columns={[
              {
                label: t.version,
                cell: (row) => (
                  <>
                    {studioTexts[lang].version(row.number)} {row.isCurrent ? <Tag tone="info">{t.current}</Tag> : null}
                  </>
                ),
              },
              { label: t.publishedAt, cell: (row) => formatDate(row.publishedAt, lang) },
              {
                label: t.openCases,
                numeric: true,
                cell: (row) =>
                  row.openCases === 0 ? (
                    count(0)
                  ) : (
                    <a href={`/saker?visning=all&ordning=${draft.schemeId ?? ''}&versjon=${row.number}`}>
                      {count(row.openCases)}
                      <span class="ds-sr-only"> {t.casesOf(row.number)}</span>
                    </a>
                  ),
              },
              { label: t.begun, numeric: true, cell: (row) => count(row.drafts) },
              ...(versions.some((row) => row.note) ? [{ label: t.note, cell: (row: VersionInUse) => row.note ?? '' }] : []),
            ]}
          />
          <p>
            <a href={`/saker?visning=all&ordning=${draft.schemeId ?? ''}`}>{t.toWorklist}</a>
          </p>
        </>
      ) : (
        <p>{t.casesNone}</p>
      )}
    </Section>
  )
}
