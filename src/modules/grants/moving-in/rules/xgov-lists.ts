import { looseList, looseOf, own, textOf, type Loose } from './source.ts'

/** The lists that choices are taken from, by name; a component may also bring its own. */

export interface ListItem {
  text: unknown
  value: string
  description: unknown
  /** Components that follow the choice of it. */
  components: Loose[]
  condition: string | undefined
}

export function readLists(form: Loose): Map<string, ListItem[]> {
  return new Map(
    looseList(form['lists']).flatMap((list) => {
      const items = looseList(list['items']).map(readItem)
      return [list['name'], list['id']].flatMap((name) =>
        textOf(name) === undefined ? [] : [[textOf(name) ?? '', items] as const],
      )
    }),
  )
}

/** The choices of a component: its list's, or those that stand in it. */
export function itemsOf(component: Loose, lists: ReadonlyMap<string, ListItem[]>): ListItem[] | undefined {
  const values = looseOf(component['values'])
  const inside = looseList(values['items'] ?? own(component, 'items'))
  if (inside.length > 0) return inside.map(readItem)
  const name = textOf(component['list']) ?? textOf(values['list']) ?? textOf(looseOf(component['options'])['list'])
  const items = name === undefined ? undefined : lists.get(name)
  // A component may add what follows the choices of a list.
  const following = new Map(
    looseList(values['valueChildren']).map((each) => [textOf(each['value']), looseList(each['children'])]),
  )
  return items?.map((item) => ({ ...item, components: following.get(item.value) ?? item.components }))
}

function readItem(item: Loose): ListItem {
  const text = item['text'] ?? item['label'] ?? item['display']
  return {
    text,
    value: textOf(item['value']) ?? textOf(text) ?? '',
    description: item['description'] ?? looseOf(item['hint'])['text'] ?? item['hint'],
    components: looseList(looseOf(item['conditional'])['components'] ?? item['children']),
    condition: textOf(item['condition']),
  }
}
