import type { Trx } from '#platform/database/db.ts'
import { getSentApplication, type SentApplication } from '../../application/queries/get-sent-application.ts'
import { getRound, type Round } from '../../scheme/queries/rounds.ts'
import type { AllocationShare } from '../../model.ts'
import type { CaseFile } from './case-access.ts'
import { listAssessments, type ShownAssessment } from './assessments.ts'
import { listPotStandings, type PotStanding } from './pots.ts'
import { shareRound } from './share-round.ts'
import { namesOf } from './staff.ts'

export interface ShownRecommendation {
  id: string
  outcome: 'granted' | 'partly-granted' | 'refused' | 'dismissed'
  ore: number
  potId: string | null
  reasons: string
  conditions: { key: string; text: string; dueDays?: number }[]
  /** The sharing of the round's money that gave the amount. */
  allocation: AllocationShare | null
  by: string
  byId: string | null
  at: Date
}

/** What the case page shows beside the application itself. */
export interface CaseDetails {
  sent: SentApplication
  round: Round
  pots: PotStanding[]
  /** What the case would get if the round were shared now; undefined where it is not shared, or the case is past it. */
  share: AllocationShare | undefined
  caseworkerName: string | undefined
  checks: { rule: string; outcome: 'meets' | 'fails' | 'unknown' }[]
  documents: { id: string; title: string; kind: string; direction: string; createdAt: Date; hasFile: boolean; shared: boolean }[]
  notes: { id: string; body: string; by: string; at: Date }[]
  tasks: { id: string; kind: string; dueOn: string | null }[]
  requests: { id: string; question: string; answerBy: string; askedAt: Date; answer: string | null; answeredAt: Date | null }[]
  recommendation: ShownRecommendation | undefined
  assessments: ShownAssessment[]
  linked: { number: string; districtName: string | null; status: string }[]
  earlier: EarlierCase[]
}

export interface EarlierCase {
  number: string
  title: string
  status: string
  receivedAt: Date
  appliedOre: number
  grantedOre: number | null
}

export async function getCaseDetails(
  trx: Trx,
  caseFile: CaseFile,
  asker: { id: string; roles: readonly string[] },
): Promise<CaseDetails> {
  const sent = await getSentApplication(trx, caseFile.id)
  const notes = await trx.selectFrom('case_note').selectAll().where('case_id', '=', caseFile.id).orderBy('created_at').execute()
  const recommendation = await trx
    .selectFrom('recommendation')
    .selectAll()
    .where('case_id', '=', caseFile.id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  const names = await namesOf(trx, [
    caseFile.caseworker_id,
    recommendation?.recommended_by ?? null,
    ...notes.map((note) => note.created_by),
  ])
  return {
    sent,
    round: await getRound(trx, sent.roundId),
    pots: await listPotStandings(trx, sent.roundId),
    share: sent.definition.amount.allocation ? (await shareRound(trx, sent.roundId)).shares.get(caseFile.id) : undefined,
    caseworkerName: names.get(caseFile.caseworker_id ?? ''),
    checks: await trx.selectFrom('check_result').select(['rule', 'outcome']).where('case_id', '=', caseFile.id).execute(),
    documents: await listDocuments(trx, caseFile.id),
    notes: notes.map((note) => ({
      id: note.id,
      body: note.body,
      by: names.get(note.created_by ?? '') ?? '',
      at: note.created_at,
    })),
    tasks: await trx
      .selectFrom('case_task')
      .select(['id', 'kind', 'due_on as dueOn'])
      .where('case_id', '=', caseFile.id)
      .where('done_at', 'is', null)
      .orderBy('due_on')
      .execute(),
    requests: await listRequests(trx, caseFile.id),
    recommendation: recommendation && {
      id: recommendation.id,
      outcome: recommendation.outcome,
      ore: recommendation.ore,
      potId: recommendation.pot_id,
      reasons: recommendation.reasons,
      conditions: recommendation.conditions,
      allocation: recommendation.allocation,
      by: names.get(recommendation.recommended_by ?? '') ?? '',
      byId: recommendation.recommended_by,
      at: recommendation.recommended_at,
    },
    assessments: await listAssessments(trx, caseFile.id, asker.id),
    linked: await listLinked(trx, caseFile.id),
    earlier: await listEarlierCases(trx, caseFile),
  }
}

async function listDocuments(trx: Trx, caseId: string): Promise<CaseDetails['documents']> {
  const rows = await trx
    .selectFrom('case_document')
    .select(['id', 'title', 'kind', 'direction', 'created_at', 'file_id', 'shared_at'])
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    direction: row.direction,
    createdAt: row.created_at,
    hasFile: row.file_id !== null,
    shared: row.shared_at !== null,
  }))
}

async function listRequests(trx: Trx, caseId: string): Promise<CaseDetails['requests']> {
  return await trx
    .selectFrom('information_request')
    .select(['id', 'question', 'answer_by as answerBy', 'asked_at as askedAt', 'answer', 'answered_at as answeredAt'])
    .where('case_id', '=', caseId)
    .orderBy('asked_at', 'desc')
    .execute()
}

async function listLinked(trx: Trx, caseId: string): Promise<CaseDetails['linked']> {
  return await trx
    .selectFrom('case_link')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'case_link.municipality_id').onRef('case_file.id', '=', 'case_link.other_id'),
    )
    .leftJoin('district', (join) =>
      join.onRef('district.municipality_id', '=', 'case_file.municipality_id').onRef('district.id', '=', 'case_file.district_id'),
    )
    .select(['case_file.number', 'case_file.status', 'district.name as districtName'])
    .where('case_link.case_id', '=', caseId)
    .orderBy('case_file.number')
    .execute()
}

/** The same applicant's other cases, newest first, at most ten: an organisation's own, or a person's as a person. */
async function listEarlierCases(trx: Trx, caseFile: CaseFile): Promise<EarlierCase[]> {
  let query = trx
    .selectFrom('case_file')
    .select(['number', 'title', 'status', 'received_at as receivedAt', 'applied_ore as appliedOre', 'granted_ore as grantedOre'])
    .where('id', '!=', caseFile.id)
    .orderBy('received_at', 'desc')
    .limit(10)
  if (caseFile.applicant_organisation_id)
    query = query.where('applicant_organisation_id', '=', caseFile.applicant_organisation_id)
  else if (caseFile.applicant_person_id)
    query = query.where('applicant_person_id', '=', caseFile.applicant_person_id).where('applicant_organisation_id', 'is', null)
  else return []
  return await query.execute()
}
