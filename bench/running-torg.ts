import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root } from '../scripts/bundle.ts'

/** The built server, running as an operator runs it. */
export interface RunningTorg {
  child: ChildProcess
  pid: number
  port: number
  /** From the start of the process to the first answer of the front page, in milliseconds. */
  firstAnswerMs: number
  /** CPU time of the server's own process until then: what a busy machine does not change. */
  firstAnswerCpuMs: number
  said(): string
  /** In order, as Ctrl-C does. */
  stop(): Promise<void>
  /** With no chance to say goodbye. */
  kill(): Promise<void>
}

/** Starts Torg as `npm start` does, npm itself left out, and waits until it answers at `host`. Throws with what it said when it ends before that, or takes over `patience`. */
export async function startTorg(
  env: Record<string, string>,
  port: number,
  host: string,
  patience = 180_000,
): Promise<RunningTorg> {
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'run.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-20_000)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  while (!(await answers(port, host))) {
    if (hasEnded()) throw new Error(`Torg ended at its start: ${said}`)
    if (performance.now() - began > patience) {
      child.kill('SIGKILL')
      throw new Error(`Torg did not answer within ${patience / 1_000} seconds: ${said}`)
    }
    await setTimeout(10)
  }
  return {
    child,
    pid: child.pid ?? 0,
    port,
    firstAnswerMs: performance.now() - began,
    firstAnswerCpuMs: cpuOf(child.pid ?? 0),
    said: () => said,
    stop: async () => {
      if (!hasEnded()) child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      if (!hasEnded()) child.kill('SIGKILL')
      await ended
    },
  }
}

async function answers(port: number, host: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/', headers: { host: `${host}:${port}` }, timeout: 10_000 },
      (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode === 200))
        response.once('error', () => resolve(false))
      },
    )
    sent.once('error', () => resolve(false))
    sent.once('timeout', () => sent.destroy())
    sent.end()
  })
}

/** Memory in megabytes: the server's own process, what it started itself, and the database's processes with shared pages counted once. */
export function memoryOf(pid: number, databasePid?: number): { server: number; children: number; database?: number } {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(all.map((each) => [Number(each), parentOf(Number(each))]))
  const childrenOf = (of: number) => [...parents].filter(([, parent]) => parent === of).map(([each]) => each)
  const sum = (pids: number[], field: string, file: string) =>
    pids.reduce((total, each) => total + kilobytes(each, field, file), 0) / 1_024
  const own = childrenOf(pid).filter((each) => each !== databasePid)
  return {
    server: sum([pid], 'VmRSS', 'status'),
    children: sum(own, 'VmRSS', 'status'),
    ...(databasePid ? { database: sum([databasePid, ...childrenOf(databasePid)], 'Pss', 'smaps_rollup') } : {}),
  }
}

// In hundredths of a second, as the kernel counts; 0 where there is no /proc.
function cpuOf(pid: number): number {
  const fields = read(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0)
}

function kilobytes(pid: number, field: string, file: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(pid, file))?.[1] ?? 0)
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
