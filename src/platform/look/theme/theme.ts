import { makeScale, makeShades, schemes, steps, type Scheme } from './scale.ts'

/** Torg's own colours: fjord, warm paper, rowan for "do this now"; the rest says how things went. */
export const torgColors = {
  accent: '#0d5560',
  neutral: '#7b7264',
  info: '#2b6a9c',
  success: '#2c7a4b',
  warning: '#c2610c',
  danger: '#b42335',
} as const

/** By night the ground is slate, not sand. */
const torgNight = { neutral: '#6c7478' } as const

export type ColorName = keyof typeof torgColors

const selectors: Record<Scheme, (rules: string) => string> = {
  light: (rules) => `:root,[data-color-scheme=light]{color-scheme:light;${rules}}`,
  dark: (rules) =>
    `@media (prefers-color-scheme:dark){:root:not([data-color-scheme=light]){color-scheme:dark;${rules}}}[data-color-scheme=dark]{color-scheme:dark;${rules}}`,
  lightContrast: (rules) => `@media (prefers-contrast:more){:root,[data-color-scheme=light]{${rules}}}`,
  darkContrast: (rules) =>
    `@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root:not([data-color-scheme=light]){${rules}}}@media (prefers-contrast:more){[data-color-scheme=dark]{${rules}}}`,
}

/** Printing is always dark on white, whatever the screen is. */
const printed = (rules: string) => `@media print{:root,:root:not([data-color-scheme=light]){color-scheme:light;${rules}}}`

/**
 * The variables of some colours in every scheme, as CSS. `dark` replaces a colour where the screen is dark.
 * All contrasts hold by construction (scale.ts).
 */
export function colorCss(colors: Partial<Record<ColorName, string>>, dark: Partial<Record<ColorName, string>> = {}): string {
  const rules = (scheme: Scheme) =>
    (Object.entries(colors) as [ColorName, string][])
      .map(([name, light]) => variables(name, scheme.startsWith('dark') ? (dark[name] ?? light) : light, scheme))
      .join('')
  return schemes.map((scheme) => selectors[scheme](rules(scheme))).join('') + printed(rules('light'))
}

function variables(name: ColorName, hex: string, scheme: Scheme): string {
  const scale = makeScale(hex, scheme)
  const own = steps.map((step) => `--ds-color-${name}-${step}:${scale[step]};`).join('')
  if (name === 'neutral')
    return `${own}--ds-color-focus-inner:${scale['background-default']};--ds-color-focus-outer:${scale['text-default']};`
  if (name !== 'accent') return own
  const shades = makeShades(hex, scheme).map(
    ({ shade, text }, i) => `--tg-shade-${i + 1}:${shade};--tg-shade-${i + 1}-text:${text};`,
  )
  // The bar at the top of every page: the municipality's colour by day, a quiet ground by night.
  const bar = scheme.startsWith('dark')
    ? `--tg-bar:${scale['surface-tinted']};--tg-on-bar:${scale['text-default']};`
    : `--tg-bar:${scale['base-default']};--tg-on-bar:${scale['base-contrast-default']};`
  return `${own}${bar}${shades.join('')}`
}

/** All of Torg's colour: the scales, and the roles that data-color turns. */
export function torgThemeCss(): string {
  const role = (name: ColorName) => steps.map((step) => `--ds-color-${step}:var(--ds-color-${name}-${step});`).join('')
  const roles = (Object.keys(torgColors) as ColorName[]).map(
    (name) => `${name === 'accent' ? ':root,[data-color-scheme],' : ''}[data-color=${name}]{${role(name)}}`,
  )
  return `@layer theme{${colorCss(torgColors, torgNight)}${roles.join('')}}`
}
