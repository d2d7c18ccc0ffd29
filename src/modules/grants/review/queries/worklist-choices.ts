import type { Trx } from '#platform/database/db.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import { getVersions } from '../../scheme/queries/versions.ts'
import { listStaffWhoMay } from './staff.ts'

export interface Choices {
  schemes: { id: string; title: Text3 }[]
  /** Of the chosen scheme only: a large municipality has hundreds. */
  rounds: { id: string; title: Text3 }[]
  /** Of the chosen scheme, as it is now. */
  parts: { id: string; title: Text3 }[]
  districts: { id: string; name: string }[]
  caseworkers: { id: string; name: string }[]
}

/** What the worklist can be filtered by. */
export async function listChoices(trx: Trx, schemeId?: string): Promise<Choices> {
  const schemes = await listSchemeTitles(trx)
  return {
    schemes: schemes.map(({ id, title }) => ({ id, title })),
    parts: schemes.find((scheme) => scheme.id === schemeId)?.parts ?? [],
    rounds: schemeId
      ? await trx
          .selectFrom('round')
          .select(['id', 'title'])
          .where('scheme_id', '=', schemeId)
          .orderBy('opens_at', 'desc')
          .execute()
      : [],
    districts: await trx.selectFrom('district').select(['id', 'name']).orderBy('position').execute(),
    caseworkers: await listStaffWhoMay(trx, 'prepareCase'),
  }
}

/** Every scheme that ever was, retired ones too: cases outlive them. By title in bokmål. */
export async function listSchemeTitles(trx: Trx): Promise<{ id: string; title: Text3; parts: { id: string; title: Text3 }[] }[]> {
  const schemes = await trx
    .selectFrom('scheme')
    .select(['id', 'current_version_id'])
    .where('current_version_id', 'is not', null)
    .execute()
  const versions = await getVersions(
    trx,
    schemes.map((scheme) => scheme.current_version_id).filter((id) => id !== null),
  )
  return schemes
    .flatMap((scheme) => {
      const version = versions.get(scheme.current_version_id ?? '')
      if (!version) return []
      const { title, parts = [] } = version.definition
      return [{ id: scheme.id, title, parts: parts.map((part) => ({ id: part.key, title: part.title })) }]
    })
    .toSorted((a, b) => a.title.nb.localeCompare(b.title.nb, 'nb'))
}
