import {
  addMonths,
  ageOn,
  dateFrom,
  dateOfDay,
  monthsBetween,
  osloDateOf,
  parseDate,
  parseDuration,
  parseInstant,
  partsOf,
} from '../dates.ts'
import { FeelFailure } from '../failure.ts'
import { typeOf, type DateValue, type InstantValue, type Value } from '../values.ts'
import { define, type FunctionSpec } from './spec.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function wholeNumber(n: number): number {
  if (!Number.isInteger(n)) throw new FeelFailure('bad-argument', 'a whole number is needed')
  return n
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new FeelFailure('bad-argument', `this is not ${what}`)
  return value
}

/** date("2026-04-01"), date(2026, 4, 1), or the day in Oslo of a point in time. */
function makeDate(args: readonly Value[]): Value {
  const [first, month, day] = args
  if (typeof first === 'number' && typeof month === 'number' && typeof day === 'number')
    return need(dateFrom(first, month, day), 'a date')
  if (args.length !== 1 || first === undefined)
    throw new FeelFailure('bad-argument', 'date takes a text, a point in time, or year, month and day')
  if (typeof first === 'string') return need(parseDate(first), 'a date YYYY-MM-DD')
  if (typeOf(first) === 'date') return first
  if (typeOf(first) === 'instant') return osloDateOf(first as InstantValue)
  throw new FeelFailure('type', `a ${typeOf(first)} is no date`)
}

export const DATE_FUNCTIONS: Record<string, FunctionSpec> = {
  /** The day the check is made for, as handed in: never the machine's own clock. */
  today: define<[]>([], (_args, run) => run.today),
  now: define<[]>([], (_args, run) => run.now),
  date: define<readonly Value[]>(
    [
      ['year', 'any'],
      ['month', 'any?'],
      ['day', 'any?'],
    ],
    makeDate,
  ),
  'date and time': define<[string]>([['from', 'string']], ([text]) => need(parseInstant(text), 'a time with a zone')),
  duration: define<[string]>([['from', 'string']], ([text]) => need(parseDuration(text), 'a duration')),
  '@': define<[string]>([['text', 'string']], ([text]) =>
    need(parseDate(text) ?? parseDuration(text) ?? parseInstant(text), 'a date, duration or time'),
  ),
  'years and months duration': define<[DateValue, DateValue]>(
    [
      ['from', 'date'],
      ['to', 'date'],
    ],
    ([from, to]) => ({
      kind: 'months',
      amount: monthsBetween(from, to),
    }),
  ),
  'day of week': define<[DateValue]>([['date', 'date']], ([date]) => WEEKDAYS[partsOf(date).weekday - 1] ?? null),
  'add days': define<[DateValue, number]>(
    [
      ['date', 'date'],
      ['n', 'number'],
    ],
    ([date, n]) => dateOfDay(date.day + wholeNumber(n)),
  ),
  /** 31 January and one month: the last day of February. */
  'add months': define<[DateValue, number]>(
    [
      ['date', 'date'],
      ['n', 'number'],
    ],
    ([date, n]) => addMonths(date, wholeNumber(n)),
  ),
  /** "at least 4 weeks before the event": today() <= weeks before(arrangementsdato, 4) */
  'weeks before': define<[DateValue, number]>(
    [
      ['date', 'date'],
      ['n', 'number'],
    ],
    ([date, n]) => dateOfDay(date.day - 7 * wholeNumber(n)),
  ),
  'days from': define<[DateValue, DateValue]>(
    [
      ['from', 'date'],
      ['to', 'date'],
    ],
    ([from, to]) => to.day - from.day,
  ),
  /** Whole years; born 29 February, a year older on 1 March in years without a leap day. */
  'age on': define<[DateValue, DateValue]>(
    [
      ['birth', 'date'],
      ['date', 'date'],
    ],
    ([birth, on]) => ageOn(birth, on),
  ),
}
