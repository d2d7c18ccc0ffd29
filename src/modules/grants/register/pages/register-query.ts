import type { Ctx } from '#platform/http/index.ts'
import type { RegisterCursor } from '../queries/list-register.ts'
import type { RegisterFilter } from '../queries/register-filter.ts'

/** The filter as it stands in the address: ?sok=kor&ar=2026&ordning=…&bydel=…; what cannot be read is left out. */
export function readFilter(c: Ctx): RegisterFilter {
  const words = c.req.query('sok')?.normalize('NFC').trim().slice(0, 100)
  const year = c.req.query('ar')
  const [scheme, district] = [slug(c.req.query('ordning')), slug(c.req.query('bydel'))]
  return {
    ...(words ? { words } : {}),
    ...(year && /^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    ...(scheme ? { scheme } : {}),
    ...(district ? { district } : {}),
  }
}

/** Where the page begins: ?etter=year.ore.id */
export function readCursor(c: Ctx): RegisterCursor | undefined {
  const match = /^(\d{4})\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(c.req.query('etter') ?? '')
  return match ? { year: Number(match[1]), ore: Number(match[2]), id: match[3] ?? '' } : undefined
}

export function registerHref(filter: RegisterFilter, path = '/register'): string {
  const query = new URLSearchParams({
    ...(filter.words ? { sok: filter.words } : {}),
    ...(filter.year ? { ar: String(filter.year) } : {}),
    ...(filter.scheme ? { ordning: filter.scheme } : {}),
    ...(filter.district ? { bydel: filter.district } : {}),
  }).toString()
  return query ? `${path}?${query}` : path
}

function slug(text: string | undefined): string | undefined {
  return text && /^[a-zA-Z0-9-]{1,80}$/.test(text) ? text : undefined
}
