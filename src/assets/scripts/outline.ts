/**
 * Lists whose things can be dragged to another place: a form with data-outline, lists with data-list, things with data-path.
 * What is dropped is sent as the button "move:<path>" with where to; the arrows beside each thing do the same without a mouse.
 */
export function startOutline(form: HTMLFormElement): void {
  let dragged: HTMLElement | undefined
  const clear = () => {
    for (const each of form.querySelectorAll<HTMLElement>('[data-drop-here],[data-drop-last],[data-dragged]')) {
      delete each.dataset['dropHere']
      delete each.dataset['dropLast']
      delete each.dataset['dragged']
    }
  }

  for (const thing of form.querySelectorAll<HTMLElement>('[data-path]')) {
    const grip = thing.querySelector<HTMLElement>('.tg-outline__grip')
    // Only by its grip: text in the row can still be marked, and its link pressed.
    grip?.addEventListener('pointerdown', () => (thing.draggable = true))
    thing.addEventListener('dragstart', (event) => {
      dragged = thing
      thing.dataset['dragged'] = ''
      event.dataTransfer?.setData('text/plain', thing.dataset['path'] ?? '')
    })
    thing.addEventListener('dragend', () => {
      thing.draggable = false
      dragged = undefined
      clear()
    })
  }

  form.addEventListener('dragover', (event) => {
    const place = dragged && placeAt(event)
    if (!dragged || !place) return
    event.preventDefault()
    const mark = dragged
    clear()
    mark.dataset['dragged'] = ''
    if (place.before) place.before.dataset['dropHere'] = ''
    else place.list.dataset['dropLast'] = ''
  })
  form.addEventListener('drop', (event) => {
    const place = dragged && placeAt(event)
    if (!dragged || !place) return
    event.preventDefault()
    const before = place.before
    const things = [...place.list.querySelectorAll<HTMLElement>(':scope > [data-path]')].filter((each) => each !== dragged)
    const at = before ? things.indexOf(before) : things.length
    if (before === dragged) return
    send(form, dragged.dataset['path'] ?? '', place.list.dataset['list'] ?? '', keyOf(things[at - 1]))
  })
}

/** The list under the pointer, and the thing that what is dropped comes before; none: last. */
function placeAt(event: DragEvent): { list: HTMLElement; before?: HTMLElement } | undefined {
  const target = event.target instanceof Element ? event.target : undefined
  const list =
    target?.closest<HTMLElement>('[data-list]') ?? target?.closest('[data-drop]')?.querySelector<HTMLElement>('[data-list]')
  if (!list) return undefined
  const over = target?.closest<HTMLElement>('[data-path]')
  if (!over || over.parentElement !== list) return { list }
  const { top, height } = over.getBoundingClientRect()
  const before = event.clientY < top + height / 2 ? over : over.nextElementSibling
  return before instanceof HTMLElement ? { list, before } : { list }
}

/** "members" of "form.pages[om].fields[members]". */
function keyOf(thing: HTMLElement | undefined): string {
  return /\[([^\]]+)\]$/.exec(thing?.dataset['path'] ?? '')?.[1] ?? ''
}

function send(form: HTMLFormElement, path: string, to: string, after: string): void {
  for (const [name, value] of Object.entries({ to, after, _do: `move:${path}` })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  form.submit()
}
