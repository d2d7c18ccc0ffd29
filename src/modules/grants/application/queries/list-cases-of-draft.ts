import type { Trx } from '#platform/database/db.ts'

/** The case or cases that a sent draft became, in the order of their numbers. */
export async function listCasesOfDraft(
  trx: Trx,
  draftId: string,
): Promise<{ id: string; number: string; district: string | null }[]> {
  return await trx
    .selectFrom('application')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.municipality_id', '=', 'application.municipality_id')
        .onRef('case_file.id', '=', 'application.case_id'),
    )
    .leftJoin('district', (join) =>
      join.onRef('district.municipality_id', '=', 'case_file.municipality_id').onRef('district.id', '=', 'case_file.district_id'),
    )
    .select(['case_file.id', 'case_file.number', 'district.name as district'])
    .where('application.draft_id', '=', draftId)
    .orderBy('district.position')
    .orderBy('case_file.number')
    .execute()
}
