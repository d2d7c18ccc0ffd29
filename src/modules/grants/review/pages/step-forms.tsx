import type { Child } from 'hono/jsx'
import { caseSlug } from '#cases'
import { FormStart } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  Checkbox,
  DateField,
  Details,
  ErrorSummary,
  FileField,
  HiddenFields,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#platform/look/index.ts'
import { addDays, osloDate } from '#platform/time.ts'
import type { Step } from '../rules/next-steps.ts'
import { conflictTexts } from '../texts/conflict.ts'
import { stepTexts } from '../texts/steps.ts'
import { stepPaths, type CaseLook } from './case-look.ts'
import { errorAt } from './typed.ts'

interface Props {
  look: CaseLook
}

/** A step's form: where it goes, its revision, and what is wrong with what came back. */
export function StepForm(props: Props & { step: Step; upload?: boolean; children?: Child }) {
  const { c, caseFile, typed } = props.look
  const problems = typed?.step === props.step ? typed.reasons : []
  return (
    <form
      method="post"
      action={`/saker/${caseSlug(caseFile.number)}/${stepPaths[props.step]}`}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      data-warn-unsaved=""
      class="tg-form"
    >
      <FormStart c={c} />
      <HiddenFields
        values={{ revision: typed?.conflict ? caseFile.revision : typed?.form.text('revision') || caseFile.revision }}
      />
      {typed?.conflict ? (
        <div data-autofocus="" tabindex={-1}>
          <Alert kind="warning">{conflictTexts[c.var.lang].otherChange}</Alert>
        </div>
      ) : null}
      <ErrorSummary
        lang={c.var.lang}
        problems={problems.map((reason) => ({
          ...(reason.field ? { name: reason.field } : {}),
          message: errorAt(typed, reason.field ?? '', c.var.lang) ?? stepTexts[c.var.lang].errors.other,
        }))}
      />
      {props.children}
    </form>
  )
}

/** What a field shows: what was typed, else what it begins with. */
export function valueOf(look: CaseLook, field: string, start = ''): string {
  return look.typed ? look.typed.form.text(field) : start
}

export function DeclareForm({ look }: Props) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  return (
    <StepForm look={look} step="declare">
      <RadioGroup
        lang={lang}
        name="habil"
        label={t.habilTitle}
        help={t.habilHelp}
        value={valueOf(look, 'habil')}
        error={errorAt(look.typed, 'habil', lang)}
        options={[
          { value: 'ja', label: t.habilYes },
          { value: 'nei', label: t.habilNo, help: t.habilNoHelp },
        ]}
      />
      <TextField
        lang={lang}
        name="grunn"
        label={t.habilReason}
        help={t.habilReasonHelp}
        optional
        value={valueOf(look, 'grunn')}
        error={errorAt(look.typed, 'grunn', lang)}
      />
      <Button>{t.habilSave}</Button>
    </StepForm>
  )
}

export function AskForm({ look }: Props) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  const today = osloDate(look.c.var.services.now())
  const standard = stepTexts[look.details.sent.language as typeof lang].standardQuestions
  const chosen = Number(new URL(look.c.req.url).searchParams.get('tekst') ?? '-1')
  return (
    <StepForm look={look} step="ask">
      <Details summary={t.standardQuestion}>
        <ul class="tg-plainlist">
          {standard.map((text, index) => (
            <li>
              <a href={`?gjor=ask&tekst=${index}#gjor`}>{text}</a>
            </li>
          ))}
        </ul>
      </Details>
      <TextArea
        lang={lang}
        name="question"
        label={t.question}
        help={t.questionHelp}
        rows={6}
        maxLength={4000}
        value={valueOf(look, 'question', standard[chosen] ?? '')}
        error={errorAt(look.typed, 'question', lang)}
      />
      <DateField
        lang={lang}
        name="answerBy"
        label={t.answerBy}
        min={addDays(today, 1)}
        value={valueOf(look, 'answerBy', addDays(today, 14))}
        error={errorAt(look.typed, 'answerBy', lang)}
      />
      <Button icon="mail">{t.ask}</Button>
    </StepForm>
  )
}

/** A step that is to choose a colleague. */
function ColleagueForm(
  props: Props & { step: Step; label: string; button: string; people: readonly { id: string; name: string }[] },
) {
  const { look } = props
  const lang = look.c.var.lang
  return (
    <StepForm look={look} step={props.step}>
      <SelectField
        lang={lang}
        name="til"
        label={props.label}
        value={valueOf(look, 'til')}
        error={errorAt(look.typed, 'til', lang)}
        options={props.people.map((each) => ({ value: each.id, label: each.name }))}
      />
      <Button>{props.button}</Button>
    </StepForm>
  )
}

export function AssignForm({ look }: Props) {
  const t = stepTexts[look.c.var.lang]
  const others = look.caseworkers.filter((each) => each.id !== look.caseFile.caseworker_id)
  return <ColleagueForm look={look} step="assign" label={t.assignTo} button={t.assign} people={others} />
}

export function AssessorForm({ look }: Props) {
  const t = stepTexts[look.c.var.lang]
  return <ColleagueForm look={look} step="assessor" label={t.assessor} button={t.askAssessor} people={look.assessors} />
}

export function DueForm({ look }: Props) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  return (
    <StepForm look={look} step="due">
      <DateField
        lang={lang}
        name="dueOn"
        label={t.dueOn}
        min={osloDate(look.c.var.services.now())}
        value={valueOf(look, 'dueOn', look.caseFile.due_on ?? '')}
        error={errorAt(look.typed, 'dueOn', lang)}
      />
      <TextArea
        lang={lang}
        name="dueReason"
        label={t.dueReason}
        rows={3}
        value={valueOf(look, 'dueReason')}
        error={errorAt(look.typed, 'dueReason', lang)}
      />
      <Button>{t.saveDue}</Button>
    </StepForm>
  )
}

export function NoteForm({ look }: Props) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  return (
    <StepForm look={look} step="note">
      <TextArea
        lang={lang}
        name="note"
        label={t.note}
        help={t.noteHelp}
        rows={5}
        maxLength={5000}
        value={valueOf(look, 'note')}
        error={errorAt(look.typed, 'note', lang)}
      />
      <Button>{t.saveNote}</Button>
    </StepForm>
  )
}

export function DocumentForm({ look }: Props) {
  const lang = look.c.var.lang
  const t = stepTexts[lang]
  return (
    <StepForm look={look} step="document" upload>
      <FileField
        lang={lang}
        name="file"
        label={t.file}
        acceptedInWords={t.fileTypes}
        maxSizeInWords="25 MB"
        error={errorAt(look.typed, 'file', lang)}
      />
      <TextField
        lang={lang}
        name="documentTitle"
        label={t.documentTitle}
        value={valueOf(look, 'documentTitle')}
        error={errorAt(look.typed, 'documentTitle', lang)}
      />
      <RadioGroup
        lang={lang}
        name="direction"
        label={t.direction}
        value={valueOf(look, 'direction', 'in')}
        options={[
          { value: 'in', label: t.directions.in },
          { value: 'internal', label: t.directions.internal },
        ]}
      />
      <Checkbox lang={lang} name="share" label={t.shareIt} optional checked={look.typed?.form.has('share') ?? false} />
      <Button icon="upload">{t.saveDocument}</Button>
    </StepForm>
  )
}
