import { SchemeDefinition } from '../../model.ts'
import type { Finding } from './findings.ts'
import type { DraftDocument } from './ops.ts'
import { pathOf, valueAt } from './paths.ts'
import { isBlankText, isText3, withoutBlanks, withStandIns } from './texts3.ts'

export type { Finding } from './findings.ts'

/** The definition a draft amounts to, when its schema accepts it; and what the schema says when not. */
export function readDocument(document: DraftDocument): { definition?: SchemeDefinition; findings: Finding[] } {
  const parsed = SchemeDefinition.safeParse(withoutBlanks(document))
  if (parsed.success) return { definition: parsed.data, findings: [] }
  const findings = parsed.error.issues.map((issue): Finding => {
    const path = pathOf(document, issue.path)
    return { path, ...sentence(issue, valueAt(document, path)), level: 'stops' }
  })
  return { findings }
}

/** The definition as it can be shown while texts are missing: each text stands in for those not written yet. Undefined when more than texts is missing. */
export function previewDefinition(document: DraftDocument): SchemeDefinition | undefined {
  const parsed = SchemeDefinition.safeParse(withStandIns(document))
  return parsed.success ? parsed.data : undefined
}

interface Issue {
  code?: string
  message: string
  minimum?: number | bigint
  maximum?: number | bigint
  origin?: string
}

function sentence(issue: Issue, value: unknown): Pick<Finding, 'key' | 'data'> {
  const empty =
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isText3(value) && isBlankText(value))
  if (empty) return { key: 'missing', data: {} }
  if (issue.code === 'too_small') return { key: 'tooSmall', data: { least: Number(issue.minimum ?? 0) } }
  if (issue.code === 'too_big') return { key: 'tooLarge', data: { most: Number(issue.maximum ?? 0) } }
  if (issue.code === 'unrecognized_keys') return { key: 'unknownPart', data: {} }
  return { key: 'notUsable', data: { why: issue.message } }
}
