import { SchemeDefinition } from '../../model.ts'
import type { DraftDocument } from './ops.ts'
import { isRecord } from './paths.ts'
import { previewDefinition } from './read-document.ts'
import { withStandIns } from './texts3.ts'

const dots = { nb: '…', nn: '…', en: '…' }

/** What stands in for a part that is not finished, where the form does not depend on it. */
const standIns: Record<string, unknown> = {
  slug: 'utkast',
  unit: 'utkast',
  category: 'culture',
  title: dots,
  summary: dots,
  purpose: dots,
  targetGroup: dots,
  whoCanApply: dots,
  whatIsGiven: dots,
  howDecided: dots,
  whatHappensNext: dots,
  whatIsPublished: dots,
  legalBasis: [{ text: dots }],
  goals: [{ goal: dots, indicator: dots }],
  awardCriteria: [dots],
  evaluation: dots,
  applicants: { organisations: true, persons: true },
  rounds: [{ key: 'utkast', title: dots, opens: '2020-01-01' }],
  rules: [],
  amount: {},
  assessment: { criteria: [], assessors: 1 },
  answerWithinWeeks: 6,
  authority: [{ key: 'utkast', decidedBy: 'delegated', title: dots }],
  letters: { granted: dots, partlyGranted: dots, refused: dots, dismissed: dots, appealBody: dots },
  conditions: [],
  standardReasons: [],
  acceptance: { needed: false },
  payment: { plan: [{ key: 'utkast', title: dots, sharePercent: 100, releaseOn: 'notified' }] },
  publicity: {},
  retentionYears: 10,
  kostraFunction: '000',
  sdgGoals: [],
}
/** May simply be left out. */
const optional = new Set(['report', 'steps', 'notice', 'nomination', 'notGivenTo', 'modelledOn', 'parts'])

/**
 * The definition whose form can be shown while other parts of the draft are not finished: those are stood in for. Undefined while
 * the form itself cannot be drawn. For looking only: rules that are not finished are left out.
 */
export function shownDefinition(document: DraftDocument): SchemeDefinition | undefined {
  const whole = previewDefinition(document)
  if (whole) return whole
  const filled = withStandIns(document)
  if (!isRecord(filled)) return undefined
  const mended: Record<string, unknown> = { ...filled }
  const form = mended['form']
  if (isRecord(form) && !isRecord(form['privacyNotice'])) mended['form'] = { ...form, privacyNotice: dots }
  const parsed = SchemeDefinition.safeParse(mended)
  if (parsed.success) return parsed.data
  for (const name of new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))) {
    if (optional.has(name)) delete mended[name]
    else if (name in standIns) mended[name] = standIns[name]
  }
  const again = SchemeDefinition.safeParse(mended)
  return again.success ? again.data : undefined
}
