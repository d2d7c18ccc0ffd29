import { Alert, LinkButton } from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { DraftInList } from '../queries/list-drafts.ts'
import { applyTexts } from '../texts/apply.ts'

/** What the person has begun in the scheme and not sent. */
export function OwnDrafts({ drafts, lang }: { drafts: readonly DraftInList[]; lang: Lang }) {
  const t = applyTexts[lang]
  return (
    <>
      {drafts.map((draft) => (
        <Alert kind="info" title={t.haveDraft}>
          <p>{t.haveDraftBody(draft.applicant, formatDateTime(draft.savedAt, lang))}</p>
          <LinkButton variant="secondary" href={`/tilskudd/${draft.slug}/soknad/${draft.id}`}>
            {t.continue}
          </LinkButton>
        </Alert>
      ))}
    </>
  )
}
