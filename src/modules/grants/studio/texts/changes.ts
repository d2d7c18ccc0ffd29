import { formatKr, formatNumber } from '#platform/money.ts'
import { formatDate, isDay } from '#platform/time.ts'
import { capitalised, defineTexts, type Lang } from '#platform/texts/texts.ts'
import { canonicalJson } from '../../scheme/rules/canonical.ts'
import { thingsAlong, type Change, type Thing } from '../rules/differences/describe-changes.ts'
import { isRecord } from '../rules/paths.ts'
import { isText3, type PartText } from '../rules/texts3.ts'
import { propertyWords, thingWords } from './change-words.ts'
import { chosenWord } from './chosen-words.ts'
import { languageNames } from './check-words.ts'

/** One change of a scheme as a sentence. */

export const changeTexts = defineTexts({
  nb: {
    isNew: (neuter: string) => `er ${neuter === 'yes' ? 'nytt' : 'ny'}`,
    isGone: 'er fjernet',
    isSet: (value: string) => `er satt: ${value}`,
    wasSet: (value: string) => `er fjernet (var ${value})`,
    moved: (from: string, to: string) => `er flyttet fra plass ${from} til plass ${to}`,
    movedDay: (from: string, to: string) => `er flyttet fra ${from} til ${to}`,
    raised: (from: string, to: string) => `er økt fra ${from} til ${to}`,
    lowered: (from: string, to: string) => `er senket fra ${from} til ${to}`,
    changed: (from: string, to: string) => `er endret fra ${from} til ${to}`,
    rewritten: 'er endret',
    rewrittenIn: (languages: string) => `er endret på ${languages}`,
    renamed: (name: string) => `heter nå «${name}»`,
    mustAnswer: 'må nå besvares',
    mayAnswer: 'trenger ikke lenger svar',
    in: 'i',
    on: 'på',
    yes: 'ja',
    no: 'nei',
    nothing: 'ingenting',
    and: 'og',
    days: 'dager',
    weeks: 'uker',
    years: 'år',
    minutes: 'minutter',
    requires: (rule: string) => `Det ${rule} krever,`,
    inReport: 'i rapporten',
    number: (n: string) => `nr. ${n}`,
  },
  nn: {
    isNew: (neuter: string) => `er ${neuter === 'yes' ? 'nytt' : 'ny'}`,
    isGone: 'er fjerna',
    isSet: (value: string) => `er sett: ${value}`,
    wasSet: (value: string) => `er fjerna (var ${value})`,
    moved: (from: string, to: string) => `er flytta frå plass ${from} til plass ${to}`,
    movedDay: (from: string, to: string) => `er flytta frå ${from} til ${to}`,
    raised: (from: string, to: string) => `er auka frå ${from} til ${to}`,
    lowered: (from: string, to: string) => `er senka frå ${from} til ${to}`,
    changed: (from: string, to: string) => `er endra frå ${from} til ${to}`,
    rewritten: 'er endra',
    rewrittenIn: (languages: string) => `er endra på ${languages}`,
    renamed: (name: string) => `heiter no «${name}»`,
    mustAnswer: 'må no svarast på',
    mayAnswer: 'treng ikkje lenger svar',
    in: 'i',
    on: 'på',
    yes: 'ja',
    no: 'nei',
    nothing: 'ingenting',
    and: 'og',
    days: 'dagar',
    weeks: 'veker',
    years: 'år',
    minutes: 'minutt',
    requires: (rule: string) => `Det ${rule} krev,`,
    inReport: 'i rapporten',
    number: (n: string) => `nr. ${n}`,
  },
  en: {
    isNew: () => 'is new',
    isGone: 'has been removed',
    isSet: (value: string) => `has been set: ${value}`,
    wasSet: (value: string) => `has been removed (was ${value})`,
    moved: (from: string, to: string) => `has been moved from place ${from} to place ${to}`,
    movedDay: (from: string, to: string) => `has been moved from ${from} to ${to}`,
    raised: (from: string, to: string) => `has been raised from ${from} to ${to}`,
    lowered: (from: string, to: string) => `has been lowered from ${from} to ${to}`,
    changed: (from: string, to: string) => `has been changed from ${from} to ${to}`,
    rewritten: 'has been changed',
    rewrittenIn: (languages: string) => `has been changed in ${languages}`,
    renamed: (name: string) => `is now called “${name}”`,
    mustAnswer: 'must now be answered',
    mayAnswer: 'no longer needs an answer',
    in: 'of',
    on: 'on',
    yes: 'yes',
    no: 'no',
    nothing: 'nothing',
    and: 'and',
    days: 'days',
    weeks: 'weeks',
    years: 'years',
    minutes: 'minutes',
    requires: (rule: string) => `What ${rule} requires`,
    inReport: 'in the report',
    number: (n: string) => `no. ${n}`,
  },
})

