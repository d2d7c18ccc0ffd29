import { readFileSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { connection } from '../test/connections.ts'
import { freePort } from '../scripts/free-port.ts'
import { temporaryFolder } from '../scripts/temporary-folder.ts'
import { benchSlugs } from './definition.ts'
import { addApplicants, addMunicipality, layBenchGround } from './ground.ts'
import { weighPage, type Fetched } from './page-weight.ts'
import { memoryOf, startTorg } from './running-torg.ts'
import { ask, inParallel, readReceipt, sendApplication } from './send.ts'
import { type Access, socketNumber } from '../src/platform/database/embedded/cluster.ts'

export interface StartFigures {
  firstStartMs: number
  secondStartMs: number[]
  secondStartCpuMs: number[]
  /** Of /tilskudd/kor-og-korps. */
  page: Fetched[]
  memory: { afterStart: ReturnType<typeof memoryOf>; afterWork: ReturnType<typeof memoryOf> }
  /** What was done before the memory was read. */
  sent: number
  read: number
}

const CITY = 'fjordvik.localhost'
const PAGE = '/tilskudd/kor-og-korps'

/** Starts the product as `npm start` does, with its embedded database and demo in an empty folder: time, weight of a page, memory. */
export async function startBench(options: {
  secondStarts: number
  sent: number
  say: (line: string) => void
}): Promise<StartFigures> {
  const folder = temporaryFolder('torg-bench-start-')
  const dataDir = path.join(folder, 'data')
  const env = { TORG_DATA_DIR: dataDir, TORG_LOG: 'error' }
  const port = await freePort()
  try {
    const first = await startTorg(env, port, CITY)
    const page = await weighPage(port, CITY, PAGE, 'Kor, korps og kulturorganisasjoner')
    await first.stop()
    options.say(`first start: ${Math.round(first.firstAnswerMs)} ms to the first answer`)
    const secondStartMs: number[] = []
    const secondStartCpuMs: number[] = []
    for (let start = 1; start < options.secondStarts; start++) {
      const again = await startTorg(env, port, CITY)
      secondStartMs.push(again.firstAnswerMs)
      secondStartCpuMs.push(again.firstAnswerCpuMs)
      await again.stop()
    }
    const torg = await startTorg(env, port, CITY)
    secondStartMs.push(torg.firstAnswerMs)
    secondStartCpuMs.push(torg.firstAnswerCpuMs)
    const database = Number.parseInt(readFileSync(path.join(home(dataDir), 'cluster', 'postmaster.pid'), 'utf8'), 10)
    await setTimeout(2_000)
    const afterStart = memoryOf(torg.pid, database)
    const ownerUrl = embeddedUrl(dataDir)
    const keys = () => readFileSync(path.join(dataDir, 'keys'), 'utf8').trim()
    await addMunicipality({ ...process.env, ...env }, folder)
    const ground = await layBenchGround({ env: { ...process.env, ...env }, folder, ownerUrl: () => ownerUrl, keys })
    const applicants = await addApplicants(ownerUrl, ground, benchSlugs.rules, options.sent)
    const agent = new Agent({ keepAlive: true, maxSockets: 8 })
    let read = 0
    await inParallel(applicants, 8, async (each) => {
      const sent = await sendApplication({ port, host: ground.host, agent }, each)
      const receipt = await readReceipt({ port, host: ground.host, agent }, each)
      const pages = [await ask({ port, host: CITY, agent }, 'GET', '/'), await ask({ port, host: CITY, agent }, 'GET', PAGE)]
      read += 1 + pages.length
      if (sent.status !== 303 || [receipt, ...pages].some(({ status }) => status !== 200))
        throw new Error(`answered ${sent.status}, ${receipt.status}: ${torg.said()}`)
    })
    agent.destroy()
    const afterWork = memoryOf(torg.pid, database)
    await torg.stop()
    return {
      firstStartMs: first.firstAnswerMs,
      secondStartMs,
      secondStartCpuMs,
      page,
      memory: { afterStart, afterWork },
      sent: options.sent,
      read,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Where a data folder's embedded database lies: beside the rest, or where a note says. */
export function home(dataDir: string): string {
  try {
    return readFileSync(path.join(dataDir, 'postgres-is-at'), 'utf8').trim()
  } catch {
    return path.join(dataDir, 'postgres')
  }
}

/** The owner's connection to a data folder's embedded database. */
export function embeddedUrl(dataDir: string): string {
  const at = home(dataDir)
  const access = JSON.parse(readFileSync(path.join(at, 'access.json'), 'utf8')) as Access
  return connection(`postgres://x:y@${encodeURIComponent(at)}:${socketNumber(access)}/torg`, 'torg_owner', access.owner, 'torg')
}
