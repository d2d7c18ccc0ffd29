import { caseSlug } from '#cases'
import { Conflict } from '#platform/errors.ts'
import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { Button, Card, DataTable, DueDate, Section, SelectField, Tag, TextField } from '#platform/look/index.ts'
import { changeObligation } from '../../decision/actions/change-obligation.ts'
import { obligationActions, obligationLifecycle, possible } from '../../lifecycle.ts'
import type { Verdict } from '../../review/model.ts'
import { actOnCase } from '../../review/pages/act.ts'
import type { CaseSection } from '../../review/pages/case-sections.ts'
import { may } from '../../review/rules/access.ts'
import { listObligations, type CaseObligation } from '../queries/case-follow-up.ts'
import { reviewTexts } from '../texts/review.ts'
import { obligationTones } from '../texts/tones.ts'

/** The award's conditions on the staff case page: how each stands, and one line to change it. */
export const obligationsSection: CaseSection = {
  key: 'obligations',
  place: 'main',
  order: 620,
  async show({ c, trx, caseFile }) {
    const { lang } = c.var
    const t = reviewTexts[lang]
    const obligations = await listObligations(trx, caseFile.id)
    if (obligations.length === 0) return undefined
    const told: Record<string, string> = t.reasons
    const wrong = told[c.req.query('vilkarfeil') ?? '']
    return (
      <Section id="vilkar" title={t.obligations} level={2}>
        {c.req.query('vilkar') === 'ok' ? <p role="status">{t.done.obligation}</p> : null}
        {wrong ? (
          <p class="ds-validation-message" role="alert">
            {wrong}
          </p>
        ) : null}
        {obligations.map((each) => (
          <ObligationCard c={c} number={caseFile.number} obligation={each} />
        ))}
      </Section>
    )
  },
}

function ObligationCard({ c, number, obligation }: { c: Ctx; number: string; obligation: CaseObligation }) {
  const { lang, services } = c.var
  const t = reviewTexts[lang]
  const actions = possible(obligationLifecycle, obligation.status)
  return (
    <Card
      level={3}
      title={obligation.text}
      eyebrow={<Tag tone={obligationTones[obligation.status]}>{t.obligationStatus[obligation.status]}</Tag>}
      footer={
        may(currentPerson(c), 'prepareCase') && actions.length > 0 ? (
          <form method="post" action={`/saker/${caseSlug(number)}/vilkar/${obligation.id}`} class="tg-inline">
            <FormStart c={c} />
            <SelectField
              lang={lang}
              id={`o-${obligation.id}`}
              name="gjor"
              label={t.change}
              prompt={false}
              options={actions.map((action) => ({ value: action, label: t.obligationActions[action] }))}
            />
            <TextField lang={lang} id={`or-${obligation.id}`} name="reason" label={t.reasonForObligation} optional="quiet" />
            <Button variant="secondary" small>
              {t.save}
            </Button>
          </form>
        ) : undefined
      }
    >
      <p>
        {obligation.dueOn ? (
          <DueDate at={obligation.dueOn} now={services.now()} lang={lang} met={obligation.status !== 'open'} />
        ) : (
          t.noDate
        )}
      </p>
      {obligation.statusReason ? <p class="tg-prewrap">{obligation.statusReason}</p> : null}
    </Card>
  )
}

/** The same conditions for the recipient, to read. */
export function ObligationsForRecipient({ c, obligations }: { c: Ctx; obligations: CaseObligation[] }) {
  const { lang, services } = c.var
  const t = reviewTexts[lang]
  return (
    <Section title={t.obligations}>
      <DataTable
        lang={lang}
        caption={t.obligations}
        hideCaption
        rows={obligations}
        columns={[
          {
            label: t.obligation,
            heading: true,
            cell: (each) => (
              <>
                {each.text}
                {each.statusReason ? <span class="tg-list__note">{each.statusReason}</span> : null}
              </>
            ),
          },
          {
            label: t.due,
            cell: (each) =>
              each.dueOn ? <DueDate at={each.dueOn} now={services.now()} lang={lang} met={each.status !== 'open'} /> : t.noDate,
          },
          { label: t.state, cell: (each) => <Tag tone={obligationTones[each.status]}>{t.obligationStatus[each.status]}</Tag> },
        ]}
      />
    </Section>
  )
}

/** POST /saker/:number/vilkar/:id */
export async function changeObligationPage(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const action = obligationActions.find((each) => each === form.text('gjor'))
  const back = `/saker/${caseSlug(c.req.param('number') ?? '')}`
  const id = c.req.param('id') ?? ''
  const wrong = (key: string) => c.redirect(`${back}?vilkarfeil=${key}#vilkar`, 303)
  if (!action) return wrong('notInThisState')
  try {
    const done = await actOnCase(c, 'change-obligation', async (trx, { by, now, caseFile }): Promise<Verdict> => {
      const own = await listObligations(trx, caseFile.id)
      if (!own.some((each) => each.id === id)) throw new Conflict({ key: 'notInThisState' })
      const reason = form.text('reason').slice(0, 500)
      return await changeObligation(trx, { obligationId: id, action, person: by, reason, now })
    })
    const verdict: Verdict = done.ok ? done.value : { ok: false, reasons: done.reasons }
    if (!verdict.ok) return wrong(verdict.reasons[0]?.key ?? 'notInThisState')
    return c.redirect(`${back}?vilkar=ok#vilkar`, 303)
  } catch (error) {
    if (error instanceof Conflict && error.reason.key !== 'sameKeyOtherBody') return wrong(error.reason.key)
    throw error
  }
}
