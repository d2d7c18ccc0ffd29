import type { Trx } from '#platform/database/db.ts'
import { isNationalId } from '#platform/identity/index.ts'
import type { Mapping, Sheet } from '../rules/mapping.ts'
import { obligationKeys, planObligations } from '../rules/obligations-plan.ts'
import { planOrganisations, wantedIds } from '../rules/organisations-plan.ts'
import { awardKeys, planAwards } from '../rules/sheet-awards.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Plan } from '../rules/sheet-plan.ts'
import { readRows, type ReadSheet } from '../rules/sheet-rows.ts'
import { readAwards, readContents, readKnown, readObligations, readPlaces } from './sheet-known.ts'

export interface Import {
  kind: ImportKind
  sheets: readonly Sheet[]
  mapping: Mapping
  /** What a person said of names: id of an organisation, 'new' or 'none'. */
  answers: Readonly<Record<string, string>>
}

/** The rows of a file by its mapping; the first `most` of them for a preview. */
export function readImport(given: Pick<Import, 'kind' | 'sheets' | 'mapping'>, most?: number): ReadSheet {
  const sheet = given.sheets[given.mapping.sheet]
  if (!sheet) return { rows: [], problems: [], passed: [], total: 0 }
  return readRows(sheet, { kind: given.kind, mapping: given.mapping, isNationalId }, most)
}

/** What bringing the file in would do now. Writes nothing. `today` is an Oslo day. */
export async function planImport(trx: Trx, given: Import, today: string): Promise<Plan> {
  const read = readImport(given)
  const known = await readKnown(trx)
  const { answers } = given
  if (given.kind === 'awards')
    return planAwards(read, {
      known,
      places: await readPlaces(trx),
      existing: await readAwards(trx, awardKeys(read.rows)),
      answers,
      hidden: given.mapping.hidden ?? false,
    })
  if (given.kind === 'obligations')
    return planObligations(read, { known, existing: await readObligations(trx, obligationKeys(read.rows)), answers, today })
  return planOrganisations(read, {
    known,
    contents: await readContents(trx, wantedIds(read, known)),
    places: await readPlaces(trx),
    answers,
    overwrite: given.mapping.overwrite ?? false,
  })
}
