/** Answers whether a TrueType font has a glyph for a code point, from its own character map. */
export type Coverage = (codePoint: number) => boolean

/** Reads the map of a TTF. Throws when the font has no Unicode map. */
export function readCoverage(font: Buffer): Coverage {
  const map = findTable(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(map + 2) }, (_, i) => map + 4 + i * 8).map((at) => ({
    key: `${font.readUInt16BE(at)}/${font.readUInt16BE(at + 2)}`,
    start: map + font.readUInt32BE(at + 4),
  }))
  const full = subtables.find((t) => t.key === '3/10' || t.key === '0/4' || t.key === '0/6')
  if (full && font.readUInt16BE(full.start) === 12) return fromGroups(font, full.start)
  const basic = subtables.find((t) => t.key === '3/1' || t.key === '0/3')
  if (basic && font.readUInt16BE(basic.start) === 4) return fromSegments(font, basic.start)
  throw new Error('The font has no Unicode character map.')
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new Error(`The font has no ${tag} table.`)
}

function fromGroups(font: Buffer, start: number): Coverage {
  const count = font.readUInt32BE(start + 12)
  const groups = Array.from({ length: count }, (_, i) => {
    const at = start + 16 + i * 12
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const
  })
  return (codePoint) => groups.some(([first, last]) => codePoint >= first && codePoint <= last)
}

function fromSegments(font: Buffer, start: number): Coverage {
  const size = font.readUInt16BE(start + 6)
  const ends = start + 14
  const starts = ends + size + 2
  return (codePoint) => {
    for (let i = 0; i < size; i += 2) {
      if (codePoint > font.readUInt16BE(ends + i)) continue
      return codePoint >= font.readUInt16BE(starts + i) && codePoint !== 0xffff
    }
    return false
  }
}
