import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import type { EffectiveDefinition } from '../../model.ts'
import { getDefinitions } from '../../scheme/queries/versions.ts'
import { organisationAccountContext } from '../../moving-in/staged-cells.ts'
import { accountWarnings, maskAccount, type AccountWarning } from '../rules/account.ts'
import type { PaymentRow } from './list-payments.ts'
import { accountContext, openAccount } from './payment-account.ts'

/** A payment as staff see it: its account masked, with what there is to be warned of. */
export interface ShownPayment {
  row: PaymentRow
  definition: EffectiveDefinition
  /** "•••• •• 17947"; undefined when there is none. */
  maskedAccount: string | undefined
  warnings: AccountWarning[]
}

/** Opens each account only to mask and compare it; the number itself goes no further. */
export async function showPayments(trx: Trx, keyring: Keyring, rows: readonly PaymentRow[]): Promise<ShownPayment[]> {
  const definitionOf = await getDefinitions(trx, rows)
  const { municipalityId } = scopeOf(trx)
  return rows.flatMap((row) => {
    const definition = definitionOf(row)
    if (!definition) return []
    const account = openAccount(trx, keyring, row, { definition, answer: row.accountAnswer })
    const lastPaid =
      row.lastPaidCipher && row.lastPaidCase
        ? keyring.decrypt(row.lastPaidCipher, accountContext(municipalityId, row.lastPaidCase))
        : undefined
    const list =
      row.listCipher && row.organisationId
        ? keyring.decrypt(row.listCipher, organisationAccountContext(municipalityId, row.organisationId))
        : undefined
    const isDone = ['sent', 'confirmed', 'stopped'].includes(row.status)
    const warnings =
      isDone || row.ownUnit
        ? []
        : accountWarnings({
            account,
            register: row.registerAccount,
            list,
            lastPaid,
            changedByRecipient: row.accountChangedAt !== null,
          })
    return [{ row, definition, warnings, maskedAccount: account === undefined ? undefined : maskAccount(account) }]
  })
}
