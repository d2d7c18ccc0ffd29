import { expect, test } from 'vitest'
import { routes } from '#src/routes.ts'
import { listed, notPages } from '../e2e/pages.ts'

test('every page is looked at: no address is missing from the list that the browser walks, and none there is gone', () => {
  const known = [...listed.map((page) => page.route), ...Object.keys(notPages)]
  expect(known.toSorted()).toEqual([...new Set(known)].toSorted())
  const all = routes.filter((route) => route.method === 'GET').map((route) => route.path)
  expect(known.toSorted()).toEqual([...new Set(all)].toSorted())
})
