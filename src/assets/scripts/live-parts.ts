import { announce } from './page-messages.ts'

export interface Answer {
  ok: boolean
  status: number
  /** Sent on to a log-in page: the session has run out. */
  loggedOut: boolean
  html: string
}

/** Asks the server as the page's own script; never throws: no network is an answer with status 0. */
export async function ask(url: string, options: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      ...options,
      headers: { 'HX-Request': 'true', ...options.headers },
    })
    const loggedOut = response.status === 401 || (response.redirected && /\/logg-inn/.test(response.url))
    return {
      ok: response.ok && !loggedOut,
      status: response.status,
      loggedOut,
      html: response.status === 204 ? '' : await response.text(),
    }
  } catch {
    return { ok: false, status: 0, loggedOut: false, html: '' }
  }
}

/**
 * Puts the answer's parts into the page: every element with data-live and an id takes the place of the one with that id.
 * Focus, selection and what is being typed stay; what is new for the ear is announced.
 */
export async function renew(html: string): Promise<void> {
  if (!html) return
  const { default: htmx } = await import('htmx.org/dist/htmx.esm.min.js')
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  const before = spoken()
  for (const part of fresh.querySelectorAll<HTMLElement>('[data-live][id]')) {
    const target = document.getElementById(part.id)
    const inside = part.parentElement?.closest('[data-live][id]')
    if (!target || inside) continue
    keepOpen(target, part)
    if (target.isEqualNode(part)) continue
    await htmx.swap({ target, text: part.outerHTML, swap: 'outerMorph', sourceElement: target })
  }
  const news = [...spoken()].filter(([key, text]) => text && before.get(key) !== text).map(([, text]) => text)
  announce(news.join('. '))
  document.dispatchEvent(new CustomEvent('torg:renewed'))
}

/** What the person has unfolded stays so: the server does not know of it. */
function keepOpen(now: HTMLElement, fresh: HTMLElement): void {
  const before = [...now.querySelectorAll('details')]
  for (const [index, details] of [...fresh.querySelectorAll('details')].entries()) {
    const same = before[index]
    if (same?.open && same.querySelector('summary')?.textContent === details.querySelector('summary')?.textContent)
      details.open = true
  }
}

/**
 * Only the unseen values of the live parts: what the page must know about what is stored (so that the next save is not
 * taken for someone else's change), when the rest of the answer is older than what is on the screen.
 */
export function renewHidden(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  for (const input of fresh.querySelectorAll<HTMLInputElement>('[data-live][id] input[type=hidden][name]')) {
    const part = document.getElementById(input.closest('[data-live][id]')?.id ?? '')
    const own = part?.querySelectorAll<HTMLInputElement>(`input[type=hidden][name="${CSS.escape(input.name)}"]`) ?? []
    if (own.length === 1 && own[0]) own[0].value = input.value
  }
}

/** What screen readers should hear about when it changes: errors, and what is marked data-announce. */
function spoken(): Map<string, string> {
  const parts = document.querySelectorAll<HTMLElement>('main .ds-validation-message[id], main [data-announce]')
  return new Map([...parts].map((each, index) => [each.id || `#${index}`, each.textContent.trim().replace(/\s+/g, ' ')]))
}
