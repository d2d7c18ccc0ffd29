import { describe, expect, test } from 'vitest'
import { demoMunicipalities } from '../demo/municipalities.ts'
import type { Surroundings } from '../src/modules/grants/application/rules/facts.ts'
import { workOutForm } from '../src/modules/grants/application/rules/form-state.ts'
import type { Answers, SchemeDefinition } from '../src/modules/grants/model.ts'
import { planPayments } from '../src/modules/grants/payment/rules/plan.ts'
import { checkDefinition } from '../src/modules/grants/scheme/rules/check-definition.ts'
import { outsideBody } from '../src/modules/grants/scheme/rules/decided-outside.ts'
import { forPart } from '../src/modules/grants/scheme/rules/for-part.ts'
import { effectivesOf, fieldsOf, homeOf, schemes, shipped, surroundingsOf } from './shipped.testing.ts'

const today = '2026-11-21'
const nothingKnown: Surroundings = { applicant: { kind: 'organisation' }, round: { opens: '2026-10-15' }, today }
const schemeOf = (slug: string) => forPart(schemes.find((s) => s.slug === slug) as SchemeDefinition, null)
const calculated = (slug: string, answers: Answers) => workOutForm(schemeOf(slug), answers, nothingKnown).calculatedOre

describe.each(shipped)('$name', ({ name, parsed }) => {
  test('follows the definition format and is named after its slug', () => {
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(name).toBe(`${parsed.data?.slug}.json`)
  })

  if (!parsed.success) return
  const scheme = parsed.data

  test('hangs together, and names only units, bodies and districts of the municipality it belongs to', () => {
    expect(checkDefinition(scheme, surroundingsOf(scheme))).toEqual([])
    expect(demoMunicipalities.filter((m) => m.schemes.includes(scheme.slug)).length).toBeLessThanOrEqual(1)
    const home = homeOf(scheme.slug)
    if (!home) return
    expect(home.units.find((unit) => unit.key === scheme.unit)?.kind).toBe('department')
    for (const band of scheme.authority.filter((b) => b.body)) {
      expect(home.units.find((unit) => unit.key === band.body)?.kind).toBe('body')
    }
  })

  test('says no to nobody while nothing is known', () => {
    for (const effective of effectivesOf(scheme)) {
      const state = workOutForm(effective, {}, nothingKnown)
      expect(state.rules.filter((each) => each.outcome === 'fails').map((each) => each.rule.key)).toEqual([])
      expect(state.failedChecks).toEqual({})
    }
  })

  test('asks 8 to 30 questions over several pages, and has an amount to ask for, to work out or to share', () => {
    for (const effective of effectivesOf(scheme)) {
      const { askedIn, steps, allocation } = effective.amount
      expect(effective.form.pages.length).toBeGreaterThanOrEqual(3)
      expect(fieldsOf(effective).length).toBeGreaterThanOrEqual(8)
      expect(fieldsOf(effective).length).toBeLessThanOrEqual(30)
      expect(askedIn !== undefined || steps.length > 0 || allocation !== undefined).toBe(true)
    }
  })

  test('shares out exactly the pot', () => {
    for (const round of scheme.rounds.filter((r) => r.pots.length > 0)) {
      expect(round.pots.reduce((sum, pot) => sum + pot.ore, 0)).toBe(round.potOre)
    }
  })

  test('has a round of last year, and rounds that end after they begin and never overlap', () => {
    const rounds = scheme.rounds.toSorted((a, b) => a.opens.localeCompare(b.opens))
    expect(rounds.length).toBeGreaterThanOrEqual(2)
    expect(rounds[0]?.opens.slice(0, 4)).toBe('2025')
    rounds.forEach((round, i) => {
      const next = rounds[i + 1]
      if (round.closes) expect(round.closes > round.opens).toBe(true)
      if (round.closes && round.decisionBy) expect(round.decisionBy > round.closes).toBe(true)
      if (next) expect(round.closes !== undefined && round.closes < next.opens).toBe(true)
    })
  })

  test('keeps the account and anything about health classified, and never asks for a police certificate as a file', () => {
    const fields = effectivesOf(scheme).flatMap((each) => [...fieldsOf(each), ...(each.report?.fields ?? [])])
    expect(fields.filter((f) => f.type === 'bankAccount' && !f.classified)).toEqual([])
    expect(fields.filter((f) => /funksjonsnedsett|sykdom|helse/i.test(f.label.nb) && !f.classified)).toEqual([])
    expect(fields.filter((f) => f.type === 'file' && /politiattest/i.test(f.label.nb))).toEqual([])
  })

  test('has ready reasons for granting, refusing and dismissing', () => {
    const outcomes = new Set(scheme.standardReasons.map((reason) => reason.outcome))
    expect([...outcomes]).toEqual(expect.arrayContaining(['granted', 'refused', 'dismissed']))
  })
})

