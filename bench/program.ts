import { fork, type ChildProcess } from 'node:child_process'

/** A measured program in a process of its own, which answers questions over IPC. */
export interface Program {
  pid: number
  /** What it said when it was ready. */
  ready: Record<string, unknown>
  ask<T>(question: Record<string, unknown>): Promise<T>
  stop(): Promise<void>
}

/** CPU time so far and memory now, of one process. */
export interface Usage {
  cpuMs: number
  rssMb: number
}

/** Starts a program and waits until it says that it is ready. Throws with its output when it ends before that. */
export async function startProgram(file: string, env: Record<string, string>, execArgv: string[] = []): Promise<Program> {
  const child = fork(file, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv,
    silent: true,
    serialization: 'advanced',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4_000)))
  const ended = new Promise<undefined>((resolve) => child.once('exit', () => resolve(undefined)))
  const ready = await Promise.race([next(child), ended])
  if (!ready) throw new Error(`${file} did not start: ${said}`)
  return {
    pid: child.pid ?? 0,
    ready,
    ask: async <T>(question: Record<string, unknown>) => {
      const answer = next(child)
      child.send(question)
      const given = await Promise.race([answer, ended])
      if (!given || given['error']) throw new Error(`${file}: ${String(given?.['error'] ?? said)}`)
      return given as T
    },
    stop: async () => {
      if (child.exitCode !== null) return
      // It ends by itself when nobody asks any more, so that a profile of it is written.
      child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await ended
      clearTimeout(late)
    },
  }
}

function next(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as Record<string, unknown>)))
}

/** The measured program's side: answers `usage`, and what `others` knows. */
export function answerQuestions(others: Record<string, (question: Record<string, unknown>) => unknown> = {}): void {
  process.on('message', (question: Record<string, unknown>) => {
    const answer = others[String(question['ask'])] ?? usage
    Promise.resolve()
      .then(() => answer(question))
      .then((value) => process.send?.({ ...(value as object) }))
      .catch((error: unknown) => process.send?.({ error: (error as Error).stack }))
  })
  process.on('disconnect', () => process.exit(0))
}

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage.rss() / 1_048_576 }
}
