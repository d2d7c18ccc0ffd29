import type { Trx } from '#platform/database/db.ts'

/** The municipality's own number, where it is known. */
export async function ownNumber(trx: Trx): Promise<string | undefined> {
  const { settings } = await trx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
  const number = (settings as Record<string, unknown>)['kommunenummer']
  return typeof number === 'string' ? number : undefined
}
