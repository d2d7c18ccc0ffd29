const tags = new Set([
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
  'title',
  'desc',
  'defs',
  'clippath',
])
const attributes = new Set(
  'xmlns viewbox width height fill stroke stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule clip-path d cx cy r rx ry x y x1 y1 x2 y2 points transform opacity id'.split(
    ' ',
  ),
)

/**
 * A municipality's logo as it may stand inline: shapes only. Gives undefined when anything else is in it
 * (scripts, styles, links, images, event handlers), so that settings can never put code on a page.
 */
export function safeLogo(svg: string): string | undefined {
  const text = svg.trim().replace(/^<\?xml[^>]*\?>\s*/, '')
  if (text.length > 20_000 || !/^<svg[\s>]/i.test(text) || !/<\/svg>$/i.test(text)) return undefined
  const rest = text.replace(/<\/?([a-z]+)((?:\s+[a-z0-9:-]+="[^"<>]*")*)\s*\/?>/gi, (_, tag: string, attrs: string) =>
    isAllowed(tag, attrs) ? '' : '<',
  )
  return rest.includes('<') || rest.includes('&') ? undefined : text
}

function isAllowed(tag: string, attrs: string): boolean {
  if (!tags.has(tag.toLowerCase())) return false
  return [...attrs.matchAll(/([a-z0-9:-]+)="([^"]*)"/gi)].every(
    ([, name = '', value = '']) =>
      attributes.has(name.toLowerCase()) && (!/url|javascript|&/i.test(value) || /^url\(#[\w-]+\)$/.test(value)),
  )
}
