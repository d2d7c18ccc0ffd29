import { caseSlug } from '#cases'
import { Invalid, NotFound, type Reason } from '#platform/errors.ts'
import { FormStart, municipalityOrigin, page, type Ctx, type Form } from '#platform/http/index.ts'
import {
  AmountField,
  Button,
  ButtonRow,
  DataTable,
  ErrorSummary,
  Money,
  PageTitle,
  Section,
  TextField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr, parseKr } from '#platform/money.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import { roleFor } from '../../review/actions/actor.ts'
import { act } from '../../review/pages/act.ts'
import { isUuid } from '../../review/rules/worklist-filter.ts'
import { caseTexts } from '../../review/texts/case.ts'
import { roundTexts } from '../../review/texts/round.ts'
import { openFromBudget, type NamedRecipient } from '../actions/open-from-budget.ts'
import { getBudgetRound, type BudgetOpening, type BudgetRound } from '../queries/budget-openings.ts'
import { fromBudgetTexts } from '../texts/from-budget.ts'

/** GET /saker/utlysing/:roundId/budsjett: opening cases for those named in the budget. */
export async function showBudgetRound(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/utlysing/:roundId/budsjett: one new recipient, or those of last time with an amount. All or none. */
export async function openCases(c: Ctx): Promise<Response> {
  const { services, scope, municipality } = c.var
  const origin = await municipalityOrigin(services, scope.municipalityId)
  const language = municipality.settings['language']
  let typed: Form | undefined
  const done = await act(c, 'open-from-budget', async (trx, { form, by, now }) => {
    typed = form
    const roundId = idInAddress(c)
    const recipients = form.text('_do') === 'again' ? again(form, await getBudgetRound(trx, roundId)) : [single(form)]
    if (recipients.length === 0) throw new Invalid([{ key: 'noneChosen' }])
    for (const recipient of recipients) {
      await openFromBudget(trx, {
        roundId,
        recipient,
        caseLanguage: isLang(language) ? language : 'nb',
        actorRole: roleFor(by, 'registerApplication') ?? 'caseworker',
        keyring: services.keyring,
        now,
        origin,
      })
    }
    return recipients.length
  })
  if (!done.ok) return await render(c, typed && { form: typed, reasons: done.reasons })
  return c.redirect(`${new URL(c.req.url).pathname}?gjort=${done.value}`, 303)
}

function idInAddress(c: Ctx): string {
  const id = c.req.param('roundId') ?? ''
  if (!isUuid(id)) throw new NotFound('round')
  return id
}

function single(form: Form): NamedRecipient {
  return {
    organisation: form.text('organisation'),
    number: form.text('number'),
    contact: form.text('contact'),
    email: form.text('email'),
    ore: parseKr(form.text('ore')),
    line: form.text('line'),
  }
}

/** Those of last time that an amount was written for. An amount that cannot be read stops them all, at its field. */
function again(form: Form, { before }: BudgetRound): NamedRecipient[] {
  return before.flatMap((each): NamedRecipient[] => {
    const text = form.text(`ore.${each.caseId}`).trim()
    if (text === '') return []
    const ore = parseKr(text)
    if (ore === undefined || ore <= 0) throw new Invalid([{ key: 'amountMissing', field: `ore.${each.caseId}` }])
    const { name, organisationNumber, contact, email } = each
    return [{ organisation: name, number: organisationNumber ?? '', contact, email, ore, line: form.text('lineAgain') }]
  })
}

interface Came {
  form: Form
  reasons: readonly Reason[]
}

async function render(c: Ctx, came?: Came): Promise<Response> {
  const lang = c.var.lang
  const t = fromBudgetTexts[lang]
  const found = await c.var.services.db.reading(c.var.scope, (trx) => getBudgetRound(trx, idInAddress(c)))
  const here = `/saker/utlysing/${found.round.id}`
  const isAgain = came?.form.text('_do') === 'again'
  const nameOf = (field: string) => (isAgain && field === 'line' ? 'lineAgain' : field)
  const say = (reason: Reason) => (t.problem as Record<string, string>)[reason.key] ?? t.problem.other
  const error = (field: string) => {
    const reason = came?.reasons.find((each) => nameOf(each.field ?? '') === field)
    return reason ? say(reason) : undefined
  }
  const value = (field: string) => came?.form.text(field) ?? ''
  const done = Number(c.req.query('gjort')) || 0
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      status: came ? 422 : 200,
      ...(done > 0 ? { flash: { kind: 'success', text: t.done(done) } as FlashMessage } : {}),
      breadcrumbs: [
        { label: caseTexts[lang].cases, href: '/saker' },
        { label: roundTexts[lang].rounds, href: '/saker/utlysing' },
        { label: found.round.title[lang], href: here },
        { label: t.title },
      ],
    },
    <>
      <PageTitle eyebrow={`${found.scheme.definition.title[lang]}: ${found.round.title[lang]}`} title={t.title} lead={t.lead} />
      <ErrorSummary
        lang={lang}
        problems={(came?.reasons ?? []).map((each) => ({
          ...(each.field ? { name: nameOf(each.field) } : {}),
          message: say(each),
        }))}
      />
      <Section title={t.one}>
        <form method="post" action={`${here}/budsjett`} class="tg-form" data-warn-unsaved>
          <FormStart c={c} />
          <TextField lang={lang} name="number" label={t.number} size={12} value={value('number')} error={error('number')} />
          <TextField
            lang={lang}
            name="organisation"
            label={t.organisation}
            value={value('organisation')}
            error={error('organisation')}
          />
          <TextField lang={lang} name="contact" label={t.contact} value={value('contact')} error={error('contact')} />
          <TextField
            lang={lang}
            name="email"
            label={t.email}
            help={t.emailHelp}
            optional
            value={value('email')}
            error={error('email')}
          />
          <AmountField lang={lang} name="ore" label={t.ore} value={value('ore')} error={error('ore')} />
          <TextField lang={lang} name="line" label={t.line} help={t.lineHelp} value={value('line')} error={error('line')} />
          <ButtonRow>
            <Button name="_do" value="one" icon="plus">
              {t.open}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      {found.before.length > 0 ? (
        <Section title={t.again} intro={t.againLead}>
          <form method="post" action={`${here}/budsjett`} class="tg-form" data-warn-unsaved>
            <FormStart c={c} />
            {found.before.map((each) => (
              <AmountField
                lang={lang}
                name={`ore.${each.caseId}`}
                label={t.oreFor(each.name)}
                help={t.last(formatKr(each.ore, lang))}
                optional
                value={value(`ore.${each.caseId}`)}
                error={error(`ore.${each.caseId}`)}
              />
            ))}
            <TextField
              lang={lang}
              name="lineAgain"
              label={t.line}
              help={t.lineHelp}
              value={value('lineAgain')}
              error={error('lineAgain')}
            />
            <ButtonRow>
              <Button name="_do" value="again" variant="secondary" icon="plus">
                {t.openThese}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      ) : null}
      <Section title={t.opened}>
        {found.opened.length === 0 ? <p>{t.none}</p> : <Opened rows={found.opened} lang={lang} />}
      </Section>
    </>,
  )
}

function Opened({ rows, lang }: { rows: readonly BudgetOpening[]; lang: Lang }) {
  const t = fromBudgetTexts[lang]
  return (
    <DataTable
      lang={lang}
      caption={t.opened}
      hideCaption
      rows={rows}
      columns={[
        {
          label: t.columns.number,
          heading: true,
          narrow: true,
          cell: (row) => <a href={`/saker/${caseSlug(row.number)}`}>{row.number}</a>,
        },
        {
          label: t.columns.name,
          cell: (row) =>
            row.organisationNumber ? `${row.name} (${formatOrganisationNumber(row.organisationNumber)})` : row.name,
        },
        { label: t.columns.ore, numeric: true, cell: (row) => <Money ore={row.ore} lang={lang} /> },
        { label: t.columns.line, cell: (row) => row.line },
      ]}
    />
  )
}
