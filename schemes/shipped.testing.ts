import { readdirSync, readFileSync } from 'node:fs'
import { demoMunicipalities } from '../demo/municipalities.ts'
import { SchemeDefinition, type EffectiveDefinition } from '../src/modules/grants/model.ts'
import type { Surroundings } from '../src/modules/grants/scheme/rules/check-definition.ts'
import { forPart } from '../src/modules/grants/scheme/rules/for-part.ts'

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

/** What a scheme may point at: all that its demo municipality has, or, where it has none yet, what it names itself. */
export function surroundingsOf(scheme: SchemeDefinition | undefined): Surroundings {
  const home = homeOf(scheme?.slug ?? '')
  const bodies = (scheme?.authority ?? []).flatMap((band) => band.body ?? [])
  const districts = (scheme?.rounds ?? []).flatMap((round) => round.pots.flatMap((pot) => pot.district ?? []))
  return {
    units: new Set(home ? home.units.map((unit) => unit.key) : [scheme?.unit ?? '', ...bodies]),
    districts: new Set(home ? home.districts.map((district) => district.key) : districts),
  }
}

/** The scheme as it goes for an application: one for each of its parts. */
export const effectivesOf = (scheme: SchemeDefinition): EffectiveDefinition[] =>
  (scheme.parts?.map((part) => part.key) ?? [null]).map((part) => forPart(scheme, part))

export const fieldsOf = (scheme: Pick<SchemeDefinition, 'form'>) => scheme.form.pages.flatMap((page) => page.fields)
