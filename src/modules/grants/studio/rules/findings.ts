import type { Text3 } from '#platform/texts/texts.ts'
import { partOf, type Part } from './parts.ts'

/** What Torg finds before a scheme is published. The sentences stand in texts/checks.ts, one for each key. */

/** Values of a sentence; a text in three languages is shown in the reader's. */
export type Params = Readonly<Record<string, string | number | Text3>>

export interface Finding {
  /** 'stops': cannot be published like this. 'warns': the scheme's owner should look, and may go on. */
  severity: 'stops' | 'warns'
  key: FindingKey
  /** Place in the document: `form.pages[about].fields[members].label.nn`. */
  path: string
  /** The studio's part, and page, that the place belongs to. */
  part: Part
  params: Params
}

export const findingKeys = [
  // the document itself
  'missing',
  'wrongValue',
  'strangeProperty',
  'definition',
  // the five elements
  'elementMissing',
  'elementThin',
  // rules, conditions and formulas
  'expression',
  'wrongTypes',
  'wrongResult',
  'noSuchOption',
  'asksLater',
  'readsItself',
  'circle',
  // what can be reached
  'pageNeverShown',
  'fieldNeverShown',
  'requiredNeverShown',
  'columnNeverShown',
  'neverRequired',
  'checkNeverPasses',
  'optionNeverAllowed',
  'ruleNeverMet',
  'ruleNeverFails',
  'ruleNeverDecides',
  'notProven',
  'pageEmpty',
  'limitsLeaveNothing',
  // what points at a question
  'mayBeHidden',
  'mayBeUnanswered',
  // money, steps and authority
  'noAmount',
  'shareNeedsBudget',
  'maxOverPot',
  'minOverPot',
  'bandNeverUsed',
  'bandWithoutRoles',
  'paidAfterReportWithoutReport',
  'paidAfterAcceptanceWithoutAcceptance',
  'auditorNeverAsked',
  'assessorsWithoutCriteria',
  // dates
  'decisionBeforeDeadline',
  'roundsOver',
  'roundsOverlap',
  'noDeadline',
  // letters, conditions, report, publicity
  'placeholder',
  'noReason',
  'conditionWithoutDay',
  'reportAsksNothing',
  'accountsNeedBudget',
  'personsNamed',
  'publishedLongerThanKept',
  'retentionNotChosen',
  // languages and readability
  'languageMissing',
  'sameInTwoLanguages',
  'otherLanguage',
  'hardToRead',
  'longSentence',
  'heavyWord',
] as const
export type FindingKey = (typeof findingKeys)[number]

export function stops(key: FindingKey, path: string, params: Params = {}): Finding {
  return { severity: 'stops', key, path, part: partOf(path), params }
}

export function warns(key: FindingKey, path: string, params: Params = {}): Finding {
  return { severity: 'warns', key, path, part: partOf(path), params }
}
