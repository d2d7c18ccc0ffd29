/** What stands in a link that is sent by e-mail: a thing's id and a keyed proof that we made it, for one purpose. */

/** What is proved, in which place; the keyring is of the platform. */
export interface Prover {
  lookup(value: string, context: string): Buffer
  lookups(value: string, context: string): Buffer[]
}

/** Taking a reminder of an opening back. */
export const STOP_REMINDER = 'opening-reminder.stop'

export function signedId(prover: Prover, purpose: string, municipalityId: string, id: string): string {
  return `${id}.${prover.lookup(id, `${purpose}:${municipalityId}`).toString('base64url')}`
}

/** The thing's id, or undefined when the token is not one of ours; older keys count while they are in the ring. */
export function readSignedId(prover: Prover, purpose: string, municipalityId: string, token: string): string | undefined {
  const [id = '', proof = ''] = token.split('.')
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  return prover.lookups(id, `${purpose}:${municipalityId}`).some((each) => isSame(each.toString('base64url'), proof))
    ? id
    : undefined
}

/** Takes as long for a near miss as for a far one. */
function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
