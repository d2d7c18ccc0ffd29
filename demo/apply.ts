import type { Lang } from '#platform/texts/texts.ts'
import { osloDate } from '#platform/time.ts'
import { openFileStore, storeBytes } from '#platform/files/store.ts'
import { attachFiles } from '#src/modules/grants/application/actions/attach-files.ts'
import { registerApplication } from '#src/modules/grants/application/actions/register-application.ts'
import { saveDraft } from '#src/modules/grants/application/actions/save-draft.ts'
import { startDraft } from '#src/modules/grants/application/actions/start-draft.ts'
import { submitApplication } from '#src/modules/grants/application/actions/submit-application.ts'
import type { WrittenCase } from '#src/modules/grants/application/actions/write-application.ts'
import { getDraft, type Draft } from '#src/modules/grants/application/queries/get-draft.ts'
import { listFields } from '#src/modules/grants/application/rules/fields.ts'
import { markOf } from '#src/modules/grants/application/rules/merge.ts'
import type { Answers, SchemeDefinition } from '#src/modules/grants/model.ts'
import { openRound } from '#src/modules/grants/scheme/rules/round-state.ts'
import { getSchemeBySlug } from '#src/modules/grants/scheme/queries/schemes.ts'
import { budgetOf, fillForm } from './fill-form.ts'
import { openNamed } from './from-budget.ts'
import { paper } from './paper.ts'
import { shiftDays } from './calendar.ts'
import type { DemoApplicant, PlannedApplication } from './plan.ts'
import type { World } from './world.ts'

/** Writes an application the evening before and sends it: draft, answers, files and all. Returns its case, or cases. */
export async function apply(
  world: World,
  scheme: string,
  planned: PlannedApplication,
  applicant: DemoApplicant,
): Promise<WrittenCase[]> {
  const { keyring, dataDir } = world.services
  const sentAt = world.clock.when(planned.sent)
  if (planned.budget) return await openNamed(world, scheme, planned, planned.budget, applicant)
  if (planned.registered) return await register(world, scheme, planned, applicant, sentAt)
  const openedAt = world.clock.later(sentAt, -0.75)
  // On the first days of a month a round of this month may not have opened yet.
  const { rounds } = await world.services.db.reading(world.ground.scope, (trx) => getSchemeBySlug(trx, scheme))
  if (!openRound(rounds, openedAt) || !openRound(rounds, sentAt)) return []
  const who = { personId: world.personId(applicant.personKey), keyring }
  const lang: Lang = planned.lang ?? 'nb'
  const { id: draftId } = await world.act(applicant.personKey, openedAt, (trx) =>
    startDraft(trx, { slug: scheme, organisationId: applicant.organisationId, language: lang, now: openedAt, ...who }),
  )
  const draft = await world.act(applicant.personKey, openedAt, (trx) => getDraft(trx, { draftId, now: sentAt, ...who }))
  const story = shiftDays(storyOf(draft.definition, planned), world.clock.months)
  const unsent = planned.until === 'draft'
  const { answers, files } = unsent ? { answers: story, files: [] } : fillForm(draft, story, { ...applicant, sentAt })
  const stored = await Promise.all(
    files.map(async (field) => ({
      field,
      file: await storeBytes(openFileStore(dataDir), world.ground.scope, await fileFor(draft, field, applicant, sentAt)),
    })),
  )
  return await world.act(applicant.personKey, sentAt, async (trx) => {
    await attachFiles(trx, draftId, stored)
    const typed = Object.entries(answers).filter(([key]) => !files.includes(key))
    await saveDraft(trx, { draftId, read: new Map(typed), seen: (key) => markOf(draft.answers[key]), now: sentAt, ...who })
    if (unsent) return []
    const caseLanguage = world.ground.municipality.settings.language
    return await submitApplication(trx, { draftId, caseLanguage, now: sentAt, origin: world.origin, ...who })
  })
}

/** What came in another way than by the form, as the caseworker typed it in when the post was opened. */
async function register(
  world: World,
  slug: string,
  planned: PlannedApplication,
  applicant: DemoApplicant,
  now: Date,
): Promise<WrittenCase[]> {
  const { channel = 'paper', late = '' } = planned.registered ?? {}
  const by = applicant.registrar
  return await world.act(by, now, async (trx) => {
    const { definition } = await getSchemeBySlug(trx, slug)
    return await registerApplication(trx, {
      slug,
      ...(applicant.organisationId ? { organisation: { name: applicant.name, number: applicant.number } } : {}),
      person: { name: applicant.contact, email: '' },
      answers: shiftDays(storyOf(definition, planned), world.clock.months),
      files: [],
      channel,
      receivedOn: osloDate(now),
      lateReason: late,
      language: planned.lang ?? 'nb',
      caseLanguage: world.ground.municipality.settings.language,
      actorRole: 'caseworker',
      keyring: world.services.keyring,
      now,
    })
  })
}

/** The story's answers, with the amount and the budget put together from its few numbers. */
function storyOf(definition: SchemeDefinition, planned: PlannedApplication): Answers {
  const answers: Answers = { ...planned.answers }
  const appliedOre = (planned.kr ?? 0) * 100
  if (definition.amount.askedIn && planned.kr !== undefined) answers[definition.amount.askedIn] = appliedOre
  for (const { field } of listFields(definition)) {
    if (field.type !== 'budget' || answers[field.key] !== undefined) continue
    const of = (side: string, most: number) =>
      Object.fromEntries(
        field.categories
          .filter((each) => each.side === side)
          .slice(0, most)
          .map((each, index) => [each.key, most + 1 - index]),
      )
    answers[field.key] = budgetOf({
      appliedOre,
      costOre: (planned.cost ?? (planned.kr ?? 0) * 2) * 100,
      costs: planned.costs ?? of('cost', 3),
      incomes: planned.incomes ?? of('income', 2),
    })
  }
  return answers
}

async function fileFor(draft: Draft, field: string, applicant: DemoApplicant, at: Date) {
  const label = listFields(draft.definition).find((each) => each.field.key === field)?.field.label.nb ?? field
  const lines = [
    applicant.name,
    `Kontakt: ${applicant.contact}`,
    '',
    'Vedlegg til søknad om tilskudd.',
    'Alle navn og tall er oppdiktet.',
  ]
  return { name: `${label.replace(/[?:]/g, '')}.pdf`, type: 'pdf' as const, bytes: await paper(label, lines, at) }
}
