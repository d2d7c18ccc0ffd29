/**
 * Lists whose things can be dragged to another place: a form with data-outline, lists with data-list, things with data-path.
 * What is dropped is sent as the button "move:<path>" with where to; the arrows beside each thing do the same without a mouse.
 * The page that comes then has its focus where the person was: at the thing that moved.
 */
export function startOutline(form: HTMLFormElement): void {
  let dragged: HTMLElement | undefined
  const clear = () => {
    for (const each of form.querySelectorAll<HTMLElement>('[data-drop-here],[data-drop-last]')) {
      delete each.dataset['dropHere']
      delete each.dataset['dropLast']
    }
  }

  for (const thing of form.querySelectorAll<HTMLElement>('[data-path]')) {
    const grip = thing.querySelector<HTMLElement>('.tg-outline__grip')
    // Only by its grip: text in the row can still be marked, and its link pressed.
    grip?.addEventListener('pointerdown', () => (thing.draggable = true))
    grip?.addEventListener('pointerup', () => (thing.draggable = false))
    thing.addEventListener('dragstart', (event) => {
      // A question lies inside its page, and a link can be dragged by itself: neither moves what is around it.
      if (event.target !== thing) return
      dragged = thing
      thing.dataset['dragged'] = ''
      event.dataTransfer?.setData('text/plain', pathOf(thing))
    })
    thing.addEventListener('dragend', () => {
      thing.draggable = false
      delete thing.dataset['dragged']
      dragged = undefined
      clear()
    })
  }

  form.addEventListener('dragover', (event) => {
    const place = dragged && placeAt(event, dragged)
    clear()
    if (!place) return
    event.preventDefault()
    if (place.before) place.before.dataset['dropHere'] = ''
    else place.list.dataset['dropLast'] = ''
  })
  form.addEventListener('drop', (event) => {
    const place = dragged && placeAt(event, dragged)
    if (!dragged || !place) return
    event.preventDefault()
    const { list, before } = place
    const next = dragged.nextElementSibling
    if (before === dragged || (list === dragged.parentElement && before === (next ?? undefined))) return
    const others = thingsOf(list).filter((each) => each !== dragged)
    const at = before ? others.indexOf(before) : others.length
    send(form, dragged, list.dataset['list'] ?? '', keyOf(others[at - 1]))
  })

  form.addEventListener('submit', (event) => {
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value.split(':')[0] : undefined
    remember(pressed === 'up' || pressed === 'down' ? pressed : undefined)
  })
  focusMoved(form)
}

interface Place {
  list: HTMLElement
  /** What it comes before; none: last. */
  before?: HTMLElement
}

/** The list under the pointer that takes such a thing: pages stand among pages, questions among questions. */
function placeAt(event: DragEvent, dragged: HTMLElement): Place | undefined {
  const target = event.target instanceof Element ? event.target : undefined
  const kind = /pages\[[^\]]+\]$/.test(pathOf(dragged)) ? '[data-list$="pages"]' : '[data-list$="fields"]'
  const list = target?.closest<HTMLElement>(kind) ?? target?.closest('[data-drop]')?.querySelector<HTMLElement>(kind)
  if (!list || dragged.contains(list)) return undefined
  const over = thingsOf(list).find((each) => each.contains(target ?? null))
  if (!over) return { list }
  const { top, height } = over.getBoundingClientRect()
  const before = event.clientY < top + height / 2 ? over : over.nextElementSibling
  return before instanceof HTMLElement ? { list, before } : { list }
}

function thingsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-path]')]
}

function pathOf(thing: HTMLElement): string {
  return thing.dataset['path'] ?? ''
}

/** "members" of "form.pages[om].fields[members]". */
function keyOf(thing: HTMLElement | undefined): string {
  return /\[([^\]]+)\]$/.exec(thing ? pathOf(thing) : '')?.[1] ?? ''
}

function send(form: HTMLFormElement, thing: HTMLElement, to: string, after: string): void {
  for (const [name, value] of Object.entries({ to, after, _do: `move:${pathOf(thing)}` })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  remember('move')
  form.submit()
}

const MOVED = 'torg-moved'

/** How something was moved, for the page that comes next. */
function remember(how: string | undefined): void {
  if (how === undefined) sessionStorage.removeItem(MOVED)
  else sessionStorage.setItem(MOVED, how)
}

/** Who moves with the arrows presses the same arrow again; at the end of the list the thing itself has the focus. */
function focusMoved(form: HTMLFormElement): void {
  const how = sessionStorage.getItem(MOVED)
  remember(undefined)
  const thing = how === null ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!thing || !form.contains(thing)) return
  const place =
    thing.querySelector<HTMLElement>(`button[value^="${how}:"]:not(:disabled)`) ?? thing.querySelector<HTMLElement>('a')
  place?.focus()
}