/** "Fristen i runden «Drift i 2027» er flyttet fra 1. mars til 15. mars". */
export function sayChange(change: Change, lang: Lang): string {
  const t = changeTexts[lang]
  const { pattern, kind, within } = change
  const last = within.at(-1)
  const ofThing = last !== undefined && last.pattern === pattern
  if (ofThing && kind !== 'changed') return capitalised(`${thingIn(within, lang)} ${ofItself(change, last, lang)}`)
  const named = nameChange(change, lang)
  if (named) return capitalised(named)
  return capitalised(`${subject(change, lang)} ${whatHappened(change, lang, t)}`.replaceAll(/\s+/g, ' '))
}

/** Where in a scheme something stands: "Hjelpeteksten i spørsmålet «Hvor mange?» på siden «Laget»". */
export function sayPlace(document: unknown, path: string, lang: Lang): string {
  const { pattern, within } = thingsAlong(document, path)
  const thing = within.at(-1)
  if (thing && (pattern === thing.pattern || nameOfThing.test(pattern))) return capitalised(thingIn(within, lang))
  return capitalised(subject({ path, pattern, within, kind: 'changed' }, lang).replace(/,$/, ''))
}

function ofItself({ kind, before, after }: Change, thing: Thing, lang: Lang): string {
  const t = changeTexts[lang]
  if (kind === 'moved') return t.moved(String(before), String(after))
  const { neuter } = thingWords(thing.pattern, thing.type)
  return kind === 'added' ? t.isNew(lang !== 'en' && neuter[lang] ? 'yes' : 'no') : t.isGone
}

const nameOfThing = /\[\]\.(title|label)$/

/** A thing that is called something else, or a question that must be answered: the sentence is about the thing itself. */
function nameChange({ pattern, before, after, within }: Change, lang: Lang): string | undefined {
  const t = changeTexts[lang]
  const thing = within.at(-1)
  if (!thing || !pattern.startsWith(thing.pattern)) return undefined
  if (pattern === `${thing.pattern}.required` && typeof after === 'boolean')
    return `${thingIn(within, lang)} ${after ? t.mustAnswer : t.mayAnswer}`
  if (!nameOfThing.test(pattern) || !isText3(before) || !isText3(after)) return undefined
  if (before[lang] === after[lang]) return undefined
  return `${phrase({ ...thing, name: before }, lang)} ${t.renamed(after[lang] ?? '')}`
}

/** The property and the thing it is of. */
function subject({ path, pattern, within }: Change, lang: Lang): string {
  const t = changeTexts[lang]
  const thing = within.at(-1)
  if (thing && pattern === thing.pattern) return thingIn(within, lang)
  if (/(^|\.)rules\[\]\.when$/.test(pattern) && thing) return t.requires(phrase(thing, lang))
  const property = propertyWords(pattern, path)[lang]
  return thing ? `${property} ${t.in} ${thingIn(within, lang)}` : property
}

function whatHappened(change: Change, lang: Lang, t: (typeof changeTexts)[Lang]): string {
  const { kind, pattern, before, after } = change
  const show = (value: unknown) => showValue(value, pattern, lang)
  if (before === undefined && after === undefined) return t.rewritten
  if (kind === 'added') return isText3(after) || isWhole(after) ? t.isNew(neuterProperty(pattern)) : t.isSet(show(after))
  if (kind === 'removed') return isText3(before) || isWhole(before) ? t.isGone : t.wasSet(show(before))
  if (isText3(before) && isText3(after)) {
    const languages = (['nb', 'nn', 'en'] as const).filter((each) => before[each] !== after[each])
    return languages.length === 3
      ? t.rewritten
      : t.rewrittenIn(
          listOf(
            languages.map((each) => languageNames[lang][each] ?? each),
            t.and,
          ),
        )
  }
  if (typeof before === 'number' && typeof after === 'number')
    return (after > before ? t.raised : t.lowered)(show(before), show(after))
  if (typeof before === 'string' && typeof after === 'string' && isDay(before) && isDay(after))
    return t.movedDay(show(before), show(after))
  return t.changed(show(before), show(after))
}

