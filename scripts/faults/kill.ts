import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { benchSlugs } from '../../bench/definition.ts'
import { addApplicants, addMunicipality, BENCH_HOST, layBenchGround } from '../../bench/ground.ts'
import { startTorg, type RunningTorg } from '../../bench/running-torg.ts'
import { build } from '../bundle.ts'
import { freePort } from '../free-port.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { embeddedTarget, postgresTarget, type Target } from './targets.ts'
import { startStream } from './stream.ts'
import { findFaults } from './whole-and-once.ts'

// Kills the server and the database without warning while applications stream in, and looks afterwards for every one that was
// given a receipt: npm run faults:kill -- --rounds 100. Each round of each target kills once.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    senders: { type: 'string', default: '6' },
    /** Begins no new round after so many seconds: for CI. */
    within: { type: 'string', default: '36000' },
  },
})
const began = performance.now()
const until = began + Number(values.within) * 1_000

await build()
const targets = [embeddedTarget, postgresTarget]
const failed: string[] = []
for (const [index, target] of targets.entries()) {
  // What is left is shared out among those that are left.
  const deadline = performance.now() + (until - performance.now()) / (targets.length - index)
  failed.push(...(await tryTarget(target, deadline)))
}
for (const fault of failed.slice(0, 50)) console.error(`LOST OR DOUBLED  ${fault}`)
console.log(failed.length === 0 ? 'Nothing that was given a receipt is lost, halved or doubled.' : `${failed.length} faults.`)
process.exitCode = failed.length === 0 ? 0 : 1

async function tryTarget(prepare: (folder: string) => Promise<Target | string>, deadline: number): Promise<string[]> {
  const folder = temporaryFolder('torg-kill-')
  const target = await prepare(folder)
  if (typeof target === 'string') {
    console.log(`SKIPPED: ${target}`)
    rmSync(folder, { recursive: true, force: true })
    return []
  }
  let torg: RunningTorg | undefined
  try {
    const env = { ...target.env, TORG_DATA_DIR: path.join(folder, 'data'), TORG_LOG: 'silent' }
    await addMunicipality({ ...process.env, ...env }, folder)
    const port = await freePort()
    const start = async () => await startTorg(env, port, BENCH_HOST)
    torg = await start()
    const ground = await layBenchGround({ env: { ...process.env, ...env }, folder, ownerUrl: target.ownerUrl, keys: target.keys })
    const rounds = Number(values.rounds)
    const applicants = await addApplicants(target.ownerUrl(), ground, benchSlugs.rules, 200 + rounds * 150)
    const stream = startStream({ port, host: ground.host }, applicants, Number(values.senders))
    const kills = new Map<string, number>()
    let slowest = 0
    for (let round = 0; round < rounds && (round < target.victims.length || performance.now() < deadline); round++) {
      await setTimeout(200 + Math.random() * 1_300)
      const victim = target.victims[round % target.victims.length] ?? 'server'
      kills.set(victim, (kills.get(victim) ?? 0) + 1)
      const killedAt = performance.now()
      const before = stream.received.length
      if (victim !== 'server') target.killDatabase(victim)
      if (victim !== 'backend' && victim !== 'database') {
        await torg.kill()
        torg = await start()
      }
      // Healed when somebody new is given a receipt.
      while (stream.received.length === before && performance.now() - killedAt < 60_000) await setTimeout(20)
      if (stream.received.length === before)
        throw new Error(`No receipt within a minute of killing the ${victim}: ${torg.said()}`)
      slowest = Math.max(slowest, performance.now() - killedAt)
    }
    await stream.finish()
    const faults = await findFaults(target.ownerUrl(), ground, stream.received, applicants)
    // No answer, or one that says to try again: anything else is a fault of the server's that somebody has to read.
    for (const [status, count] of stream.answers)
      if (![0, 303, 503].includes(status)) faults.push(`${count} were answered ${status}`)
    const list = (map: Map<string | number, number>) => [...map].map(([name, count]) => `${count} × ${name}`).join(', ')
    console.log(
      `${target.name}: killed ${list(kills)}; ${stream.received.length} receipts, ${stream.retries} sent again; ` +
        `answers ${list(stream.answers)}; slowest from kill to next receipt ${(slowest / 1_000).toFixed(1)} s; ${faults.length} faults`,
    )
    return faults.map((fault) => `${target.name}: ${fault}`)
  } finally {
    await torg?.stop()
    await target.remove()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
