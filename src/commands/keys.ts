import { resealAccounts, resealAnswers, resealFacts, resealReports, resealImports } from '#grants'
import type { Trx } from '#platform/database/db.ts'
import { rotateNationalIds } from '#platform/identity/index.ts'
import { listMunicipalityScopes, type Command, type CommandInput } from '../command.ts'

export const keysRotate: Command = {
  name: 'keys rotate',
  usage: '',
  help: 'Seals every classified field anew under the first key of TORG_KEYS, while the server runs. When it has finished, and no\nbackup that needs them is kept, the older keys may leave the setting.',
  async run(input) {
    const { services, ownerUrl } = input.torg
    const ring = services.keyring
    let sum = 0
    for (const scope of await listMunicipalityScopes(input)) {
      sum += await untilDone(input, scope, (trx) => rotateNationalIds(trx, ring))
      sum += await untilDone(input, scope, (trx) => resealAnswers(trx, ring))
      sum += await untilDone(input, scope, (trx) => resealReports(trx, ring))
      sum += await untilDone(input, scope, (trx) => resealAccounts(trx, ring))
      sum += await untilDone(input, scope, (trx) => resealImports(trx, ring))
      sum += await resealFacts(ownerUrl, ring, scope.municipalityId)
    }
    input.say(`${sum} sealed fields were moved to the key "${ring.currentKeyId}".`)
    return 0
  },
}

async function untilDone(
  { torg }: CommandInput,
  scope: { municipalityId: string },
  step: (trx: Trx) => Promise<number>,
): Promise<number> {
  let sum = 0
  for (;;) {
    const moved = await torg.services.db.inTransaction({ ...scope, now: torg.services.now() }, step)
    if (moved === 0) return sum
    sum += moved
  }
}
