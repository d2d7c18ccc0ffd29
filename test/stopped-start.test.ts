import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKeyring } from '#platform/crypto.ts'
import type { Services } from '#platform/http/index.ts'
import { installJobs, openJobs } from '#platform/jobs/jobs.ts'
import { createLogger } from '#platform/log.ts'
import { seedDemo } from '#demo/seed.ts'
import { fillDemo } from '#src/half-demo.ts'
import { jobs } from '#src/jobs.ts'
import { openWaitingRoom } from '#src/waiting-room.ts'
import { freePort } from '../scripts/free-port.ts'
import { testDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let services: Services
let close: () => Promise<void>
beforeAll(async () => {
  database = await testDatabase()
  await installJobs(
    database.ownerUrl,
    jobs.map((job) => job.name),
  )
  const boss = await openJobs(database.handle)
  services = {
    db: database.handle,
    keyring: openKeyring([{ id: 'test', secret: randomBytes(32) }]),
    now: () => new Date('2026-11-21T21:00:00Z'),
    log: createLogger('error'),
    dataDir: mkdtempSync(path.join(tmpdir(), 'torg-stopped-')),
    demo: true,
    trustedProxies: [],
    canWrite: () => true,
  }
  close = async () => {
    await boss.stop({ graceful: false })
    await database.drop()
    rmSync(services.dataDir, { recursive: true, force: true })
  }
}, 60_000)
afterAll(() => close())

test('a start that is stopped while it fills the demo ends at its next step, and leaves word for the next one', async () => {
  const stop = new AbortController()
  let steps = 0
  const filling = fillDemo(services.dataDir, () =>
    seedDemo({ services, ownerUrl: database.ownerUrl }, () => undefined, {
      signal: stop.signal,
      progress: () => {
        steps++
        stop.abort()
      },
    }),
  )
  await expect(filling).rejects.toThrow()
  expect(steps).toBe(1)
  expect(existsSync(path.join(services.dataDir, 'demo-unfinished'))).toBe(true)
}, 60_000)

describe('Whoever looks while the demo is filled', () => {
  test('is told how far it has come, and the address is free afterwards', async () => {
    const PORT = await freePort()
    const room = await openWaitingRoom({ PORT, HOST: '127.0.0.1' })
    room.progress(37, 74)
    const page = await fetch(`http://127.0.0.1:${PORT}/tilskudd`)
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await page.text()).toContain('50 %')
    expect((await fetch(`http://127.0.0.1:${PORT}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${PORT}/readyz`)).status).toBe(503)
    await room.close()
    const again = await openWaitingRoom({ PORT, HOST: '127.0.0.1' })
    await again.close()
  })

  test('hears of nothing when the address is taken: the start ends instead', async () => {
    const PORT = await freePort()
    const room = await openWaitingRoom({ PORT, HOST: '127.0.0.1' })
    await expect(openWaitingRoom({ PORT, HOST: '127.0.0.1' })).rejects.toThrow('EADDRINUSE')
    await room.close()
  })
})
