import { fill } from './page-messages.ts'

/** Moves focus to the error summary, or whatever the page says comes first. */
export function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-autofocus]')?.focus()
}

/** Counts what is left in fields with a limit, under the field; said aloud only when it is asked for (aria-describedby). */
export function startCounters(): void {
  document.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !field.dataset.count) return
    const place = document.getElementById(`${field.id}-count`)
    if (!place) return
    const left = Number(field.dataset.count) - field.value.length
    place.dataset.state = left < 0 ? 'over' : 'under'
    place.textContent = fill((left < 0 ? place.dataset.over : place.dataset.left) ?? '', { n: Math.abs(left) })
  })
}

/** Forms with data-warn-unsaved, and autosaved ones that are not yet saved: asks before the page is left. */
export function startUnsavedWarning(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-warn-unsaved]')) {
    form.addEventListener('input', () => (form.dataset.unsaved = 'yes'))
    form.addEventListener('submit', () => (form.dataset.unsaved = ''))
  }
  window.addEventListener('beforeunload', (event) => {
    if (!document.querySelector('form[data-unsaved="yes"]')) return
    event.preventDefault()
  })
}

/** A second press on the same button within some seconds is not sent; the server would answer the same anyway. */
export function startOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    setTimeout(() => delete form.dataset.sent, 4000)
  })
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent
  })
}
