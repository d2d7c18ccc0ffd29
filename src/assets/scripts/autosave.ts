import { announce, message } from './page-messages.ts'
import { ask, renew, renewHidden } from './live-parts.ts'

const pause = 1200
const retry = 8000

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
    if (answer.loggedOut) return show('failed', message('sessionGone'), true)
    if (answer.status === 0 || answer.status >= 500) {
      show('failed', message('saveFailed'), true)
      return plan(retry)
    }
    const first = saved === 0
    saved = at
    const time = new Date().toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit' }).replace(':', '.')
    // 422: kept as it is, with reasons at the fields.
    if (answer.ok || answer.status === 422) show('saved', message('savedAt', { time }), first)
    else show('failed', message('saveFailed'), true)
    if (changes === at) return renew(answer.html)
    renewHidden(answer.html)
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
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    form.dataset.unsaved = ''
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
