import { looseList, looseOf, textOf, type Loose } from './rules/source.ts'

/** For tests: goes through an XGov form as its own service does, page by page, with given answers by component name. */

export type SourceAnswers = Record<string, string | boolean | number | string[] | undefined>

export function walkXgov(source: unknown, answers: SourceAnswers): string[] {
  const form = looseOf(source)
  const pages = new Map(looseList(form['pages']).map((page) => [textOf(page['path']) ?? '', page]))
  const conditions = new Map(looseList(form['conditions']).map((each) => [textOf(each['name']) ?? '', each]))
  const reached: string[] = []
  let at = textOf(form['startPage'])
  while (at !== undefined && pages.has(at) && !reached.includes(at)) {
    reached.push(at)
    const ways = looseList(pages.get(at)?.['next'])
    const way =
      ways.find(
        (each) =>
          textOf(each['condition']) !== undefined && isTrue(conditions, conditions.get(textOf(each['condition']) ?? ''), answers),
      ) ?? ways.findLast((each) => textOf(each['condition']) === undefined)
    at = textOf(way?.['path'])
  }
  return reached
}

function isTrue(all: ReadonlyMap<string, Loose>, condition: Loose | undefined, answers: SourceAnswers): boolean {
  if (typeof condition?.['value'] === 'string') return written(condition['value'], answers)
  return condition !== undefined && group(all, looseList(looseOf(condition['value'])['conditions']), answers)
}

/** "org.kind == 'COMPANY' and local == true" */
function written(text: string, answers: SourceAnswers): boolean {
  return text.split(' and ').every((part) => {
    const [name = '', wanted = ''] = part.split('==').map((each) => each.trim().replace(/^'|'$/g, ''))
    return String(answers[name.split('.').at(-1) ?? '']) === wanted
  })
}

function group(all: ReadonlyMap<string, Loose>, parts: readonly Loose[], answers: SourceAnswers): boolean {
  let any = false
  let every = true
  for (const [index, part] of parts.entries()) {
    if (index > 0 && part['coordinator'] === 'or') {
      any ||= every
      every = true
    }
    every &&= single(all, part, answers)
  }
  return any || every
}

function single(all: ReadonlyMap<string, Loose>, part: Loose, answers: SourceAnswers): boolean {
  if (Array.isArray(part['conditions'])) return group(all, looseList(part['conditions']), answers)
  if (part['conditionName']) return isTrue(all, all.get(String(part['conditionName'])), answers)
  const answer = answers[(textOf(looseOf(part['field'])['name']) ?? '').split('.').at(-1) ?? '']
  const wanted = textOf(looseOf(part['value'])['value']) ?? ''
  switch (part['operator']) {
    case 'is':
      return answer !== undefined && String(answer) === wanted
    case 'is not':
      return answer === undefined || String(answer) !== wanted
    case 'contains':
      return Array.isArray(answer) && answer.includes(wanted)
    case 'does not contain':
      return !(Array.isArray(answer) && answer.includes(wanted))
    case 'is more than':
      return Number(answer) > Number(wanted)
    case 'is at least':
      return Number(answer) >= Number(wanted)
    case 'is less than':
      return Number(answer) < Number(wanted)
    case 'is at most':
      return Number(answer) <= Number(wanted)
    case 'is before':
      return String(answer) < wanted
    case 'is after':
      return String(answer) > wanted
    case 'is longer than':
      return String(answer).length > Number(wanted)
    case 'is shorter than':
      return String(answer).length < Number(wanted)
    case 'has length':
      return String(answer).length === Number(wanted)
    default:
      throw new Error(`the walker knows no "${String(part['operator'])}"`)
  }
}
