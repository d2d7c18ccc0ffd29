import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { build, root } from '../scripts/bundle.ts'
import { freePort } from '../scripts/free-port.ts'
import { temporaryFolder } from '../scripts/temporary-folder.ts'

/** A running Torg: the built server, as `npm start` runs it, on a port and a data folder of its own. */
export interface RunningTorg {
  /** http://localhost:PORT, without a slash at the end. */
  url: string
  dataDir: string
  process: ChildProcess
  /** What the server said so far, both streams. */
  output(): string
  stop(): Promise<void>
}

/** Builds if needed and starts Torg with further settings; returns when it answers. A given data folder is kept at the end. */
export async function startTorg(settings: Record<string, string> = {}): Promise<RunningTorg> {
  await build()
  const own = settings['TORG_DATA_DIR'] === undefined
  const dataDir = settings['TORG_DATA_DIR'] ?? temporaryFolder('torg-e2e-')
  const port = settings['PORT'] ?? String(await freePort())
  const server = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'server.js')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      ...settings,
      TORG_DATA_DIR: dataDir,
      PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    if (own) rmSync(dataDir, { recursive: true, force: true })
  }
  const url = `http://localhost:${port}`
  // The first start plays a year and a half of cases into the demo; on a crowded machine that takes its time.
  const patience = Date.now() + 5 * 60_000
  while (!(await isReady(url))) {
    if (Date.now() < patience && server.exitCode === null && server.signalCode === null) continue
    await stop()
    throw new Error(`Torg did not start:\n${output}`)
  }
  return { url, dataDir, process: server, output: () => output, stop }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  if (answer?.ok) return true
  await new Promise((resolve) => setTimeout(resolve, 100))
  return false
}