describe('the formulas', () => {
  const club = { membersUnder26: 120, disabledMembers: 3, boughtEquipment: true, purchases: [{ item: 'Telt', price: 1_000_000 }] }

  test('150 kroner for at most 100 members, 500 for each disabled member, 35 per cent of the equipment', () => {
    expect(calculated('barn-og-unge-organisasjoner', club)).toBe(15_000_00 + 1_500_00 + 3_500_00)
    expect(calculated('barn-og-unge-organisasjoner', { ...club, boughtEquipment: false })).toBe(16_500_00)
  })
  test('no amount before the members are counted, rather than too little', () => {
    expect(calculated('barn-og-unge-organisasjoner', { ...club, membersUnder26: '' })).toBeUndefined()
  })
  test('60 per cent of what electricity cost above 75 øre, less other support, never more than 50 000', () => {
    const winter = { kilowattHours: 10_000, paidForPower: 20_000_00, otherSupport: false }
    expect(calculated('stromstotte', winter)).toBe(7_500_00)
    expect(calculated('stromstotte', { ...winter, otherSupport: true, otherSupportAmount: 2_000_00 })).toBe(5_500_00)
    expect(calculated('stromstotte', { ...winter, paidForPower: 900_000_00 })).toBe(50_000_00)
    expect(calculated('stromstotte', { ...winter, paidForPower: 5_000_00 })).toBe(0)
  })
  test('the stipend that was chosen', () => {
    expect(calculated('kunstnerstipend', { stipendKind: 'working' })).toBe(100_000_00)
    expect(calculated('kunstnerstipend', { stipendKind: 'travel' })).toBe(50_000_00)
    expect(calculated('idrettsstipend', {})).toBe(10_000_00)
  })
})

