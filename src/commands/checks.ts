import { replayChecks } from '#grants'
import { listMunicipalityScopes, type Command } from '../command.ts'

export const checksReplay: Command = {
  name: 'checks replay',
  usage: '',
  help: 'Works every stored check out again from its own rule, facts and day, and tells which differ: none ever should.\nThe exit code is 1 when one does.',
  async run(input) {
    const { db, keyring, now } = input.torg.services
    let replayed = 0
    let different = 0
    for (const scope of await listMunicipalityScopes(input)) {
      let after: string | undefined
      do {
        const part = await db.reading({ ...scope, now: now() }, (trx) => replayChecks(trx, keyring, after))
        replayed += part.replayed
        different += part.differences.length
        for (const d of part.differences)
          input.say(`${scope.slug} ${d.caseNumber} ${d.rule}: was ${d.stored} (${d.evaluator}), is now ${d.replayed}`)
        after = part.next
      } while (after)
    }
    input.say(`${replayed} checks worked out again, ${different} differ.`)
    return different === 0 ? 0 : 1
  },
}
