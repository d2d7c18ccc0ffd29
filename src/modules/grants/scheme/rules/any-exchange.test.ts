import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyScheme } from '../../any-form.testing.ts'
import { SchemeDefinition } from '../../model.ts'
import { diffDocuments } from '../../studio/rules/diff.ts'
import { applyOps, type DraftDocument } from '../../studio/rules/ops.ts'
import { canonicalJson } from './canonical.ts'
import { readSchemeFile, writeSchemeFile } from './exchange.ts'

test('a scheme that is written as a file and read again is the very same document', () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      const once = SchemeDefinition.parse(readSchemeFile(JSON.parse(writeSchemeFile(scheme))))
      expect(canonicalJson(once)).toBe(canonicalJson(scheme))
      expect(writeSchemeFile(once)).toBe(writeSchemeFile(scheme))
    }),
    { numRuns: 60 },
  )
})

test('the ops that make one scheme another do so, and their inverses take them back', () => {
  fc.assert(
    fc.property(anyScheme, anyScheme, (from, to) => {
      const [before, after] = [from, to].map((each) => JSON.parse(JSON.stringify(each)) as DraftDocument)
      const done = applyOps(before ?? {}, diffDocuments(before ?? {}, after ?? {}))
      expect(done.clashes).toEqual([])
      expect(canonicalJson(done.document)).toBe(canonicalJson(after))
      const back = applyOps(done.document, done.inverse)
      expect(back.clashes).toEqual([])
      expect(canonicalJson(back.document)).toBe(canonicalJson(before))
    }),
    { numRuns: 100 },
  )
})
