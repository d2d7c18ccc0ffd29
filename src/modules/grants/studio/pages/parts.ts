import type { IconName } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { DraftDocument } from '../rules/ops.ts'
import { isWithin, valueAt } from '../rules/paths.ts'
import type { Finding } from '../rules/findings.ts'
import { countMissing, listTexts } from '../rules/texts3.ts'
import { partTexts, type PartKey } from '../texts/parts.ts'

/** One part of a scheme's document, with a page of its own at /saker/ordninger/:draftId/<path>. */
export interface StudioPart {
  /** Its words stand in texts/parts.ts. */
  key: PartKey
  path: string
  group: 'about' | 'apply' | 'handle' | 'after'
  icon: IconName
  /** Places of the document that are this part's: what is wrong there is told here. The most particular part wins. */
  owns: readonly string[]
  /** Where something else than texts and the schema says whether it is done. */
  completeness?: (document: DraftDocument, findings: readonly Finding[]) => PartState
}

export interface PartState {
  /** What keeps it from being published. */
  stops: Finding[]
  advice: Finding[]
  /** Texts written in another language that lack this one. */
  missing: Record<Lang, number>
}

/** THE list of parts, in the order they are worked through. */
export const studioParts: readonly StudioPart[] = [
  {
    key: 'formal',
    path: 'formal',
    group: 'about',
    icon: 'star',
    owns: [
      'format',
      'slug',
      'unit',
      'category',
      'modelledOn',
      'title',
      'summary',
      'purpose',
      'targetGroup',
      'whoCanApply',
      'whatIsGiven',
      'notGivenTo',
      'howDecided',
      'whatHappensNext',
      'whatIsPublished',
      'legalBasis',
      'goals',
      'awardCriteria',
      'evaluation',
    ],
  },
  { key: 'hvem', path: 'hvem', group: 'apply', icon: 'people', owns: ['applicants'] },
  { key: 'utlysning', path: 'utlysning', group: 'apply', icon: 'calendar', owns: ['rounds', 'notice', 'answerWithinWeeks'] },
  { key: 'deler', path: 'deler', group: 'apply', icon: 'filter', owns: ['parts'] },
  { key: 'skjema', path: 'skjema', group: 'apply', icon: 'form', owns: ['form', 'report.fields'] },
  { key: 'regler', path: 'regler', group: 'handle', icon: 'check-circle', owns: ['rules'] },
  { key: 'belop', path: 'belop', group: 'handle', icon: 'wallet', owns: ['amount'] },
  { key: 'vurdering', path: 'vurdering', group: 'handle', icon: 'tasks', owns: ['assessment'] },
  { key: 'steg', path: 'steg', group: 'handle', icon: 'arrow-down', owns: ['steps'] },
  { key: 'fullmakt', path: 'fullmakt', group: 'handle', icon: 'gavel', owns: ['authority'] },
  { key: 'brev', path: 'brev', group: 'handle', icon: 'mail', owns: ['letters', 'standardReasons'] },
  { key: 'vilkar', path: 'vilkar', group: 'after', icon: 'handshake', owns: ['conditions', 'acceptance'] },
  { key: 'utbetaling', path: 'utbetaling', group: 'after', icon: 'bank', owns: ['payment'] },
  { key: 'rapport', path: 'rapport', group: 'after', icon: 'file', owns: ['report'] },
  {
    key: 'offentlighet',
    path: 'offentlighet',
    group: 'after',
    icon: 'eye',
    owns: ['publicity', 'retentionYears', 'kostraFunction', 'sdgGoals', 'form.privacyNotice'],
  },
]

/** Which part a place of the document belongs to; undefined when no page shows it. */
export function partOf(path: string): StudioPart | undefined {
  let best: { part: StudioPart; length: number } | undefined
  for (const part of studioParts) {
    for (const owned of part.owns) {
      if (isWithin(path, owned) && owned.length > (best?.length ?? 0)) best = { part, length: owned.length }
    }
  }
  return best?.part
}

/** How far a part has come. */
export function stateOf(part: StudioPart, document: DraftDocument, findings: readonly Finding[]): PartState {
  if (part.completeness) return part.completeness(document, findings)
  const own = findings.filter((finding) => partOf(finding.path) === part)
  const texts = part.owns.flatMap((path) => listTexts(valueAt(document, path), path)).filter(({ path }) => partOf(path) === part)
  return {
    stops: own.filter((finding) => finding.level === 'stops'),
    advice: own.filter((finding) => finding.level === 'advises'),
    missing: countMissing(texts),
  }
}

export function partTitle(part: StudioPart, lang: Lang): string {
  return partTexts[lang].title[part.key]
}

/** What is not written yet: marked calmly where it belongs, and counted. */
export function isMissing(finding: Pick<Finding, 'key'>): boolean {
  return finding.key === 'missing' || finding.key === 'languageMissing'
}

/** How many places something stops at: a text that lacks two languages is one. */
export function countPlaces(findings: readonly Finding[]): number {
  return new Set(findings.map((finding) => finding.path.replace(/\.(nb|nn|en)$/, ''))).size
}
