import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { projectRoot } from '../project-root.ts'

/** What can be asked for by name; the build gives each a name with the hash of its content. */
export type AssetName =
  | 'torg.css'
  | 'desk.css'
  | 'torg.js'
  | 'desk.js'
  | 'icon.svg'
  | 'torg-sans-400.woff2'
  | 'torg-sans-600.woff2'

type Compressed = Uint8Array<ArrayBuffer> | undefined

interface Asset {
  type: string
  body: Uint8Array<ArrayBuffer>
  br?: Compressed
  gzip?: Compressed
}

interface Loaded {
  names: Record<string, string>
  files: Map<string, Asset>
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

let loaded: Loaded | undefined

/** The address of an asset: "/assets/torg.4f1c2a9b.css". Its plain name before anything is built (tests of HTML). */
export function assetUrl(name: AssetName): string {
  loaded ??= loadAssets()
  return `/assets/${loaded.names[name] ?? name}`
}

/**
 * Answers GET and HEAD for /assets/*: from memory, compressed once, cacheable for ever because a name never changes content.
 * Gives undefined for a name that is not there; the caller answers 404.
 */
export function serveAsset(request: Request): Response | undefined {
  loaded ??= loadAssets()
  const name = new URL(request.url).pathname.replace(/^\/assets\//, '')
  const asset = loaded.files.get(name)
  if (!asset) return undefined
  const accepts = request.headers.get('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepts) && asset[each])
  const body = encoding ? asset[encoding] : asset.body
  const headers = new Headers({
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    'content-length': String(body?.byteLength ?? 0),
  })
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** Reads what the build wrote. Call again after a build in the same process; otherwise it happens at first use. */
export function loadAssets(dir: string = join(projectRoot(), 'dist/assets')): Loaded {
  const manifest = join(dir, 'manifest.json')
  const names: Record<string, string> = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  loaded = {
    names,
    files: new Map(Object.values(names).map((file) => [file, read(join(dir, file))])),
  }
  return loaded
}

function read(file: string): Asset {
  const body = new Uint8Array(readFileSync(file))
  const ending = file.slice(file.lastIndexOf('.') + 1)
  const type = types[ending] ?? 'application/octet-stream'
  if (ending === 'woff2') return { type, body }
  let br: Compressed
  let gzip: Compressed
  return {
    type,
    body,
    // When first asked for: no start waits for it.
    get br() {
      return (br ??= new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })))
    },
    get gzip() {
      return (gzip ??= new Uint8Array(gzipSync(body, { level: 9 })))
    },
  }
}
