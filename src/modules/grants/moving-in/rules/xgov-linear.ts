import { read, readsOf, yes, type Expr } from './expression.ts'
import { looseList, textOf, type Loose } from './source.ts'
import type { Flow, Shown } from './xgov-flow.ts'

/** The newer kind of form: no page says what comes next. They come in order, each where its own condition is true. */
export function isLinear(form: Loose, pages: readonly Loose[]): boolean {
  return form['engine'] === 'V2' || pages.every((page) => !Array.isArray(page['next']) || page['next'].length === 0)
}

export function linearFlow(list: readonly Loose[]): Flow {
  const pages = new Map(list.map((page) => [textOf(page['path']) ?? '', page]))
  const shown = (page: Loose, conditionOf: (name: string) => Expr): Shown => {
    const name = textOf(page['condition'])
    return name === undefined ? { expr: yes, used: [] } : { expr: conditionOf(name), used: [name] }
  }
  return {
    pages,
    order: [...pages.keys()],
    showIf: (conditionOf) => new Map([...pages].map(([path, page]) => [path, shown(page, conditionOf)])),
    deadEnds: (conditionOf) =>
      [...pages].flatMap(([path, page]) => {
        if (!/terminal/i.test(textOf(page['controller']) ?? '')) return []
        const { expr, used } = shown(page, conditionOf)
        return [{ path, expr, used, source: readsOf(expr).at(-1) }]
      }),
  }
}

/** What conditions of the newer kind name by id: questions, and the choices of lists. */
export interface ById {
  question: (id: string) => Expr | undefined
  choice: (list: string, item: string) => string | undefined
}

export function readIds(pages: readonly Loose[], lists: readonly Loose[]): ById {
  const names = new Map<string, string>()
  for (const page of pages)
    for (const component of looseList(page['components'])) {
      const [id, name] = [textOf(component['id']), textOf(component['name'])]
      if (id !== undefined && name !== undefined) names.set(id, name)
    }
  const items = new Map<string, string>()
  for (const list of lists)
    for (const item of looseList(list['items'])) {
      const [id, value] = [textOf(item['id']), textOf(item['value'])]
      if (id !== undefined && value !== undefined) items.set(`${textOf(list['id']) ?? ''} ${id}`, value)
    }
  return {
    question: (id) => {
      const name = names.get(id)
      return name === undefined ? undefined : read(name)
    },
    choice: (list, item) => items.get(`${list} ${item}`),
  }
}
