import { renderPdf } from '#platform/documents/render-pdf.ts'
import type { LetterData } from '#platform/documents/model.ts'
import type { Scope, Trx } from '#platform/database/db.ts'
import { Conflict } from '#platform/errors.ts'
import { recordFile } from '#platform/files/rows.ts'
import { openFileStore, storeBytes } from '#platform/files/store.ts'
import { municipalityOrigin, type Services } from '#platform/http/index.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { formatDate, osloDate } from '#platform/time.ts'
import { answerAward } from './actions/answer-award.ts'
import { closeIfDone } from './actions/close-if-done.ts'
import { APPEAL_JOB } from './actions/file-appeal.ts'
import { LETTER_JOB, releaseDecision } from './actions/release-decision.ts'
import { listUnopened, remindUnopened } from './actions/remind-unopened.ts'
import { RELEASE_JOB } from './actions/schedule-release.ts'
import { caseSlug } from '#cases'
import { appealDocument, letterDocument } from './letter-document.ts'
import { getLetterFrame, getSender } from './queries/letter-frame.ts'
import { listClosable, listLapsed } from './queries/due-things.ts'
import { getDecision } from './queries/standing-decision.ts'
import { tellDecisionWaits } from './actions/tell-decision-waits.ts'

/** Announces one decision at its time. A time that was moved or taken back, or a decision that was replaced, is nothing to do. */
export const releaseDecisionJob: Job = {
  name: RELEASE_JOB,
  async run(services, scope, data) {
    const now = services.now()
    const origin = await municipalityOrigin(services, scope.municipalityId)
    await services.db.inTransaction(scope, async (trx) => {
      const decision = await getDecision(trx, String(data['decisionId']))
      if (decision.released_at || decision.replaced_at || !decision.release_at || decision.release_at > now) return
      await releaseDecision(trx, { decisionId: decision.id, now, origin })
    })
  },
}

/** Makes the PDF of a released letter from its frozen text. Run twice, there is still one file. */
export const makeLetterJob: Job = {
  name: LETTER_JOB,
  async run(services, scope, data) {
    const work = await services.db.reading(scope, async (trx) => {
      const decision = await getDecision(trx, String(data['decisionId']))
      const { letter_text: letter, released_at: releasedAt, letter_document_id: documentId } = decision
      if (!letter || !releasedAt || !documentId) return undefined
      const frame = await getLetterFrame(trx, decision.id, letter.lang)
      return { documentId, createdAt: releasedAt, lang: letter.lang, letter: letterDocument(letter, frame, osloDate(releasedAt)) }
    })
    if (work) await makeFile(services, scope, work)
  },
}

/** Makes the PDF of an appeal as it was sent. */
export const makeAppealJob: Job = {
  name: APPEAL_JOB,
  async run(services, scope, data) {
    const work = await services.db.reading(scope, (trx) => readAppeal(trx, String(data['appealId'])))
    if (work) await makeFile(services, scope, work)
  },
}

/** Each night: awards that nobody answered in time lapse; unopened decisions are told of again; cases with nothing open close. */
export const followDecisionsJob: Job = {
  name: 'follow-decisions',
  cron: '40 4 * * *',
  async run(services, scope) {
    const now = services.now()
    const origin = await municipalityOrigin(services, scope.municipalityId)
    for (const caseId of await services.db.reading(scope, (trx) => listLapsed(trx, osloDate(now))))
      await services.db.inTransaction(scope, (trx) => lapse(trx, { caseId, now, origin }))
    for (const decisionId of await services.db.reading(scope, (trx) => listUnopened(trx, now)))
      await services.db.inTransaction(scope, (trx) => remindUnopened(trx, { decisionId, now, origin }))
    for (const caseId of await services.db.reading(scope, (trx) => listClosable(trx, now)))
      await services.db.inTransaction(scope, (trx) => closeIfDone(trx, caseId, now))
  },
}

