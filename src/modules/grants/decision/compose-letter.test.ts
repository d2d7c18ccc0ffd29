import { describe, expect, test } from 'vitest'
import { shipped } from '../application/choir.testing.ts'
import { composeLetter, redate, type LetterFacts } from './compose-letter.ts'
import { letterDocument, textBlocks } from './letter-document.ts'

const facts: LetterFacts = {
  lang: 'nb',
  definition: shipped('kor-og-korps'),
  today: '2026-12-01',
  acceptBy: '2026-12-22',
  reportBy: '2027-03-31',
  caseNumber: '2026/17',
  applicant: 'Havnekoret',
  submittedAt: new Date('2026-11-10T09:00:00Z'),
  appliedOre: 60_000_00,
  budget: { costOre: 120_000_00, incomeOre: 60_000_00 },
  checks: [{ rule: 'enoughMembers', outcome: 'meets' }],
  decision: {
    outcome: 'partly-granted',
    ore: 40_000_00,
    reasons: 'Rammen er mindre enn søknadene.',
    conditions: [{ text: 'Bruk pengene til drift.' }],
  },
  decidedBy: { name: 'Tor Bakken, kultursjefen' },
  payments: [{ instalment: 'all', position: 0, ore: 40_000_00, releaseOn: 'accepted' }],
}
const textOf = (given: LetterFacts) => {
  const letter = composeLetter(given)
  return [letter.heading, ...letter.paragraphs.flatMap((p) => [p.heading ?? '', p.text])].join('\n').replace(/\s/g, ' ')
}

describe('The letter', () => {
  test('states outcome, reasons, facts, rules, conditions, payment and the right of appeal with body, deadline and documents', () => {
    const text = textOf(facts)
    for (const said of [
      'Beløp: 40 000 kr. Søknaden gjaldt 60 000 kr.',
      'Rammen er mindre enn søknadene.',
      'Vedtaket er gjort av Tor Bakken, kultursjefen.',
      'Havnekoret sendte søknaden 10. november 2026 (sak 2026/17)',
      'utgifter på 120 000 kr og inntekter på 60 000 kr',
      'oppfylt',
      'Retningslinjer for driftstilskudd',
      '• Bruk pengene til drift.',
      'senest 22. desember 2026',
      'innen 31. mars 2027',
      'Fristen er 3 uker fra du fikk dette brevet',
      'Fjordvik kommunes klagenemnd',
      'rett til å se sakens dokumenter',
    ])
      expect(text).toContain(said)
  })

  test('of a refusal promises nothing: no amount, conditions, payment or report', () => {
    const refused = { ...facts, decision: { ...facts.decision, outcome: 'refused' as const, ore: 0 }, payments: [] }
    const text = textOf(refused)
    expect(text).not.toMatch(/Beløp:|Vilkår|Utbetaling|rapport/)
    expect(text).toContain('Du kan klage')
  })

  test('of a body names the body, the day and the item', () => {
    const text = textOf({ ...facts, decidedBy: { body: 'Formannskapet', heldOn: '2026-11-30', item: '42/26' } })
    expect(text).toContain('Vedtaket er gjort av Formannskapet 30. november 2026, sak 42/26.')
  })

  test('that replaces another says which, and what is paid already', () => {
    const text = textOf({ ...facts, replaces: { day: '2026-11-01', paidOre: 10_000_00 } })
    expect(text).toContain('erstatter vedtaket vi sendte 1. november 2026')
    expect(text).toContain('10 000 kr er alt betalt.')
  })

  test.each(['nb', 'nn', 'en'] as const)('is whole in %s, and the same facts give the same letter', (lang) => {
    expect(composeLetter({ ...facts, lang })).toEqual(composeLetter({ ...facts, lang }))
    expect(composeLetter({ ...facts, lang }).paragraphs).toHaveLength(7)
  })
})

describe('A proofread letter that is announced another day', () => {
  const later = { today: '2026-12-05', acceptBy: '2026-12-26', reportBy: '2027-03-31' }

  test('has its dates moved, each once, and nothing else changed', () => {
    const moved = redate(composeLetter(facts), facts.definition, facts, later)
    expect(moved).toEqual(composeLetter({ ...facts, ...later }))
  })

  test('keeps the proofreader’s own words around the date', () => {
    const letter = composeLetter(facts)
    const edited = { ...letter, paragraphs: [{ text: 'Svar oss innen 22. desember 2026, er du snill.' }] }
    expect(redate(edited, facts.definition, facts, later).paragraphs[0]?.text).toBe(
      'Svar oss innen 26. desember 2026, er du snill.',
    )
  })
})

test('Lines with bullets become a list, everything else stays as it was written', () => {
  expect(textBlocks('Vilkår:\n• En\n• To\n\n*ikke* #kode')).toEqual([
    { type: 'paragraph', text: 'Vilkår:' },
    { type: 'list', items: ['En', 'To'] },
    { type: 'paragraph', text: '*ikke* #kode' },
  ])
  const letter = { lang: 'nb' as const, heading: 'Brev', paragraphs: [{ heading: 'Del', text: 'Tekst' }] }
  const frame = { sender: { name: 'Fjordvik kommune' }, recipient: { name: 'Havnekoret' }, caseNumber: '2026/17' }
  expect(letterDocument(letter, frame, '2026-12-01').blocks).toEqual([
    { type: 'heading', text: 'Del' },
    { type: 'paragraph', text: 'Tekst' },
  ])
})
