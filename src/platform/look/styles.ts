import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { isHex } from './theme/color.ts'
import { colorCss } from './theme/theme.ts'

/** A municipality's own colours, #rrggbb. `accentDark` is used on dark screens; the accent lightened when it is not given. */
export interface MunicipalityColors {
  accent: string
  accentDark?: string
}

/**
 * The stylesheet that gives Torg a municipality's colours, in light, dark and high contrast. Whatever colour is chosen,
 * texts reach 4.5 : 1 and borders and buttons 3 : 1: where the colour itself does not, its nearest relative that does is used.
 * Throws when a colour is not written #rrggbb.
 */
export function municipalityThemeCss(colors: MunicipalityColors): string {
  return colorCss({ accent: colors.accent }, colors.accentDark ? { accent: colors.accentDark } : {})
}

/** Where a municipality's stylesheet is served. The address holds the colours, so it is cached for ever and needs no look-up. */
export function themeUrl(colors: MunicipalityColors): string {
  const codes = [colors.accent, ...(colors.accentDark ? [colors.accentDark] : [])]
  if (!codes.every(isHex)) throw new Error(`A colour is not written #rrggbb: ${codes.join(', ')}`)
  return `/tema/${codes.map((hex) => hex.slice(1).toLowerCase()).join('-')}.${version()}.css`
}

const made = new Map<string, Uint8Array<ArrayBuffer>>()
const most = 200

/** Answers GET and HEAD for /tema/*; undefined (404) when the address holds no colours. */
export function serveTheme(request: Request): Response | undefined {
  const match = /^\/tema\/([0-9a-f]{6})(?:-([0-9a-f]{6}))?\.[0-9a-f]+\.css$/.exec(new URL(request.url).pathname)
  if (!match) return undefined
  const css = municipalityThemeCss({ accent: `#${match[1]}`, accentDark: match[2] ? `#${match[2]}` : undefined })
  const accepts = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
  const body = accepts ? compressed(match[0], css) : new TextEncoder().encode(css)
  const headers = new Headers({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    'content-length': String(body.byteLength),
  })
  if (accepts) headers.set('content-encoding', 'br')
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

function compressed(key: string, css: string): Uint8Array<ArrayBuffer> {
  let found = made.get(key)
  if (!found) {
    // Anyone may ask for any colour; the memory for that is bounded.
    if (made.size >= most) made.clear()
    made.set(key, (found = new Uint8Array(brotliCompressSync(css))))
  }
  return found
}

let cachedVersion: string | undefined

/** Changes when the way colours are made changes. */
function version(): string {
  cachedVersion ??= createHash('sha256')
    .update(municipalityThemeCss({ accent: '#123456', accentDark: '#abcdef' }))
    .digest('hex')
    .slice(0, 8)
  return cachedVersion
}
