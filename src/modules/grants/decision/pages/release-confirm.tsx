import { caseSlug } from '#cases'
import { currentPerson, FormStart, page, type Ctx, type Form } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, HiddenFields, LinkButton, PageTitle } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDateTime, osloDate } from '#platform/time.ts'
import { listClosedCaseIds } from '../../review/queries/impartiality.ts'
import { listWaitingLetters } from '../queries/list-letters.ts'
import { getReleaseEffects, type ReleaseEffects } from '../queries/release-effects.ts'
import { decideTexts } from '../texts/decide.ts'
import { lettersTexts } from '../texts/letters.ts'

/** What will happen, in sentences, before anything does. */
export async function confirmRelease(c: Ctx, form: Form, chosen: readonly string[], at: Date | undefined): Promise<Response> {
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const person = currentPerson(c)
  const { effects, letters } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const closedIds = await listClosedCaseIds(trx, person.id)
    const found = (await listWaitingLetters(trx, { closedIds })).filter((each) => chosen.includes(each.decisionId))
    const ready = found.filter((each) => each.isProofread).map((each) => each.decisionId)
    return { letters: found, effects: await getReleaseEffects(trx, ready, osloDate(at ?? c.var.services.now())) }
  })
  const unread = letters.filter((each) => !each.isProofread)
  const n = effects.letters
  return await page(
    c,
    {
      title: t.whatTitle,
      room: 'desk',
      breadcrumbs: [
        { label: decideTexts[lang].many, href: '/saker/vedtak' },
        { label: t.releaseTitle, href: '/saker/vedtak/slipp' },
        { label: t.whatTitle },
      ],
    },
    <>
      <PageTitle title={t.whatTitle} lead={at ? t.whatLater(n, formatDateTime(at, lang)) : t.whatNow(n)} />
      <ul class="tg-prose">
        {sentences(effects, lang).map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {unread.length > 0 ? (
        <Alert kind="warning" title={t.failed(unread.length)}>
          <ul>
            {unread.map((each) => (
              <li>
                <a href={`/saker/${caseSlug(each.number)}/brev`}>
                  {each.number} {each.applicantName}
                </a>
                : {t.reason.notProofread}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <form method="post" action="/saker/vedtak/slipp">
        <FormStart c={c} />
        <HiddenFields
          values={{ nar: form.text('nar'), dag: form.text('dag'), tid: form.text('tid'), utlysning: form.text('utlysning') }}
        />
        {letters
          .filter((each) => each.isProofread)
          .map((each) => (
            <HiddenFields values={{ vedtak: each.decisionId }} />
          ))}
        <ButtonRow>
          {n > 0 ? (
            <Button name="gjor" value="slipp" icon="mail">
              {at ? t.schedule(n) : t.release(n)}
            </Button>
          ) : null}
          <LinkButton href={`/saker/vedtak/slipp?utlysning=${form.text('utlysning')}`} variant="secondary">
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

function sentences(effects: ReleaseEffects, lang: Ctx['var']['lang']): string[] {
  const t = lettersTexts[lang].effects
  return [
    t.letters(effects.letters),
    ...(effects.mails > 0 ? [t.mails(effects.mails)] : []),
    ...(effects.awards > 0 ? [t.awards(effects.awards, formatKr(effects.awardedOre, lang))] : []),
    ...(effects.pending > 0 ? [t.pending(effects.pending)] : []),
    ...(effects.byPost > 0 ? [t.post(effects.byPost)] : []),
  ]
}
