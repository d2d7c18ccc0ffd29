import { announce, message } from './page-messages.ts'
import { ask, renew, renewHidden } from './live-parts.ts'

const pause = 1200
const retry = 8000
// Sending the form waits at most this long for a save that is on its way.
const patience = 8000

/**
 * Forms with data-autosave="URL": what is typed is sent after a short pause and when a changed field is left.
 * The answer's live parts (conditions, sums, errors at fields that were filled and left) take their places.
 * An answer that is older than what has been typed since is not put in; the newer one comes.
 */
export function startAutosave(form: HTMLFormElement): void {
  const url = form.dataset.autosave ?? ''
  const touched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let changes = 0
  let saved = 0
  let busy = false
  /** What was pressed while a save was on its way: the form goes when the save is answered. */
  let pressed: { by: HTMLElement | null } | undefined

  const plan = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), delay)
  }

  async function save(): Promise<void> {
    if (busy) return plan(300)
    if (changes === saved) return
    busy = true
    const at = changes
    show('saving', message('saving'))
    const answer = await ask(url, {
      method: 'POST',
      body: values(form),
      headers: { 'Torg-Touched': [...touched].map(encodeURIComponent).join(',') },
    })
    busy = false
    // At once, before anything else can be pressed: what is stored is what the next sending must know.
    renewHidden(answer.html)
    if (pressed) return sendOn()
    if (answer.loggedOut) return show('failed', message('sessionGone'), true)
    if (answer.status === 0 || answer.status >= 500) {
      show('failed', message('saveFailed'), true)
      return plan(retry)
    }
    const first = saved === 0
    saved = at
    const mark = document.documentElement.lang === 'en' ? ':' : '.'
    const time = new Date().toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit' }).replace(':', mark)
    // 422: kept as it is, with reasons at the fields.
    if (answer.ok || answer.status === 422) show('saved', message('savedAt', { time }), first)
    // 409: another has changed the same place; the page shows both.
    else show('failed', message(answer.status === 409 ? 'saveClash' : 'saveFailed'), true)
    if (changes === at) return renew(answer.html)
    plan(pause)
  }

  function show(state: string, text: string, aloud = false): void {
    for (const place of document.querySelectorAll<HTMLElement>('[data-saved]')) {
      place.dataset.state = state
      place.textContent = text
    }
    if (aloud) announce(text)
    form.dataset.unsaved = state === 'saved' && changes === saved ? '' : 'yes'
  }

  form.addEventListener('input', () => {
    changes++
    form.dataset.unsaved = 'yes'
    plan(pause)
  })
  form.addEventListener('change', (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) return
    if (field.type === 'file') return
    if (field.name && (field.value !== '' || touched.has(field.name))) touched.add(field.name)
    if (changes === saved) changes++
    plan(0)
  })
  function sendOn(): void {
    if (!pressed) return
    const { by } = pressed
    pressed = undefined
    busy = false
    form.requestSubmit(by)
  }

  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    form.dataset.unsaved = ''
    if (!busy) return
    // The form says what it has seen stored. Sent before the save is answered, the person's own words would look like another's.
    event.preventDefault()
    if (pressed) return
    pressed = { by: event.submitter }
    setTimeout(sendOn, patience)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changes !== saved) void save()
  })
}

/** The form's values without files: those are sent when the form is. */
function values(form: HTMLFormElement): URLSearchParams {
  const result = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') result.append(name, value)
  return result
}
