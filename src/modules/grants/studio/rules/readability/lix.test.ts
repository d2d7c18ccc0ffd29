import { describe, expect, it } from 'vitest'
import { heavyEn } from './heavy-words-en.ts'
import { heavyNb } from './heavy-words-nb.ts'
import { heavyNn } from './heavy-words-nn.ts'
import { heavyWordsIn, levelOf, lix, longSentences, measure, sentencesIn } from './lix.ts'
import { readabilityOf } from './measure-document.ts'

describe('LIX is words per sentence and the share of long words', () => {
  it('counted by hand: 10 words in 2 sentences, 3 of them long', () => {
    const text = 'Kommunen gir støtte til laget ditt. Du søker digitalt innen fristen.'
    expect(measure(text)).toEqual({ lix: 5.5 + (100 * 3) / 11, words: 11, sentences: 2, longWords: 3 })
    expect(lix('')).toBe(0)
    expect(lix('Hei')).toBe(1)
  })

  it('is named as Björnsson named it', () => {
    expect([20, 25, 34, 44, 54, 55].map(levelOf)).toEqual(['veryEasy', 'easy', 'easy', 'middling', 'hard', 'veryHard'])
  })
})

describe('sentences end where people end them', () => {
  it.each([
    ['Vi støtter kor, korps o.l. i byen. Søk nå.', 2],
    ['Du kan f.eks. søke om leie. Fristen er kl. 12.00 den 1. april.', 2],
    ['Bl.a. utstyr, jf. § 2.1 og forskriften § 3. Se ca. 50 000 kr.', 2],
    ['Vedtatt 14. februar 2024, sak 12/24', 1],
    ['Fristen er 1. mars. Ingen får svar før 2. mai.', 2],
    ['Spør K. Hansen om hjelp! Eller ring oss?', 2],
    ['Du må ha med:\n• regnskap\n• budsjett', 3],
    ['Dette trenger du: Et budsjett. Ei liste.', 3],
    ['We pay e.g. rent. Apply by 1 March.', 2],
    ['Ordninga gjeld frå 2026. Neste år ser vi på henne.', 2],
    ['…', 0],
  ])('%s', (text, count) => {
    expect(sentencesIn(text).map((each) => each.text)).toHaveLength(count)
  })

  it('knows where each stands', () => {
    const text = '  Første setning.  Andre setning. '
    expect(sentencesIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Første setning.', 'Andre setning.'])
  })

  it('tells which are long: more than 25 words', () => {
    const words = (count: number) => `${Array.from({ length: count }, () => 'ord').join(' ')}.`
    expect(longSentences(words(25))).toEqual([])
    expect(longSentences(`Kort. O${words(26).slice(1)}`)).toEqual([expect.objectContaining({ words: 26, from: 6 })])
  })
})

describe('bureaucratic words are marked where they stand, with a plainer one', () => {
  it.each([
    ['Støtte til lag, herunder korps', heavyNb, 'herunder', 'blant annet'],
    ['Spørsmål vedrørende fristen', heavyNb, 'vedrørende', 'om'],
    ['Gis i henhold til forskriften', heavyNb, 'i henhold til', 'etter'],
    ['Tiltaket må være iverksatt', heavyNb, 'iverksatt', 'satt i gang'],
    ['Tiltaket iverksettes nå', heavyNb, 'iverksettes', 'sette i gang'],
    ['Et foretak kan søke', heavyNb, undefined, undefined],
    ['Gjeld dykk vedrørande fristen', heavyNn, 'vedrørande', 'om'],
    ['Eit føretak kan søkje', heavyNn, undefined, undefined],
    ['Pursuant to the regulations', heavyEn, 'Pursuant to', 'under'],
  ])('%s', (text, list, word, plain) => {
    const [found] = heavyWordsIn(text, list)
    expect(found?.word).toBe(word)
    expect(found?.plain).toBe(plain)
    if (found) expect(text.slice(found.from, found.to)).toBe(word)
  })

  it('at least 60 in each Norwegian, 30 in English', () => {
    expect(heavyNb.plain.size).toBeGreaterThanOrEqual(60)
    expect(heavyNn.plain.size).toBeGreaterThanOrEqual(60)
    expect(heavyEn.plain.size).toBeGreaterThanOrEqual(30)
  })
})

it('a scheme is measured as a whole in each language that has running text', () => {
  const text = 'Vi gir støtte til lag som øver fast i byen vår.'
  expect(readabilityOf({ purpose: { nb: text, nn: text } })).toEqual([
    { lang: 'nb', lix: 11, level: 'veryEasy', words: 11, longSentences: 0, heavyWords: 0 },
    expect.objectContaining({ lang: 'nn' }),
  ])
})
