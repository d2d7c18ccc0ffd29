import { Invalid, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  AmountField,
  Button,
  ButtonRow,
  DateField,
  DefinitionList,
  ErrorSummary,
  LinkButton,
  Section,
  SelectField,
  TextField,
} from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { AnswerList } from '../../application/pages/answer-list.tsx'
import { exampleLimits, type Answers, type SchemeExample } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { copyExample, deleteExample, expectAsNow, saveExample } from '../actions/change-examples.ts'
import { openTrial } from '../actions/open-trial.ts'
import { tryExamples, type TriedExample } from '../queries/examples.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { shownDefinition } from '../rules/shown-definition.ts'
import { applicantsFor, trialApplicants } from '../rules/trial-applicants.ts'
import { changeOf, outcomes, readTyped, typedOf, type TypedExample } from './example-typed.ts'
import { exampleTexts } from '../texts/examples.ts'
import { previewTexts } from '../texts/preview.ts'
import { ExampleSide, expectedWords, Held } from './example-sides.tsx'
import { refusal } from './examples.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/eksempler/:example: one invented application. */
export async function showExample(c: Ctx): Promise<Response> {
  return await drawExample(c)
}

/** POST: saves it, copies it, takes it away, expects what it gives now, or opens it in the preview. */
export async function changeExample(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = exampleTexts[lang]
  const { draft } = await readStudio(c)
  const key = c.req.param('example') ?? ''
  const form = await readForm(c)
  const pressed = form.text('_do')
  const typed = readTyped(form, lang)
  if (pressed === 'save' && Object.keys(typed.errors).length > 0) return await drawExample(c, typed)
  const personId = currentPerson(c).id
  const door = { key: form.key, action: 'change-example', personId, body: [draft.id, key, pressed, typed.values] }
  const list = draftHref(draft, 'eksempler')
  try {
    await services.db.inTransaction(scope, async (trx) => {
      const { example } = find(await tryExamples(trx, draft), key)
      await once(trx, door, async () => {
        if (pressed === 'save') await saveExample(trx, draft.id, key, changeOf(typed))
        else if (pressed === 'copy') await copyExample(trx, draft.id, key, t.copyOf(example.name))
        else if (pressed === 'remove') await deleteExample(trx, draft.id, key)
        else if (pressed === 'agree') await expectAsNow(trx, draft.id, key)
        else if (pressed === 'refill') {
          const as = {
            who: example.applicant,
            name: previewTexts[lang].names[example.applicant],
            part: example.part ?? null,
            answers: example.answers as Answers,
          }
          await openTrial(trx, { draft, personId, language: lang, now: services.now(), as })
        }
        return null
      })
    })
  } catch (error) {
    if (error instanceof Invalid) return await drawExample(c, { ...typed, refused: refusal(error, lang) })
    throw error
  }
  if (pressed === 'refill') return c.redirect(draftHref(draft, 'forhandsvis'), 303)
  const done = { save: 'lagret', copy: 'tatt', remove: 'slettet', agree: 'enige' }[pressed] ?? ''
  return c.redirect(`${list}?ferdig=${done}`, 303)
}

function find(tried: readonly TriedExample[], key: string): TriedExample {
  const found = tried.find(({ example }) => example.key === key)
  if (!found) throw new NotFound('example')
  return found
}