export const decisionJobs: readonly Job[] = [releaseDecisionJob, makeLetterJob, makeAppealJob, followDecisionsJob]

async function lapse(trx: Trx, input: { caseId: string; now: Date; origin: string }): Promise<void> {
  try {
    await answerAward(trx, { caseId: input.caseId, answer: 'lapse', now: input.now })
  } catch (error) {
    // Answered in the meantime: as it should be.
    if (error instanceof Conflict) return
    throw error
  }
  const caseFile = await trx.selectFrom('case_file').selectAll().where('id', '=', input.caseId).executeTakeFirstOrThrow()
  const address = `${input.origin}/min-side/saker/${caseSlug(caseFile.number)}`
  await tellDecisionWaits(trx, { caseFile, kind: 'award-lapsed', address, now: input.now })
}

async function readAppeal(trx: Trx, appealId: string): Promise<Work | undefined> {
  const row = await trx
    .selectFrom('appeal')
    .innerJoin('case_file', (join) =>
      join.onRef('case_file.municipality_id', '=', 'appeal.municipality_id').onRef('case_file.id', '=', 'appeal.case_id'),
    )
    .innerJoin('decision', (join) =>
      join.onRef('decision.municipality_id', '=', 'appeal.municipality_id').onRef('decision.id', '=', 'appeal.decision_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.municipality_id', '=', 'appeal.municipality_id').onRef('person.id', '=', 'appeal.filed_by'),
    )
    .selectAll('appeal')
    .select([
      'case_file.number',
      'case_file.unit_id',
      'case_file.language',
      'case_file.applicant_name',
      'decision.letter_text',
      'decision.released_at',
      'person.name as by',
    ])
    .where('appeal.id', '=', appealId)
    .executeTakeFirstOrThrow()
  if (!row.document_id) return undefined
  const lang = isLang(row.language) ? row.language : 'nb'
  const sender = await getSender(trx, row.unit_id, lang)
  return {
    documentId: row.document_id,
    createdAt: row.received_at,
    lang,
    letter: appealDocument(
      {
        desiredChange: row.desired_change,
        body: row.body,
        receivedAt: row.received_at,
        inTime: row.in_time,
        by: row.by ?? row.applicant_name,
        against: `${row.letter_text?.heading ?? ''}, ${row.released_at ? formatDate(osloDate(row.released_at), lang) : ''}`,
      },
      { municipality: sender.name, sender, caseNumber: row.number, applicant: row.applicant_name },
      lang,
      osloDate(row.received_at),
    ),
  }
}

interface Work {
  documentId: string
  /** Stands in the file: the same text gives the same bytes. */
  createdAt: Date
  lang: Lang
  letter: LetterData
}

/** Renders, stores, and puts the file into its document; once. */
async function makeFile(services: Services, scope: Scope, work: Work): Promise<void> {
  const isMade = async (trx: Trx, lock: boolean) =>
    (
      await trx
        .selectFrom('case_document')
        .select('file_id')
        .where('id', '=', work.documentId)
        .$if(lock, (query) => query.forUpdate())
        .executeTakeFirstOrThrow()
    ).file_id !== null
  if (await services.db.reading(scope, (trx) => isMade(trx, false))) return
  const bytes = await renderPdf({
    template: 'letter',
    data: work.letter,
    lang: work.lang,
    createdAt: work.createdAt,
    missing: 'name',
  })
  const name = `${work.letter.title} ${work.letter.caseNumber ?? ''}`.replace('/', '-')
  const stored = await storeBytes(openFileStore(services.dataDir), scope, { name: `${name}.pdf`, type: 'pdf', bytes })
  await services.db.inTransaction(scope, async (trx) => {
    if (await isMade(trx, true)) return
    const fileId = await recordFile(trx, stored)
    await trx.updateTable('case_document').set({ file_id: fileId }).where('id', '=', work.documentId).execute()
  })
}
