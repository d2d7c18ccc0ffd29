const template = document.getElementById('look-messages')
const messages: Record<string, string> = JSON.parse(template?.dataset.messages ?? '{}')

/** A text in the page's language, with {places} filled. */
export function message(key: string, values: Record<string, string | number> = {}): string {
  return fill(messages[key] ?? '', values)
}

/** Fills {places} in a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** Says something to screen readers, once, in the page's one live region. */
export function announce(text: string): void {
  const region = document.getElementById('announcer')
  if (!region || !text) return
  region.textContent = ''
  setTimeout(() => (region.textContent = text), 60)
}
