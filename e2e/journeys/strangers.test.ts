import { describe, expect, inject, test } from 'vitest'
import { openSite } from '../site.ts'

const site = openSite(inject('url'))
const polite = {
  nb: 'Finnes ikke, eller er ikke din',
  nn: 'Finst ikkje, eller er ikkje di',
  en: 'Not found, or not yours',
}
const titleOf = (html: string) =>
  /<h1[^>]*>(.*?)<\/h1>/s
    .exec(html)?.[1]
    ?.replace(/<[^>]*>/g, '')
    .trim()

/** The numbers of a person's own cases. */
async function casesOf(person: string): Promise<string[]> {
  const { text } = await site.read('/min-side', person)
  return [...text.matchAll(/href="\/min-side\/saker\/([\d-]+)"/g)].map(([, number = '']) => number)
}

describe('what is not one’s own', () => {
  test('looks like what is not there: the same page for another’s case, a missing one and an unknown address', async () => {
    const [others] = await casesOf('jonas-berge')
    const answers = await Promise.all(
      [`/min-side/saker/${others ?? ''}`, '/min-side/saker/2026-999999', '/finnes-ikke'].map((path) =>
        site.read(path, 'amina-warsame'),
      ),
    )
    const pages = answers.map(({ status, text }) => [status, titleOf(text)])
    expect(pages).toEqual([
      [404, polite.nb],
      [404, polite.nb],
      [404, polite.nb],
    ])
    for (const end of ['/vedtak', '/vedtak.pdf', '/klage', '/trekk'])
      expect((await site.read(`/min-side/saker/${others ?? ''}${end}`, 'amina-warsame')).status).toBe(404)
  })

  test.each([
    ['sigrid-haugland', 'nn'],
    ['daniel-novak', 'en'],
    ['ola-lyngstad', 'nn'],
    ['jonas-berge', 'nb'],
  ] as const)('is said to %s in their own language', async (person, lang) => {
    for (const path of ['/saker', '/saker/2026-1', '/saker/innstillinger', '/saker/utbetalinger', '/tilskudd/finnes-ikke']) {
      const { status, text } = await site.read(path, person)
      expect([path, status, titleOf(text)]).toEqual([path, 404, polite[lang]])
      expect(text).toContain(`<html lang="${lang}"`)
    }
  })

  test('is said to employees whose role is another, and across municipalities', async () => {
    const [number] = await casesOf('jonas-berge')
    for (const [person, path] of [
      ['petter-dahl', `/saker/${number ?? ''}`],
      ['nina-strand', `/saker/${number ?? ''}`],
      ['farid-karimi', '/saker/vedtak'],
      ['vera-holt', '/saker/utlysing'],
      ['maren-lie', '/saker/innstillinger'],
      ['maren-lie', '/min-side'],
    ] as const)
      expect([path, (await site.read(path, person)).status]).toEqual([path, 404])
  })
})
