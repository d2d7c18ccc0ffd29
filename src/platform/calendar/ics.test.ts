import { expect, test } from 'vitest'
import { endOfOsloDay } from '#platform/time.ts'
import { type CalendarEvent, icsCalendar, icsEvent } from './ics.ts'

const stamp = new Date('2026-01-15T08:30:00Z')
const deadline: CalendarEvent = {
  uid: 'round-1@byfjord.example',
  start: endOfOsloDay('2026-04-01'),
  summary: 'Søknadsfrist: Kulturtilskudd',
  url: 'https://byfjord.example/tilskudd/kultur',
}
/** The file as a calendar reads it: folded lines put together again. */
const unfolded = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n')

test('A deadline stands at its minute by Oslo’s clock, with the zone that says what that is', () => {
  const lines = unfolded(icsEvent(deadline, stamp))
  expect(lines).toEqual(
    expect.arrayContaining([
      'VERSION:2.0',
      'TZID:Europe/Oslo',
      'UID:round-1@byfjord.example',
      'DTSTAMP:20260115T083000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Europe/Oslo:20260401T235959',
      'SUMMARY:Søknadsfrist: Kulturtilskudd',
      'URL:https://byfjord.example/tilskudd/kultur',
    ]),
  )
  expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([])
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-2)).toBe('END:VCALENDAR')
})

test.each([
  ['in winter', '2026-01-01T11:00:00Z', ';TZID=Europe/Oslo:20260101T120000'],
  ['in summer', '2026-07-01T11:00:00Z', ';TZID=Europe/Oslo:20260701T130000'],
  ['at midnight', '2026-06-30T22:00:00Z', ';TZID=Europe/Oslo:20260701T000000'],
  ['just after the clock went forward', '2026-03-29T01:00:00Z', ';TZID=Europe/Oslo:20260329T030000'],
  ['the first time it is half past two in October', '2026-10-25T00:30:00Z', ';TZID=Europe/Oslo:20261025T023000'],
  ['the second time, which only UTC can name', '2026-10-25T01:30:00Z', ':20261025T013000Z'],
])('A time %s is told right', (_, at, expected) => {
  expect(unfolded(icsEvent({ ...deadline, start: new Date(at) }, stamp))).toContain(`DTSTART${expected}`)
})

test('Whole days end on the day after the last, as the format wants it', () => {
  const one = unfolded(icsEvent({ ...deadline, allDay: true, start: '2026-12-31' }, stamp))
  expect(one).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101']))
  const three = unfolded(icsEvent({ ...deadline, allDay: true, start: '2026-02-27', end: '2026-03-01' }, stamp))
  expect(three).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260227', 'DTEND;VALUE=DATE:20260302']))
})

test('An event that is changed, cancelled or worth a reminder says so', () => {
  const end = new Date('2026-04-01T22:30:00Z')
  const lines = unfolded(icsEvent({ ...deadline, end, sequence: 3, cancelled: true, remindDaysBefore: 7 }, stamp))
  expect(lines).toEqual(
    expect.arrayContaining(['SEQUENCE:3', 'STATUS:CANCELLED', 'TRIGGER:-P7D', 'DTEND;TZID=Europe/Oslo:20260402T003000']),
  )
})

test('Text cannot break out of its line, whatever it holds', () => {
  const hostile = 'a,b;c\\d\r\nEND:VEVENT\rATTACH:file:///etc/passwd\u0007\nslutt'
  const lines = unfolded(icsEvent({ ...deadline, uid: hostile, summary: hostile, description: hostile }, stamp))
  expect(lines).toContain(String.raw`SUMMARY:a\,b\;c\\d\nEND:VEVENT\nATTACH:file:///etc/passwd \nslutt`)
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([])
})

test('Only web addresses are linked to', () => {
  expect(() => icsEvent({ ...deadline, url: 'javascript:alert(1)' }, stamp)).toThrow('web addresses')
  expect(unfolded(icsEvent({ ...deadline, url: 'https://x.example/å\r\nATTENDEE:y' }, stamp))).toContain(
    'URL:https://x.example/%C3%A5ATTENDEE:y',
  )
})

test('No line is longer than 75 octets, and no letter is cut in two', () => {
  const ics = icsEvent({ ...deadline, summary: 'Blåbærsyltetøy 🫐 '.repeat(40), description: 'æ'.repeat(500) }, stamp)
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(ics).not.toContain('\ufffd')
  expect(unfolded(ics)).toContain(`DESCRIPTION:${'æ'.repeat(500)}`)
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('A calendar to subscribe to holds several events under one name', () => {
  const lines = unfolded(icsCalendar([deadline, { ...deadline, uid: 'round-2' }], stamp, 'Frister i Byfjord'))
  expect(lines).toContain('X-WR-CALNAME:Frister i Byfjord')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
})
