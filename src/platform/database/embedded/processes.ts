import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The account PostgreSQL runs as when Torg itself is root: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number
  gid: number
}

/**
 * The words a living process was started with, in one line; undefined when there is no such process. A process that has ended
 * but was not collected by its parent (a container's first process may never do it) counts as gone.
 */
export function commandLineOf(pid: number): string | undefined {
  return existsSync('/proc/self/cmdline') ? readProc(pid) : readPs(pid)
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
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0$/, '').replaceAll('\0', ' ') || undefined
  } catch {
    return undefined
  }
}

function readPs(pid: number): string | undefined {
  const asked = spawnSync('ps', ['-ww', '-o', 'state=', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  const [, state, command] = /^\s*(\S+)\s+(.*?)\s*$/.exec(asked.stdout ?? '') ?? []
  return state?.startsWith('Z') ? undefined : command
}
