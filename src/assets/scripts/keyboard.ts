import { element, openDialog } from './dialogs.ts'
import { message } from './page-messages.ts'

const stored = 'torg.keys'

/** Keys on lists marked data-keyboard: j k x enter / ?. Off while one types, with a modifier, or when switched off in the help. */
export function startKeyboard(): void {
  const table = document.querySelector<HTMLTableElement>('table[data-keyboard]')
  if (!table && !document.querySelector('[data-shortcut],[data-search]')) return
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === '?') return act(event, () => showHelp())
    if (localStorage.getItem(stored) === 'off') return
    if (event.key === 'j') return act(event, () => move(1))
    if (event.key === 'k') return act(event, () => move(-1))
    if (event.key === 'x') return act(event, () => select())
    if (event.key === '/') return act(event, () => document.querySelector<HTMLElement>('[data-search]')?.focus())
    if (event.key === 'Enter' && !isPressable(event.target)) return open(event)
    const button = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(event.key)}"]`)
    if (button && !button.closest('[hidden]')) act(event, () => button.click())
  })
  document.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('table[data-keyboard] tbody tr') : null
    if (row) mark(row)
  })
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest<HTMLElement>('table[data-keyboard] tr[data-href]')
    if (!row?.dataset.href || target?.closest('a,button,input,label') || getSelection()?.toString()) return
    location.assign(row.dataset.href)
  })
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault()
  what()
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('table[data-keyboard] tbody tr')]
}

function current(): HTMLElement | undefined {
  return rows().find((row) => row.hasAttribute('data-current'))
}

function mark(row: HTMLElement): void {
  for (const each of rows()) each.toggleAttribute('data-current', each === row)
}

function move(by: number): void {
  const all = rows()
  const now = current()
  const at = now ? all.indexOf(now) + by : by > 0 ? 0 : all.length - 1
  const next = all[Math.min(all.length - 1, Math.max(0, at))]
  if (!next) return
  mark(next)
  const place = next.querySelector<HTMLElement>('a') ?? next.querySelector('input')
  place?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

function select(): void {
  const box = current()?.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (box) box.click()
}

function open(event: KeyboardEvent): void {
  const link = current()?.querySelector<HTMLAnchorElement>('th a, a')
  if (link) act(event, () => link.click())
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a,button,summary,input') !== null
}

function showHelp(): void {
  const list = element('dl', '', 'tg-keys')
  const keys: [string, string][] = [
    ['j', message('keyNext')],
    ['k', message('keyPrevious')],
    ['x', message('keySelect')],
    ['Enter', message('keyOpen')],
    ['/', message('keySearch')],
    ['?', message('keyHelp')],
  ]
  for (const button of document.querySelectorAll<HTMLElement>('[data-shortcut]')) {
    keys.push([button.dataset.shortcut ?? '', button.textContent.trim()])
  }
  for (const [key, text] of keys) {
    const term = element('dt')
    term.append(element('kbd', key))
    list.append(term, element('dd', text))
  }
  const off = localStorage.getItem(stored) === 'off'
  const toggle = element('button', message(off ? 'keysOn' : 'keysOff'), 'ds-button')
  toggle.dataset.variant = 'secondary'
  const close = element('button', message('close'), 'ds-button')
  const row = element('div', '', 'tg-buttons')
  row.append(close, toggle)
  const dialog = openDialog(message('keysTitle'), [list, row])
  close.addEventListener('click', () => dialog.close())
  toggle.addEventListener('click', () => {
    localStorage.setItem(stored, off ? 'on' : 'off')
    dialog.close()
  })
  close.focus()
}
