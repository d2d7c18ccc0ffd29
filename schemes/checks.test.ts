import { describe, expect, test } from 'vitest'
import { checkBeforePublishing } from '../src/modules/grants/studio/rules/checks.ts'
import type { DraftDocument } from '../src/modules/grants/studio/rules/ops.ts'
import { readabilityOf } from '../src/modules/grants/studio/rules/readability/measure-document.ts'
import { sayFinding } from '../src/modules/grants/studio/texts/findings.ts'
import { shipped, surroundingsOf } from './shipped.testing.ts'

const today = '2026-11-21'

describe.each(shipped)('$name', ({ raw, parsed }) => {
  const document = raw as DraftDocument
  const around = surroundingsOf(parsed.data)

  test('has nothing that stops it, in a form where every way can be gone', () => {
    const stops = checkBeforePublishing(document, around, today).filter((finding) => finding.level === 'stops')
    expect(stops.map((finding) => `${finding.path}: ${sayFinding(finding, 'nb')}`)).toEqual([])
  })

  test('reads well in the three languages: LIX below 45, no sentence too long to follow', () => {
    for (const { lang, lix, longSentences } of readabilityOf(document)) {
      expect([lang, lix < 45, longSentences]).toEqual([lang, true, 0])
    }
  })
})
