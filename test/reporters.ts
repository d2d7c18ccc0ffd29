import path from 'node:path'
import type { ViteUserConfig } from 'vitest/config'

/** The usual reporter, and where TEST_RESULTS names a folder also a file in it: CI adds the files up at its end. */
export function reporters(name: string): NonNullable<NonNullable<ViteUserConfig['test']>['reporters']> {
  const folder = process.env['TEST_RESULTS']
  return folder ? ['default', ['json', { outputFile: path.join(folder, `${name}-${process.pid}.json`) }]] : ['default']
}
