import type { Trx } from '#platform/database/db.ts'
import { json } from '#platform/database/tables.ts'
import type { LookedUp } from '#platform/registers/look-up.ts'

/**
 * Writes down what the register said of an organisation that applies, with when. What it left out is unknown from now on; the bank
 * account comes from elsewhere and stays. Nothing is changed when the register did not answer, or does not know the number.
 */
export async function keepRegisterFacts(trx: Trx, organisationId: string, looked: LookedUp | undefined): Promise<void> {
  if (looked?.answer?.kind !== 'found') return
  const { number, name, form, municipality, inVoluntaryRegister, bankrupt, deleted } = looked.answer.organisation
  const row = await trx
    .selectFrom('organisation')
    .select(['number', 'register_facts', 'register_read_at'])
    .where('id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (row?.number !== number || (row.register_read_at && row.register_read_at >= looked.readAt)) return
  const account = row.register_facts?.bankAccount
  const facts = { form: form || undefined, municipality, inVoluntaryRegister, bankrupt, deleted, source: 'Enhetsregisteret' }
  await trx
    .updateTable('organisation')
    .set({
      ...(name ? { name } : {}),
      ...(form ? { form } : {}),
      register_facts: json({ ...facts, ...(account ? { bankAccount: account } : {}) }),
      register_read_at: looked.readAt,
    })
    .where('id', '=', organisationId)
    .execute()
}
