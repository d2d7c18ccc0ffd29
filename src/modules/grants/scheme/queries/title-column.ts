import { sql } from 'kysely'
import type { Lang } from '#platform/texts/texts.ts'

/** For a statement with `v` (scheme_version) and `ap` (application): the scheme's title, with its part's where it has parts. */
export function titleColumn(lang: Lang) {
  return sql<string>`v.definition->'title'->>${lang} || coalesce(' – ' || (
    select each.part->'title'->>${lang} from jsonb_array_elements(v.definition->'parts') as each (part)
    where each.part->>'key' = ap.part), '')`
}
