import { sql } from 'kysely'
import type { Lang } from '#platform/texts/texts.ts'

/** For a statement with `v` (scheme_version) and `ap` (application): the scheme's title, with its part's where it has parts. */
export function titleColumn(lang: Lang) {
  return sql<string>`v.definition->'title'->>${lang} || coalesce(' – ' || (
    select part->'title'->>${lang} from jsonb_array_elements(v.definition->'parts') as part where part->>'key' = ap.part), '')`
}