/** Something with parts of its own, which stand under it. */
function isWhole(value: unknown): boolean {
  return isRecord(value) || (Array.isArray(value) && value.some(isRecord))
}

const neuterProperties = /(^|\.)(report|notice|modelledOn|purpose|appealBody)$/

function neuterProperty(pattern: string): string {
  return neuterProperties.test(pattern) ? 'yes' : 'no'
}

/** "spørsmålet «Hvor mange?» på siden «Laget»": the thing, and where it stands when that tells something. */
function thingIn(within: readonly Thing[], lang: Lang): string {
  const t = changeTexts[lang]
  const [thing, ...around] = within.toReversed()
  if (!thing) return ''
  const own = phrase(thing, lang)
  if (/^(parts\[\]\.)?report\.fields/.test(thing.pattern))
    return around.length > 0 ? `${own} ${t.in} ${thingIn(within.slice(0, -1), lang)}` : `${own} ${t.inReport}`
  const outer = around[0]
  if (!outer) return own
  return `${own} ${outer.pattern.endsWith('pages[]') ? t.on : t.in} ${phrase(outer, lang)}`
}

function phrase({ pattern, name, type }: Thing, lang: Lang): string {
  // What has no name is told by its number.
  if (typeof name === 'string' && /^\d+$/.test(name))
    return `${thingWords(pattern, type).name[lang]} ${changeTexts[lang].number(name)}`
  return `${thingWords(pattern, type).name[lang]} ${quoted(typeof name === 'string' ? (chosenWord(name, lang) ?? name) : textOf(name, lang), lang)}`
}

function textOf(text: PartText, lang: Lang): string {
  return shorten(text[lang] ?? text.nb ?? text.nn ?? text.en ?? '')
}

function quoted(text: string, lang: Lang): string {
  return lang === 'en' ? `“${text}”` : `«${text}»`
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 80).trimEnd()} …` : text
}

function listOf(all: readonly string[], and: string): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`
}

const units: [RegExp, 'days' | 'weeks' | 'years' | 'minutes'][] = [
  [/([dD]ays)$/, 'days'],
  [/Weeks$/, 'weeks'],
  [/([yY]ears|yearsAfter)$/, 'years'],
  [/Minutes$/, 'minutes'],
]

/** A value as people write it: amounts in kroner, days as dates, choices by their names. */
function showValue(value: unknown, pattern: string, lang: Lang): string {
  const t = changeTexts[lang]
  if (value === null || value === undefined) return t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return showNumber(value, pattern, lang)
  if (typeof value === 'string') return showText(value, pattern, lang)
  if (isText3(value)) return quoted(textOf(value, lang), lang)
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((each) => showValue(each, pattern, lang))
    return items.length > 0 ? listOf(items, t.and) : t.nothing
  }
  return quoted(shorten(canonicalJson(value)), lang)
}

function showNumber(value: number, pattern: string, lang: Lang): string {
  const t = changeTexts[lang]
  if (/(Ore|\.ore)$/.test(pattern) && Number.isSafeInteger(value)) return formatKr(value, lang)
  if (/(Percent|ShareOfCost|weight)$/.test(pattern)) return `${formatNumber(value, lang)} %`
  const unit = units.find(([ending]) => ending.test(pattern))?.[1]
  return unit ? `${formatNumber(value, lang)} ${t[unit]}` : formatNumber(value, lang)
}

function showText(value: string, pattern: string, lang: Lang): string {
  if (isDay(value)) return formatDate(value, lang)
  const monthDay = /^(\d{2})-(\d{2})$/.exec(value)
  if (monthDay && isDay(`2028-${value}`)) return formatDate(`2028-${value}`, lang).replace(/ 2028$/, '')
  // Expressions and names are shown as they are written.
  const word = /(when|showIf|requiredIf|value|points|slug|\.field|Field|askedIn)$/.test(pattern)
    ? undefined
    : chosenWord(value, lang)
  return quoted(word ?? (value === '' ? ' ' : shorten(value)), lang)
}
