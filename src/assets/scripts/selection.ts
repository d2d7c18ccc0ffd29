import { fill } from './page-messages.ts'

/** Shows how many rows are ticked where an element has data-selected-count, and hides the bar of actions while none is. */
export function startSelection(): void {
  const place = document.querySelector<HTMLElement>('[data-selected-count]')
  if (!place) return
  const count = () => {
    const ticked = document.querySelectorAll('.tg-table__select input:checked').length
    place.closest('.tg-actionbar')?.toggleAttribute('hidden', ticked === 0)
    place.textContent = fill((ticked === 1 ? place.dataset.one : place.dataset.many) ?? '{n}', { n: ticked })
  }
  document.addEventListener('change', (event) => {
    if (event.target instanceof Element && event.target.closest('.tg-table__select')) count()
  })
  document.addEventListener('torg:renewed', count)
  count()
}
