import { Invalid } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DataTable,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Section,
  SelectField,
  TextField,
} from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { showAnswer } from '../../application/show-answer.ts'
import { exampleLimits } from '../../model.ts'
import { expectAsNow, keepTrial, makeExamples } from '../actions/change-examples.ts'
import { findTrial, tryExamples, type TriedExample } from '../queries/examples.ts'
import type { StudioView } from '../queries/studio-view.ts'
import type { Invention } from '../rules/invent.ts'
import { previewDefinition } from '../rules/read-document.ts'
import { exampleTexts } from '../texts/examples.ts'
import { previewTexts } from '../texts/preview.ts'
import { ExampleSide, ExamplesHeld, expectedWords, Held } from './example-sides.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

interface Again {
  name: string
  error: string
  /** The field it is about; without it, all of what was asked. */
  field?: 'navn'
}

/** GET /saker/ordninger/:draftId/eksempler: the invented applications of a draft, and what comes of each. */
export async function showExamples(c: Ctx): Promise<Response> {
  return await drawExamples(c)
}

/** POST /saker/ordninger/:draftId/eksempler: makes some, keeps what was filled in, or settles what is expected. */
export async function changeExamples(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = exampleTexts[lang]
  const { draft } = await readStudio(c)
  const form = await readForm(c)
  const pressed = form.text('_do')
  const personId = currentPerson(c).id
  const name = form.text('navn').trim()
  const instead = form.text('istedet')
  if (pressed === 'keep' && instead === '' && (name === '' || name.length > exampleLimits.name))
    return await drawExamples(c, { name, error: t.nameMissing, field: 'navn' })
  const many = Number(form.text('antall')) || 6
  const door = { key: form.key, action: 'change-examples', personId, body: [draft.id, pressed, name, instead, many] }
  const now = services.now()
  try {
    await services.db.inTransaction(scope, (trx) =>
      once(trx, door, async () => {
        if (pressed === 'make')
          await makeExamples(trx, { draftId: draft.id, many, now, nameOf: (made) => inventedName(made, lang) })
        else if (pressed === 'agree') await expectAsNow(trx, draft.id)
        else if (pressed === 'keep')
          await keepTrial(trx, {
            draftId: draft.id,
            personId,
            keyring: services.keyring,
            now,
            name,
            ...(instead ? { instead } : {}),
          })
        return null
      }),
    )
  } catch (error) {
    if (error instanceof Invalid) return await drawExamples(c, { name, error: refusal(error, lang) })
    throw error
  }
  const done = pressed === 'make' ? 'laget' : pressed === 'keep' ? 'tatt' : 'enige'
  return c.redirect(`${draftHref(draft, 'eksempler')}?ferdig=${done}`, 303)
}

/** Why an action was refused, in words. */
export function refusal({ reasons }: Invalid, lang: Lang): string {
  const t = exampleTexts[lang]
  const [reason] = reasons
  return reason?.key === 'noMoreExamples' ? t.noRoom : reason?.key === 'nothingFilledIn' ? t.nothing : t.cannotShow
}

/** "Antall medlemmer: 10", or who applies where nothing in particular is tried. */
function inventedName({ about, applicant }: Invention, lang: Lang): string {
  if (!about) return `${exampleTexts[lang].ordinary}: ${previewTexts[lang].names[applicant]}`
  const label = about.field.label[lang].slice(0, 60)
  const value = showAnswer(about.field, about.value, { districts: [], files: [] }, lang)
  return `${label}${/[?:]$/.test(label) ? '' : ':'} ${value}`
}

