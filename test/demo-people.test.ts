import { expect, test } from 'vitest'
import { isNationalId, isSynthetic } from '#platform/identity/index.ts'
import { demoPeople, listDemoPeople } from '../demo/people.ts'

test('every demo resident has a valid number that no real person can have, and no two the same', () => {
  const numbers = demoPeople.flatMap((person) => person.nationalId ?? [])
  expect(numbers.length).toBe(demoPeople.filter((person) => person.kind === 'resident').length)
  expect(numbers.filter((number) => isNationalId(number) && isSynthetic(number))).toEqual(numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the city has somebody in every role, and one without', () => {
  const roles = new Set(listDemoPeople('fjordvik', 'staff').flatMap((person) => person.roles))
  expect([...roles].toSorted()).toEqual([
    'administrator',
    'archivist',
    'assessor',
    'auditor',
    'caseworker',
    'committee-secretary',
    'communicator',
    'decision-maker',
    'finance-approver',
    'finance-preparer',
    'scheme-owner',
    'unit-leader',
  ])
  expect(listDemoPeople('fjordvik', 'staff').some((person) => person.roles.length === 0)).toBe(true)
})

test('nobody in the demo both prepares and approves a payment', () => {
  const both = demoPeople.filter(
    (person) => person.roles.includes('finance-preparer') && person.roles.includes('finance-approver'),
  )
  expect(both).toEqual([])
})
