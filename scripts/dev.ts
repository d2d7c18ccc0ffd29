import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { build, root } from './bundle.ts'

// Builds and restarts the server when a source changes. A build that fails leaves the last good server running.
let server: ChildProcess | undefined
let timer: NodeJS.Timeout | undefined
let busy = false

for (const folder of ['src', 'schemes', 'demo', 'migrations']) watch(path.join(root, folder), { recursive: true }, changed)
await renew()

function changed(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void renew(), 150)
}

async function renew(): Promise<void> {
  if (busy) return changed()
  busy = true
  try {
    const isNew = await build()
    if (isNew || !server) await restart()
  } catch (error) {
    console.error((error as Error).message)
  } finally {
    busy = false
  }
}

async function restart(): Promise<void> {
  await stop()
  server = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', 'server.js')], { stdio: 'inherit' })
}

async function stop(): Promise<void> {
  if (!server || server.exitCode !== null) return
  const ended = new Promise((resolve) => server?.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
