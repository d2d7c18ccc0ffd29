/** Markup as plain text with its lines: "• " before points of a list, addresses of links in brackets. */

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  aring: 'å',
  Aring: 'Å',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  auml: 'ä',
  ouml: 'ö',
}
const MOST = 100_000

export interface PlainText {
  text: string
  /** What the markup had that text cannot hold: pictures, frames, scripts. */
  lost: string[]
}

/** Reads left to right, once. Text without markup comes back as it is. */
export function plainText(markup: string): PlainText {
  const source = markup.slice(0, MOST)
  const lost = new Set<string>(markup.length > MOST ? [`more than ${MOST} characters`] : [])
  if (!/[<&]/.test(source)) return { text: tidy(source), lost: [...lost] }
  let text = ''
  let at = 0
  let href: string | undefined
  while (at < source.length) {
    const char = source[at]
    const tag = char === '<' ? readTag(source, at) : undefined
    if (tag) {
      at = tag.end
      if ((tag.name === 'script' || tag.name === 'style') && !tag.closing) {
        lost.add(tag.name)
        const close = source.toLowerCase().indexOf(`</${tag.name}`, at)
        at = close < 0 ? source.length : close
      } else if (lossy.has(tag.name) && !tag.closing) {
        lost.add(tag.name)
        const words = attribute(tag.inside, 'alt') ?? attribute(tag.inside, 'src')
        if (words) text += ` (${words}) `
      } else if (tag.name === 'a') {
        if (tag.closing && href && !text.endsWith(href)) text += ` (${href})`
        href = tag.closing ? undefined : webAddress(attribute(tag.inside, 'href'))
      } else text += breaks(tag.name, tag.closing)
      continue
    }
    const entity = char === '&' ? readEntity(source, at) : undefined
    text += entity?.text ?? char ?? ''
    at += entity?.length ?? 1
  }
  return { text: tidy(text), lost: [...lost] }
}

const lossy = new Set([
  'img',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'svg',
  'canvas',
  'form',
  'input',
  'button',
  'select',
])
const blocks = new Set(
  'p div ul ol table tr section article header footer fieldset legend label blockquote details summary h1 h2 h3 h4 h5 h6 dl dt'.split(
    ' ',
  ),
)

function breaks(name: string, closing: boolean): string {
  if (name === 'br' || name === 'hr') return '\n'
  if (name === 'li' || name === 'dd') return closing ? '' : '\n• '
  if (name === 'td' || name === 'th') return closing ? ' | ' : ''
  return blocks.has(name) ? '\n' : ''
}

interface Tag {
  name: string
  closing: boolean
  inside: string
  end: number
}

/** A tag or a comment at this place; undefined where "<" is just a sign. */
function readTag(source: string, at: number): Tag | undefined {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at)
    return { name: '!', closing: false, inside: '', end: end < 0 ? source.length : end + 3 }
  }
  const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,30})(?=[\s/>])/.exec(source.slice(at, at + 40))
  if (!head) return undefined
  const end = source.indexOf('>', at)
  if (end < 0) return undefined
  return {
    name: (head[2] ?? '').toLowerCase(),
    closing: head[1] === '/',
    inside: source.slice(at + head[0].length, end),
    end: end + 1,
  }
}

function attribute(inside: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(inside)
  return found?.[1] ?? found?.[2]
}

function webAddress(href: string | undefined): string | undefined {
  return href && /^(https?:|mailto:|tel:)/i.test(href) ? href : undefined
}

function readEntity(source: string, at: number): { text: string; length: number } | undefined {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/.exec(source.slice(at, at + 12))
  if (!found) return undefined
  const code = found[1] ? Number(found[1]) : found[2] ? Number.parseInt(found[2], 16) : undefined
  const text =
    code === undefined
      ? Object.hasOwn(named, found[3] ?? '')
        ? named[found[3] ?? '']
        : undefined
      : code > 31 && code < 0x110000
        ? String.fromCodePoint(code)
        : ' '
  return text === undefined ? undefined : { text, length: found[0].length }
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
