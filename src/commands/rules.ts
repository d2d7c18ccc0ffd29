import { readFile } from 'node:fs/promises'
import { SchemeDefinition, tryRules } from '#grants'
import { chooseMunicipality, Usage, type Command } from '../command.ts'

type Counts = Record<'meets' | 'fails' | 'unknown' | 'other', number>

export const rulesTry: Command = {
  name: 'rules try',
  usage: 'FILE',
  help: 'Works the rules of a scheme definition (JSON) out for every stored application to the scheme of that name, and tells what each\nrule says and how many it says something else of than when they were sent. Writes nothing; Ctrl-C ends it.',
  async run(input) {
    const [file] = input.args
    if (!file) throw new Usage('name a file')
    const definition = await readDefinition(file)
    const scope = await chooseMunicipality(input)
    const { db, keyring } = input.torg.services
    const scheme = await db.reading(scope, (trx) =>
      trx.selectFrom('scheme').select('id').where('slug', '=', definition.slug).executeTakeFirst(),
    )
    if (!scheme) throw new Usage(`${scope.slug} has no scheme "${definition.slug}"`)
    const counts = new Map<string, Counts>()
    const began = performance.now()
    let judged = 0
    let after: string | undefined
    do {
      const part = await db.reading(scope, (trx) =>
        tryRules(trx, { schemeId: scheme.id, definition, keyring, ...(after ? { after } : {}) }),
      )
      for (const { rule, outcome, before } of part.tried.flatMap((each) => each.rules)) {
        const count = counts.get(rule) ?? { meets: 0, fails: 0, unknown: 0, other: 0 }
        count[outcome]++
        if (before && before !== outcome) count.other++
        counts.set(rule, count)
      }
      judged += part.tried.length
      after = part.next
      if (after) process.stderr.write(`  ${judged} applications …\n`)
    } while (after)
    for (const [rule, { meets, fails, unknown, other }] of counts)
      input.say(
        `${rule}: meets ${meets}, fails ${fails}, for a person to judge ${unknown}${other > 0 ? `; other than before ${other}` : ''}`,
      )
    input.say(`${judged} applications, ${counts.size} rules, ${((performance.now() - began) / 1_000).toFixed(1)} s.`)
    return 0
  },
}

async function readDefinition(file: string): Promise<SchemeDefinition> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`${file} cannot be read`)
  })
  const parsed = SchemeDefinition.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Usage(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}
