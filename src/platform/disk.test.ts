import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskGuard, freeMegabytes } from './disk.ts'

const missing = path.join(tmpdir(), 'no-such-folder-of-torg')

describe('Writes are allowed', () => {
  test('while every watched folder that is there has the room that is kept free', () => {
    expect(diskGuard([tmpdir(), missing], 1)()).toBe(true)
  })

  test('and refused when one of them has less', () => {
    const enough = Math.floor(freeMegabytes(tmpdir())) + 1_000_000
    expect(diskGuard([missing, tmpdir()], enough)()).toBe(false)
  })
})
