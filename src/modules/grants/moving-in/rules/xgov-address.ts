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
