import { caseSlug } from '#cases'
import { currentPerson, FormStart } from '#platform/http/index.ts'
import { Alert, Button, Card, DueDate, HiddenFields, LinkButton } from '#platform/look/index.ts'
import { may } from '../rules/access.ts'
import type { Step } from '../rules/next-steps.ts'
import { caseTexts } from '../texts/case.ts'
import { AssessForm } from './assess-form.tsx'
import { stepPaths, type CaseLook } from './case-look.ts'
import { RecommendForm } from './recommend-form.tsx'
import { AskForm, AssessorForm, AssignForm, DeclareForm, DocumentForm, DueForm, NoteForm } from './step-forms.tsx'

/** Steps that need nothing but a press. */
const pressed: readonly Step[] = ['take', 'remind', 'takeBack']
/** What is never the natural next thing, also where nothing else is left. */
const quiet: readonly Step[] = ['assign', 'assessor', 'due', 'note', 'document']
const shortcuts: Partial<Record<Step, string>> = { take: 't', assess: 'v', recommend: 'i', ask: 's', note: 'n' }

/** What one can do now: the first is the natural one. */
export function StepsPart({ look }: { look: CaseLook }) {
  const { c, caseFile, steps, impartiality } = look
  const t = caseTexts[c.var.lang]
  const first = steps[0]
  const href = `/saker/${caseSlug(caseFile.number)}`
  return (
    <Card title={t.next} level={2} id="next">
      {steps.length === 0 ? <p class="tg-quiet">{t.nothingToDo}</p> : null}
      {steps.includes('declare') && impartiality === 'not-declared' ? <Alert kind="info">{t.declareFirst}</Alert> : null}
      <ul class="tg-steps-list">
        {steps.map((step) => {
          const variant = step === first && !quiet.includes(step) && look.open === undefined ? 'primary' : 'secondary'
          const label = step === 'recommend' && look.details.recommendation ? t.changeRecommendation : t.steps[step]
          return (
            <li>
              {pressed.includes(step) ? (
                <form method="post" action={`${href}/${stepPaths[step]}`}>
                  <FormStart c={c} />
                  <HiddenFields values={{ revision: caseFile.revision }} />
                  <Button variant={variant} shortcut={shortcuts[step]} small>
                    {label}
                  </Button>
                </form>
              ) : (
                <LinkButton href={`${href}?gjor=${step}#gjor`} variant={variant} shortcut={shortcuts[step]} small>
                  {label}
                </LinkButton>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The form of the step that is open. */
export function StepPanel({ look }: { look: CaseLook }) {
  const { open } = look
  if (!open || pressed.includes(open)) return null
  const t = caseTexts[look.c.var.lang]
  return (
    <Card title={t.steps[open]} level={2} id="gjor" tinted>
      {open === 'declare' ? <DeclareForm look={look} /> : null}
      {open === 'ask' ? <AskForm look={look} /> : null}
      {open === 'assess' ? <AssessForm look={look} /> : null}
      {open === 'recommend' ? <RecommendForm look={look} /> : null}
      {open === 'assign' ? <AssignForm look={look} /> : null}
      {open === 'assessor' ? <AssessorForm look={look} /> : null}
      {open === 'due' ? <DueForm look={look} /> : null}
      {open === 'note' ? <NoteForm look={look} /> : null}
      {open === 'document' ? <DocumentForm look={look} /> : null}
      <p>
        <a href={`/saker/${caseSlug(look.caseFile.number)}`}>{t.cancel}</a>
      </p>
    </Card>
  )
}

/** What waits in the case beside its status. */
export function TasksPart({ look }: { look: CaseLook }) {
  const { c, caseFile, details } = look
  const t = caseTexts[c.var.lang]
  if (details.tasks.length === 0) return null
  const kinds: Record<string, string> = t.taskKinds
  const mayFinish = may(currentPerson(c), 'prepareCase') && look.impartiality !== 'not-declared'
  return (
    <Card title={t.tasks} level={2} id="tasks">
      <ul class="tg-plainlist">
        {details.tasks.map((task) => (
          <li>
            <span>{(Object.hasOwn(kinds, task.kind) ? kinds[task.kind] : undefined) ?? t.taskKinds.other}</span>{' '}
            {task.dueOn ? <DueDate at={task.dueOn} now={c.var.services.now()} lang={c.var.lang} /> : null}
            {mayFinish ? (
              <form method="post" action={`/saker/${caseSlug(caseFile.number)}/oppgave`}>
                <FormStart c={c} />
                <HiddenFields values={{ oppgave: task.id }} />
                <Button variant="tertiary" icon="check" small>
                  {t.taskDone}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