async function drawExample(c: Ctx, again?: TypedExample): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = exampleTexts[lang]
  const view = await readStudio(c)
  const tried = find(await services.db.reading(scope, (trx) => tryExamples(trx, view.draft)), c.req.param('example') ?? '')
  const { example } = tried
  const typed = again ?? typedOf(example)
  const action = draftHref(view.draft, `eksempler/${example.key}`)
  const problems = [
    ...(again?.refused ? [{ message: again.refused }] : []),
    ...Object.entries(typed.errors).map(([name, message]) => ({ name, message })),
  ]
  return await studioPage(
    c,
    view,
    { title: example.name, path: 'eksempler', bare: true, ...(again ? { status: 422 } : {}) },
    <>
      <ErrorSummary lang={lang} problems={problems} />
      <p>
        <LinkButton small variant="tertiary" icon="arrow-left" href={draftHref(view.draft, 'eksempler')}>
          {t.back}
        </LinkButton>
      </p>
      <Section title={t.now}>
        <DefinitionList
          items={[
            {
              label: t.draft,
              value: tried.draft ? <ExampleSide lang={lang} side={tried.draft} document={view.draft.document} /> : '–',
            },
            { label: t.expected, value: expectedWords(example.expects, lang) },
            { label: t.result, value: <Held lang={lang} tried={tried} /> },
          ]}
        />
      </Section>
      <form method="post" action={action} class="tg-form" novalidate>
        <FormStart c={c} />
        <About lang={lang} view={view} typed={typed} />
        <Section title={t.expects} intro={t.expectsHelp}>
          <Expected lang={lang} typed={typed} />
        </Section>
        <ButtonRow>
          <Button name="_do" value="save">
            {t.save}
          </Button>
          {tried.draft ? (
            <Button variant="secondary" icon="check" name="_do" value="agree">
              {t.agree}
            </Button>
          ) : null}
        </ButtonRow>
      </form>
      <Section title={t.answers}>
        <ExampleAnswers lang={lang} view={view} example={example} />
        <form method="post" action={action} class="tg-form">
          <FormStart c={c} />
          <p class="tg-quiet">{t.refillHelp}</p>
          <ButtonRow>
            <Button variant="secondary" icon="eye" name="_do" value="refill">
              {t.refill}
            </Button>
            <Button variant="secondary" name="_do" value="copy">
              {t.copy}
            </Button>
            <Button variant="tertiary" icon="trash" name="_do" value="remove">
              {t.remove}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </>,
  )
}

function About({ lang, view, typed }: { lang: Lang; view: StudioView; typed: TypedExample }) {
  const t = exampleTexts[lang]
  const definition = shownDefinition(view.draft.document)
  const { values, errors } = typed
  const who = [...new Set([...(definition ? applicantsFor(definition) : trialApplicants), values.som])]
  return (
    <>
      <TextField
        lang={lang}
        name="navn"
        label={t.called}
        value={values.navn}
        error={errors.navn}
        maxLength={exampleLimits.name}
      />
      <SelectField
        lang={lang}
        name="som"
        label={t.applicant}
        prompt={false}
        value={values.som}
        options={trialApplicants
          .filter((each) => who.includes(each))
          .map((each) => ({ value: each, label: previewTexts[lang].applicants[each] }))}
      />
      <DateField lang={lang} name="dag" label={t.day} help={t.dayHelp} value={values.dag} error={errors.dag} />
      {definition?.parts ? (
        <SelectField
          lang={lang}
          name="del"
          label={t.part}
          prompt={false}
          value={values.del}
          options={definition.parts.map((part) => ({ value: part.key, label: part.title[lang] }))}
        />
      ) : null}
    </>
  )
}

function Expected({ lang, typed: { values, errors } }: { lang: Lang; typed: TypedExample }) {
  const t = exampleTexts[lang]
  return (
    <>
      <SelectField
        lang={lang}
        name="utfall"
        label={t.outcomeLabel}
        prompt={t.any}
        optional="quiet"
        value={values.utfall}
        options={outcomes.map((value) => ({ value, label: t.outcome[value] }))}
      />
      <AmountField lang={lang} name="belop" label={t.oreLabel} optional value={values.belop} error={errors.belop} />
      <SelectField
        lang={lang}
        name="stopp"
        label={t.stopsLabel}
        prompt={t.any}
        optional="quiet"
        value={values.stopp}
        options={[
          { value: 'nei', label: t.stops.no },
          { value: 'ja', label: t.stops.yes },
        ]}
      />
    </>
  )
}

function ExampleAnswers({ lang, view, example }: { lang: Lang; view: StudioView; example: SchemeExample }) {
  const definition = shownDefinition(view.draft.document)
  if (!definition) return null
  const names = { districts: view.districts, files: [] }
  const { pages } = forPart(definition, example.part).form
  const answers = example.answers as Answers
  return pages.map((page) => {
    const fields = page.fields.filter((field) => answers[field.key] !== undefined && field.type !== 'file')
    return fields.length === 0 ? null : <AnswerList lang={lang} fields={fields} answers={answers} names={names} />
  })
}
