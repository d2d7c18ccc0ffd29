import type { Sender } from '#platform/documents/model.ts'
import type { Trx } from '#platform/database/db.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { MunicipalitySettings } from '#cases'
import type { LetterFrame } from '../letter-document.ts'

/** The municipality as the sender of a letter, with the unit that owns the scheme where the case has one. */
export async function getSender(trx: Trx, unitId: string | null, lang: Lang): Promise<Sender> {
  const municipality = await trx
    .selectFrom('municipality')
    .select(['name', 'organisation_number', 'settings'])
    .executeTakeFirstOrThrow()
  const unit = unitId
    ? await trx.selectFrom('unit').select(['name', 'email']).where('id', '=', unitId).executeTakeFirst()
    : undefined
  const settings = MunicipalitySettings.safeParse(municipality.settings).data
  const contact = settings?.contact
  const email = unit?.email ?? contact?.email
  return {
    name: municipality.name,
    ...(unit ? { unit: unit.name[lang] } : {}),
    ...(contact?.address ? { address: contact.address } : {}),
    ...(contact?.phone ? { phone: contact.phone } : {}),
    ...(email ? { email } : {}),
    ...(municipality.organisation_number ? { organisationNumber: municipality.organisation_number } : {}),
  }
}

/** What the letter of a decision carries beside its text. */
export async function getLetterFrame(trx: Trx, decisionId: string, lang: Lang): Promise<LetterFrame> {
  const row = await trx
    .selectFrom('decision')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'decision.municipality_id').onRef('case_file.id', '=', 'decision.case_id'),
    )
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality_id', '=', 'case_file.municipality_id')
        .onRef('organisation.id', '=', 'case_file.applicant_organisation_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'decision.municipality_id').onRef('person.id', '=', 'decision.decided_by'),
    )
    .select([
      'case_file.number',
      'case_file.unit_id',
      'case_file.applicant_name',
      'organisation.address',
      'organisation.postcode',
      'organisation.place',
      'person.name as decided_by',
      'decision.authority',
    ])
    .where('decision.id', '=', decisionId)
    .executeTakeFirstOrThrow()
  const lines = [row.address, [row.postcode, row.place].filter(Boolean).join(' ')].filter((line): line is string => Boolean(line))
  return {
    sender: await getSender(trx, row.unit_id, lang),
    recipient: { name: row.applicant_name, ...(lines.length > 0 ? { lines } : {}) },
    caseNumber: row.number,
    ...(row.authority === 'delegated' && row.decided_by ? { signature: { name: row.decided_by } } : {}),
  }
}
