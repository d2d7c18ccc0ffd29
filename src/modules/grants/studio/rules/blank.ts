import type { Text3 } from '#platform/texts/texts.ts'
import type { DraftDocument } from './ops.ts'

/** What is written for a new scheme before its owner begins: every required part is there, empty or with words that fit most. */
export interface BlankTexts {
  whatHappensNext: Text3
  whatIsPublished: Text3
  howDecided: Text3
  evaluation: Text3
  privacyNotice: Text3
  letters: { granted: Text3; partlyGranted: Text3; refused: Text3; dismissed: Text3; appealBody: Text3 }
  wholeGrant: Text3
  firstPage: Text3
  firstRound: Text3
  delegated: Text3
  asDescribed: Text3
}

const blank = (): Text3 => ({ nb: '', nn: '', en: '' })

/** A new scheme's document: not publishable yet, but each part has a place. */
export function blankDocument(given: { slug: string; unit: string; title: Partial<Text3> }, words: BlankTexts): DraftDocument {
  return {
    format: 1,
    slug: given.slug,
    unit: given.unit,
    category: 'culture',
    title: { ...blank(), ...given.title },
    summary: blank(),
    purpose: blank(),
    targetGroup: blank(),
    whoCanApply: blank(),
    whatIsGiven: blank(),
    howDecided: words.howDecided,
    whatHappensNext: words.whatHappensNext,
    whatIsPublished: words.whatIsPublished,
    legalBasis: [{ text: blank() }],
    goals: [{ goal: blank(), indicator: blank() }],
    awardCriteria: [blank()],
    evaluation: words.evaluation,
    applicants: { organisations: true, persons: false },
    rounds: [{ key: 'round', title: words.firstRound, opens: '', graceMinutes: 30, pots: [] }],
    form: { pages: [{ key: 'om', title: words.firstPage, fields: [] }], privacyNotice: words.privacyNotice },
    rules: [],
    amount: { steps: [], roundDownToOre: 100 },
    assessment: { criteria: [], assessors: 1 },
    answerWithinWeeks: 8,
    authority: [{ key: 'delegated', decidedBy: 'delegated', roles: ['decision-maker', 'unit-leader'], title: words.delegated }],
    letters: words.letters,
    standardReasons: [],
    conditions: [{ key: 'asDescribed', text: words.asDescribed, standard: true }],
    acceptance: { needed: false, withinDays: 21 },
    payment: { plan: [{ key: 'all', title: words.wholeGrant, sharePercent: 100, releaseOn: 'notified' }] },
    publicity: { persons: 'anonymous', years: 10 },
    retentionYears: 10,
    kostraFunction: '',
    sdgGoals: [],
  }
}

/** "Tilskudd til nærmiljøtiltak" is "tilskudd-til-narmiljotiltak": the address of a scheme. */
export function slugOf(title: string): string {
  const letters: Record<string, string> = { æ: 'a', ø: 'o', å: 'a', ä: 'a', ö: 'o', ü: 'u', é: 'e' }
  const slug = title
    .toLowerCase()
    .replace(/[æøåäöüé]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug.length >= 2 ? slug : 'ordning'
}