async function drawExamples(c: Ctx, again?: Again): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = exampleTexts[lang]
  const view = await readStudio(c)
  const { draft } = view
  const { tried, filled } = await services.db.reading(scope, async (trx) => ({
    tried: await tryExamples(trx, draft),
    filled: (await findTrial(trx, draft.id, currentPerson(c).id)) !== undefined,
  }))
  const done = c.req.query('ferdig') as keyof typeof t.done | undefined
  const flash = done && Object.hasOwn(t.done, done) && !again ? { kind: 'success' as const, text: t.done[done] } : undefined
  return await studioPage(
    c,
    view,
    {
      title: t.title,
      path: 'eksempler',
      lead: t.lead,
      bare: true,
      ...(again ? { status: 422 } : {}),
      ...(flash ? { flash } : {}),
    },
    <>
      {again ? (
        <ErrorSummary lang={lang} problems={[{ message: again.error, ...(again.field ? { name: again.field } : {}) }]} />
      ) : null}
      {tried.length === 0 ? (
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      ) : (
        <>
          {previewDefinition(draft.document) ? null : <Alert kind="warning">{t.notYet}</Alert>}
          <ExamplesHeld lang={lang} draft={draft} tried={tried} />
          <Section title={t.list}>
            <ExampleTable lang={lang} view={view} tried={tried} />
          </Section>
          {tried.some(({ example, draft: side }) => !example.expects && side) ? (
            <form method="post" action={draftHref(draft, 'eksempler')} class="tg-form">
              <FormStart c={c} />
              <p class="tg-quiet">{t.agreeHelp}</p>
              <ButtonRow>
                <Button variant="secondary" icon="check" name="_do" value="agree">
                  {t.agree}
                </Button>
              </ButtonRow>
            </form>
          ) : null}
        </>
      )}
      <Section title={t.make} intro={t.makeHelp}>
        <form method="post" action={draftHref(draft, 'eksempler')} class="tg-form">
          <FormStart c={c} />
          <SelectField
            lang={lang}
            name="antall"
            label={t.many}
            prompt={false}
            value="6"
            options={['3', '6', '12'].map((value) => ({ value, label: value }))}
          />
          <ButtonRow>
            <Button name="_do" value="make">
              {t.makeNow}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Section title={t.keep} intro={filled ? t.keepHelp : t.nothing}>
        {filled ? <Keep c={c} view={view} tried={tried} {...(again ? { again } : {})} /> : null}
        <p>
          <LinkButton small variant="tertiary" icon="eye" href={draftHref(draft, 'forhandsvis')}>
            {t.preview}
          </LinkButton>
        </p>
      </Section>
    </>,
  )
}

function ExampleTable({ lang, view, tried }: { lang: Lang; view: StudioView; tried: readonly TriedExample[] }) {
  const t = exampleTexts[lang]
  const { draft } = view
  const href = ({ example }: TriedExample) => draftHref(draft, `eksempler/${example.key}`)
  return (
    <DataTable
      lang={lang}
      caption={t.list}
      hideCaption
      rows={tried}
      rowHref={href}
      columns={[
        { label: t.name, heading: true, cell: ({ example }) => example.name },
        { label: t.applicant, cell: ({ example }) => previewTexts[lang].names[example.applicant] },
        { label: t.expected, cell: ({ example }) => expectedWords(example.expects, lang) },
        {
          label: t.today,
          cell: ({ published }) =>
            published ? (
              <ExampleSide lang={lang} side={published} document={draft.document} />
            ) : draft.current ? (
              '–'
            ) : (
              t.newScheme
            ),
        },
        {
          label: t.draft,
          cell: ({ draft: side }) => (side ? <ExampleSide lang={lang} side={side} document={draft.document} /> : '–'),
        },
        { label: t.result, cell: (row) => <Held lang={lang} tried={row} /> },
      ]}
    />
  )
}

function Keep({ c, view, tried, again }: { c: Ctx; view: StudioView; tried: readonly TriedExample[]; again?: Again }) {
  const { lang } = c.var
  const t = exampleTexts[lang]
  return (
    <form method="post" action={draftHref(view.draft, 'eksempler')} class="tg-form" novalidate>
      <FormStart c={c} />
      <TextField
        lang={lang}
        name="navn"
        label={t.called}
        help={t.calledHelp}
        value={again?.name ?? ''}
        error={again?.field ? again.error : undefined}
        maxLength={exampleLimits.name}
      />
      {tried.length > 0 ? (
        <SelectField
          lang={lang}
          name="istedet"
          label={t.instead}
          prompt={t.anew}
          optional="quiet"
          options={tried.map(({ example }) => ({ value: example.key, label: example.name }))}
        />
      ) : null}
      <ButtonRow>
        <Button variant="secondary" name="_do" value="keep">
          {t.keepNow}
        </Button>
      </ButtonRow>
    </form>
  )
}
