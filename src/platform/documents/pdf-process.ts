import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PdfAnswer, PdfRequest } from './pdf-protocol.ts'

export interface PdfLimits {
  /** How long one document may take. */
  timeoutMs: number
  /** How many a process makes before a new one takes over. */
  documentsPerProcess: number
  /** How many may wait in line. */
  waiting: number
  /** After how long without work the process ends: it holds over 100 MB. */
  idleMs: number
}

export type PdfOrder = Omit<PdfRequest, 'id'>

interface Waiting {
  order: PdfOrder
  resolve: (answer: PdfAnswer) => void
  reject: (error: Error) => void
}

export interface PdfProcess {
  /** Waits in line, then answers. Rejects when the document takes too long or the process dies. */
  make(order: PdfOrder, urgent: boolean): Promise<PdfAnswer>
  stop(): void
}

/**
 * One child process behind a queue: the server's own event loop never waits for a document. The child is started at the first
 * order, replaced after a number of documents (its memory grows) or when one takes too long, and never keeps the server alive.
 */
export function createPdfProcess(limits: PdfLimits): PdfProcess {
  const line: Waiting[] = []
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let made = 0
  let busy = false
  let lastId = 0

  function next(): void {
    const job = busy ? undefined : line.shift()
    if (!job) return
    clearTimeout(idle)
    let worker: ChildProcess
    try {
      worker = child ??= start(forget)
    } catch (error) {
      job.reject(error as Error)
      return next()
    }
    busy = true
    hold(worker)
    const request: PdfRequest = { ...job.order, id: ++lastId }
    const timer = setTimeout(() => finish(new Error(`A document took more than ${limits.timeoutMs} ms.`)), limits.timeoutMs)
    const onMessage = (answer: PdfAnswer | 'ready'): void => {
      if (answer !== 'ready' && answer.id === request.id) finish(answer)
    }
    const onGone = (cause?: unknown): void => finish(new Error(`The process that makes PDFs ended (${String(cause)}).`))
    worker.on('message', onMessage)
    worker.once('exit', onGone)
    worker.once('error', onGone)

    let finished = false
    function finish(outcome: PdfAnswer | Error): void {
      if (finished) return
      finished = true
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('exit', onGone)
      worker.off('error', onGone)
      busy = false
      if (outcome instanceof Error || ++made >= limits.documentsPerProcess) discard()
      else {
        release(worker)
        idle = setTimeout(discard, limits.idleMs).unref()
      }
      if (outcome instanceof Error) job?.reject(outcome)
      else job?.resolve(outcome)
      next()
    }
    worker.send(request, (error) => error && finish(error))
  }

  /** A process that ended by itself (out of memory, killed) is not asked again. */
  function forget(gone: ChildProcess): void {
    if (child === gone) child = undefined
  }

  function discard(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
    made = 0
  }

  return {
    make(order, urgent) {
      if (line.length >= limits.waiting) return Promise.reject(new Error(`${line.length} documents are waiting already.`))
      return new Promise((resolve, reject) => {
        line[urgent ? 'unshift' : 'push']({ order, resolve, reject })
        next()
      })
    },
    stop() {
      for (const job of line.splice(0)) job.reject(new Error('The PDF process was stopped.'))
      discard()
    },
  }
}

function start(onExit: (gone: ChildProcess) => void): ChildProcess {
  const child = fork(childEntry(), [], {
    execArgv: [],
    // No secrets, since it needs none; and a proxy that is not there, since the compiler would fetch packages from the net.
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('error', () => undefined)
  child.once('exit', () => onExit(child))
  return child
}

/** Built: beside this file or one folder up as pdf-child.js. In the sources: pdf-child.ts, which Node runs as it is. */
function childEntry(): string {
  const candidates = ['./pdf-child.js', '../pdf-child.js', './pdf-child.ts'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  )
  const found = candidates.find((file) => existsSync(file))
  if (!found) throw new Error(`The program that makes PDFs is missing: looked for ${candidates.join(', ')}.`)
  return found
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** An idle child must not keep the server or a command from ending. */
function release(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
