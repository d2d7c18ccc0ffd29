import type { Ctx } from './context.ts'

/** Names of the hidden fields that every form carries. */
export const CSRF_FIELD = '_csrf'
export const KEY_FIELD = '_key'

/** A posted form, read once. Text is normalised (NFC, line ends), never trimmed away: what was typed can be shown again. */
export interface Form {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  files(name: string): File[]
  names(): string[]
  /** The idempotency key of this very form page. */
  key: string
}

const cache = new WeakMap<Request, Promise<Form>>()

export function readForm(c: Ctx): Promise<Form> {
  let form = cache.get(c.req.raw)
  if (!form) cache.set(c.req.raw, (form = parse(c)))
  return form
}

async function parse(c: Ctx): Promise<Form> {
  const data = await c.req.formData()
  const all = (name: string): string[] =>
    data
      .getAll(name)
      .flatMap((v) => (typeof v === 'string' ? [v.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '')] : []))
  const text = (name: string): string => all(name)[0] ?? ''
  return {
    text,
    all,
    has: (name) => data.has(name),
    files: (name) => data.getAll(name).filter((v): v is File => typeof v !== 'string' && v.size > 0),
    names: () => [...new Set(data.keys())],
    key: text(KEY_FIELD).slice(0, 80),
  }
}
