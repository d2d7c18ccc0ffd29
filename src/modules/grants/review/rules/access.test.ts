import { expect, test } from 'vitest'
import { mayUse, type SessionPerson } from '#platform/http/index.ts'
import { staffRoles } from '#cases'
import { routes } from '#src/routes.ts'
import { casesOpenTo, grantActions, may, whoMay, whoMayAny, type GrantAction } from './access.ts'

const staff = (...roles: string[]): SessionPerson => ({ id: 'x', name: 'X', kind: 'staff', roles, language: 'nb' })

/** Each staff address of the case work, and what it needs. */
const needs: Record<string, readonly GrantAction[]> = {
  'POST /saker/valgte': ['readCases', 'readAssignedCases'],
  'POST /saker/visninger': ['readCases', 'readAssignedCases'],
  'GET /saker/excel': ['exportCases'],
  'GET /saker/habilitet': ['declareImpartiality'],
  'POST /saker/habilitet': ['declareImpartiality'],
  'GET /saker/dokumenter/:id': ['readCases', 'readAssignedCases'],
  'GET /saker/registrer': ['registerApplication'],
  'POST /saker/registrer': ['registerApplication'],
  'GET /saker/utlysing': ['readRound'],
  'GET /saker/utlysing/:roundId': ['readRound'],
  'POST /saker/utlysing/:roundId': ['prepareCase'],
  'GET /saker/utlysing/:roundId/excel': ['exportCases'],
  'POST /saker/utlysing/:roundId/import': ['prepareCase'],
  'POST /saker/utlysing/:roundId/bruk': ['prepareCase'],
  'GET /saker/:number': ['readCases', 'readAssignedCases'],
  'POST /saker/:number/ta': ['prepareCase'],
  'POST /saker/:number/fordel': ['assignCase'],
  'POST /saker/:number/vurderer': ['assignCase'],
  'POST /saker/:number/habilitet': ['declareImpartiality'],
  'POST /saker/:number/sporsmal': ['prepareCase'],
  'POST /saker/:number/paminnelse': ['prepareCase'],
  'POST /saker/:number/vurdering': ['assessCase'],
  'POST /saker/:number/innstilling': ['prepareCase'],
  'POST /saker/:number/trekk-innstilling': ['prepareCase'],
  'POST /saker/:number/notat': ['prepareCase'],
  'POST /saker/:number/frist': ['prepareCase'],
  'POST /saker/:number/oppgave': ['prepareCase'],
  'POST /saker/:number/dokument': ['prepareCase'],
}

const addressOf = (route: { method: string; path: string }) => `${route.method} ${route.path.replace(/\{.*\}/, '')}`

test('every address of the case work lets in exactly the roles that may do what it does', () => {
  const found = new Map(routes.map((route) => [addressOf(route), route]))
  for (const [address, actions] of Object.entries(needs)) {
    const route = found.get(address)
    expect(route, address).toBeDefined()
    for (const role of staffRoles) {
      const expected = actions.some((action) => may(staff(role), action))
      expect(mayUse(route?.who ?? [], staff(role)), `${address} as ${role}`).toBe(expected)
    }
    expect(mayUse(route?.who ?? [], undefined), address).toBe(false)
    expect(mayUse(route?.who ?? [], { ...staff(), kind: 'resident' }), address).toBe(false)
  }
})

test('no staff address is open to more than those a table of rights names', () => {
  const rights = [...grantActions.map((action) => whoMay(action)), ['administrator']].map((roles) => [...roles])
  const combinations = new Set(rights.flatMap((one) => rights.map((other) => [...new Set([...one, ...other])].toSorted().join())))
  const checked = routes.filter((route) => route.path.startsWith('/saker') && route.who !== 'staff')
  expect(checked.length).toBeGreaterThan(25)
  for (const route of checked) {
    expect(Array.isArray(route.who), addressOf(route)).toBe(true)
    expect(combinations.has([...(route.who as readonly string[])].toSorted().join()), addressOf(route)).toBe(true)
  }
})

test.each([
  ['auditor', 'all', ['readCases', 'readRound', 'exportCases', 'readDecisions', 'readPayments', 'readReports', 'readSettings']],
  ['administrator', 'none', ['readSettings', 'giveRoles', 'runService']],
  ['assessor', 'assigned', ['readAssignedCases', 'assessCase', 'declareImpartiality']],
  ['communicator', 'none', ['matchAwards']],
] as const)('a person who is only %s opens %s cases and may do no more than the role says', (role, open, actions) => {
  expect(casesOpenTo(staff(role))).toBe(open)
  expect(grantActions.filter((action) => may(staff(role), action))).toEqual(expect.arrayContaining([...actions]))
  const writes = [
    'prepareCase',
    'assignCase',
    'decide',
    'recordMeeting',
    'preparePayment',
    'approvePayment',
    'reviewReport',
  ] as const
  expect(writes.filter((action) => may(staff(role), action))).toEqual([])
})

test('finance sees payments and no cases; who prepares a payment is not by that one who approves it', () => {
  for (const role of ['finance-preparer', 'finance-approver']) {
    expect(casesOpenTo(staff(role))).toBe('none')
    expect(may(staff(role), 'readPayments')).toBe(true)
  }
  expect(whoMay('preparePayment').filter((role) => whoMay('approvePayment').includes(role))).toEqual([])
  expect(whoMayAny('preparePayment', 'approvePayment')).toEqual(['finance-preparer', 'finance-approver'])
})
