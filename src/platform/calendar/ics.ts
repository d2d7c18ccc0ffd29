/** What a calendar needs to know of one event or deadline. */
export interface CalendarEvent {
  /** The same for the same event for ever; a later version with a higher sequence replaces it. */
  uid: string
  /** An instant; or with allDay a day, YYYY-MM-DD. */
  start: Date | string
  /** The same kind as start; with allDay the last day, included. Without it an instant has no length and a day is one day. */
  end?: Date | string
  allDay?: boolean
  summary: string
  description?: string
  url?: string
  location?: string
  /** 0 at first; one higher each time the event is changed. */
  sequence?: number
  cancelled?: boolean
  /** Days before the start on which the reader's calendar reminds. */
  remindDaysBefore?: number
}

export const icsMediaType = 'text/calendar; charset=utf-8'

/** A calendar file (RFC 5545) of one event. `stamp` is when it is written. */
export function icsEvent(event: CalendarEvent, stamp: Date): string {
  return icsCalendar([event], stamp)
}

/** A calendar of several events; with a name when it is to be subscribed to. */
export function icsCalendar(events: readonly CalendarEvent[], stamp: Date, name?: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Torg//Torg//NO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name ? [`NAME:${escape(name)}`, `X-WR-CALNAME:${escape(name)}`] : []),
    ...osloZone,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

// The rule of the European Union since 1996; the law of Norway follows it (forskrift om sommertid).
const osloZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent, stamp: Date): string[] {
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escape(value)}`] : [])
  return [
    'BEGIN:VEVENT',
    `UID:${escape(event.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${event.sequence ?? 0}`,
    ...(event.allDay ? dayLines(event) : timeLines(event)),
    ...text('SUMMARY', event.summary),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.location),
    ...(event.url ? [`URL:${webAddress(event.url)}`] : []),
    ...(event.cancelled ? ['STATUS:CANCELLED'] : []),
    // A deadline or an open day does not make anybody busy.
    'TRANSP:TRANSPARENT',
    ...(event.remindDaysBefore === undefined ? [] : alarmLines(event.summary, event.remindDaysBefore)),
    'END:VEVENT',
  ]
}

function timeLines({ start, end }: CalendarEvent): string[] {
  if (!(start instanceof Date) || typeof end === 'string') throw new Error('An event with a time needs instants.')
  return [`DTSTART${localTime(start)}`, ...(end ? [`DTEND${localTime(end)}`] : [])]
}

/** DTEND of whole days is the day after the last. */
function dayLines({ start, end }: CalendarEvent): string[] {
  if (start instanceof Date || end instanceof Date) throw new Error('A whole day is written YYYY-MM-DD.')
  const after = new Date(`${end ?? start}T12:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  return [
    `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${after.toISOString().slice(0, 10).replaceAll('-', '')}`,
  ]
}

function alarmLines(summary: string, days: number): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(summary)}`, `TRIGGER:-P${Math.trunc(days)}D`, 'END:VALARM']
}

const osloClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** By Oslo's clock; but the hour that comes twice in October means its first, so its second is written in UTC. */
function localTime(at: Date): string {
  const shown = osloClock.format(at)
  if (shown === osloClock.format(new Date(at.getTime() - 3_600_000))) return `:${utc(at)}`
  return `;TZID=Europe/Oslo:${shown.replace(' ', 'T').replace(/[-:]/g, '')}`
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function webAddress(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('Only web addresses may stand in a calendar.')
  return href
}

/** TEXT (RFC 5545 § 3.3.11): the three marks and the line break are escaped, other control characters left out. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** At most 75 octets a line, the rest on lines that begin with a space; no character is cut in two. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 75) {
      parts.push(part)
      part = ' '
    }
    part += character
  }
  return [...parts, part].join('\r\n')
}
