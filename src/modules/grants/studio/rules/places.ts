/**
 * Places in a scheme document as the studio writes them: items of a list by their key, or by number where they have none:
 * `form.pages[about].fields[members].label.nn`.
 */

/** One step on the way to a place: a property's name, or an item of a list. */
export type PlaceStep = { name: string } | { item: string }

/** The place that a way of names and numbers leads to, as Zod and checkDefinition tell it. */
export function placeOf(document: unknown, way: readonly PropertyKey[]): string {
  let at: unknown = document
  let text = ''
  for (const each of way) {
    const step = String(each)
    if (Array.isArray(at)) {
      const index = Number(step)
      text += `[${itemName(at, index)}]`
      at = (at as unknown[])[index]
    } else {
      text += text === '' ? step : `.${step}`
      at = isRecord(at) ? at[step] : undefined
    }
  }
  return text
}

/** What an item of a list is called in a place: its key where no other item has the same, else its number. */
export function itemName(list: readonly unknown[], index: number): string {
  const key = keyOf(list[index])
  return key !== undefined && list.filter((each) => keyOf(each) === key).length === 1 ? key : String(index)
}

export function keyOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item['key'] === 'string' && item['key'] !== '' ? item['key'] : undefined
}

/** The steps of a place; text that is no place gives the steps that can be read. */
export function readPlace(place: string): PlaceStep[] {
  return [...place.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map((found) =>
    found[1] === undefined ? { name: found[2] ?? '' } : { item: found[1] },
  )
}

/** What stands at each step of a place, from the document down; undefined where there is nothing. */
export function valuesAlong(document: unknown, place: string): { step: PlaceStep; value: unknown }[] {
  let at: unknown = document
  return readPlace(place).map((step) => {
    at = 'name' in step ? (isRecord(at) ? at[step.name] : undefined) : itemOf(at, step.item)
    return { step, value: at }
  })
}

function itemOf(list: unknown, item: string): unknown {
  if (!Array.isArray(list)) return undefined
  const all = list as unknown[]
  return all.find((each) => keyOf(each) === item) ?? (/^\d+$/.test(item) ? all[Number(item)] : undefined)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
