const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    if (!/^[+-]?\d/.test(zone))
      made = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  if (formats.size > 1_000) formats.clear()
  formats.set(zone, made)
  return made
}

/** Whether there is a zone of this name in the time zone database. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null
}

const FAR = 200_000 * 365 * 86_400

/** Seconds east of UTC in a zone, at a local time given in seconds since 1970-01-01T00:00 there. */
export function offsetAt(zone: string, local: number): number {
  const near = Math.max(-FAR, Math.min(FAR, local))
  const guess = offsetAtUtc(zone, near)
  return offsetAtUtc(zone, near - guess)
}

function offsetAtUtc(zone: string, seconds: number): number {
  const parts = new Map(
    formatOf(zone)
      ?.formatToParts(seconds * 1000)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  const at = new Date(0)
  at.setUTCFullYear(year, part('month') - 1, part('day'))
  at.setUTCHours(part('hour'), part('minute'), part('second'))
  return at.getTime() / 1000 - Math.floor(seconds)
}
