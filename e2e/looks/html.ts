const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const closedBy: Record<string, RegExp> = {
  p: /^(address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)$/,
}
const inside: [string, RegExp][] = [
  ['a', /^(a|button|input|select|textarea|summary)$/],
  ['button', /^(a|button|input|select|textarea|h[1-6]|div|p|form)$/],
  ['form', /^form$/],
  ['ul', /^(?!li$|template$|script$)/],
  ['ol', /^(?!li$|template$|script$)/],
  ['tr', /^(?!t[dh]$|template$)/],
  ['table', /^(?!caption$|colgroup$|thead$|tbody$|tfoot$)/],
  ['dl', /^(?!d[td]$|div$)/],
]
const childOnly = new Set(['ul', 'ol', 'tr', 'table', 'dl'])

/** What a parser would have to repair in a page as it was sent: tags that do not fit, attributes twice. */
export function checkHtml(html: string): string[] {
  const wrong: string[] = []
  const open: string[] = []
  const say = (what: string) => wrong.push(`HTML: ${what} in ${open.slice(-4).join(' > ')}`)
  if (!/^<!doctype html>/i.test(html)) say('no doctype')
  const tag =
    /<!--.*?-->|<(script|style|textarea|title)\b([^>]*)>.*?<\/\1>|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gs
  for (const found of html.matchAll(tag)) {
    const [, whole, wholeAttributes, slash, rawName, attributes = ''] = found
    const name = (whole ?? rawName ?? '').toLowerCase()
    if (!name || name === '!doctype') continue
    const names = [...(wholeAttributes ?? attributes).matchAll(/([^\s=/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].map(
      ([, n]) => n,
    )
    for (const twice of names.filter((each, at) => names.indexOf(each) !== at)) say(`${twice} twice on <${name}>`)
    if (slash) {
      const last = open.pop()
      if (last !== name) {
        say(`</${name}> where </${last ?? 'nothing'}> was due`)
        if (last) open.push(last)
      }
      continue
    }
    const parent = open.at(-1) ?? ''
    if (closedBy[parent]?.test(name)) say(`<${name}>, which ends it,`)
    for (const [outer, not] of inside) {
      if (childOnly.has(outer) ? parent === outer && not.test(name) : open.includes(outer) && not.test(name))
        say(`<${name}> within <${outer}>`)
    }
    if (!whole && !empty.has(name) && !attributes.endsWith('/')) open.push(name)
  }
  if (open.length > 0) say(`never closed: ${open.join(', ')}`)
  return wrong
}
