import { askChoice, askEmail, askPhone, askText, askWeb, type Choice, type Common, type Question } from './asking.ts'
import { askFile } from './ask-file.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { sameInAll } from './languages.ts'
import { oreLimits } from './ore-limits.ts'
import { feelDay } from './source.ts'
import { questionHeadings, sheetKinds, type ColumnOf, type SheetKind, type SheetRow } from './question-columns.ts'

/** One row of the sheet as a question. */

export function kindOf(row: SheetRow): SheetKind | undefined {
  const said = row.type?.trim().toLowerCase().replace(/\s+/g, ' ')
  const found = Object.entries(sheetKinds).find(
    ([name, words]) =>
      name.toLowerCase() === said ||
      Object.values(words)
        .flat()
        .includes(said ?? ''),
  )
  return found?.[0] as SheetKind | undefined
}

export function askRow(
  { draft, columnOf }: { draft: Draft; columnOf: ColumnOf },
  row: SheetRow,
  item: Item,
): Question | undefined {
  const label = draft.say(languages(row.question, row.questionNn, row.questionEn))
  const help = draft.say(languages(row.help, row.helpNn, row.helpEn))
  for (const lost of [...(label?.lost ?? []), ...(help?.lost ?? [])])
    item.loss(columnOf('question'), `The text has ${lost} in it, which is not brought in.`)
  if (!label) {
    item.drop(columnOf('question'), `The row has no text under "${questionHeadings.question.nb}".`)
    return undefined
  }
  const common: Common = {
    label: label.text,
    ...(help ? { help: help.text } : {}),
    ...(/^(ja|j|x|yes|y|true|sann|1)$/i.test(row.required?.trim() ?? '') ? { required: true } : {}),
  }
  const kind = kindOf(row)
  if (!kind) {
    item.loss(
      columnOf('type'),
      row.type
        ? `The type "${row.type}" is not one of the template's: it is asked for as a text.`
        : 'The row has no type: it is asked for as a text.',
    )
    return askText(common, {})
  }
  const limits = { min: limit(row, 'min', item, columnOf), max: limit(row, 'max', item, columnOf) }
  return kinds[kind]({ draft, row, common, item, columnOf, ...limits })
}

function languages(nb: string | undefined, nn: string | undefined, en: string | undefined): Record<string, string> {
  return { ...(nb ? { nb } : {}), ...(nn ? { nn } : {}), ...(en ? { en } : {}) }
}

function limit(row: SheetRow, word: 'min' | 'max', item: Item, columnOf: ColumnOf): number | undefined {
  const said = row[word]
  if (said === undefined || kindOf(row) === 'date') return undefined
  const number = Number(
    said
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(/kr$/i, '')
      .replace(',', '.'),
  )
  if (Number.isFinite(number)) return number
  item.loss(columnOf(word), `"${said}" under "${questionHeadings[word].nb}" is no number, and is not checked.`)
  return undefined
}

interface Asking {
  draft: Draft
  row: SheetRow
  common: Common
  item: Item
  columnOf: ColumnOf
  min: number | undefined
  max: number | undefined
}

const range = (min: number | undefined, max: number | undefined) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
})

const kinds: Record<SheetKind, (asking: Asking) => Question> = {
  shortText: ({ common, min, max }) => askText(common, { min, max }),
  longText: ({ common, min, max }) => askText(common, { long: true, min, max }),
  number: ({ common, min, max }) => ({
    asked: {
      type: 'number',
      ...common,
      decimals: [min, max].some((each) => each !== undefined && !Number.isInteger(each)) ? 2 : 0,
      ...range(min, max),
    },
  }),
  amount: ({ common, min, max }) => ({
    asked: {
      type: 'amount',
      ...common,
      ...oreLimits(min, max),
    },
  }),
  percentage: ({ common, min, max }) => ({ asked: { type: 'percentage', ...common, ...range(min, max) } }),
  date: ({ common, row, item, columnOf }) => {
    const day = (word: 'min' | 'max'): string | undefined => {
      const said = row[word]
      const written = feelDay(said === undefined ? undefined : (/^\d{4}-\d{2}-\d{2}$/.exec(said)?.[0] ?? norwegianDay(said)))
      if (said !== undefined && !written) item.loss(columnOf(word), `The limit "${said}" is no date, and is not checked.`)
      return written
    }
    const [earliest, latest] = [day('min'), day('max')]
    return { asked: { type: 'date', ...common, ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) } }
  },
  period: ({ common }) => ({ asked: { type: 'period', ...common } }),
  yesNo: ({ common }) => ({ asked: { type: 'yesNo', ...common } }),
  oneOf: (asking) => choice(asking, false),
  severalOf: (asking) => choice(asking, true),
  person: ({ common }) => ({ asked: { type: 'person', ...common } }),
  organisation: ({ common }) => ({ asked: { type: 'organisation', ...common } }),
  address: ({ common }) => ({ asked: { type: 'address', ...common } }),
  district: ({ common }) => ({ asked: { type: 'district', ...common } }),
  bankAccount: ({ common }) => ({ asked: { type: 'bankAccount', ...common, classified: true } }),
  email: ({ common }) => askEmail(common),
  phone: ({ common }) => askPhone(common),
  web: ({ common }) => askWeb(common),
  file: ({ common, item, columnOf, max, min }) =>
    askFile(common, { most: max ?? 5, least: min }, { item, path: columnOf('max') }),
  declaration: ({ common }) => ({
    asked: { type: 'declaration', ...common, required: true, statement: common.help ?? common.label },
  }),
  info: ({ common }) => ({ asked: { type: 'info', label: common.label, ...(common.help ? { help: common.help } : {}) } }),
  calculated: ({ common }) => ({
    asked: {
      type: 'calculated',
      label: common.label,
      ...(common.help ? { help: common.help } : {}),
      value: '0',
      format: 'number',
    },
    answered: { type: 'number' },
  }),
  table: ({ common }) => ({ asked: { type: 'info', label: common.label } }),
}

function norwegianDay(said: string): string | undefined {
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(said.trim())
  return found ? `${found[3]}-${found[2]?.padStart(2, '0')}-${found[1]?.padStart(2, '0')}` : undefined
}

/** Choices on a line each, or with semicolons between; "bokmål | nynorsk | English". */
function choice({ draft, row, common, item, columnOf, min, max }: Asking, several: boolean): Question {
  const written = row.choices ?? ''
  const list = written
    .split(/\n|;/)
    .map((each) => each.trim())
    .filter(Boolean)
  const values = new Map<string, string>()
  const choices = list.map((each): Choice => {
    const [nb = each, nn, en] = each.split('|').map((part) => part.trim())
    for (const name of [nb, nn, en]) if (name) values.set(name, nb)
    return { value: nb, label: draft.say(languages(nb, nn, en))?.text ?? sameInAll(nb || '–') }
  })
  if (choices.length === 0) {
    item.loss(
      columnOf('choices'),
      `The question has no choices under "${questionHeadings.choices.nb}": it is asked for as a text.`,
    )
    return askText(common, {})
  }
  const question = askChoice(common, choices, {
    several,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  })
  // Conditions may name a choice in any of its languages, or by its key.
  const options = new Map(question.answered?.options ?? [])
  for (const [name, nb] of values) {
    const key = options.get(nb)
    if (key !== undefined && !options.has(name)) options.set(name, key)
  }
  for (const key of new Set(options.values())) if (!options.has(key)) options.set(key, key)
  return { ...question, answered: { ...question.answered, options } }
}
