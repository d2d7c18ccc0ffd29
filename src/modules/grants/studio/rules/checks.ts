import { readingWithin } from '#platform/feel/index.ts'
import { checkDefinition, type Surroundings } from '../../scheme/rules/check-definition.ts'
import { factNames, reportFactNames } from '../../scheme/rules/fact-names.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import type { EffectiveDefinition, SchemeDefinition } from '../../model.ts'
import { checkDates } from './check-dates.ts'
import { checkElements } from './check-elements.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkLanguages } from './check-languages.ts'
import { checkLetters, checkReasons } from './check-letters.ts'
import { checkOrder } from './check-order.ts'
import { checkReach } from './check-reach.ts'
import { checkReadability } from './check-readability.ts'
import { checkTogether } from './check-together.ts'
import { checkSlow } from './check-slow.ts'
import { advises, type Finding } from './findings.ts'
import type { DraftDocument } from './ops.ts'
import { pathOf } from './paths.ts'
import { previewDefinition, readDocument } from './read-document.ts'

/**
 * Everything that is looked at before a draft is published, what stops first; nothing that `stops`: it can be published. Texts, rules
 * and conditions are looked at however little of the document is there; what needs the whole, when the schema accepts it.
 * @param today day in Oslo; without it nothing is said of days that have been
 */
export function checkBeforePublishing(document: DraftDocument, around: Surroundings, today?: string): Finding[] {
  return readingWithin(READ_MS, () => lookAtAll(document, around, today))
}

/** Milliseconds for reading the expressions of one document, however many and strange they are. */
const READ_MS = 5_000

function lookAtAll(document: DraftDocument, around: Surroundings, today: string | undefined): Finding[] {
  const { definition: written, findings } = readDocument(document)
  // While only texts are missing, all else is looked at already.
  const definition = written ?? previewDefinition(document)
  const all = [
    ...checkElements(document),
    ...checkLanguages(document),
    ...findings,
    ...(definition ? hangsTogether(definition, around) : []),
    ...checkExpressions(document, definition ? namesIn(definition) : undefined),
    ...checkOrder(document),
    ...checkSlow(document, today ?? '2026-01-01'),
    ...(definition ? whole(definition, today) : []),
    ...(document['retentionYears'] === undefined && definition
      ? [advises('retentionNotChosen', 'retentionYears', { years: definition.retentionYears })]
      : []),
    ...checkLetters(document),
    ...checkReadability(document),
  ]
  return once(all).toSorted((a, b) => Number(b.level === 'stops') - Number(a.level === 'stops'))
}

function whole(definition: SchemeDefinition, today: string | undefined): Finding[] {
  return [
    ...inEachPart(definition, (each) => checkReach(each, today ?? definition.rounds[0]?.opens ?? '2026-01-01')),
    ...unusedInAll(definition, inEachPart(definition, checkTogether)),
    ...checkReasons(definition),
    ...(today === undefined ? [] : checkDates(definition, today)),
  ]
}

/** Who decides, and what is paid of, larger amounts than one part can give may be needed in another: told only when no part comes so far. */
function unusedInAll({ parts = [] }: SchemeDefinition, found: Finding[]): Finding[] {
  const unused = ({ key }: Finding) => key === 'bandNeverUsed' || key === 'instalmentNeverUsed'
  return found.filter(
    (each) => !unused(each) || found.filter((other) => unused(other) && other.path === each.path).length >= parts.length,
  )
}

function namesIn(definition: SchemeDefinition): { form: ReadonlySet<string>; report: ReadonlySet<string> } {
  const each = effectives(definition)
  return {
    form: new Set(each.flatMap((one) => [...factNames(one)])),
    report: new Set(each.flatMap((one) => [...reportFactNames(one)])),
  }
}

function effectives(definition: SchemeDefinition): EffectiveDefinition[] {
  return definition.parts ? definition.parts.map((part) => forPart(definition, part.key)) : [forPart(definition, undefined)]
}

/** A scheme in parts is looked at part by part; what is told of a part's own things stands at their place in the document. */
function inEachPart(definition: SchemeDefinition, check: (effective: EffectiveDefinition) => Finding[]): Finding[] {
  return effectives(definition).flatMap((effective) => {
    const { part } = effective
    if (!part) return check(effective)
    const pages = new Set(part.pages.map((page) => `form.pages[${page.key}]`))
    const rules = new Set(part.rules.map((rule) => `rules[${rule.key}]`))
    return check(effective).map((finding) => {
      const item = /^(form\.pages|rules)\[[^\]]*\]/.exec(finding.path)?.[0] ?? ''
      const [top = ''] = finding.path.split(/[.[]/)
      const own =
        pages.has(item) ||
        rules.has(item) ||
        (top === 'amount' && part.amount !== undefined) ||
        (top === 'report' && part.report !== undefined)
      return own ? { ...finding, path: `parts[${part.key}].${finding.path.replace(/^form\./, '')}` } : finding
    })
  })
}

/** Told by checkExpressions, with the place in the expression. */
const toldElsewhere = new Set(['expression', 'blankText'])

function hangsTogether(definition: SchemeDefinition, around: Surroundings): Finding[] {
  return checkDefinition(definition, around)
    .filter(({ key }) => !toldElsewhere.has(key))
    .map(({ path, key, data }) => ({
      path: path === 'form fields' ? 'form.pages' : pathOf(definition, path.split('.')),
      key,
      data,
      level: 'stops',
    }))
}

const thatItIsMissing = new Set(['missing', 'tooSmall', 'languageMissing', 'elementMissing'])

/** That something is missing is told once, and so is all else that is found in several parts of a scheme. */
function once(all: readonly Finding[]): Finding[] {
  const told = new Set<string>()
  return all.filter(({ key, path, data }) => {
    const name = thatItIsMissing.has(key) ? `missing ${path}` : `${key} ${path} ${JSON.stringify(data)}`
    if (told.has(name)) return false
    told.add(name)
    return true
  })
}
