import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import { definitionTexts } from '../../scheme/texts/definition.ts'
import type { Finding } from '../rules/findings.ts'
import { checkTexts } from './checks.ts'

type Data = Record<string, string | number>

/** What keeps a draft from being published, or is worth knowing: one sentence each. Those of a whole definition stand in scheme/texts/definition.ts. */
export const findingTexts = defineTexts({
  nb: {
    missing: () => 'Mangler',
    tooSmall: (d: Data) => `Må være minst ${d.least}`,
    tooLarge: (d: Data) => `Kan ikke være mer enn ${d.most}`,
    notUsable: () => 'Kan ikke brukes slik det står. Se hva feltet ber om.',
    unknownPart: () => 'Inneholder noe Torg ikke kjenner',
    slugTaken: (d: Data) => `Adressen «${d.slug}» brukes av en annen ordning. Velg en annen.`,
    slugFixed: () => 'Adressen kan ikke endres når ordningen er publisert: lenker og saker peker på den.',
  },
  nn: {
    missing: () => 'Manglar',
    tooSmall: (d: Data) => `Må vere minst ${d.least}`,
    tooLarge: (d: Data) => `Kan ikkje vere meir enn ${d.most}`,
    notUsable: () => 'Kan ikkje brukast slik det står. Sjå kva feltet ber om.',
    unknownPart: () => 'Inneheld noko Torg ikkje kjenner',
    slugTaken: (d: Data) => `Adressa «${d.slug}» er brukt av ei anna ordning. Vel ei anna.`,
    slugFixed: () => 'Adressa kan ikkje endrast når ordninga er publisert: lenkjer og saker peikar på ho.',
  },
  en: {
    missing: () => 'Missing',
    tooSmall: (d: Data) => `Must be at least ${d.least}`,
    tooLarge: (d: Data) => `Can be at most ${d.most}`,
    notUsable: () => 'Cannot be used as it stands. See what the field asks for.',
    unknownPart: () => 'Holds something Torg does not know',
    slugTaken: (d: Data) => `The address "${d.slug}" is used by another scheme. Choose another.`,
    slugFixed: () => 'The address cannot be changed once the scheme is published: links and cases point at it.',
  },
})

/** The sentence of a finding, with a capital letter. */
export function sayFinding(finding: Pick<Finding, 'key' | 'data'>, lang: Lang): string {
  const own: Record<string, (data: Data) => string> = { ...definitionTexts[lang], ...findingTexts[lang], ...checkTexts[lang] }
  const data = Object.fromEntries(
    Object.entries(finding.data).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]),
  )
  const sentence = own[finding.key]?.(data) ?? finding.key
  return sentence.charAt(0).toLocaleUpperCase(lang) + sentence.slice(1)
}
