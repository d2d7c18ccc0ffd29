import { isText3, listTexts } from './texts3.ts'
import { stops, advises, type Finding } from './findings.ts'
import { isRecord } from './paths.ts'

/**
 * The five elements that DFØ asks of a grant scheme: Bestemmelser om økonomistyring i staten, point 6.2.1. They bind the state,
 * and are the good practice for municipalities.
 */
export const elementsSource = 'Bestemmelser om økonomistyring i staten, punkt 6.2.1 (DFØ)'

export const elements = ['goal', 'attainment', 'award', 'control', 'evaluation'] as const
export type Element = (typeof elements)[number]

/** Which elements a document has: for the list of what is done. */
export function elementsOf(document: unknown): Record<Element, { present: boolean; path: string }> {
  const at = isRecord(document) ? document : {}
  const has = (value: unknown) => listTexts(value).some(({ text }) => (text.nb ?? text.nn ?? text.en ?? '').trim() !== '')
  const goals = Array.isArray(at['goals']) ? (at['goals'] as unknown[]) : []
  const goal = goals.some((each) => isRecord(each) && has(each['goal']))
  const indicator = goals.some((each) => isRecord(each) && has(each['indicator']))
  const missing = !has(at['purpose']) ? 'purpose' : !has(at['targetGroup']) ? 'targetGroup' : 'goals'
  return {
    goal: { present: has(at['purpose']) && has(at['targetGroup']) && goal, path: missing },
    attainment: { present: goals.length > 0 && indicator, path: 'goals' },
    award: { present: has(at['awardCriteria']), path: 'awardCriteria' },
    control: { present: followedUp(at), path: 'report' },
    evaluation: { present: has(at['evaluation']), path: 'evaluation' },
  }
}

/**
 * Something is looked at after the award: a report, a condition with a day, or proof before the money is paid. Who decides and pays
 * outside the municipality follows up itself.
 */
function followedUp(at: Record<string, unknown>): boolean {
  const conditions = Array.isArray(at['conditions']) ? (at['conditions'] as unknown[]) : []
  const payment = isRecord(at['payment']) ? at['payment'] : {}
  const plan = Array.isArray(payment['plan']) ? (payment['plan'] as unknown[]) : []
  const authority = Array.isArray(at['authority']) ? (at['authority'] as unknown[]) : []
  if (authority.some((each) => isRecord(each) && each['decidedBy'] === 'external')) return true
  return isRecord(at['report']) || conditions.length > 0 || plan.some((each) => isRecord(each) && each['releaseOn'] === 'claimed')
}

/** Shorter than this says nothing that can be followed up. */
const THIN = 12

export function checkElements(document: unknown): Finding[] {
  const found = elementsOf(document)
  const missing = elements
    .filter((element) => !found[element].present)
    .map((element) => stops('elementMissing', found[element].path, { element, source: elementsSource }))
  const at = isRecord(document) ? document : {}
  const thin = (['purpose', 'targetGroup', 'goals', 'awardCriteria', 'evaluation'] as const).flatMap((name) =>
    listTexts(at[name], name)
      .filter(({ text }) => isText3(text) && text.nb !== undefined && text.nb.trim() !== '' && isThin(text.nb))
      .map(({ path, text }) => advises('elementThin', path, { text: text.nb ?? '', source: elementsSource })),
  )
  return [...missing, ...thin]
}

function isThin(text: string): boolean {
  return text.trim().length < THIN || /^(\W|xx+|tekst|kommer|fyll inn|skriv her)*$/iu.test(text.trim())
}
