import type { Text3 } from '#platform/texts/texts.ts'
import { askText, patterned, type Common, type Question } from './asking.ts'
import { say } from './check-texts.ts'

export const addressTypes: ReadonlySet<string> = new Set(['UkAddressField', 'AddressLookupField'])

const postcode = '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$'

/** A British address, part by part: Torg's own question for addresses takes Norwegian ones. */
export function askAddress(common: Common): { name: string; question: Question }[] {
  const must = common.required === true ? { required: true } : {}
  const said = (part: Text3): { label: Text3 } => ({
    label: { nb: `${common.label.nb}: ${part.nb}`, nn: `${common.label.nn}: ${part.nn}`, en: `${common.label.en}: ${part.en}` },
  })
  const help = common.help ? { help: common.help } : {}
  return [
    {
      name: 'addressLine1',
      question: askText(
        { ...said({ nb: 'adresselinje 1', nn: 'adresselinje 1', en: 'address line 1' }), ...help, ...must },
        { max: 100 },
      ),
    },
    {
      name: 'addressLine2',
      question: askText(said({ nb: 'adresselinje 2', nn: 'adresselinje 2', en: 'address line 2' }), { max: 100 }),
    },
    { name: 'town', question: askText({ ...said({ nb: 'sted', nn: 'stad', en: 'town or city' }), ...must }, { max: 100 }) },
    { name: 'county', question: askText(said({ nb: 'grevskap', nn: 'grevskap', en: 'county' }), { max: 100 }) },
    {
      name: 'postcode',
      question: patterned({ ...said({ nb: 'postnummer', nn: 'postnummer', en: 'postcode' }), ...must }, postcode, say.pattern),
    },
  ]
}

export const pointTypes: ReadonlySet<string> = new Set(['EastingNorthingField', 'LatLongField'])

/** A place on a map by two numbers. */
export function askPoint(type: string, common: Common): { name: string; question: Question }[] {
  const { label, help, required } = common
  const must = required === true ? { required } : {}
  const part = (name: string, pattern: string, said: Text3, first: boolean) => {
    const both = (lang: 'nb' | 'nn' | 'en') => `${label[lang]}: ${said[lang]}`
    const words = { label: { nb: both('nb'), nn: both('nn'), en: both('en') }, ...(first && help ? { help } : {}) }
    return { name, question: patterned({ ...words, ...must }, pattern, say.pattern) }
  }
  const [whole, degrees] = ['^[0-9]{1,7}$', '^-?[0-9]{1,3}[.,][0-9]{1,7}$']
  return type === 'EastingNorthingField'
    ? [
        part('easting', whole, { nb: 'øst (easting)', nn: 'aust (easting)', en: 'easting' }, true),
        part('northing', whole, { nb: 'nord (northing)', nn: 'nord (northing)', en: 'northing' }, false),
      ]
    : [
        part('latitude', degrees, { nb: 'breddegrad', nn: 'breiddegrad', en: 'latitude' }, true),
        part('longitude', degrees, { nb: 'lengdegrad', nn: 'lengdegrad', en: 'longitude' }, false),
      ]
}