describe('rules that compare', () => {
  const outcome = (slug: string, key: string, answers: Answers, around: Partial<Surroundings> = {}) =>
    workOutForm(schemeOf(slug), answers, { ...nothingKnown, ...around }).rules.find((each) => each.rule.key === key)?.outcome
  const earlier = { applications: [], awards: [], overdueReports: 0, sameRound: 0 }
  const lastYears = { year: 2025, scheme: 'kunstnerstipend', appliedOre: 100_000_00, grantedOre: 100_000_00 }

  test('four weeks before a project starts', () => {
    expect(outcome('kunst-og-kulturtiltak', 'inTime', { startsOn: '2026-12-19' })).toBe('meets')
    expect(outcome('kunst-og-kulturtiltak', 'inTime', { startsOn: '2026-12-18' })).toBe('fails')
  })
  test('no working stipend two years running', () => {
    expect(outcome('kunstnerstipend', 'notTwiceInARow', {}, { earlier })).toBe('meets')
    expect(outcome('kunstnerstipend', 'notTwiceInARow', {}, { earlier: { ...earlier, awards: [lastYears] } })).toBe('fails')
    expect(
      outcome('kunstnerstipend', 'notTwiceInARow', {}, { earlier: { ...earlier, awards: [{ ...lastYears, year: 2023 }] } }),
    ).toBe('meets')
  })
  test('thirteen years old by the deadline', () => {
    const round = { opens: '2026-12-01', closes: '2027-01-31' }
    expect(outcome('idrettsstipend', 'thirteen', { born: '2014-01-31' }, { round })).toBe('meets')
    expect(outcome('idrettsstipend', 'thirteen', { born: '2014-02-01' }, { round })).toBe('fails')
  })
  test('not two neighbourhood grants already this year', () => {
    const award = { ...lastYears, year: 2026, scheme: 'narmiljotilskudd', grantedOre: 5_000_00 }
    expect(outcome('narmiljotilskudd', 'notTooOften', {}, { earlier: { ...earlier, awards: [award] } })).toBe('meets')
    expect(outcome('narmiljotilskudd', 'notTooOften', {}, { earlier: { ...earlier, awards: [award, award] } })).toBe('fails')
  })
  test('aid of three years below the ceiling', () => {
    const aid = (kroner: number) => ({
      earlierAid: true,
      aidList: [{ giver: 'Fondet', aidAmount: kroner * 100 }],
      applied: 500_000_00,
    })
    expect(outcome('naringsstotte', 'belowAidCeiling', aid(2_900_000))).toBe('meets')
    expect(outcome('naringsstotte', 'belowAidCeiling', aid(2_900_001))).toBe('fails')
  })
})

