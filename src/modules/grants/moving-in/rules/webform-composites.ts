import type { Text3 } from '#platform/texts/texts.ts'
import { askEmail, askPhone, askText, askWeb, type Common, type Question } from './asking.ts'
import type { Draft } from './form-draft.ts'
import type { Item } from './import-report.ts'
import { joined } from './languages.ts'
import { textOf, type Loose } from './source.ts'

type Part = [name: string, kind: 'text' | 'email' | 'phone' | 'web', label: Text3]
const name: Part = ['name', 'text', { nb: 'navn', nn: 'namn', en: 'name' }]
const address: Part[] = [
  ['address', 'text', { nb: 'adresse', nn: 'adresse', en: 'address' }],
  ['address_2', 'text', { nb: 'adresselinje 2', nn: 'adresselinje 2', en: 'address line 2' }],
  ['postal_code', 'text', { nb: 'postnummer', nn: 'postnummer', en: 'postcode' }],
  ['city', 'text', { nb: 'sted', nn: 'stad', en: 'place' }],
  ['state_province', 'text', { nb: 'fylke eller delstat', nn: 'fylke eller delstat', en: 'county or state' }],
  ['country', 'text', { nb: 'land', nn: 'land', en: 'country' }],
]

/** Webform's ready-made groups, part by part. */
const composites: Record<string, Part[]> = {
  webform_address: address,
  webform_contact: [
    name,
    ['company', 'text', { nb: 'organisasjon', nn: 'organisasjon', en: 'organisation' }],
    ['email', 'email', { nb: 'e-post', nn: 'e-post', en: 'email' }],
    ['phone', 'phone', { nb: 'telefon', nn: 'telefon', en: 'phone' }],
    ...address,
  ],
  webform_name: [
    ['title', 'text', { nb: 'tittel', nn: 'tittel', en: 'title' }],
    ['first', 'text', { nb: 'fornavn', nn: 'førenamn', en: 'first name' }],
    ['middle', 'text', { nb: 'mellomnavn', nn: 'mellomnamn', en: 'middle name' }],
    ['last', 'text', { nb: 'etternavn', nn: 'etternamn', en: 'last name' }],
    ['suffix', 'text', { nb: 'tilføyelse', nn: 'tillegg', en: 'suffix' }],
    ['degree', 'text', { nb: 'grad', nn: 'grad', en: 'degree' }],
  ],
  webform_link: [
    ['title', 'text', { nb: 'tekst på lenken', nn: 'tekst på lenkja', en: 'text of the link' }],
    ['url', 'web', { nb: 'nettadresse', nn: 'nettadresse', en: 'web address' }],
  ],
  webform_telephone: [
    ['type', 'text', { nb: 'type', nn: 'type', en: 'type' }],
    ['phone', 'phone', { nb: 'telefon', nn: 'telefon', en: 'phone' }],
    ['ext', 'text', { nb: 'internnummer', nn: 'internnummer', en: 'extension' }],
  ],
}

/** Undefined when it is no such group. Parts that are switched off are not asked for; an address with Norwegian parts only is one question. */
export function compositeParts(
  at: { draft: Draft; path: string; words: (key: string, property: string, said: unknown) => unknown },
  key: string,
  element: Loose,
  item: Item,
  common: Common,
): { name: string; question: Question }[] | undefined {
  const type = textOf(element['#type']) ?? ''
  const all = Object.hasOwn(composites, type) ? composites[type] : undefined
  if (!all) return undefined
  const parts = all.filter(([part]) => element[`#${part}__access`] !== false)
  if (type === 'webform_address' && !parts.some(([part]) => ['address_2', 'state_province', 'country'].includes(part)))
    return [{ name: key, question: { asked: { type: 'address', ...common } } }]
  if (parts.length === 0) item.drop(at.path, 'All its parts are switched off.')
  return parts.map(([part, kind, ordinary], index) => {
    const own = at.draft.say(at.words(key, `#${part}__title`, element[`#${part}__title`]))?.text
    const label = joined(common.label, own ?? ordinary, ': ') ?? ordinary
    const required =
      element[`#${part}__required`] === true ||
      (common.required === true && element[`#${part}__required`] === undefined && index === 0)
    const each: Common = {
      label,
      ...(index === 0 && common.help ? { help: common.help } : {}),
      ...(required ? { required } : {}),
    }
    return {
      name: `${key}.${part}`,
      question:
        kind === 'email'
          ? askEmail(each)
          : kind === 'phone'
            ? askPhone(each)
            : kind === 'web'
              ? askWeb(each)
              : askText(each, { max: 255 }),
    }
  })
}
