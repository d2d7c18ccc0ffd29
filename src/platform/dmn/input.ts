import { parseDate, parseDuration, parseMoment, parseTime, type Type, type Value } from '#platform/feel/standard/index.ts'

/**
 * A JSON value as the type of the input wants it: dates, times and durations are ISO 8601 texts; a number or a boolean
 * may be a text too. What does not fit is kept as it is, and becomes null where its type is checked. Of type `Any`, a
 * text that is wholly a date, a time or a duration is that.
 */
export function fromJson(json: unknown, type: Type | undefined): Value {
  if (type?.kind === 'named') return fromJson(json, type.find())
  if (type?.kind === 'restricted') return fromJson(json, type.base)
  if (json === null || json === undefined) return null
  if (Array.isArray(json)) return json.map((item) => fromJson(item, type?.kind === 'list' ? type.of : type))
  if (type?.kind === 'list') return fromJson(json, type.of)
  if (typeof json === 'object') {
    const types = new Map(type?.kind === 'context' ? type.entries : [])
    const made = new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item, types.get(key))]))
    for (const key of types.keys()) if (!made.has(key)) made.set(key, null)
    return made
  }
  if (typeof json === 'string') return fromText(json, type)
  return typeof json === 'number' || typeof json === 'boolean' ? json : null
}

function fromText(text: string, type: Type | undefined): Value {
  if (type?.kind === 'any') return parseDate(text) ?? parseTime(text) ?? parseMoment(text) ?? parseDuration(text) ?? text
  if (type?.kind !== 'simple') return text
  switch (type.of) {
    case 'date':
      return parseDate(text) ?? text
    case 'time':
      return parseTime(text) ?? text
    case 'moment':
      return parseMoment(text) ?? text
    case 'months':
    case 'span':
      return parseDuration(text) ?? text
    case 'number':
      return /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    default:
      return text
  }
}
