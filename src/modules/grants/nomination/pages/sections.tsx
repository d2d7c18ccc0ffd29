import { DefinitionList, Section } from '#platform/look/index.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { formatDateTime } from '#platform/time.ts'
import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { findNominationAnswer } from '../queries/nominations.ts'
import { nominationTexts } from '../texts/nomination.ts'

registerCaseSection({
  key: 'nomination',
  place: 'main',
  order: 150,
  show: ({ c, trx, caseFile }) => shown(trx, caseFile.id, c.var.lang),
})

addMyCaseSection({
  key: 'nomination',
  place: 'main',
  order: 150,
  show: ({ c, trx, case: found }) => shown(trx, found.id, c.var.lang),
})

/** Whether who is proposed has been told, and what they said. */
async function shown(trx: Trx, caseId: string, lang: Lang) {
  const nomination = await findNominationAnswer(trx, caseId)
  if (!nomination) return undefined
  const t = nominationTexts[lang]
  const { answer, told_at: toldAt, answered_at: answeredAt, answered_by: answeredBy } = nomination
  return (
    <Section title={t.section} id="nomination" intro={t.paysAfter}>
      <DefinitionList
        items={[
          {
            label: t.states[answer],
            value: answeredAt
              ? t.by(answeredBy ?? '', formatDateTime(answeredAt, lang))
              : toldAt
                ? t.toldAt(formatDateTime(toldAt, lang))
                : t.notTold,
          },
        ]}
      />
    </Section>
  )
}
