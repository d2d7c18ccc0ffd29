/** For tests: a form page as a browser has it, and what it sends. */

export interface Control {
  name: string
  kind: 'hidden' | 'text' | 'date' | 'area' | 'select' | 'radio' | 'checkbox'
  /** What is sent when nobody touches it; of boxes and lists: what is chosen. */
  values: string[]
  /** Of boxes and lists. */
  options: string[]
}

/** The controls of the form that goes to an address, by name, in the page's order. */
export function readForm(html: string, action: string): Control[] {
  const start = html.split('<form').find((each) => each.includes(`action="${action}"`))
  const form = start?.split('</form>')[0] ?? ''
  const controls = new Map<string, Control>()
  const at = (name: string, kind: Control['kind']): Control => {
    const control = controls.get(name) ?? { name, kind, values: [], options: [] }
    controls.set(name, control)
    return control
  }
  const tags = /<input ([^>]*)>|<textarea ([^>]*)>([^<]*)<\/textarea>|<select ([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, written = '', select, options = ''] of form.matchAll(tags)) {
    const attributes = input ?? area ?? select ?? ''
    const name = attribute(attributes, 'name')
    if (name === undefined) continue
    if (area !== undefined) at(name, 'area').values = [unescape(written).replace(/^\n/, '')]
    else if (select !== undefined) {
      const all = [...options.matchAll(/<option ([^>]*)>/g)].map(([, each = '']) => each)
      const chosen = all.filter((each) => / selected=""/.test(each)).slice(-1)
      const control = at(name, 'select')
      control.options = all.map((each) => attribute(each, 'value') ?? '')
      control.values = (chosen.length > 0 ? chosen : all.slice(0, 1)).map((each) => attribute(each, 'value') ?? '')
    } else readInput(attributes, name, at)
  }
  return [...controls.values()]
}

function readInput(attributes: string, name: string, at: (name: string, kind: Control['kind']) => Control): void {
  const type = attribute(attributes, 'type')
  const value = attribute(attributes, 'value') ?? ''
  if (type === 'file') return
  if (type === 'radio' || type === 'checkbox') {
    const control = at(name, type)
    control.options.push(value)
    if (/ checked=""/.test(attributes)) control.values.push(value)
  } else at(name, type === 'hidden' ? 'hidden' : type === 'date' ? 'date' : 'text').values.push(value)
}

/** What a browser sends of these controls. */
export function sentBy(controls: readonly Control[]): Record<string, string[]> {
  const filled = controls.filter((each) => each.values.length > 0)
  return Object.fromEntries(filled.map((each) => [each.name, each.values.map((value) => value.replaceAll(/\r?\n/g, '\r\n'))]))
}

/** The controls after a person has been there: each gets what `choose` says, as far as such a control takes it. */
export function filledBy(
  controls: readonly Control[],
  choose: (name: string) => { text: string; day: string; n: number },
): Control[] {
  return controls.map((control): Control => {
    const { text, day, n } = choose(control.name)
    const { kind, options } = control
    if (kind === 'hidden') return control
    if (kind === 'text') return { ...control, values: [text.replaceAll(/[\r\n]/g, '')] }
    if (kind === 'area') return { ...control, values: [text] }
    if (kind === 'date') return { ...control, values: [day] }
    if (kind === 'checkbox') return { ...control, values: options.filter((_, index) => (n >> index) % 2 === 1) }
    const option = options[n % (options.length + 1)]
    return { ...control, values: option === undefined ? (kind === 'select' ? options.slice(0, 1) : []) : [option] }
  })
}

/** The buttons that ask for a row more. */
export function addButtons(html: string): string[] {
  return [...html.matchAll(/name="_do" value="(add:[^"]*)"/g)].map(([, value = '']) => value)
}

/** The reasons that stand at the fields, by id. */
export function errorsIn(html: string): Record<string, string> {
  const found = html.matchAll(/<p class="ds-validation-message"[^>]* id="([^"]*)"[^>]*>([\s\S]*?)<\/p>/g)
  return Object.fromEntries([...found].map(([, id = '', text = '']) => [id, unescape(text)]))
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : unescape(value)
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
