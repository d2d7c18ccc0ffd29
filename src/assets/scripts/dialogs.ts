import { message } from './page-messages.ts'

/** Buttons with data-confirm="question": asks in a dialog before the form is sent. */
export function startConfirms(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-confirm]') : null
    if (!button || button.dataset.confirmed) return
    event.preventDefault()
    void askFirst(button.dataset.confirm ?? '', button.textContent.trim(), button.dataset.color === 'danger').then((yes) => {
      if (!yes) return
      button.dataset.confirmed = 'yes'
      if (button.form) button.form.requestSubmit(button)
      else button.click()
      delete button.dataset.confirmed
    })
  })
}

function askFirst(question: string, verb: string, danger: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const text = element('p', question)
    const yes = element('button', verb || message('confirmYes'), 'ds-button')
    if (danger) yes.dataset.color = 'danger'
    const no = element('button', message('confirmNo'), 'ds-button')
    no.dataset.variant = 'secondary'
    const row = element('div', '', 'tg-buttons')
    row.append(yes, no)
    const dialog = openDialog(message('confirmTitle'), [text, row])
    yes.addEventListener('click', () => dialog.close('yes'))
    no.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'))
    no.focus()
  })
}

/** A dialog with a heading, shown at once; gone from the page when closed. */
export function openDialog(title: string, content: readonly HTMLElement[]): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'tg-dialog'
  const heading = element('h2', title)
  heading.id = 'dialog-title'
  dialog.setAttribute('aria-labelledby', heading.id)
  dialog.append(heading, ...content)
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
  return dialog
}

/** An element with a text and a class. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (text) made.textContent = text
  if (className) made.className = className
  return made
}
