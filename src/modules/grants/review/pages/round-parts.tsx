import type { Ctx } from '#platform/http/index.ts'
import { Tabs } from '#platform/look/index.ts'
import type { RoundTable } from '../queries/round-table.ts'
import { roundTexts } from '../texts/round.ts'

/** The cases of one part of the scheme at a time, or of all. Nothing in schemes without parts. */
export function PartTabs({ c, table }: { c: Ctx; table: RoundTable }) {
  const { lang } = c.var
  const t = roundTexts[lang]
  const { parts } = table.definition
  if (!parts) return null
  const here = `/saker/utlysing/${table.round.id}`
  const now = c.req.query('del')
  return (
    <Tabs
      label={t.part}
      tabs={[
        { label: t.allParts, href: here, current: !now },
        ...parts.map((part) => ({ label: part.title[lang], href: `${here}?del=${part.key}`, current: now === part.key })),
      ]}
    />
  )
}
