import {
  dateFrom,
  dayNumber,
  MIDNIGHT_UTC,
  monthsBetween,
  parseDate,
  parseDuration,
  parseMoment,
  parseTime,
  SECOND,
  timeFrom,
} from '../calendar.ts'
import { weekday } from '../properties.ts'
import type { DateValue, FunctionValue, MomentValue, SpanValue, TimeValue, Value } from '../values.ts'
import { define } from './spec.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const dateOf = (value: DateValue | MomentValue): DateValue => (value.kind === 'date' ? value : value.date)
const onDay = (call: (date: DateValue) => Value): FunctionValue =>
  define(['date: date|moment', ([value]: [DateValue | MomentValue]) => call(dateOf(value))])
const seconds = (offset: SpanValue | null | undefined): number | undefined => (offset ? Number(offset.nanos / SECOND) : undefined)

const dayOfYear = (date: DateValue): number => dayNumber(date) - dayNumber({ ...date, month: 1, day: 1 }) + 1

/** ISO 8601: the week of the year's first Thursday is week 1. */
function weekOfYear(date: DateValue): number {
  const thursday = dayNumber(date) - weekday(date) + 4
  const inYear = (year: number): number => thursday - dayNumber({ kind: 'date', year, month: 1, day: 1 })
  const year = [date.year + 1, date.year].find((one) => inYear(one) >= 0) ?? date.year - 1
  return Math.floor(inYear(year) / 7) + 1
}

export function atLiteral(text: string): Value {
  return parseDuration(text) ?? parseDate(text) ?? parseTime(text) ?? parseMoment(text) ?? null
}

export const DATE_FUNCTIONS: Record<string, FunctionValue> = {
  '@': define(['from: string', ([text]: [string]) => atLiteral(text)]),
  date: define(
    ['from: string', ([text]: [string]) => parseDate(text) ?? null],
    ['from: date|moment', ([value]: [DateValue | MomentValue]) => dateOf(value)],
    [
      'year: number, month: number, day: number',
      ([year, month, day]: [number, number, number]) => dateFrom(year, month, day) ?? null,
    ],
  ),
  time: define(
    ['from: string', ([text]: [string]) => parseTime(text) ?? null],
    ['from: time', ([value]: [TimeValue]) => value],
    ['from: moment', ([value]: [MomentValue]) => value.time],
    ['from: date', () => MIDNIGHT_UTC],
    [
      'hour: number, minute: number, second: number, offset?: span|null',
      ([hour, minute, second, offset]: [number, number, number, (SpanValue | null)?]) =>
        timeFrom(hour, minute, second, seconds(offset)) ?? null,
    ],
  ),
  'date and time': define(
    ['from: string', ([text]: [string]) => parseMoment(text) ?? null],
    ['from: moment', ([value]: [MomentValue]) => value],
    ['from: date', ([value]: [DateValue]) => ({ kind: 'moment', date: value, time: MIDNIGHT_UTC })],
    [
      'date: date|moment, time: time',
      ([date, time]: [DateValue | MomentValue, TimeValue]) => ({ kind: 'moment', date: dateOf(date), time }),
    ],
    [
      'year: number, month: number, day: number, hour: number, minute: number, second: number, offset?: span|null',
      ([year, month, day, hour, minute, second, offset]: [
        number,
        number,
        number,
        number,
        number,
        number,
        (SpanValue | null)?,
      ]) => {
        const [date, time] = [dateFrom(year, month, day), timeFrom(hour, minute, second, seconds(offset))]
        return date && time ? { kind: 'moment', date, time } : null
      },
    ],
  ),
  duration: define(
    ['from: string', ([text]: [string]) => parseDuration(text) ?? null],
    ['from: months|span', ([value]: [Value]) => value],
  ),
  'years and months duration': define([
    'from: date|moment, to: date|moment',
    ([from, to]: [DateValue | MomentValue, DateValue | MomentValue]) => ({
      kind: 'months',
      amount: monthsBetween(dateOf(from), dateOf(to)),
    }),
  ]),
  'day of year': onDay(dayOfYear),
  'day of week': onDay((date) => DAYS[weekday(date) - 1] ?? null),
  'month of year': onDay((date) => MONTHS[date.month - 1] ?? null),
  'week of year': onDay(weekOfYear),
  now: define(['', (_none, run) => run.now]),
  today: define(['', (_none, run) => run.now.date]),
}
