import { NotFound } from '#platform/errors.ts'
import type { Ctx } from '#platform/http/index.ts'
import { Alert, Section } from '#platform/look/index.ts'
import { editDraft } from '../actions/edit-draft.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { drawSteps, missingSteps } from '../rules/drawn-steps.ts'
import type { DraftDocument, Op } from '../rules/ops.ts'
import { isRecord } from '../rules/paths.ts'
import { stepsTexts } from '../texts/steps.ts'
import { stepsInputs } from './forms/steps.ts'
import { drawPart, saveInputs, type Asked } from './part-page.tsx'
import { studioParts } from './parts.ts'
import { StepRefusals, StepsPicture } from './steps-picture.tsx'
import { readStudio } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/steg: the steps of a case drawn, and what can be chosen of them. */
export async function showSteps(c: Ctx): Promise<Response> {
  return await drawPart(c, await readStudio(c), askedOf(c))
}

/** POST /saker/ordninger/:draftId/steg: autosave and every button, as on the other pages; the picture is drawn anew. */
export async function saveSteps(c: Ctx): Promise<Response> {
  const answer = await saveInputs(c, askedOf(c))
  await tidySteps(c)
  return answer
}

function askedOf(c: Ctx): Asked {
  const part = studioParts.find((each) => each.key === 'steg')
  if (!part) throw new NotFound('the steps of a scheme')
  return { part, inputs: stepsInputs, before: (view) => <StepsNow view={view} c={c} /> }
}

function StepsNow({ view, c }: { view: StudioView; c: Ctx }) {
  const { lang } = c.var
  const t = stepsTexts[lang]
  const { document } = view.draft
  const missing = missingSteps(document)
  return (
    <div id="steps-picture" data-live>
      <Section title={t.caption} intro={t.lead}>
        {missing.length > 0 ? (
          <Alert kind="warning" title={t.refused}>
            <StepRefusals refusals={missing} lang={lang} />
          </Alert>
        ) : null}
        <StepsPicture steps={drawSteps(document)} lang={lang} />
      </Section>
    </div>
  )
}

const settings: Record<string, string> = { allBefore: 'assessment', decidedByAnother: 'recommendation' }

/** What was chosen for a step that has become another one means nothing there. */
async function tidySteps(c: Ctx): Promise<void> {
  const { services, scope } = c.var
  await services.db.inTransaction(scope, (trx) =>
    editDraft(trx, { draftId: c.req.param('draftId') ?? '', ops: ({ document }) => strayIn(document) }),
  )
}

function strayIn(document: DraftDocument): Op[] {
  const steps = Array.isArray(document['steps']) ? (document['steps'] as unknown[]) : []
  return steps.flatMap((step, index) =>
    Object.entries(settings).flatMap(([name, owner]): Op[] =>
      isRecord(step) && step[name] !== undefined && step['step'] !== owner
        ? [{ do: 'set', path: `steps[${index}].${name}`, before: step[name] }]
        : [],
    ),
  )
}
