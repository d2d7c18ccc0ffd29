import { announce, message } from './page-messages.ts'
import { ask, renew } from './live-parts.ts'

/** Search forms with data-autofilter: the list follows what is typed and chosen; the address too, so that it can be shared. */
export function startFilter(form: HTMLFormElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  const plan = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void follow(), delay)
  }

  async function follow(): Promise<void> {
    const mine = ++latest
    const url = new URL(form.action, location.href)
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') query.append(name, value)
    url.search = query.toString()
    const answer = await ask(url.href)
    if (mine !== latest) return
    if (!answer.ok) return
    history.replaceState(null, '', url)
    await renew(answer.html)
    if (!document.querySelector('main [data-announce]')) announce(message('updated'))
  }

  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && (event.target.type === 'search' || event.target.type === 'text')) plan(350)
  })
  form.addEventListener('change', () => plan(0))
  form.addEventListener('submit', (event) => {
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    plan(0)
  })
}
