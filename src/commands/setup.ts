import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { MunicipalitySettings, saveMunicipality, staffRoles } from '#cases'
import { describeFault, loadSchemes } from '#grants'
import { inviteStaff } from '#platform/identity/index.ts'
import { chooseMunicipality, Usage, type Command } from '../command.ts'

export const municipalityAdd: Command = {
  name: 'municipality add',
  usage: 'SLUG --name NAME --host HOST [--host HOST …] [--number ORGNR] [--settings FILE]',
  help: 'Adds a municipality with the host names it answers on, or changes the one with this short name.\nFILE is JSON: accent colour, logoSvg, language (nb or nn), kommunenummer, contact.',
  options: {
    name: { type: 'string' },
    host: { type: 'string', multiple: true },
    number: { type: 'string' },
    settings: { type: 'string' },
  },
  async run({ args, options, torg, say }) {
    const [slug] = args
    const { name, number, settings } = options
    const hosts = options['host'] as string[] | undefined
    if (!slug || !/^[a-z][a-z0-9-]{1,40}$/.test(slug)) throw new Usage('give a short name of small letters, digits and hyphens')
    if (typeof name !== 'string' || !hosts?.length) throw new Usage('--name and at least one --host are needed')
    await saveMunicipality(torg.ownerUrl, {
      slug,
      name,
      hosts,
      settings: typeof settings === 'string' ? await readSettings(settings) : {},
      ...(typeof number === 'string' ? { organisationNumber: number } : {}),
    })
    say(`${name} answers on ${hosts.join(', ')}.`)
    return 0
  },
}

export const adminAdd: Command = {
  name: 'admin add',
  usage: 'LOGIN-NAME --name NAME [--role ROLE …]',
  help: `Names an employee by the login name the provider knows, usually an e-mail address, as administrator; who then gives\nroles to others in the browser. Roles: ${staffRoles.join(', ')}.`,
  options: { name: { type: 'string' }, role: { type: 'string', multiple: true } },
  async run(input) {
    const [loginName] = input.args
    const name = input.options['name']
    const roles = (input.options['role'] as string[] | undefined) ?? ['administrator']
    if (!loginName || typeof name !== 'string') throw new Usage('a login name and --name are needed')
    const wrong = roles.find((role) => !(staffRoles as readonly string[]).includes(role))
    if (wrong) throw new Usage(`there is no role "${wrong}"`)
    const scope = await chooseMunicipality(input)
    await input.torg.services.db.inTransaction(scope, (trx) => inviteStaff(trx, { loginName, name, roles }))
    input.say(`${name} has ${roles.join(', ')} in ${scope.slug}, from the first login as ${loginName}.`)
    return 0
  },
}

export const schemesLoad: Command = {
  name: 'schemes load',
  usage: 'FOLDER [--only SLUG …] [--dry-run]',
  help: 'Publishes the scheme definitions (JSON) in a folder. A definition that is already the current version changes nothing;\na changed one becomes the next version.',
  options: { only: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' } },
  async run(input) {
    const [folder] = input.args
    if (!folder) throw new Usage('name a folder')
    const scope = await chooseMunicipality(input)
    const only = input.options['only'] as string[] | undefined
    const loaded = await loadSchemes(input.torg.services.db, scope, path.resolve(folder), {
      now: input.torg.services.now(),
      dryRun: input.options['dry-run'] === true,
      ...(only ? { only } : {}),
    })
    for (const scheme of loaded) {
      input.say(`${scheme.file}: ${scheme.outcome}${scheme.number ? `, version ${scheme.number}` : ''}`)
      for (const reason of scheme.reasons) input.say(`  ${describeFault(reason, 'en')}`)
    }
    return loaded.some((scheme) => scheme.outcome === 'refused') ? 1 : 0
  },
}

async function readSettings(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`--settings: ${file} cannot be read`)
  })
  const parsed = MunicipalitySettings.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new Usage(`--settings: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`)
  return parsed.data
}
