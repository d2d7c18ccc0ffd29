import { describe, expect, test } from 'vitest'
import { pairsOf, similarity, suggest } from './similar-names.ts'
import { yearsBetween } from './years.ts'

describe('Names of organisations', () => {
  test.each([
    ['Kystlaget Skarven, drift av båtsamlingen', 'Kystlaget Skarven', 1],
    ['KYSTLAGET SKARVEN', 'Kystlaget Skarven', 1],
    ['Fjordvik kammerkor', 'Foreningen Fjordvik Kammerkor', 1],
    ['Byfjord idrettslag', 'Havnekoret', 0.3],
  ])('%s and %s are alike as %s', (text, name, expected) => {
    const found = similarity(text, name)
    if (expected === 1) expect(found).toBe(1)
    else expect(found).toBeLessThan(expected)
  })

  test('are suggested best first, few, and none that is unlike', () => {
    const names = ['Havnekoret', 'Havnegløtt eldresenter', 'Havnegløtt barnehage', 'Solhaug vel'].map((name, index) => ({
      id: String(index),
      name,
      pairs: pairsOf(name),
    }))
    const found = suggest('Havnegløtt eldresenter (drift)', names)
    expect(found[0]?.name).toBe('Havnegløtt eldresenter')
    expect(found.map((each) => each.name)).not.toContain('Solhaug vel')
    expect(suggest('', names)).toEqual([])
  })
})

test('Years without anything stand in the row', () => {
  expect(yearsBetween([2024, 2021])).toEqual([2021, 2022, 2023, 2024])
  expect(yearsBetween([])).toEqual([])
})
