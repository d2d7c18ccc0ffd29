import type { Text3 } from '#platform/texts/texts.ts'

/** What Torg finds before a scheme is published. The sentences stand in texts/checks.ts, one for each key. */

/** Values of a sentence; a text in three languages is shown in the reader's. */
export type Params = Readonly<Record<string, string | number | Text3>>

/** Something that keeps a draft from being published (`stops`), or that its owner should look at, and may go on (`advises`). */
export interface Finding {
  /** Place in the document, as ops name it: "rules[members].when". */
  path: string
  /** A sentence in studio/texts/checks.ts or scheme/texts/definition.ts. */
  key: string
  data: Params
  level: 'stops' | 'advises'
}

export const findingKeys = [
  // the document itself
  'missing',
  'tooSmall',
  'tooLarge',
  'unknownPart',
  'notUsable',
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
  'tooSlow',
  'slowWhenLarge',
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
  'instalmentNeverUsed',
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

export function stops(key: FindingKey, path: string, data: Params = {}): Finding {
  return { path, key, data, level: 'stops' }
}

export function advises(key: FindingKey, path: string, data: Params = {}): Finding {
  return { path, key, data, level: 'advises' }
}
