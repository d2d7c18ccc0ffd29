import { caseSlug } from '#cases'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { Conflict, NotFound, type Reason } from '#platform/errors.ts'
import { serveBytes } from '#platform/files/download.ts'
import { currentPerson, FormStart, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  HiddenFields,
  LinkButton,
  PageTitle,
  Tag,
  TextArea,
  TextField,
} from '#platform/look/index.ts'
import { isDay, osloDate } from '#platform/time.ts'
import type { LetterText } from '../../model.ts'
import { actOnCase, shownRevision } from '../../review/pages/act.ts'
import { getCaseForStaff, type CaseFile } from '../../review/queries/case-access.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { proofreadLetter } from '../actions/proofread-letter.ts'
import { letterDocument } from '../letter-document.ts'
import { getAnnouncement } from '../queries/letter-facts.ts'
import { getLetterFrame } from '../queries/letter-frame.ts'
import { listWaitingLetters, type WaitingLetter } from '../queries/list-letters.ts'
import { findStandingDecision, type StandingDecision } from '../queries/standing-decision.ts'
import { composeLetter } from '../compose-letter.ts'
import { decideTexts } from '../texts/decide.ts'
import { lettersTexts } from '../texts/letters.ts'
import { ReadLetter } from './read-letter.tsx'

/** GET /saker/:number/brev: the letter, part by part, to proofread. */
export async function showLetter(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/:number/brev: keeps it as proofread and goes on to the next that is not. */
export async function postLetter(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  if (form.text('gjor') === 'nytt') return await render(c, { anew: true })
  let next: string | undefined
  try {
    const done = await actOnCase(c, 'proofread-letter', async (trx, { caseFile, by, now }) => {
      const decision = await findStandingDecision(trx, caseFile.id)
      if (!decision) throw new NotFound('decision')
      await proofreadLetter(trx, {
        decisionId: decision.id,
        letter: letterOf(form, await letterNow(trx, decision, form.text('day'))),
        ...(isDay(form.text('day')) ? { day: form.text('day') } : {}),
        by,
        now,
        revision: shownRevision(form),
      })
      const closedIds = await listClosedCaseIds(trx, by.id)
      const letters = await listWaitingLetters(trx, { ...(caseFile.call_id ? { roundId: caseFile.call_id } : {}), closedIds })
      return letters.find((each) => !each.isProofread)?.number ?? null
    })
    if (!done.ok) return await render(c, { form, reasons: done.reasons })
    next = done.value ?? undefined
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason.key !== 'changedMeanwhile') throw error
    return await render(c, { form, isChanged: true })
  }
  if (form.text('gjor') === 'neste' && next) return c.redirect(`/saker/${caseSlug(next)}/brev?gjort=lest`, 303)
  return c.redirect(`/saker/${c.req.param('number')}/brev?gjort=lest`, 303)
}

/** POST /saker/:number/brev.pdf: the letter as it is typed now, as a draft to look at. Nothing is kept. */
export async function previewLetter(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const person = currentPerson(c)
  const now = c.var.services.now()
  const { letter, frame } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
    const decision = await findStandingDecision(trx, caseFile.id)
    if (!decision) throw new NotFound('decision')
    const letter = letterOf(form, await letterNow(trx, decision, osloDate(now)))
    return { letter, frame: await getLetterFrame(trx, decision.id, letter.lang) }
  })
  const bytes = await renderPdf({
    template: 'letter',
    data: letterDocument(letter, frame, osloDate(now)),
    lang: letter.lang,
    createdAt: now,
    missing: 'name',
    urgent: true,
  })
  const name = `${lettersTexts[c.var.lang].preview} ${frame.caseNumber}.pdf`.replaceAll('/', '-')
  return serveBytes(new Uint8Array(bytes), { name, mediaType: 'application/pdf' })
}

interface Came {
  form?: Form
  reasons?: Reason[]
  isChanged?: boolean
  /** Compose it again, whatever was kept. */
  anew?: boolean
}

async function render(c: Ctx, came: Came = {}): Promise<Response> {
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const person = currentPerson(c)
  const today = osloDate(c.var.services.now())
  const shown = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
    const decision = await findStandingDecision(trx, caseFile.id)
    if (!decision) return { caseFile, decision, letter: undefined, letters: [] }
    const day = decision.letter_day && !came.anew ? decision.letter_day : today
    const kept = came.anew ? { ...decision, letter_text: null } : decision
    const stored = await letterNow(trx, kept, day)
    const closedIds = await listClosedCaseIds(trx, person.id)
    return {
      caseFile,
      decision,
      day,
      letter: came.form ? letterOf(came.form, stored) : stored,
      letters: await listWaitingLetters(trx, { ...(caseFile.call_id ? { roundId: caseFile.call_id } : {}), closedIds }),
    }
  })
  const { caseFile, decision, letter } = shown
  const slug = caseSlug(caseFile.number)
  const wrong = came.reasons !== undefined && came.reasons.length > 0
  return await page(
    c,
    {
      title: `${t.title} – ${caseFile.number}`,
      room: 'desk',
      status: came.isChanged ? 409 : wrong ? 422 : 200,
      flash: flashOf(c, came),
      breadcrumbs: [
        { label: decideTexts[lang].toRelease, href: '/saker/vedtak/slipp' },
        { label: caseFile.number, href: `/saker/${slug}` },
        { label: t.title },
      ],
    },
    <>
      <PageTitle
        eyebrow={caseFile.number}
        title={t.title}
        lead={(decision?.released_at ? t.leadSent : t.lead)(caseFile.applicant_name)}
        tags={
          decision && !decision.released_at ? (
            <Tag tone={decision.letter_read_at ? 'success' : 'warning'}>{decision.letter_read_at ? t.isRead : t.notRead}</Tag>
          ) : undefined
        }
      />
      {!letter || !decision ? (
        <Alert kind="info">{t.none}</Alert>
      ) : decision.released_at ? (
        <>
          <Alert kind="info">{t.released}</Alert>
          <ReadLetter letter={letter} />
        </>
      ) : (
        <LetterForm
          c={c}
          caseFile={caseFile}
          letter={letter}
          letters={shown.letters}
          day={shown.day ?? today}
          reasons={came.reasons ?? []}
        />
      )}
    </>,
  )
}

