import { afterAll, describe, expect, test } from 'vitest'
import { Invalid } from '#platform/errors.ts'
import type { ApplicationData, LetterData, ListData, Sender } from './model.ts'
import { readPdf } from './read-pdf.testing.ts'
import { renderPdf, stopPdfProcess } from './render-pdf.ts'

const createdAt = new Date('2026-03-03T10:00:00Z')
const sender: Sender = {
  name: 'Fjordvik kommune',
  unit: 'Kultur og idrett',
  colour: '#17495c',
  address: 'Postboks 1, 4000 Fjordvik',
  email: 'post@fjordvik.example',
  organisationNumber: '999 888 777',
}

const letter: LetterData = {
  sender,
  recipient: {
    name: 'Foreningen til fremme av Hundvågs kulturliv og friluftsinteresser, avd. Buøy',
    lines: ['v/ Ánne Máret Čáppa', 'Storgata 1', '4085 Hundvåg'],
  },
  date: '2026-03-03',
  caseNumber: '2026/123',
  title: 'Vedtak: dere får 40 000 kroner',
  blocks: [
    { type: 'paragraph', text: 'Dere har søkt om tilskudd til «Sommerkoret».\n\nKommunen har innvilget 40 000 kroner.' },
    { type: 'heading', text: 'Hvorfor' },
    { type: 'list', items: ['Søknaden oppfyller vilkårene.', 'Rammen rekker.'] },
    {
      type: 'table',
      caption: 'Budsjett',
      columns: [
        { label: 'Post', width: 3 },
        { label: 'Innvilget', align: 'end' },
      ],
      rows: [
        ['Leie av kirke', '10 000 kr'],
        ['Noter', '30 000 kr'],
      ],
      sum: ['Sum', '40 000 kr'],
    },
    { type: 'heading', text: 'Du kan klage' },
    { type: 'facts', items: [{ label: 'Frist', value: '24. mars 2026' }] },
  ],
  signatures: [{ name: 'Kari Nordmann', title: 'avdelingsleder' }],
  attachments: ['Søknaden slik den ble sendt'],
}

afterAll(stopPdfProcess)

describe('A letter', () => {
  test('says who writes, to whom, about which case, what was decided and how to reach the sender', async () => {
    const read = await readPdf(await renderPdf({ template: 'letter', lang: 'nb', createdAt, data: letter }))
    for (const expected of [
      'Fjordvik kommune',
      'friluftsinteresser, avd. Buøy',
      'Ánne Máret Čáppa',
      'Dato: 3. mars 2026',
      'Saksnummer: 2026/123',
      'Vedtak: dere får 40 000 kroner',
      '«Sommerkoret»',
      'Sum',
      '40 000 kr',
      'Kari Nordmann',
      'Brevet er godkjent elektronisk',
      'Søknaden slik den ble sendt',
      'post@fjordvik.example',
      'Side 1 av',
    ]) {
      expect(read.text.replaceAll('\u00a0', ' ')).toContain(expected)
    }
  })

  test('is tagged, has a title and a language, and says that it is both PDF/A-2a and PDF/UA-1', async () => {
    const read = await readPdf(await renderPdf({ template: 'letter', lang: 'nn', createdAt, data: letter }))
    expect(read).toMatchObject({ tagged: true, lang: 'nn', showsTitle: true, title: letter.title })
    expect(read.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(read.tags.filter((tag) => ['H1', 'H2', 'L', 'Table', 'TH', 'Caption'].includes(tag))).toEqual(
      expect.arrayContaining(['H1', 'H2', 'L', 'Caption', 'Table', 'TH']),
    )
    expect(read.tags.filter((tag) => tag === 'TH')).toHaveLength(2)
  })

  test('has the same bytes when it is made again for the same moment', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => renderPdf({ template: 'letter', lang: 'nb', createdAt, data: letter })),
    )
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? [0]))).toBe(true)
    const later = await renderPdf({ template: 'letter', lang: 'nb', createdAt: new Date('2026-03-04T10:00:00Z'), data: letter })
    expect(Buffer.from(first ?? []).equals(Buffer.from(later))).toBe(false)
  })

  test('sets the letters of Norwegian and the Sámi languages', async () => {
    const letters = 'æøå ÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ ïäö ǧǯʒõâå é è ü ß “” – … € ½'
    const data = { ...letter, blocks: [{ type: 'paragraph' as const, text: `${letters} ǩ` }] }
    const read = await readPdf(await renderPdf({ template: 'letter', lang: 'nb', createdAt, data }))
    expect(read.text).toContain(letters)
    // Set from k and its mark, because the font has no such letter.
    expect(read.text.normalize('NFC')).toContain('ǩ')
  })

  test('shows what people type as they typed it, and runs none of it', async () => {
    const hostile =
      '#eval("1+1") $x^2$ #import "@preview/cetz:0.3.0" *b* _i_ `r` \\u{41} </script> #panic("x") = 1 // c /* d */ <label> @ref [x] {y}'
    const data: LetterData = {
      ...letter,
      title: hostile,
      recipient: { name: hostile, lines: [hostile] },
      caseNumber: '#read("/etc/passwd")',
      blocks: [
        { type: 'paragraph', text: hostile },
        { type: 'heading', text: hostile },
        { type: 'list', items: [hostile] },
        { type: 'facts', items: [{ label: hostile, value: hostile }] },
        { type: 'table', columns: [{ label: hostile }], rows: [[hostile]] },
      ],
    }
    const read = await readPdf(await renderPdf({ template: 'letter', lang: 'nb', createdAt, data }))
    const found = read.text.replace(/[\s\u200b]/g, '')
    expect(found.split(hostile.replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(9)
    expect(found).toContain('#read("/etc/passwd")')
    expect(found).not.toContain('root:')
  })

  test('refuses a character that cannot be shown, and names it', async () => {
    const data = { ...letter, blocks: [{ type: 'paragraph' as const, text: 'Vi feirer 🎉 med سلام' }] }
    const refused = await renderPdf({ template: 'letter', lang: 'nb', createdAt, data }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Invalid)
    expect((refused as Invalid).reasons).toEqual([{ key: 'document.missing-glyph', data: { characters: 'ا س ل م 🎉' } }])
  })

  test('keeps to the page whatever is long, and breaks no character in two', async () => {
    const data: LetterData = {
      ...letter,
      recipient: { name: 'A'.repeat(300) },
      blocks: [
        {
          type: 'table',
          columns: [{ label: 'a' }, { label: 'b' }],
          rows: [
            ['x'.repeat(5000), 'kort'],
            ['æ'.repeat(3000), '\ud800 alene'],
          ],
        },
      ],
    }
    const read = await readPdf(await renderPdf({ template: 'letter', lang: 'nb', createdAt, data }))
    expect(read.text.match(/x/g)?.length).toBeGreaterThanOrEqual(5000)
    expect(read.pages.length).toBeGreaterThan(1)
  })

  test('refuses a colour that is not one', async () => {
    const data = { ...letter, sender: { ...sender, colour: 'red' } }
    await expect(renderPdf({ template: 'letter', lang: 'nb', createdAt, data })).rejects.toThrow('#rrggbb')
  })

  test('is refused when a heading level would be skipped, because it would not be accessible', async () => {
    const data = { ...letter, blocks: [{ type: 'heading' as const, level: 2 as const, text: 'For langt ned' }] }
    await expect(renderPdf({ template: 'letter', lang: 'nb', createdAt, data })).rejects.toThrow(/heading level/)
  })
})

