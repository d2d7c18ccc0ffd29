import { describe, expect, test } from 'vitest'
import { checkBeforePublishing } from '../src/modules/grants/studio/rules/checks.ts'
import type { DraftDocument } from '../src/modules/grants/studio/rules/ops.ts'
import { readabilityOf } from '../src/modules/grants/studio/rules/readability/measure-document.ts'
import { sayFinding } from '../src/modules/grants/studio/texts/findings.ts'
import { homeOf, shipped } from './shipped.testing.ts'

const today = '2026-11-21'

describe.each(shipped)('$name', ({ raw, parsed }) => {
  const document = raw as DraftDocument
  const home = homeOf(parsed.data?.slug ?? '')
  // A scheme of the library that no demo municipality has yet: its unit, bodies and districts are those it names itself.
  const named = {
    units: [parsed.data?.unit ?? '', ...(parsed.data?.authority ?? []).flatMap((band) => band.body ?? [])],
    districts: (parsed.data?.rounds ?? []).flatMap((round) => round.pots.flatMap((pot) => pot.district ?? [])),
  }
  const around = {
    units: new Set(home ? home.units.map((unit) => unit.key) : named.units),
    districts: new Set(home ? home.districts.map((district) => district.key) : named.districts),
  }

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
