import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { openAnswers } from '../../application/sealed-answers.ts'
import type { Answer, SchemeDefinition } from '../../model.ts'

/** Where a payment's account stands: its ciphertext opens for this municipality and case only. */
export function accountContext(municipalityId: string, caseId: string): string {
  return `payment.account:${municipalityId}:${caseId}`
}

/** The payment's own account where it has one, else the one the application gave. Undefined when there is none. */
export function openAccount(
  trx: Trx,
  keyring: Keyring,
  payment: { caseId: string; accountCipher: string | null },
  application: { definition: SchemeDefinition; answer: Answer | null | undefined },
): string | undefined {
  const { municipalityId } = scopeOf(trx)
  if (payment.accountCipher) return keyring.decrypt(payment.accountCipher, accountContext(municipalityId, payment.caseId))
  const field = application.definition.payment.accountField
  if (!field || application.answer === null || application.answer === undefined) return undefined
  const place = { municipalityId, kind: 'case' as const, id: payment.caseId }
  const account = openAnswers(application.definition, { [field]: application.answer }, keyring, place)[field]
  return typeof account === 'string' && account !== '' ? account : undefined
}
