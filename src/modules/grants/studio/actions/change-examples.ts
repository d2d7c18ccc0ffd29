import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { Invalid } from '#platform/errors.ts'
import { osloDate } from '#platform/time.ts'
import { getDraft as getApplicationDraft } from '../../application/queries/get-draft.ts'
import { exampleLimits, type SchemeExample } from '../../model.ts'
import { findTrial, tryExamples, whereWeAre } from '../queries/examples.ts'
import { getDraft, type SchemeDraft } from '../queries/drafts.ts'
import { addExamples, examplesIn, keptAnswers, removeExample } from '../rules/examples.ts'
import { invent, type Invention } from '../rules/invent.ts'
import type { Op } from '../rules/ops.ts'
import { shownDefinition } from '../rules/shown-definition.ts'
import { expectationOf } from '../rules/run-example.ts'
import { factsOf, trialApplicants } from '../rules/trial-applicants.ts'
import { editDraft, type Edited } from './edit-draft.ts'

/** What one does with a draft's invented applications. Each is one change of the document, and one undo takes it back. */

/** Milliseconds for looking for good answers; after that the first that come are taken. */
const INVENT_MS = 3_000

export interface MakeExamples {
  draftId: string
  many: number
  now: Date
  /** What an invented application is called. */
  nameOf: (made: Invention) => string
}

/** Makes so many more, within the most a scheme may have. Throws Invalid while the form cannot be drawn, or when it has as many as it may. */
export async function makeExamples(trx: Trx, { draftId, many, now, nameOf }: MakeExamples): Promise<Edited> {
  const draft = await getDraft(trx, draftId)
  const definition = shownDefinition(draft.document)
  if (!definition) throw new Invalid([{ key: 'notYetShown' }])
  const room = roomIn(draft, Math.max(1, Math.min(many, 12)))
  const here = await whereWeAre(trx)
  const day = osloDate(now)
  const end = performance.now() + INVENT_MS
  const before = examplesIn(draft.document).length
  // Those already there are gone past, so that asking again gives others.
  const made = invent(definition, {
    seed: 1,
    many: before + room,
    day,
    here,
    hurry: () => performance.now() > end,
  }).slice(before)
  const items = made.map((each): Omit<SchemeExample, 'key'> => ({
    name: nameOf(each).slice(0, exampleLimits.name),
    applicant: each.applicant,
    day,
    ...(each.part ? { part: each.part } : {}),
    answers: each.answers as SchemeExample['answers'],
  }))
  return await editDraft(trx, { draftId, ops: ({ document }) => addExamples(document, items) })
}

export interface KeepTrial {
  draftId: string
  personId: string
  keyring: Keyring
  now: Date
  name: string
  /** The one it takes the place of; left out: a new one. */
  instead?: string
}

/** Keeps what the person filled in in the preview. Throws Invalid when there is nothing, or no room. */
export async function keepTrial(trx: Trx, input: KeepTrial): Promise<Edited> {
  const trialId = await findTrial(trx, input.draftId, input.personId)
  if (!trialId) throw new Invalid([{ key: 'nothingFilledIn' }])
  const trial = await getApplicationDraft(trx, { ...input, draftId: trialId })
  const here = await whereWeAre(trx)
  const day = osloDate(input.now)
  const same = JSON.stringify(trial.around.applicant)
  const filled = {
    applicant: trialApplicants.find((who) => JSON.stringify(factsOf(who, here.number)) === same) ?? 'member',
    ...(trial.definition.part ? { part: trial.definition.part.key } : {}),
    answers: keptAnswers(trial.definition, trial.answers, { day, districts: here.districts }),
  }
  return await editDraft(trx, {
    draftId: input.draftId,
    ops(draft) {
      const old = examplesIn(draft.document).find(({ key }) => key === input.instead)
      if (old) return replace(old, { ...old, ...filled })
      roomIn(draft, 1)
      return addExamples(draft.document, [{ name: input.name, day, ...filled }])
    },
  })
}

/** Another name, applicant, day or expectation. Nothing is done when it is gone. */
export async function saveExample(
  trx: Trx,
  draftId: string,
  key: string,
  change: Pick<SchemeExample, 'name' | 'applicant' | 'day' | 'part' | 'expects'>,
): Promise<Edited> {
  return await editDraft(trx, {
    draftId,
    ops({ document }) {
      const old = examplesIn(document).find((each) => each.key === key)
      const { expects, part, ...rest } = change
      if (!old) return []
      const { expects: _before, part: _part, ...kept } = old
      return replace(old, { ...kept, ...rest, ...(part ? { part } : {}), ...(expects ? { expects } : {}) })
    },
  })
}

/** One more like it, with another name. */
export async function copyExample(trx: Trx, draftId: string, key: string, name: string): Promise<Edited> {
  return await editDraft(trx, {
    draftId,
    ops(draft) {
      const old = examplesIn(draft.document).find((each) => each.key === key)
      if (!old) return []
      roomIn(draft, 1)
      const { key: _key, ...rest } = old
      return addExamples(draft.document, [{ ...rest, name: name.slice(0, exampleLimits.name) }])
    },
  })
}

export async function deleteExample(trx: Trx, draftId: string, key: string): Promise<Edited> {
  return await editDraft(trx, { draftId, ops: ({ document }) => removeExample(document, key) })
}

/**
 * What comes of them now becomes what is expected of them.
 * @param only the key of one; left out: all that have no expectation yet
 */
export async function expectAsNow(trx: Trx, draftId: string, only?: string): Promise<Edited> {
  const tried = await tryExamples(trx, await getDraft(trx, draftId))
  const chosen = tried.filter(({ example }) => (only === undefined ? !example.expects : example.key === only))
  const ops = chosen.flatMap(({ example, draft }) =>
    draft ? replace(example, { ...example, expects: expectationOf(draft) }) : [],
  )
  return await editDraft(trx, { draftId, ops })
}

function replace(before: SchemeExample, after: SchemeExample): Op[] {
  return [{ do: 'set', path: `examples[${before.key}]`, before, after }]
}

/** How many more there is room for, of so many wanted. Throws Invalid where there is none. */
function roomIn(draft: SchemeDraft, wanted: number): number {
  const room = Math.min(wanted, exampleLimits.most - examplesIn(draft.document).length)
  if (room <= 0) throw new Invalid([{ key: 'noMoreExamples' }])
  return room
}
