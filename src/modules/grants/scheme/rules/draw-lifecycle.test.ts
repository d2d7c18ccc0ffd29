import { expect, test } from 'vitest'
import { lifecycles } from '../../lifecycle.ts'
import { lifecycleNames } from '../texts/lifecycle.ts'
import { layOut, movesOf } from './draw-lifecycle.ts'

test.each(Object.entries(lifecycles))('every state and every move of %s stands in its picture exactly once', (_, lifecycle) => {
  const picture = layOut(lifecycle)
  expect(picture.states.map((state) => state.status).toSorted()).toEqual(Object.keys(lifecycle).toSorted())
  const drawn = [
    ...picture.straight.flatMap((line) => line.actions.map((action) => `${line.from} ${action} ${line.to}`)),
    ...picture.lanes.flatMap((line) => line.from.flatMap((from) => line.actions.map((action) => `${from} ${action} ${line.to}`))),
    ...picture.states.flatMap((state) => state.stays.map((action) => `${state.status} ${action} ${state.status}`)),
  ]
  expect(drawn.toSorted()).toEqual(
    movesOf(lifecycle)
      .map((move) => `${move.from} ${move.action} ${move.to}`)
      .toSorted(),
  )
})

test('a case goes downwards from draft to closed, and what leads back goes by the left side', () => {
  const picture = layOut(lifecycles.case)
  const layer = (status: string) => picture.states.find((state) => state.status === status)?.layer ?? -1
  const way = ['draft', 'submitted', 'in-review', 'recommended', 'decided', 'notified', 'following-up', 'closed']
  expect(way.map(layer)).toEqual(way.map(layer).toSorted((a, b) => a - b))
  expect(picture.lanes.find((line) => line.actions.includes('decide-again'))).toMatchObject({
    from: ['notified', 'following-up', 'closed'],
    to: 'decided',
    side: 'left',
  })
  expect(picture.lanes.find((line) => line.actions.includes('withdraw'))).toMatchObject({ to: 'withdrawn', side: 'right' })
})

test('two lines that pass each other have lanes of their own', () => {
  for (const lifecycle of Object.values(lifecycles)) {
    const { lanes, states } = layOut(lifecycle)
    const layer = (status: string) => states.find((state) => state.status === status)?.layer ?? -1
    const span = (line: (typeof lanes)[number]) => {
      const layers = [...line.from, line.to].map(layer)
      return [Math.min(...layers), Math.max(...layers)] as const
    }
    for (const [index, one] of lanes.entries()) {
      for (const other of lanes.slice(index + 1).filter((line) => line.side === one.side && line.lane === one.lane)) {
        const [a, b] = [span(one), span(other)]
        expect(a[1] < b[0] || b[1] < a[0]).toBe(true)
      }
    }
  }
})

test('names are written in three languages, not copied', () => {
  expect(lifecycleNames.nn.case.status.closed).not.toBe(lifecycleNames.en.case.status.closed)
  expect(lifecycleNames.nn.case.action['take-back-recommendation']).toBe('Ta tilbake innstillinga')
})
