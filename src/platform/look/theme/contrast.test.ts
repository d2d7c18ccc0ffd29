import { describe, expect, it } from 'vitest'
import { municipalityThemeCss } from '../styles.ts'
import { contrast, luminance, toOklch, withLuminance } from './color.ts'
import { makeScale, makeShades, schemes, type Step } from './scale.ts'
import { torgColors } from './theme.ts'

const accents = [
  '#0d5560',
  '#ffd400',
  '#000000',
  '#ffffff',
  '#e30613',
  '#00a651',
  '#7fffd4',
  '#10069f',
  '#808080',
  '#ff00ff',
  '#001122',
]
const grounds: Step[] = ['background-default', 'background-tinted', 'surface-default', 'surface-tinted']
const allGrounds: Step[] = [...grounds, 'surface-hover', 'surface-active']

describe.each(schemes)('in the %s scheme', (scheme) => {
  const paper = makeScale(torgColors.neutral, scheme)
  const enhanced = scheme.endsWith('Contrast')
  it.each([...Object.values(torgColors), ...accents])('%s can be read and seen', (hex) => {
    const scale = makeScale(hex, scheme)
    for (const under of [scale, paper]) {
      for (const ground of allGrounds) {
        expect(contrast(scale['text-default'], under[ground]), `text on ${ground}`).toBeGreaterThanOrEqual(7)
        expect(contrast(scale['text-subtle'], under[ground]), `subtle text on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
      for (const ground of grounds) {
        expect(contrast(scale['text-subtle'], under[ground])).toBeGreaterThanOrEqual(enhanced ? 7 : 4.5)
        expect(contrast(scale['border-default'], under[ground]), `border on ${ground}`).toBeGreaterThanOrEqual(3)
        expect(contrast(scale['border-strong'], under[ground])).toBeGreaterThanOrEqual(4.5)
        expect(contrast(scale['base-default'], under[ground]), `button on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
    for (const base of ['base-default', 'base-hover', 'base-active'] as const) {
      expect(contrast(scale['base-contrast-default'], scale[base]), `words on ${base}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(scale['base-contrast-subtle'], scale['base-default'])).toBeGreaterThanOrEqual(4.5)
    for (const { shade, text } of makeShades(hex, scheme)) expect(contrast(shade, text), shade).toBeGreaterThanOrEqual(4.5)
  })
})

describe('a municipality colour', () => {
  it('is used as it is when its contrast allows', () => {
    expect(makeScale('#0d5560', 'light')['base-default']).toBe('#0d5560')
    expect(municipalityThemeCss({ accent: '#0D5560' })).toContain('--ds-color-accent-base-default:#0d5560;')
  })

  it('keeps its hue when it must be darkened', () => {
    const yellow = makeScale('#ffd400', 'light')['base-default']
    expect(Math.abs(toOklch(yellow).h - toOklch('#ffd400').h)).toBeLessThan(4)
  })

  it('can have another colour for dark screens', () => {
    const css = municipalityThemeCss({ accent: '#0d5560', accentDark: '#7fd0d8' })
    expect(css).toContain('--ds-color-accent-base-default:#7fd0d8;')
  })

  it('is refused when it is not written #rrggbb', () => {
    expect(() => municipalityThemeCss({ accent: 'red;}body{display:none' })).toThrow('#rrggbb')
  })

  it('makes a stylesheet of less than 3 kB on the wire', async () => {
    const { brotliCompressSync } = await import('node:zlib')
    expect(brotliCompressSync(municipalityThemeCss({ accent: '#0d5560' })).byteLength).toBeLessThan(3000)
  })
})

it('a colour asked for by luminance has it', () => {
  for (const target of [0.02, 0.2, 0.5, 0.9]) expect(luminance(withLuminance(200, 0.1, target))).toBeCloseTo(target, 1)
})

it('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
