/**
 * Shows every component, served as in the real thing with the strict CSP: `node scripts/gallery.ts [port]`.
 * With `--look` it goes through all pages in Chromium (CHROMIUM, or /usr/bin/chromium), takes pictures at 360 and 1280 px,
 * light and dark, into screenshots/gallery, and ends with an error on axe violations, sideways scroll, small targets
 * or anything the CSP stopped.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { CSP } from '../src/platform/http/security.ts'
import { buildAssets } from './build-assets.ts'
import { lookAtGallery } from './gallery/look.ts'

interface Gallery {
  galleryPages(lang: string): Record<string, unknown>
  loadAssets(dir: string): unknown
  serveAsset(request: Request): Response | undefined
  serveTheme(request: Request): Response | undefined
}

/** Builds the gallery and serves it; `names` are its pages. Close the server when done. */
export async function serveGallery(port: number): Promise<{ server: Server; names: string[]; port: number }> {
  const gallery = await load()
  const names = Object.keys(gallery.galleryPages('nb'))
  const server = createServer((request, response) => {
    void answer(
      gallery,
      new Request(`http://localhost${request.url ?? '/'}`, { headers: request.headers as Record<string, string> }),
    ).then(async (made) => {
      response.writeHead(made.status, { ...Object.fromEntries(made.headers), 'content-security-policy': CSP })
      response.end(Buffer.from(await made.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return { server, names, port: typeof address === 'object' && address ? address.port : port }
}

async function answer(gallery: Gallery, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname
  const file = gallery.serveAsset(request) ?? gallery.serveTheme(request)
  if (file) return file
  const [, lang = 'nb', name = ''] = path.split('/')
  const page = gallery.galleryPages(['nb', 'nn', 'en'].includes(lang) ? lang : 'nb')[path === '/autosave' ? 'errors' : name]
  const list = () => Object.keys(gallery.galleryPages('nb')).map((each) => `<li><a href="/nb/${each}">${each}</a></li>`)
  const html = page ? String(page) : `<!doctype html><title>Galleri</title><ul>${list().join('')}</ul>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

async function load(): Promise<Gallery> {
  // Inside the project, so that packages are found.
  const dir = mkdtempSync(join(import.meta.dirname, '../node_modules/.gallery-'))
  const assets = mkdtempSync(join(tmpdir(), 'torg-assets-'))
  try {
    await Promise.all([
      buildAssets(assets),
      build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        build: {
          ssr: join(import.meta.dirname, 'gallery/pages.tsx'),
          outDir: dir,
          emptyOutDir: false,
          rolldownOptions: { output: { entryFileNames: 'gallery.mjs' } },
        },
      }),
    ])
    const gallery: Gallery = await import(pathToFileURL(join(dir, 'gallery.mjs')).href)
    gallery.loadAssets(assets)
    return gallery
  } finally {
    rmSync(dir, { recursive: true, force: true })
    rmSync(assets, { recursive: true, force: true })
  }
}

const look = process.argv.includes('--look')
const { server, names, port } = await serveGallery(look ? 0 : Number(process.argv[2] ?? 4173))
if (look) {
  const folder = join(import.meta.dirname, '../screenshots/gallery')
  mkdirSync(folder, { recursive: true })
  const only = process.argv.filter((each) => names.includes(each))
  const problems = await lookAtGallery(`http://127.0.0.1:${port}`, only.length > 0 ? only : names, folder)
  server.close()
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'Nothing wrong was found.' : `${problems.length} problems.`)
  process.exitCode = problems.length === 0 ? 0 : 1
} else console.log(`http://127.0.0.1:${port}`)
