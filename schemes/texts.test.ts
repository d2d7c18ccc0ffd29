import { describe, expect, test } from 'vitest'
import { demoMunicipalities, type DemoMunicipality } from '../demo/municipalities.ts'
import { municipalityNames } from './municipality-names.ts'
import { homeOf, schemes, shipped } from './shipped.testing.ts'

type Text3 = { nb: string; nn: string; en: string }

/** Every text in a document with the path to it. */
function textsIn(value: unknown, path = ''): { path: string; text: Text3 }[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = value as Record<string, unknown>
  if (typeof inner.nb === 'string') return [{ path, text: inner as Text3 }]
  return Object.entries(inner).flatMap(([key, item]) => textsIn(item, `${path}.${key}`))
}

/** Everything written but the origin, which may and should name the real scheme. */
function written(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (key === 'modelledOn' ? [] : written(item, `${path}.${key}`)))
}

describe('the texts of the shipped schemes', () => {
  test('name no real municipality outside the origin', () => {
    const names = municipalityNames.map((name) => ({ name, pattern: new RegExp(`(?<!\\p{L})${name}s?(?!\\p{L})`, 'u') }))
    const found = shipped.flatMap(({ name: file, raw }) =>
      written(raw).flatMap(({ path, text }) => names.filter((n) => n.pattern.test(text)).map((n) => `${file}${path}: ${n.name}`)),
    )
    expect(municipalityNames.length).toBeGreaterThan(350)
    expect(found).toEqual([])
  })

  test('name only the municipality that the scheme belongs to', () => {
    const others = (home: DemoMunicipality | undefined) =>
      demoMunicipalities.filter((m) => m !== home).map((m) => m.name.replace(' kommune', ''))
    const strangers = schemes.flatMap((scheme) =>
      written(scheme).flatMap(({ path, text }) =>
        others(homeOf(scheme.slug))
          .filter((name) => text.includes(name))
          .map((name) => `${scheme.slug}${path}: ${name}`),
      ),
    )
    expect(strangers).toEqual([])
  })

  test.each(schemes.map((scheme) => [scheme.slug, scheme] as const))('of %s are easy to read in bokmål (LIX)', (_, scheme) => {
    const prose = textsIn(scheme)
      .map(({ text }) => text.nb)
      .filter((text) => text.split(/\s+/).length >= 8)
    expect(lix(prose.join('. '))).toBeLessThan(45)
    expect(prose.filter((text) => text.split(/\s+/).length >= 20 && lix(text) >= 58)).toEqual([])
  })

  test('in nynorsk are nynorsk', () => {
    const found = shipped.flatMap(({ name, raw }) =>
      textsIn(raw).flatMap(({ path, text }) =>
        (text.nn.toLowerCase().match(bokmal) ?? []).map((word) => `${name}${path}: ${word}`),
      ),
    )
    expect(found).toEqual([])
  })

  test('in bokmål have no nynorsk, and in English no Norwegian words, in them', () => {
    const found = shipped.flatMap(({ name, raw }) =>
      textsIn(raw).flatMap(({ path, text }) => [
        ...(text.nb.toLowerCase().match(nynorsk) ?? []).map((word) => `${name}${path} nb: ${word}`),
        ...(text.en.toLowerCase().match(norwegian) ?? []).map((word) => `${name}${path} en: ${word}`),
      ]),
    )
    expect(found).toEqual([])
  })

  test('differ between the languages where they are more than a name', () => {
    const same = shipped.flatMap(({ name, raw }) =>
      textsIn(raw)
        .filter(
          ({ text }) =>
            (text.nb.length > 60 && text.nb === text.nn) ||
            (text.nb === text.en && !['kWh', 'kroner', 'Film', 'Partner'].includes(text.nb)),
        )
        .map(({ path, text }) => `${name}${path}: ${text.nb}`),
    )
    expect(same).toEqual([])
  })

  test('have no loose ends: no double spaces, no blank edges, no placeholders', () => {
    const loose = shipped.flatMap(({ name, raw }) =>
      written(raw)
        .filter(({ text }) => / {2}|^\s|\s$|\{|\}|TODO|XXX|undefined/.test(text))
        .map(({ path }) => name + path),
    )
    expect(loose).toEqual([])
  })
})

/** Words per sentence plus the share of words over six letters: under 40 is easy, over 50 is heavy. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const sentences = text.split(/[.!?:]+(?=\s|$)/).filter((part) => /\p{L}/u.test(part)).length
  return (
    words.length / Math.max(sentences, 1) + (100 * words.filter((word) => word.length > 6).length) / Math.max(words.length, 1)
  )
}

const anyOf = (words: string) => new RegExp(`(?<!\\p{L})(?:${words.trim().split(/\s+/).join('|')})(?!\\p{L})`, 'gu')
const bokmal = anyOf(`
  ikke hvis noen noe fra jeg hva hvor hvordan hvorfor hvem hvilken hvilket hvilke hver hvert også bare dere deres en
  et være blitt kommer gjør gjøre tilskudd tilskuddet ordningen søkeren søkerne søker penger pengene uke uker måned
  måneder opplysninger opplysningene regnskap regnskapet åpen åpent åpne egen eget egne mye mer sammen selv uten innen
  derfor innvilget saksbehandler leder lederen husleie finner holder vet annen annet disse vanlig offentlig offentlige
  gjelder forening foreninger organisasjoner aktiviteter avgjør vedtatt ønsker trenger skole
`)
const nynorsk = anyOf(`
  ikkje dersom nokon noko frå eg kva kvar kvifor korleis kven kvart berre dykk dykkar ein eit vere kjem gjer gjere tilskot tilskotet ordninga
  søkjer søkjaren pengar veke veker månad opplysningar rekneskap open ope eigen eige mykje meir saman sjølv utan innan difor saksbehandlar
`)
const norwegian = anyOf(`og ikke det er som på til med søknad søknaden tilskudd kommune kommunen du har kan eller`)