describe('the shapes of real schemes', () => {
  const some = (is: (scheme: SchemeDefinition) => boolean) => schemes.filter(is).length
  const hasBudget = (scheme: SchemeDefinition) => fieldsOf(scheme).some((field) => field.type === 'budget')
  const isOpen = (scheme: SchemeDefinition) =>
    scheme.rounds.some((r) => r.opens <= today && (r.closes === undefined || r.closes >= today))

  test('a fixed deadline with a committee and a pot in each of nine districts, and a case for each district chosen', () => {
    expect(
      some(
        (s) =>
          s.form.casePerDistrict !== undefined &&
          s.amount.maxOre === 20_000_00 &&
          s.authority.some((band) => band.decidedBy === 'district-body') &&
          s.rounds.every((round) => round.closes !== undefined && new Set(round.pots.map((pot) => pot.district)).size === 9),
      ),
    ).toBe(1)
  })
  test('rolling, with four weeks of notice', () =>
    expect(some((s) => s.notice?.days === 28 && s.rounds.some((r) => !r.closes))).toBe(1))
  test('weighted scoring 30/40/30, half of the cost, at most 50 000 of a pot of 500 000', () => {
    expect(
      some(
        (s) =>
          s.assessment.criteria.map((c) => c.weight).join() === '30,40,30' &&
          s.amount.maxShareOfCost === 50 &&
          s.amount.maxOre === 50_000_00 &&
          s.rounds.at(-1)?.potOre === 500_000_00,
      ),
    ).toBe(1)
  })
  test('a formula with caps and no budget table', () => {
    expect(some((s) => s.amount.askedIn === undefined && s.amount.steps.length >= 3 && !hasBudget(s))).toBeGreaterThanOrEqual(2)
  })
  test('stipends to persons only', () => expect(some((s) => s.applicants.persons && !s.applicants.organisations)).toBe(1))
  test('persons and associations alike', () =>
    expect(some((s) => s.applicants.persons && s.applicants.organisations)).toBeGreaterThanOrEqual(2))
  test('both ways of showing persons in the register', () => {
    expect(new Set(schemes.filter((s) => s.applicants.persons).map((s) => s.publicity.persons))).toEqual(
      new Set(['name', 'anonymous']),
    )
  })
  test('authority by amount: up to 100 000 delegated, above that an elected body', () => {
    expect(
      some(
        (s) =>
          s.authority[0]?.upToOre === 100_000_00 &&
          s.authority[0].decidedBy === 'delegated' &&
          s.authority[1]?.body === 'formannskapet',
      ),
    ).toBe(1)
  })
  test('ranked here and decided outside, which pays and hears appeals', () => {
    expect(some((s) => outsideBody(s) !== undefined && s.payment.plan.length === 0 && s.report === undefined)).toBe(1)
  })
  test('the municipality’s own units, which are not asked for an account', () => {
    expect(some((s) => s.applicants.units === true)).toBe(3)
    const asked = (kind: 'unit' | 'organisation') =>
      workOutForm(schemeOf('folkehelsemidler'), {}, { ...nothingKnown, applicant: { kind } }).hidden.has('account')
    expect([asked('unit'), asked('organisation')]).toEqual([true, false])
  })
  test('proposed by another, who is told and says yes before anything is paid', () =>
    expect(some((s) => s.nomination !== undefined)).toBe(1))
  test('paid at once up to 500 000, and in four quarters above', () => {
    const { plan } = schemeOf('velferdstilskudd').payment
    expect(planPayments(500_000_00, plan, true).map((each) => each.ore)).toEqual([500_000_00])
    expect(planPayments(500_001_00, plan, true).map((each) => each.ore)).toEqual([125_000_00, 125_000_00, 125_000_00, 125_001_00])
  })
  test('an auditor is asked for above 200 000, in a scheme that can grant that much', () => {
    expect(some((s) => s.report?.auditorFromOre === 200_000_00 && (s.amount.maxOre ?? 0) > 200_000_00)).toBeGreaterThanOrEqual(2)
  })
  test('first come, first served: rolling, with a pot and a formula', () => {
    expect(some((s) => s.rounds.some((r) => !r.closes && r.potOre !== undefined) && s.amount.steps.length > 0)).toBe(1)
  })
  test('payment at notification, after acceptance, on claim before a day, and the last part after an approved report', () => {
    const shapes = schemes.map((s) => s.payment.plan.map((part) => `${part.releaseOn} ${part.sharePercent}`).join(', '))
    expect(shapes).toEqual(
      expect.arrayContaining(['notified 100', 'accepted 100', 'claimed 100', 'notified 70, report-approved 30']),
    )
    expect(some((s) => s.payment.plan[0]?.releaseOn === 'claimed' && s.payment.claimBy === '12-31')).toBeGreaterThanOrEqual(1)
  })
  test('a choir: accounts photographed with a phone, acceptance, accounts against the budget', () => {
    expect(
      some(
        (s) =>
          hasBudget(s) &&
          s.acceptance.needed &&
          (s.report?.accountsAgainstBudget ?? false) &&
          s.category === 'culture' &&
          fieldsOf(s).some((f) => f.type === 'file' && f.photosToPdf),
      ),
    ).toBeGreaterThanOrEqual(1)
  })
  test('on 21 November 2026 most of the demo are open, one opens within a month and one closed within a month', () => {
    const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000
    const inDemo = schemes.filter((s) => homeOf(s.slug))
    expect(inDemo.filter(isOpen).length).toBeGreaterThan(inDemo.length / 2)
    expect(some((s) => !isOpen(s) && s.rounds.some((r) => r.opens > today && days(today, r.opens) <= 31))).toBeGreaterThanOrEqual(
      1,
    )
    expect(
      some((s) => !isOpen(s) && s.rounds.some((r) => r.closes !== undefined && r.closes < today && days(r.closes, today) <= 31)),
    ).toBeGreaterThanOrEqual(1)
  })
  test('at least ten schemes, each with its origin, and every one that the demo publishes', () => {
    expect(schemes.length).toBeGreaterThanOrEqual(10)
    expect(schemes.filter((s) => s.modelledOn === undefined)).toEqual([])
    expect(schemes.map((s) => s.slug)).toEqual(expect.arrayContaining(demoMunicipalities.flatMap((m) => m.schemes)))
  })
})
