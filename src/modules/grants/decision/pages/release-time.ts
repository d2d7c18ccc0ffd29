import type { Form } from '#platform/http/index.ts'
import { isDay, startOfOsloDay } from '#platform/time.ts'

/** Now (no time), or a time to come in Oslo. */
export function readWhen(form: Form, now: Date): { at: Date | undefined } | { problem: { name: string; message: string } } {
  if (form.text('nar') !== 'senere') return { at: undefined }
  const day = form.text('dag')
  if (!isDay(day)) return { problem: { name: 'dag', message: 'dayMissing' } }
  const match = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(form.text('tid').trim())
  if (!match) return { problem: { name: 'tid', message: 'timeMissing' } }
  const at = atOslo(day, Number(match[1]), Number(match[2]))
  return at <= now ? { problem: { name: 'dag', message: 'timePassed' } } : { at }
}

/** A time by Oslo's clock: on the days when summer time begins or ends too. */
function atOslo(day: string, hours: number, minutes: number): Date {
  const plain = new Date(startOfOsloDay(day).getTime() + (hours * 60 + minutes) * 60_000)
  const shown = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' }).format(plain),
  )
  return new Date(plain.getTime() + (hours - shown) * 3_600_000)
}
