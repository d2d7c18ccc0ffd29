import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The account PostgreSQL runs as when Torg itself is root: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number
  gid: number
}

/**
 * The arguments a living process was started with; undefined when there is no such process. A process that has ended but was
 * not collected by its parent (a container's first process may never do it) counts as gone.
 */
export function argumentsOf(pid: number): string[] | undefined {
  const text = existsSync('/proc/self/cmdline') ? readProc(pid) : readPs(pid)
  return text ? text.split('\0').filter((part) => part !== '') : undefined
}

/** Whether the account (or we ourselves) can enter the folder and read what is in it: asked of the system, not computed. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1" && ls >/dev/null', 'sh', folder], { ...account, stdio: 'ignore', cwd: '/' })
  return asked.status === 0
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function readProc(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || undefined
  } catch {
    return undefined
  }
}

// Without /proc (macOS) the arguments come as one line: good enough, our own paths hold no spaces there or are compared whole.
function readPs(pid: number): string | undefined {
  const asked = spawnSync('ps', ['-o', 'state=', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  const line = asked.stdout?.trim() ?? ''
  if (line === '' || line.startsWith('Z')) return undefined
  return line.replace(/^\S+\s+/, '').replaceAll(' ', '\0')
}
