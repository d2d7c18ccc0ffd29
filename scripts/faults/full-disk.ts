import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { benchSlugs } from '../../bench/definition.ts'
import { addApplicants, addMunicipality, BENCH_HOST, layBenchGround, withOwner, type Applicant } from '../../bench/ground.ts'
import { startTorg } from '../../bench/running-torg.ts'
import { ask, readReceipt, sendApplication } from '../../bench/send.ts'
import { build } from '../bundle.ts'
import { freePort } from '../free-port.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startStream } from './stream.ts'
import { embeddedTarget } from './targets.ts'
import { findFaults } from './whole-and-once.ts'

// Fills a small file system under a running Torg, slowly and then all at once: npm run faults:disk. Needs root, to mount one.
const SIZE_MB = 700
const KEPT_FREE_MB = 256
const faults: string[] = []

const place = temporaryFolder('torg-disk-')
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=0755`, 'torg-disk', place], { encoding: 'utf8' })
if (mounted.status === 0) {
  try {
    await build()
    await tryFullDisk(path.join(place, 'torg'))
  } finally {
    spawnSync('umount', ['-l', place])
    rmSync(place, { recursive: true, force: true })
  }
  for (const fault of faults) console.error(`FAULT  ${fault}`)
  console.log(
    faults.length === 0 ? 'A full disk loses nothing that was given a receipt, and heals by itself.' : `${faults.length} faults.`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
} else {
  rmSync(place, { recursive: true, force: true })
  console.log('══════════════════════════════════════════════════════════════════════════════')
  console.log(
    `SKIPPED: the full-disk test. No file system may be mounted here: ${mounted.stderr?.trim() || mounted.error?.message}`,
  )
  console.log('══════════════════════════════════════════════════════════════════════════════')
}

async function tryFullDisk(folder: string): Promise<void> {
  const target = await embeddedTarget(folder)
  const env = { TORG_DATA_DIR: path.join(folder, 'data'), TORG_LOG: 'silent' }
  mkdirSync(folder, { mode: 0o755 })
  await addMunicipality({ ...process.env, ...env }, folder)
  const door = { port: await freePort(), host: BENCH_HOST }
  const torg = await startTorg(env, door.port, door.host)
  try {
    const ground = await layBenchGround({ env: { ...process.env, ...env }, folder, ownerUrl: target.ownerUrl, keys: target.keys })
    const applicants = await addApplicants(target.ownerUrl(), ground, benchSlugs.rules, 600)
    const [waiting, streaming] = [applicants.slice(0, 5), applicants.slice(5)]
    const count = async () =>
      await withOwner(target.ownerUrl(), ground.municipalityId, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          'select (select count(*) from application)::int + (select count(*) from stored_file)::int as n',
        )
        return rows[0]?.n ?? -1
      })

    const stream = startStream(door, streaming, 4)
    await until('some receipts are given', () => stream.received.length >= 10)
    await guardRefuses(folder, door, { waiting, received: stream.received, count })
    await until(
      'writes go on by themselves when there is room again',
      async () => (await sendApplication(door, waiting[0] as Applicant)).status === 303,
    )

    // Past the guard: something else takes all the room between two of its looks, while applications stream in.
    const before = stream.received.length
    await until('the stream goes on', () => stream.received.length > before + 3)
    const filler = fill(folder, 0)
    const receipts = stream.received.length
    await setTimeout(3_000)
    console.log(`all room taken: ${stream.received.length - receipts} receipts in the three seconds after`)
    rmSync(filler)
    const freed = performance.now()
    const then = stream.received.length
    await until('receipts are given again after a full disk', () => stream.received.length > then)
    console.log(`room again: the next receipt after ${((performance.now() - freed) / 1_000).toFixed(1)} s`)
    await stream.finish()
    faults.push(...(await findFaults(target.ownerUrl(), ground, [...stream.received, waiting[0] as Applicant], applicants)))
    for (const [status, times] of stream.answers)
      if (![0, 303, 503].includes(status)) faults.push(`${times} were answered ${status}`)
    console.log(
      `${stream.received.length + 1} receipts, all of them looked for; answers ${[...stream.answers].map(([status, times]) => `${times} × ${status}`).join(', ')}`,
    )
  } finally {
    await torg.stop()
  }
}

/** Fills up to less than the guard keeps free, looks at what is answered, and makes room again. */
async function guardRefuses(
  folder: string,
  door: { port: number; host: string },
  seen: { waiting: readonly Applicant[]; received: readonly Applicant[]; count: () => Promise<number> },
): Promise<void> {
  const filler = fill(folder, KEPT_FREE_MB - 6)
  await setTimeout(1_500)
  const [receipts, rows] = [seen.received.length, await seen.count()]
  for (const applicant of seen.waiting) {
    const { status, text } = await sendApplication(door, applicant)
    if (status !== 503 || !text.includes('Vi kan ikke lagre akkurat nå'))
      faults.push(`with ${KEPT_FREE_MB - 6} MB free a form was answered ${status} and not with a page that says why`)
  }
  const [first] = seen.received
  const pages = [
    await ask(door, 'GET', '/'),
    await ask(door, 'GET', `/tilskudd/${benchSlugs.rules}`),
    ...(first ? [await readReceipt(door, first)] : []),
  ]
  if (pages.some(({ status }) => status !== 200))
    faults.push(`reading did not go on: ${pages.map(({ status }) => status).join(', ')}`)
  const ready = await ask(door, 'GET', '/readyz')
  if (ready.status !== 503 || !ready.text.includes('read-only')) faults.push(`/readyz said ${ready.status} ${ready.text}`)
  await setTimeout(2_000)
  if (seen.received.length !== receipts)
    faults.push(`${seen.received.length - receipts} receipts were given while the guard refuses`)
  if ((await seen.count()) !== rows) faults.push('applications or files were written while the guard refuses')
  console.log(`${KEPT_FREE_MB - 6} MB free: forms are answered 503 with the reason, ${pages.length} pages read, nothing written`)
  rmSync(filler)
}

/** Writes a file until so many megabytes are free, or until nothing more can be written. Returns its name. */
function fill(folder: string, leaveMb: number): string {
  const name = path.join(folder, 'filler')
  const block = Buffer.alloc(1_048_576, 1)
  const file = openSync(name, 'w')
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(folder)
      if (leaveMb > 0 && bavail * bsize <= leaveMb * 1_048_576) break
      writeSync(file, block)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
  return name
}

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 60_000): Promise<void> {
  const began = performance.now()
  while (!(await Promise.resolve(holds()).catch(() => false))) {
    if (performance.now() - began > patience) throw new Error(`Not within ${patience / 1_000} seconds: ${what}.`)
    await setTimeout(50)
  }
}
