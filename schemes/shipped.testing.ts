import { readdirSync, readFileSync } from 'node:fs'
import { demoMunicipalities } from '../demo/municipalities.ts'
import { SchemeDefinition } from '../src/modules/grants/model.ts'

/** For tests: every shipped file, as it stands and as it parses. */
export const shipped = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const raw = JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')) as unknown
    return { name, raw, parsed: SchemeDefinition.safeParse(raw) }
  })

/** Those that parse; a test says that all do. */
export const schemes = shipped.flatMap((s) => (s.parsed.success ? [s.parsed.data] : []))

export const homeOf = (slug: string) => demoMunicipalities.find((m) => m.schemes.includes(slug))

export const fieldsOf = (scheme: SchemeDefinition) => scheme.form.pages.flatMap((page) => page.fields)
