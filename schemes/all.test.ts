import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { schemes } from './shipped.testing.ts'

/** The real schemes that the library is modelled on, with who gives the money. */
const real: readonly (readonly [municipality: string, name: string])[] = [
  ['Stavanger', 'Tilskudd fra bydelsutvalgene og kommunedelsutvalgene'],
  ['Stavanger', 'Tilskudd til profesjonelle kunst- og kulturtiltak'],
  ['Stavanger', 'Tilskudd til kulturvirksomheter'],
  ['Stavanger', 'Tilskudd til kor, korps og kulturorganisasjoner'],
  ['Stavanger (prioriterer) / Rogaland fylkeskommune (forvalter)', 'Tilskudd til kulturbygg'],
  ['Stavanger', 'Folkehelsemidler – søk om økonomisk støtte'],
  ['Stavanger', 'Nærmiljøtilskudd for Kvernevik'],
  ['Stavanger', 'Tilskudd til integreringsarbeid i regi av frivillige organisasjoner'],
  ['Stavanger', 'Støtte til klima- og miljøtiltak på kulturarrangement'],
  ['Stavanger', 'Næringsstøtte'],
  ['Stavanger', 'Strømstøtte til frivillige organisasjoner'],
  ['Stavanger', 'Kommunalt idrettsstipend'],
  ['Stavanger', 'Kommunalt driftstilskudd til idrettslag'],
  ['Stavanger', 'Tilskudd til lag, organisasjoner og private institusjoner (navngitte i HØP)'],
  ['Bergen', 'Tilskudd til kultur- og fritidsorganisasjoner for barn, unge og studenter'],
  ['Trondheim', 'Aktiviteter for barn og unge'],
  ['Trondheim', 'Drift av aktiviteter og åpne møteplasser for ungdom'],
  ['Oslo', 'Frivillighetsmidler Bydel Nordre Aker'],
  ['Oslo', 'Frivillighetsmidler Bydel St. Hanshaugen'],
  ['Kristiansand', 'Tilskuddsbasen – 7 helse-/sosialordninger'],
  ['Vestland fylkeskommune', 'Lokale klima- og miljøtiltak'],
  ['Stange', 'Næringsfond'],
]

describe('the library', () => {
  test('is written down as 22 different schemes', () => {
    expect(new Set(real.map((each) => each.join(': '))).size).toBe(22)
  })

  test.each(real)('has a scheme modelled on the one of %s: %s', (municipality, name) => {
    const found = schemes.filter((scheme) => scheme.modelledOn?.municipality === municipality && scheme.modelledOn.name === name)
    expect(found).toHaveLength(1)
    expect(found[0]?.modelledOn?.source).toMatch(/^https?:/)
    expect(found[0]?.modelledOn?.notes?.length).toBeGreaterThan(40)
  })
})

describe('the code', () => {
  const folder = path.join(projectRoot(), 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|testing)\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8').toLowerCase() }))

  test('has no case for one scheme: it names none of them, by slug or by title', () => {
    const names = schemes.flatMap(({ slug, title }) => [slug, title.nb, title.nn, title.en])
    const found = names.flatMap((name) => {
      const escaped = name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const alone = new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'u')
      return files.filter(({ text }) => alone.test(text)).map((file) => `${file.name}: ${name}`)
    })
    expect(files.length).toBeGreaterThan(300)
    expect(found).toEqual([])
  })
})
