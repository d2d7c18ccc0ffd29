import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../../scripts/build-assets.ts'
import { galleryPages } from '../../../scripts/gallery/pages.tsx'
import {
  assetUrl,
  languageHref,
  loadAssets,
  municipalityThemeCss,
  Page,
  safeLogo,
  serveAsset,
  serveTheme,
  themeUrl,
} from './index.ts'

const dir = mkdtempSync(join(tmpdir(), 'torg-look-'))
const page = {
  lang: 'nb',
  title: 'Tilskudd',
  municipality: { name: 'Fjordvik' },
  nav: [],
  currentPath: '/tilskudd',
  room: 'square',
} as const
const get = (path: string, encoding = 'br') =>
  new Request(`http://localhost${path}`, { headers: { 'accept-encoding': encoding } })

function fetched(path: string, encoding?: string): Response {
  const response = serveAsset(get(path, encoding)) ?? serveTheme(get(path, encoding))
  if (!response) throw new Error(`${path} is not served`)
  return response
}

async function weight(path: string): Promise<number> {
  return (await fetched(path, 'gzip').arrayBuffer()).byteLength
}

beforeAll(async () => {
  await buildAssets(dir)
  loadAssets(dir)
}, 30_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe.each(['nb', 'nn', 'en'] as const)('every page of the gallery in %s', (lang) => {
  it.each(Object.entries(galleryPages(lang)))(
    '%s has no inline style or script, no id twice, one h1, and no link to nowhere',
    async (_, made) => {
      const html = String(made)
      expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)|javascript:/)
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
      for (const list of html.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) {
        for (const id of (list[1] ?? '').split(' ')) expect(ids).toContain(id)
      }
      expect(html).toContain(`<html lang="${lang}"`)
    },
  )
})

describe('a public page', () => {
  it('stays under 100 kB with everything it fetches, and fetches no staff script', async () => {
    const html = String(galleryPages('nb').scheme)
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+|\/tema\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(files.some((file) => file.includes('desk'))).toBe(false)
    const all = new Set([
      ...files,
      assetUrl('torg-sans-600.woff2'),
      ...Object.values(loadAssets(dir).names)
        .filter((n) => n.startsWith('dialogs'))
        .map((n) => `/assets/${n}`),
    ])
    let bytes = Buffer.byteLength(html)
    for (const file of all) bytes += await weight(file)
    expect(bytes).toBeLessThan(100_000)
    const fonts = ['torg-sans-400.woff2', 'torg-sans-600.woff2'] as const
    let fontBytes = 0
    for (const font of fonts) fontBytes += await weight(assetUrl(font))
    expect(fontBytes).toBeLessThan(30_000)
  })

  it('keeps path and query when the language is changed', () => {
    expect(languageHref('/register?q=kor&sprak=nb', 'nn')).toBe('/register?q=kor&sprak=nn')
    expect(languageHref('//evil.example/x', 'en')).toBe('/x?sprak=en')
  })

  it('says who is logged in and for whom, and escapes names', () => {
    const html = String(<Page {...page} person={{ name: 'Amina <b>', actingFor: 'Buøy & kor' }} />)
    expect(html).toContain('Amina &lt;b&gt;')
    expect(html).toContain('for Buøy &amp; kor')
  })

  it('marks where one is in the navigation', () => {
    const nav = [
      { href: '/saker', label: 'Saker' },
      { href: '/saker/tall', label: 'Tall' },
    ]
    const html = String(<Page {...page} nav={nav} currentPath="/saker/tall?aar=2026" />)
    expect(html).toMatch(/href="\/saker\/tall" aria-current="page"/)
    expect(html).not.toMatch(/href="\/saker" aria-current/)
  })
})

describe('assets', () => {
  it('are named by their content, cached for ever, and sent compressed', async () => {
    const url = assetUrl('torg.css')
    expect(url).toMatch(/^\/assets\/torg\.[0-9a-f]{10}\.css$/)
    const response = fetched(url)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-encoding')).toBe('br')
    const css = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(css).toContain('--ds-color-accent-base-default:#0d5560')
    expect(css).toContain(assetUrl('torg-sans-400.woff2'))
    expect(await fetched(url, '').text()).toBe(css)
  })

  it('that are not there are nobody’s', () => {
    expect(serveAsset(get('/assets/../package.json'))).toBeUndefined()
    expect(serveAsset(get('/assets/nope.css'))).toBeUndefined()
    expect(serveTheme(get('/tema/red.css'))).toBeUndefined()
  })

  it('a municipality’s colours come from its address', async () => {
    const response = fetched(themeUrl({ accent: '#7A2E55', accentDark: '#e39abf' }), '')
    expect(await response.text()).toBe(municipalityThemeCss({ accent: '#7a2e55', accentDark: '#e39abf' }))
  })
})

describe('a logo', () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`
  it('of shapes is shown', () => {
    expect(safeLogo(svg('<g fill="#fff"><path d="M0 0h9v9z"/></g>'))).toBeDefined()
  })
  it.each([
    '<script>alert(1)</script>',
    '<path onload="x()" d="M0 0"/>',
    '<path style="fill:red" d="M0 0"/>',
    '<a href="https://x.example"><path d="M0 0"/></a>',
    '<image href="x.png"/>',
    '<path fill="url(https://x.example/a)" d="M0 0"/>',
    '<style>*{display:none}</style>',
    '<path d="M0 0"/></svg><img src="x"><svg>',
    '<path d="M0 0" / onload=x()>',
    '&lt;script&gt;',
  ])('with %s is not', (inside) => {
    expect(safeLogo(svg(inside))).toBeUndefined()
  })
})
