import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** Milliseconds of CPU that the server processes behind each connection have used, by process id; undefined for a database elsewhere. */
export async function backendCpu(admin: pg.Client, applicationName: string): Promise<Map<number, number> | undefined> {
  const { rows } = await admin.query<{ pid: number }>('select pid from pg_stat_activity where application_name = $1', [
    applicationName,
  ])
  const used = new Map<number, number>()
  for (const { pid } of rows) {
    const ms = cpuOf(pid)
    if (ms === undefined) return undefined
    used.set(pid, ms)
  }
  return used
}

/** What was used between two looks; a connection that came in between counts from its start. */
export function cpuBetween(before: Map<number, number> | undefined, after: Map<number, number> | undefined): number {
  if (!before || !after) return Number.NaN
  let sum = 0
  for (const [pid, ms] of after) sum += ms - (before.get(pid) ?? 0)
  return sum
}

// The scheduler's own count in nanoseconds; the coarser one in hundredths of a second where the kernel does not keep it.
function cpuOf(pid: number): number | undefined {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres')) return undefined
    const exact = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000
    if (exact > 0) return exact
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}
