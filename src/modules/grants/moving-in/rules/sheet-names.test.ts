import { describe, expect, test } from 'vitest'
import { indexNames, jaroWinkler, likeness } from './sheet-names.ts'

const known = [
  { id: '1', name: 'Fjordvik Mannskor', number: '311000001' },
  { id: '2', name: 'Fjordvik skolekorps', number: null },
  { id: '3', name: 'Stiftelsen Kystkultur', number: '311000003' },
  { id: '4', name: 'Lyngsund idrettslag', number: null },
]

describe('Names that are alike', () => {
  const names = indexNames(known)
  test('are found in spite of case, marks and kind of organisation', () => {
    expect(names.like('FJORDVIK MANNSKOR')[0]).toMatchObject({ id: '1', score: 1 })
    expect(names.like('Kystkultur, drift av båt')[0]).toMatchObject({ id: '3', score: 1 })
  })
  test('are found with a slip of the pen, best first and scored below one', () => {
    const [best] = names.like('Fjordvik manskor')
    expect(best).toMatchObject({ id: '1' })
    expect(best?.score).toBeGreaterThan(0.85)
    expect(best?.score).toBeLessThan(1)
  })
  test('are not made of names that share a place only', () => {
    expect(names.like('Lyngsund husflidslag').map((each) => each.id)).not.toContain('1')
    expect(names.like('Helt andre folk')).toEqual([])
    expect(likeness('Fjordvik Mannskor', 'Stiftelsen Kystkultur')).toBeLessThan(0.45)
  })
  test('among twenty thousand are found in an instant', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      id: String(at),
      name: `Forening nummer ${at} i bygda ${at % 97}`,
      number: null,
    }))
    const index = indexNames(many)
    const found = Array.from({ length: 20 }, (_, at) => index.like(`Forening nummer ${at * 7} i bygda`)[0]?.score ?? 0)
    expect(Math.min(...found)).toBeGreaterThan(0.6)
  })
  test('by Jaro–Winkler agree with its published examples', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
    expect(jaroWinkler('', 'x')).toBe(0)
  })
})