describe('A sent application', () => {
  const application: ApplicationData = {
    sender,
    title: 'Søknad: Sommarkoret',
    caseNumber: '2026/124',
    applicant: { name: 'Hundvåg songlag', lines: ['Org.nr. 999 111 222'] },
    sentAt: new Date('2026-03-03T10:00:00Z'),
    sentBy: 'Kari Nordmann',
    sections: [
      {
        title: 'Om tiltaket',
        blocks: [{ type: 'facts', items: [{ label: 'Kva vil de gjere?', value: 'Syngje 🎉\n\nOg syngje meir' }] }],
      },
      {
        title: 'Budsjett',
        blocks: [
          {
            type: 'table',
            columns: [{ label: 'Post' }, { label: 'Kroner', align: 'end' }],
            rows: [['Leige', '1 000']],
            sum: ['Sum', '1 000'],
          },
        ],
      },
    ],
    attachments: [{ name: 'årsmelding.pdf', size: 1_234_567, sha256: 'ab'.repeat(32) }],
  }

  test('is frozen with its questions, answers, sums and the checksums of its attachments', async () => {
    const read = await readPdf(await renderPdf({ template: 'application', lang: 'nn', createdAt, data: application }))
    for (const expected of [
      'Søkjar',
      'Hundvåg songlag',
      'Kva vil de gjere?',
      'Og syngje meir',
      '3. mars 2026 kl. 11.00',
      'årsmelding.pdf',
      '1,2 MB',
    ]) {
      expect(read.text.replaceAll('\u00a0', ' ')).toContain(expected)
    }
    expect(read.text.replace(/[\s\u200b]/g, '')).toContain('ab'.repeat(32))
  })

  test('names a character that cannot be shown, so that no application is stopped by one', async () => {
    const read = await readPdf(await renderPdf({ template: 'application', lang: 'nn', createdAt, data: application }))
    expect(read.text).toContain('Syngje [U+1F389]')
  })
})

describe('A list for a meeting', () => {
  const columns: ListData['columns'] = [
    { label: 'Nr.', width: 0.5 },
    { label: 'Søker', width: 3 },
    { label: 'Innstilt', align: 'end' },
  ]
  const rows = Array.from({ length: 200 }, (_, i) => [String(i + 1), `Lag nummer ${i + 1}`, '1 000 kr'])

  test('of 200 rows has them all, in order, with the header on every page and the sum once', async () => {
    const data: ListData = {
      sender,
      title: 'Innstilling',
      date: '2026-03-03',
      columns,
      groups: [{ rows, sum: ['', 'Sum', '200 000 kr'] }],
    }
    const { pages, text } = await readPdf(await renderPdf({ template: 'list', lang: 'nb', createdAt, data }))
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect(page).toContain('Innstilt')
    expect([...text.matchAll(/Lag nummer (\d+)/g)].map((m) => Number(m[1]))).toEqual(rows.map((_, i) => i + 1))
    expect(text.match(/200 000 kr/g)).toHaveLength(1)
  })

  test('says when a group has no rows', async () => {
    const data: ListData = { sender, title: 'List', date: '2026-03-03', columns, groups: [{ title: 'Sport', rows: [] }] }
    expect((await readPdf(await renderPdf({ template: 'list', lang: 'en', createdAt, data }))).text).toContain('No rows.')
  })
})
