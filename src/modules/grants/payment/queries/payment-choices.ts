import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'

export interface PaymentChoices {
  schemes: { slug: string; title: string }[]
  rounds: { id: string; title: string }[]
}

/** The schemes that pay something, and the rounds of the chosen one. */
export async function listPaymentChoices(trx: Trx, lang: Lang, scheme: string | undefined): Promise<PaymentChoices> {
  const schemes = await sql<{ slug: string; title: string }>`
    select s.slug, v.definition->'title'->>${lang} as title
    from scheme s join scheme_version v on v.municipality_id = s.municipality_id and v.id = s.current_version_id
    order by 2`.execute(trx)
  if (!scheme) return { schemes: schemes.rows, rounds: [] }
  const rounds = await sql<{ id: string; title: string }>`
    select r.id, r.title->>${lang} as title from round r
    join scheme s on s.municipality_id = r.municipality_id and s.id = r.scheme_id
    where s.slug = ${scheme} order by r.opens_at desc`.execute(trx)
  return { schemes: schemes.rows, rounds: rounds.rows }
}
