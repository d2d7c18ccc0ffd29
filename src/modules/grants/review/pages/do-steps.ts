import { caseSlug } from '#cases'
import { Conflict, Invalid } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { readForm, type Ctx } from '#platform/http/index.ts'
import { askForInformation, remindApplicant } from '../actions/ask-for-information.ts'
import { declareImpartiality } from '../actions/declare-impartiality.ts'
import { addNote, finishTask, setDueDate } from '../actions/keep-up.ts'
import { takeBackRecommendation } from '../actions/recommend.ts'
import { assignAssessor, saveAssessment } from '../actions/save-assessment.ts'
import { takeCase } from '../actions/take-case.ts'
import { recommendationGround } from '../queries/recommendation-ground.ts'
import { listStaffWhoMay } from '../queries/staff.ts'
import type { Step } from '../rules/next-steps.ts'
import { actOnCase, shownRevision, type CaseAct } from './act.ts'
import { renderCase } from './case-page.tsx'
import { behindGate } from './gate.ts'

/** A step's door: done, back to the case with a word of it; not usable, the form again with what was typed. */
function door(step: Step, done: string | undefined, work: (trx: Trx, act: CaseAct, c: Ctx) => Promise<string | void>) {
  return async (c: Ctx): Promise<Response> => {
    const result = await behindGate(c, () =>
      actOnCase(c, `case-${step}`, async (trx, act) => ({
        slug: caseSlug(act.caseFile.number),
        said: (await work(trx, act, c)) ?? done ?? '',
      })),
    ).catch((error: unknown) => changedMeanwhile(c, step, error))
    if (result instanceof Response) return result
    if (!result.ok) return await renderCase(c, { step, form: await readForm(c), reasons: result.reasons })
    const { slug, said } = result.value
    return c.redirect(said === 'lukket' ? '/saker' : `/saker/${slug}?gjort=${said}`, 303)
  }
}

/** What was written stands in the form again, on the case as it is now. */
async function changedMeanwhile(c: Ctx, step: Step, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict && error.reason.key === 'changedMeanwhile')) throw error
  return await renderCase(c, { step, form: await readForm(c), reasons: [], conflict: true })
}

export const doTake = door('take', 'tatt', async (trx, { caseFile, by, form }) => {
  await takeCase(trx, { caseId: caseFile.id, by, revision: shownRevision(form) })
})

export const doAssign = door('assign', 'fordelt', async (trx, { caseFile, by, form }) => {
  const to = form.text('til')
  const known = await listStaffWhoMay(trx, 'prepareCase')
  if (!known.some((each) => each.id === to)) throw new Invalid([{ key: 'person', field: 'til' }])
  await takeCase(trx, { caseId: caseFile.id, by, caseworkerId: to, revision: shownRevision(form) })
})

export const doAssignAssessor = door('assessor', 'fordelt', async (trx, { caseFile, by, form }) => {
  const to = form.text('til')
  const known = await listStaffWhoMay(trx, 'assessCase')
  if (!known.some((each) => each.id === to)) throw new Invalid([{ key: 'person', field: 'til' }])
  await assignAssessor(trx, { caseId: caseFile.id, assessorId: to, by })
})

export const doDeclare = door('declare', 'habil', async (trx, { caseFile, by, form, now }) => {
  const answer = form.text('habil')
  if (answer !== 'ja' && answer !== 'nei') throw new Invalid([{ key: 'choose', field: 'habil' }])
  const reason = form.text('grunn').trim().slice(0, 500)
  if (answer === 'nei' && reason === '') throw new Invalid([{ key: 'partialReason', field: 'grunn' }])
  const except = new Map(answer === 'nei' ? [[caseFile.id, reason]] : [])
  await declareImpartiality(trx, { caseIds: [caseFile.id], except, by, at: now })
  return answer === 'nei' ? 'lukket' : undefined
})

export const doAsk = door('ask', undefined, async (trx, { caseFile, by, form, today }, c) => {
  const { noticed } = await askForInformation(trx, {
    caseId: caseFile.id,
    question: form.text('question'),
    answerBy: form.text('answerBy'),
    today,
    by,
    revision: shownRevision(form),
    address: residentAddress(c, caseFile.number),
  })
  return noticed ? 'spurt' : 'spurtUten'
})

export const doRemind = door('remind', undefined, async (trx, { caseFile, by, today }, c) => {
  const { noticed } = await remindApplicant(trx, { caseId: caseFile.id, by, today, address: residentAddress(c, caseFile.number) })
  return noticed ? 'minnet' : 'spurtUten'
})

export const doAssess = door('assess', 'vurdert', async (trx, { caseFile, by, form, now }) => {
  const { definition } = await recommendationGround(trx, caseFile.id)
  const { criteria } = definition.assessment
  await saveAssessment(trx, {
    caseId: caseFile.id,
    criteria,
    scores: criteria.flatMap(({ key }) => {
      const typed = form.text(`score.${key}`).trim()
      return typed === '' ? [] : [{ criterion: key, score: Number(typed.replace(',', '.')), reason: form.text(`reason.${key}`) }]
    }),
    summary: form.text('summary'),
    done: form.text('ferdig') === 'ja',
    by,
    at: now,
  })
})

export const doTakeBack = door('takeBack', 'trukket', async (trx, { caseFile, by, form }) => {
  await takeBackRecommendation(trx, { caseId: caseFile.id, by, revision: shownRevision(form) })
})

export const doNote = door('note', 'notat', async (trx, { caseFile, by, form }) => {
  await addNote(trx, { caseId: caseFile.id, body: form.text('note'), by })
})

export const doDue = door('due', 'frist', async (trx, { caseFile, by, form, today }) => {
  await setDueDate(trx, {
    caseId: caseFile.id,
    dueOn: form.text('dueOn'),
    reason: form.text('dueReason'),
    today,
    by,
    revision: shownRevision(form),
  })
})

export const doTask = door('note', 'oppgave', async (trx, { caseFile, by, form, now }) => {
  await finishTask(trx, { caseId: caseFile.id, taskId: form.text('oppgave'), by, at: now })
})

/** Where the applicant reads the case. */
function residentAddress(c: Ctx, number: string): string {
  const origin = c.var.services.publicUrl ?? new URL(c.req.url).origin
  return new URL(`/min-side/saker/${caseSlug(number)}`, origin).toString()
}