function LetterForm(props: {
  c: Ctx
  caseFile: CaseFile
  letter: LetterText
  letters: WaitingLetter[]
  day: string
  reasons: Reason[]
}) {
  const { c, caseFile, letter, letters } = props
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const slug = caseSlug(caseFile.number)
  const at = letters.findIndex((each) => each.caseId === caseFile.id)
  const [before, after] = [letters[at - 1], letters[at + 1]]
  const say = (reason: Reason) => (t.problem as Record<string, string>)[reason.key] ?? t.problem.letterEmpty
  const error = (field: string) => {
    const found = props.reasons.find((each) => each.field === field)
    return found ? say(found) : undefined
  }
  return (
    <>
      <p class="tg-quiet">{t.progress(letters.filter((each) => each.isProofread).length, letters.length)}</p>
      <ErrorSummary
        lang={lang}
        problems={props.reasons.map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each) }))}
      />
      <form method="post" action={`/saker/${slug}/brev`} data-warn-unsaved>
        <FormStart c={c} />
        <HiddenFields values={{ revision: caseFile.revision, day: props.day, parts: letter.paragraphs.length }} />
        <TextField lang={lang} name="heading" label={t.heading} value={letter.heading} error={error('heading')} />
        {letter.paragraphs.map((paragraph, index) => (
          <HiddenFields values={{ [`h-${index}`]: paragraph.heading }} />
        ))}
        {letter.paragraphs.map((paragraph, index) => (
          <TextArea
            lang={lang}
            name={`p-${index}`}
            label={paragraph.heading ?? t.first}
            value={paragraph.text}
            rows={rowsFor(paragraph.text)}
            error={error(`p-${index}`)}
            optional="quiet"
          />
        ))}
        <ButtonRow>
          <Button name="gjor" value="neste" icon="check" shortcut="l">
            {letters.some((each) => !each.isProofread && each.caseId !== caseFile.id) ? t.saveNext : t.save}
          </Button>
          <Button variant="secondary" icon="pdf" formaction={`/saker/${slug}/brev.pdf`}>
            {t.preview}
          </Button>
          <Button name="gjor" value="nytt" variant="tertiary" icon="repeat">
            {t.fresh}
          </Button>
        </ButtonRow>
      </form>
      <ButtonRow>
        {before ? (
          <LinkButton variant="tertiary" icon="arrow-left" href={`/saker/${caseSlug(before.number)}/brev`}>
            {t.previous}
          </LinkButton>
        ) : null}
        {after ? (
          <LinkButton variant="tertiary" icon="arrow-right" iconAfter href={`/saker/${caseSlug(after.number)}/brev`}>
            {t.next}
          </LinkButton>
        ) : null}
        <LinkButton variant="tertiary" icon="mail" href={`/saker/vedtak/slipp?utlysning=${caseFile.call_id ?? ''}`}>
          {t.releaseTitle}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 75)), 0)
  return Math.min(16, Math.max(2, lines))
}

/** The letter as kept, else as it is composed for a day. */
async function letterNow(
  trx: Parameters<typeof getAnnouncement>[0],
  decision: Pick<StandingDecision, 'id' | 'letter_text'>,
  day: string,
): Promise<LetterText> {
  const today = isDay(day) ? day : osloDate(new Date())
  return decision.letter_text ?? composeLetter((await getAnnouncement(trx, decision.id, today)).facts)
}

/** What was typed, in the language of the letter it was shown from. */
function letterOf(form: Form, shown: LetterText): LetterText {
  const parts = Math.min(40, Number(form.text('parts')) || 0)
  if (!form.has('heading')) return shown
  return {
    lang: shown.lang,
    heading: form.text('heading').trim(),
    paragraphs: Array.from({ length: parts }, (_, index) => ({
      ...(form.text(`h-${index}`) ? { heading: form.text(`h-${index}`).slice(0, 200) } : {}),
      text: form.text(`p-${index}`).trim(),
    })),
  }
}

function flashOf(c: Ctx, came: Came) {
  const t = lettersTexts[c.var.lang]
  if (came.isChanged) return { kind: 'warning' as const, text: decideTexts[c.var.lang].changed }
  if (c.req.method === 'POST') return undefined
  const done = c.req.query('gjort')
  if (done === 'vedtatt') return { kind: 'success' as const, text: t.decidedNow }
  return done === 'lest' ? { kind: 'success' as const, text: t.saved } : undefined
}
