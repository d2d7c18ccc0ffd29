import { luminance, toOklch, withLuminance } from './color.ts'

export const schemes = ['light', 'dark', 'lightContrast', 'darkContrast'] as const
export type Scheme = (typeof schemes)[number]

/** Designsystemet's sixteen roles of one colour, and five shades for maps and charts with the text that stands on them. */
export const steps = [
  'background-default',
  'background-tinted',
  'surface-default',
  'surface-tinted',
  'surface-hover',
  'surface-active',
  'border-subtle',
  'border-default',
  'border-strong',
  'text-subtle',
  'text-default',
  'base-default',
  'base-hover',
  'base-active',
  'base-contrast-subtle',
  'base-contrast-default',
] as const
export type Step = (typeof steps)[number]
export type Scale = Record<Step, string>

type Luminances = Record<Exclude<Step, `base-${string}`>, number>

/** Chosen so that the pairs in contrast.test.ts hold for any hue. */
const ground: Record<Scheme, Luminances> = {
  light: {
    'background-default': 0.957,
    'background-tinted': 0.885,
    'surface-default': 1,
    'surface-tinted': 0.87,
    'surface-hover': 0.8,
    'surface-active': 0.69,
    'border-subtle': 0.68,
    'border-default': 0.215,
    'border-strong': 0.115,
    'text-subtle': 0.1,
    'text-default': 0.019,
  },
  dark: {
    'background-default': 0.0085,
    'background-tinted': 0.0125,
    'surface-default': 0.0145,
    'surface-tinted': 0.024,
    'surface-hover': 0.035,
    'surface-active': 0.048,
    'border-subtle': 0.06,
    'border-default': 0.24,
    'border-strong': 0.4,
    'text-subtle': 0.43,
    'text-default': 0.83,
  },
  lightContrast: {
    'background-default': 1,
    'background-tinted': 0.93,
    'surface-default': 1,
    'surface-tinted': 0.9,
    'surface-hover': 0.84,
    'surface-active': 0.74,
    'border-subtle': 0.2,
    'border-default': 0.08,
    'border-strong': 0.03,
    'text-subtle': 0.04,
    'text-default': 0.004,
  },
  darkContrast: {
    'background-default': 0.002,
    'background-tinted': 0.006,
    'surface-default': 0.006,
    'surface-tinted': 0.014,
    'surface-hover': 0.024,
    'surface-active': 0.036,
    'border-subtle': 0.3,
    'border-default': 0.5,
    'border-strong': 0.75,
    'text-subtle': 0.76,
    'text-default': 0.96,
  },
}

/** How much of the colour's own strength a step keeps: tints are weak, texts nearly full. */
const strength: Luminances = {
  'background-default': 0.05,
  'background-tinted': 0.16,
  'surface-default': 0.08,
  'surface-tinted': 0.24,
  'surface-hover': 0.32,
  'surface-active': 0.45,
  'border-subtle': 0.5,
  'border-default': 0.85,
  'border-strong': 0.95,
  'text-subtle': 1,
  'text-default': 0.75,
}

/** A colour's scale in a scheme. The colour itself is the base where its contrast allows; else the nearest that does. */
export function makeScale(hex: string, scheme: Scheme): Scale {
  const { h, c } = toOklch(hex)
  const at = (y: number, share = 1) => withLuminance(h, c * share, y)
  const rest = Object.fromEntries(
    Object.entries(ground[scheme]).map(([step, y]) => [step, at(y, strength[step as keyof Luminances])]),
  ) as Record<keyof Luminances, string>
  return { ...rest, ...base(hex, scheme, at) }
}

function base(hex: string, scheme: Scheme, at: (y: number, share?: number) => string) {
  const own = luminance(hex)
  if (scheme === 'light' || scheme === 'lightContrast') {
    const y = Math.min(own, scheme === 'light' ? 0.16 : 0.075)
    // A very dark colour grows lighter under the pointer, since darker would not be seen.
    const move = y > 0.03 ? [0.72, 0.5] : [1.7, 2.4]
    return {
      'base-default': own <= y + 0.0001 ? hex.toLowerCase() : at(y),
      'base-hover': at(Math.max(y, 0.008) * (move[0] ?? 1)),
      'base-active': at(Math.max(y, 0.008) * (move[1] ?? 1)),
      'base-contrast-subtle': at(0.93, 0.2),
      'base-contrast-default': '#ffffff',
    }
  }
  const y = Math.min(0.62, Math.max(own, scheme === 'dark' ? 0.34 : 0.5))
  return {
    'base-default': Math.abs(own - y) < 0.0001 ? hex.toLowerCase() : at(y, 0.85),
    'base-hover': at(y * 1.15, 0.85),
    'base-active': at(y * 1.3, 0.85),
    'base-contrast-subtle': at(0.012, 0.6),
    'base-contrast-default': at(0.004, 0.4),
  }
}

/** Five shades from little to much, and the text on each. */
export function makeShades(hex: string, scheme: Scheme): { shade: string; text: string }[] {
  const { h, c } = toOklch(hex)
  const light = scheme === 'light' || scheme === 'lightContrast'
  // Luminance, and the share of the colour's strength: the lightest stay near paper.
  const levels: [number, number][] = light
    ? [
        [0.86, 0.35],
        [0.62, 0.7],
        [0.4, 1],
        [0.15, 1],
        [0.055, 1],
      ]
    : [0.028, 0.065, 0.115, 0.32, 0.58].map((y) => [y, 0.9])
  const dark = withLuminance(h, c * 0.6, 0.012)
  return levels.map(([y, share], index) => ({
    shade: withLuminance(h, c * share, y),
    text: light === index < 3 ? dark : '#ffffff',
  }))
}
