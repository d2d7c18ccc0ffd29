import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export interface Fetched {
  path: string
  kind: 'page' | 'style' | 'script' | 'font' | 'picture'
  /** On the wire, compressed, with the answer's headers. */
  bytes: number
}

const LIMIT = 100_000

/**
 * Fetches a page as a browser with an empty cache does: the page, its styles and scripts, every font the styles name and every
 * picture the page shows. Throws when it is 100 kB or more in all, or its text is not in the HTML before any script.
 */
export async function weighPage(port: number, host: string, path: string, sentence: string): Promise<Fetched[]> {
  const page = await fetchOne(port, host, path, 'page')
  if (!page.text.includes(sentence)) throw new Error(`"${sentence}" is not in the HTML of ${path} before scripts have run.`)
  const linked = [
    ...links(page.text, /<link[^>]*rel="stylesheet"[^>]*>/g, 'href').map((url) => [url, 'style'] as const),
    ...links(page.text, /<script[^>]*src=[^>]*>/g, 'src').map((url) => [url, 'script'] as const),
    ...links(page.text, /<link[^>]*rel="(?:icon|preload|manifest)"[^>]*>/g, 'href').map(
      (url) => [url, url.endsWith('.woff2') ? 'font' : 'picture'] as const,
    ),
    ...links(page.text, /<(?:img|source)[^>]*>/g, 'src').map((url) => [url, 'picture'] as const),
  ]
  const fetched = new Map<string, Fetched>([[path, page]])
  const get = async (url: string, kind: Fetched['kind']): Promise<string> => {
    const known = new URL(url, `http://${host}`)
    if (known.protocol !== 'http:' || fetched.has(known.pathname + known.search)) return ''
    if (known.hostname !== host) throw new Error(`${path} fetches from elsewhere: ${url}`)
    const one = await fetchOne(port, host, known.pathname + known.search, kind)
    fetched.set(one.path, one)
    return one.text
  }
  for (const [url, kind] of linked) {
    const text = await get(url, kind)
    if (kind !== 'style') continue
    for (const [, file = ''] of text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g))
      await get(new URL(file, `http://${host}${url}`).href, 'font')
  }
  const all = [...fetched.values()].map(({ path: at, kind, bytes }) => ({ path: at, kind, bytes }))
  const sum = all.reduce((total, { bytes }) => total + bytes, 0)
  if (sum >= LIMIT) throw new Error(`${path} weighs ${sum} bytes cold, and may weigh less than ${LIMIT}: ${JSON.stringify(all)}`)
  return all
}

function links(html: string, tags: RegExp, attribute: string): string[] {
  return [...html.matchAll(tags)]
    .flatMap(([tag]) => new RegExp(`\\b${attribute}="([^"]+)"`).exec(tag)?.[1] ?? [])
    .filter((url) => !url.startsWith('data:'))
}

async function fetchOne(port: number, host: string, path: string, kind: Fetched['kind']): Promise<Fetched & { text: string }> {
  return await new Promise((resolve, reject) => {
    // A connection of its own: what has been read on it is exactly this answer.
    const sent = request(
      { host: '127.0.0.1', port, path, agent: false, headers: { host: `${host}:${port}`, 'accept-encoding': 'br, gzip' } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`))
          const body = Buffer.concat(parts)
          const encoding = response.headers['content-encoding']
          const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
          resolve({ path, kind, bytes: response.socket.bytesRead, text: kind === 'font' ? '' : plain.toString('utf8') })
        })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}
