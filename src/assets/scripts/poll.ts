import { ask, renew } from './live-parts.ts'

/** While a part has data-poll="MS", the page is asked for anew that often and its live parts take their places. */
export async function startPolling(): Promise<void> {
  for (;;) {
    const waiting = document.querySelector<HTMLElement>('[data-poll]')
    if (!waiting) return
    await new Promise((resolve) => setTimeout(resolve, Number(waiting.dataset['poll']) || 2000))
    if (document.visibilityState === 'hidden') continue
    const answer = await ask(location.href)
    if (!answer.ok) return
    await renew(answer.html)
  }
}
