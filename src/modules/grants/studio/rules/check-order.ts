import { namesUsed } from '#platform/feel/index.ts'
import { formFieldsIn, showIfOf, type PlacedField } from './fields-in.ts'
import { stops, advises, type Finding } from './findings.ts'
import { isRecord, itemName } from './paths.ts'

/** Conditions build on what has been asked before, and no value on itself. */

export function checkOrder(document: unknown): Finding[] {
  const fields = formFieldsIn(document)
  const place = new Map(fields.filter((field) => !field.table).map((field, index) => [field.key, { field, index }]))
  return [...later(fields, place), ...circles(document, fields)]
}

type Places = ReadonlyMap<string, { field: PlacedField; index: number }>

function later(fields: readonly PlacedField[], places: Places): Finding[] {
  const pages = new Map(fields.flatMap(({ page }) => (page?.showIf ? [[page.path, page] as const] : [])))
  const ofPages = [...pages.values()].flatMap((page) =>
    answersIn(page.showIf ?? '').flatMap((key) => {
      const asked = places.get(key)?.field
      return asked?.page && asked.page.index >= page.index
        ? [advises('asksLater', `${page.path}.showIf`, { asked: labelOf(asked), expression: page.showIf ?? '' })]
        : []
    }),
  )
  const ofFields = fields.flatMap((field) => {
    const showIf = showIfOf(field)
    const own = places.get((field.table ?? field).key)?.index
    if (showIf === undefined || own === undefined) return []
    return answersIn(showIf).flatMap((key): Finding[] => {
      const asked = places.get(key)
      const at = { asked: labelOf(asked?.field), expression: showIf }
      if (!field.table && key === field.key) return [stops('readsItself', `${field.path}.showIf`, at)]
      return asked && asked.index > own ? [advises('asksLater', `${field.path}.showIf`, at)] : []
    })
  })
  return [...ofPages, ...ofFields]
}

function labelOf(field: PlacedField | undefined): string | { nb: string; nn: string; en: string } {
  const label = field?.field['label']
  return isRecord(label) ? (label as { nb: string; nn: string; en: string }) : (field?.key ?? '')
}

function answersIn(expression: string): string[] {
  return [...new Set(pathsIn(expression).flatMap((path) => (path.startsWith('answer.') ? [path.split('.')[1] ?? ''] : [])))]
}

function pathsIn(expression: string): string[] {
  return namesUsed(expression).names
}

interface Vertex {
  path: string
  needs: string[]
}

/** Calculated values, steps of the amount and hidden questions that come back to themselves. */
function circles(document: unknown, fields: readonly PlacedField[]): Finding[] {
  const vertices = new Map<string, Vertex>()
  for (const field of fields) {
    if (field.table) continue
    const value = field.type === 'calculated' && typeof field.field['value'] === 'string' ? field.field['value'] : undefined
    const texts = [value, showIfOf(field), field.page?.showIf, field.section].filter((each) => each !== undefined)
    const needs = texts.flatMap(pathsIn).map(vertexOf)
    const own = `answer.${field.key}`
    // A condition on itself is told by its own name.
    vertices.set(own, {
      path: value === undefined ? `${field.path}.showIf` : `${field.path}.value`,
      needs: value === undefined ? needs.filter((need) => need !== own) : needs,
    })
  }
  for (const step of steps(document)) vertices.set(`step.${step.key}`, step)
  vertices.set('amount.calculated', { path: 'amount.steps', needs: steps(document).map((step) => `step.${step.key}`) })
  const amount = isRecord(document) ? document['amount'] : undefined
  const askedIn = isRecord(amount) ? amount['askedIn'] : undefined
  vertices.set('amount.applied', {
    path: 'amount.askedIn',
    needs: [typeof askedIn === 'string' ? `answer.${askedIn}` : 'amount.calculated'],
  })
  return findCircles(vertices).map((circle) => {
    const told = circle.find((name) => name.startsWith('answer.') || name.startsWith('step.')) ?? circle[0] ?? ''
    return stops('circle', vertices.get(told)?.path ?? 'form', { way: [...circle, circle[0]].join(' → ') })
  })
}

function vertexOf(path: string): string {
  return path.split('.').slice(0, 2).join('.')
}

function steps(document: unknown): (Vertex & { key: string })[] {
  const amount = isRecord(document) ? document['amount'] : undefined
  const list = isRecord(amount) && Array.isArray(amount['steps']) ? (amount['steps'] as unknown[]) : []
  return list.flatMap((step, index) =>
    isRecord(step) && typeof step['key'] === 'string' && typeof step['value'] === 'string'
      ? [
          {
            key: step['key'],
            path: `amount.steps[${itemName(list, index)}].value`,
            needs: pathsIn(step['value']).map(vertexOf),
          },
        ]
      : [],
  )
}

/** Each circle once, beginning where the document comes to it first. */
function findCircles(vertices: ReadonlyMap<string, Vertex>): string[][] {
  const done = new Set<string>()
  const found: string[][] = []
  for (const start of vertices.keys()) {
    const way: { name: string; left: string[] }[] = []
    const enter = (name: string) => {
      if (done.has(name) || !vertices.has(name)) return
      const at = way.findIndex((each) => each.name === name)
      if (at !== -1) found.push(way.slice(at).map((each) => each.name))
      else way.push({ name, left: [...(vertices.get(name)?.needs ?? [])] })
    }
    enter(start)
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const next = top.left.shift()
      if (next !== undefined) enter(next)
      else {
        done.add(top.name)
        way.pop()
      }
    }
  }
  return found
}
