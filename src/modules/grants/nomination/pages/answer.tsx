import { Conflict, NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, municipalityOrigin, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Alert, Button, ButtonRow, PageTitle, type FlashMessage } from '#platform/look/index.ts'
import { readSignedId } from '../../scheme/rules/signed-id.ts'
import { answerNomination } from '../actions/answer-nomination.ts'
import { findAnswerBar, getNomination } from '../queries/nominations.ts'
import { NOMINATION } from '../rules/purpose.ts'
import { nominationTexts } from '../texts/nomination.ts'

/** GET /foreslatt/:token: for who is proposed, by the link in their e-mail and logged in. */
export async function showNomination(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /foreslatt/:token: yes or no. */
export async function postNomination(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const { services, scope } = c.var
  const personId = currentPerson(c).id
  const id = idOf(c)
  const answer = form.text('answer') === 'accepted' ? 'accepted' : 'declined'
  const origin = await municipalityOrigin(services, scope.municipalityId)
  try {
    await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'answer-nomination', personId, body: [id, answer] }, async () => {
        await answerNomination(trx, services.keyring, { id, answer, personId, now: services.now(), origin })
        return answer
      }),
    )
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return await render(c, true)
  }
  return c.redirect(`${new URL(c.req.url).pathname}?svart=1`, 303)
}

function idOf(c: Ctx): string {
  const id = readSignedId(c.var.services.keyring, NOMINATION, c.var.municipality.id, c.req.param('token') ?? '')
  if (!id) throw new NotFound('nomination')
  return id
}

async function render(c: Ctx, isRefused = false): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = nominationTexts[lang]
  const { found, bar } = await services.db.reading(scope, async (trx) => {
    const found = await getNomination(trx, services.keyring, idOf(c))
    return { found, bar: await findAnswerBar(trx, found, currentPerson(c).id) }
  })
  return await page(
    c,
    {
      title: t.title,
      breadcrumbs: [],
      ...(isRefused ? { status: 409 as const } : {}),
      ...(c.req.query('svart') === '1' ? { flash: { kind: 'success', text: t.saved } as FlashMessage } : {}),
    },
    <>
      <PageTitle title={t.title} lead={t.lead(found.nominator, found.name, found.scheme)} />
      <p>{t.explain}</p>
      <p>{t.said[found.answer]}</p>
      {bar ? (
        <Alert kind="warning">{t.problem[bar]}</Alert>
      ) : (
        <form method="post" action={new URL(c.req.url).pathname}>
          <FormStart c={c} />
          <ButtonRow>
            <Button name="answer" value="accepted" variant={found.answer === 'accepted' ? 'secondary' : 'primary'}>
              {t.accept}
            </Button>
            <Button name="answer" value="declined" variant="secondary">
              {t.decline}
            </Button>
          </ButtonRow>
        </form>
      )}
    </>,
  )
}
