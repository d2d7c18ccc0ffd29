import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { Invalid } from '#platform/errors.ts'
import { Alert, Button, ButtonRow, Details, LinkButton, RadioGroup, SelectField } from '#platform/look/index.ts'
import { openTrial, type Trial } from '../actions/open-trial.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { applicantsFor, trialApplicants } from '../rules/trial-applicants.ts'
import { exampleTexts } from '../texts/examples.ts'
import { previewTexts } from '../texts/preview.ts'
import { FindingList } from './overview.tsx'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

const widths = ['skjerm', 'telefon'] as const
const languages = ['nb', 'nn', 'en'] as const

/** GET /saker/ordninger/:draftId/forhandsvis: the applicant's own pages in a frame, with the draft as it is now. */
export async function showPreview(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = previewTexts[lang]
  const view = await readStudio(c)
  let trial: Trial
  try {
    // Looking brings the trial up to the draft as it is now: the person's own row, the same each time.
    trial = await services.db.inTransaction(scope, (trx) =>
      openTrial(trx, { draft: view.draft, personId: currentPerson(c).id, language: lang, now: services.now() }),
    )
  } catch (error) {
    if (error instanceof Invalid) return await notYet(c, view)
    throw error
  }
  const width = widths.find((each) => each === c.req.query('bredde')) ?? 'skjerm'
  const here = (query: Record<string, string>) => `?${new URLSearchParams(query).toString()}`
  const shown = languages.find((each) => each === c.req.query('vis')) ?? lang
  const address = `/saker/skjemaprove/${trial.id}?sprak=${shown}`
  return await studioPage(
    c,
    view,
    { title: t.title, path: 'forhandsvis', lead: t.lead, bare: true },
    <>
      <div class="tg-preview-tools" data-no-print>
        <Choice
          label={t.width}
          links={widths.map((each) => ({ label: t.widths[each], href: here({ bredde: each, vis: shown }), now: each === width }))}
        />
        <Choice
          label={t.language}
          links={languages.map((each) => ({
            label: t.languages[each],
            href: here({ bredde: width, vis: each }),
            now: each === shown,
          }))}
        />
        <ButtonRow>
          <LinkButton small variant="tertiary" href={draftHref(view.draft, `papir?vis=${shown}`)} icon="file">
            {t.paper}
          </LinkButton>
          <LinkButton small variant="tertiary" href={draftHref(view.draft, 'eksempler')} icon="tasks">
            {exampleTexts[lang].keep}
          </LinkButton>
          <LinkButton small variant="tertiary" href={address} icon="external">
            {t.newWindow}
          </LinkButton>
        </ButtonRow>
      </div>
      <StartAgain c={c} view={view} trial={trial} />
      <iframe class="tg-preview" data-width={width} src={address} title={t.frame} />
    </>,
  )
}

/** POST /saker/ordninger/:draftId/forhandsvis: begins anew, as the applicant that was chosen. */
export async function restartPreview(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const view = await readStudio(c)
  const form = await readForm(c)
  const who = trialApplicants.find((each) => each === form.text('som')) ?? 'member'
  await services.db.inTransaction(scope, (trx) =>
    openTrial(trx, {
      draft: view.draft,
      personId: currentPerson(c).id,
      language: lang,
      now: services.now(),
      as: { who, name: previewTexts[lang].names[who], part: form.text('del') || null },
    }),
  )
  return c.redirect(draftHref(view.draft, 'forhandsvis'), 303)
}

function StartAgain({ c, view, trial }: { c: Ctx; view: StudioView; trial: Trial }) {
  const { lang } = c.var
  const t = previewTexts[lang]
  const { parts } = trial.definition
  return (
    <div data-no-print>
      <Details summary={trial.name ? `${t.asNow(trial.name)} ${t.settings}` : t.settings}>
        <form method="post" action={draftHref(view.draft, 'forhandsvis')} class="tg-form">
          <FormStart c={c} />
          <RadioGroup
            lang={lang}
            name="som"
            label={t.who}
            options={applicantsFor(trial.definition).map((who) => ({ value: who, label: t.applicants[who] }))}
            value={
              applicantsFor(trial.definition).find((who) => t.names[who] === trial.name) ??
              applicantsFor(trial.definition)[0] ??
              ''
            }
          />
          {parts ? (
            <SelectField
              lang={lang}
              name="del"
              label={t.part}
              options={parts.map((part) => ({ value: part.key, label: part.title[lang] }))}
              value={trial.part ?? ''}
            />
          ) : null}
          <p class="tg-quiet">{t.startAgainHelp}</p>
          <ButtonRow>
            <Button variant="secondary" icon="repeat">
              {t.startAgain}
            </Button>
          </ButtonRow>
        </form>
      </Details>
    </div>
  )
}

interface ChoiceLink {
  label: string
  href: string
  now: boolean
}

function Choice({ label, links }: { label: string; links: ChoiceLink[] }) {
  return (
    <nav aria-label={label} class="tg-choice">
      <span aria-hidden="true">{label}</span>
      {links.map(({ label: each, href, now }) => (
        <a href={href} aria-current={now ? 'true' : undefined}>
          {each}
        </a>
      ))}
    </nav>
  )
}

async function notYet(c: Ctx, view: StudioView): Promise<Response> {
  const { lang } = c.var
  const t = previewTexts[lang]
  const stops = view.findings.filter((finding) => finding.level === 'stops' && finding.path.startsWith('form'))
  return await studioPage(
    c,
    view,
    { title: t.title, path: 'forhandsvis' },
    <Alert kind="info" title={t.notYet}>
      <p>{t.notYetBody}</p>
      <FindingList findings={stops.slice(0, 20)} lang={lang} />
      <LinkButton variant="secondary" href={draftHref(view.draft)}>
        {t.toOverview}
      </LinkButton>
    </Alert>,
  )
}
