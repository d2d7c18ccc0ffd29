// Colour arithmetic: sRGB hex, WCAG luminance and contrast, and OKLCH, where lightness, strength and hue are apart.

/** Lightness 0–1, chroma 0–about 0.37, hue in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

type Rgb = readonly [number, number, number]

/** True for "#1a2b3c"; the only way colours are written here. */
export function isHex(value: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(value)
}

/** WCAG 2 relative luminance, 0 (black) to 1 (white). */
export function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2 contrast ratio, 1 to 21, whichever of the two is lighter. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** The hue and strength of a colour. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: (Math.atan2(bb, a) * 180) / Math.PI,
  }
}

/**
 * The colour with this hue, at most this chroma, and this WCAG luminance: contrast follows from luminance alone,
 * so a scale made this way keeps its contrasts whatever colour a municipality chooses.
 */
export function withLuminance(hue: number, chroma: number, target: number): string {
  if (target >= 0.999) return '#ffffff'
  let [low, high] = [0, 1]
  let found = '#000000'
  for (let i = 0; i < 24; i++) {
    const l = (low + high) / 2
    found = inGamut({ l, c: chroma, h: hue })
    if (luminance(found) < target) low = l
    else high = l
  }
  return found
}

/** Less chroma until the screen can show it. */
function inGamut(color: Oklch): string {
  let [low, high] = [0, color.c]
  if (fits(toLinear(color))) return toHex(toLinear(color))
  for (let i = 0; i < 16; i++) {
    const c = (low + high) / 2
    if (fits(toLinear({ ...color, c }))) low = c
    else high = c
  }
  return toHex(toLinear({ ...color, c: low }))
}

function toLinear({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const ll = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const mm = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const ss = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss,
    -1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss,
    -0.0041960863 * ll - 0.7034186147 * mm + 1.707614701 * ss,
  ]
}

function fits(rgb: Rgb): boolean {
  return rgb.every((v) => v >= -0.0005 && v <= 1.0005)
}

function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((v) => {
      const clipped = Math.min(1, Math.max(0, v))
      const s = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
      return Math.round(s * 255)
        .toString(16)
        .padStart(2, '0')
    })
    .join('')}`
}

function linear(hex: string): Rgb {
  if (!isHex(hex)) throw new Error(`"${hex}" is not a colour written #rrggbb`)
  const part = (at: number) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}
