import { Conflict } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import {
  Button,
  DefinitionList,
  DueDate,
  ErrorSummary,
  PageTitle,
  RadioGroup,
  Section,
  Tag,
  TextArea,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { formatOrganisationNumber } from '../../application/rules/numbers.ts'
import { obligationActions, obligationLifecycle, possible } from '../../lifecycle.ts'
import { reviewTexts } from '../../report/texts/review.ts'
import { obligationTones } from '../../report/texts/tones.ts'
import { act } from '../../review/pages/act.ts'
import { may } from '../../review/rules/access.ts'
import { changeEarlierObligation } from '../actions/obligations-change.ts'
import { getEarlierObligation, type EarlierObligation } from '../queries/obligations-list.ts'
import { earlierTexts } from '../texts/obligations-list.ts'
import { EARLIER } from './obligations-list.tsx'

interface Typed {
  action: string
  reason: string
  problem?: { name: string; message: string }
}

/** GET /saker/rapporter/fra-for/:id */
export async function showEarlierObligation(c: Ctx): Promise<Response> {
  const t = earlierTexts[c.var.lang]
  const saved = c.req.query('lagret') === 'ja'
  return await renderObligation(c, { action: '', reason: '' }, saved ? { kind: 'success', text: t.saved } : undefined)
}

async function renderObligation(c: Ctx, typed: Typed, flash?: FlashMessage): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = earlierTexts[lang]
  const row = await services.db.reading(scope, (trx) => getEarlierObligation(trx, c.req.param('id') ?? ''))
  const problems = typed.problem ? [typed.problem] : []
  return await page(
    c,
    {
      title: row.recipient,
      room: 'desk',
      breadcrumbs: [{ label: t.reports, href: '/saker/rapporter' }, { label: t.short, href: EARLIER }, { label: row.recipient }],
      ...(flash ? { flash } : {}),
      ...(typed.problem ? { status: 422 as const } : {}),
    },
    <>
      <ErrorSummary lang={lang} problems={problems} />
      <PageTitle
        title={row.what}
        eyebrow={t.demands[row.demand]}
        tags={<Tag tone={obligationTones[row.status]}>{reviewTexts[lang].obligationStatus[row.status]}</Tag>}
      />
      <DefinitionList items={factsOf(c, row)} />
      <ChangeForm c={c} row={row} typed={typed} />
    </>,
  )
}

function factsOf(c: Ctx, row: EarlierObligation) {
  const { lang, services } = c.var
  const t = earlierTexts[lang]
  const number = row.organisationNumber ? ` (${formatOrganisationNumber(row.organisationNumber)})` : ''
  return [
    { label: t.recipient, value: row.recipient },
    { label: t.organisation, value: row.organisationName ? `${row.organisationName}${number}` : t.notMatched },
    {
      label: t.due,
      value: <DueDate at={row.dueOn} now={services.now()} lang={lang} met={row.status === 'met' || row.status === 'waived'} />,
    },
    ...(row.schemeTitle ? [{ label: t.scheme, value: row.schemeTitle }] : []),
    ...(row.awardYear ? [{ label: t.year, value: String(row.awardYear) }] : []),
    ...(row.ore === null ? [] : [{ label: t.amount, value: formatKr(row.ore, lang) }]),
    { label: t.fromFile, value: row.fileName },
    ...(row.statusAt
      ? [
          {
            label: t.said,
            value: [row.statusByName, formatDate(row.statusAt, lang)].filter(Boolean).join(', '),
            note: row.statusReason ?? '',
          },
        ]
      : []),
  ]
}

function ChangeForm({ c, row, typed }: { c: Ctx; row: EarlierObligation; typed: Typed }) {
  const { lang } = c.var
  const t = earlierTexts[lang]
  const actions = possible(obligationLifecycle, row.status)
  if (!may(currentPerson(c), 'reviewReport') || actions.length === 0) return null
  const errorOf = (name: string) => (typed.problem?.name === name ? typed.problem.message : undefined)
  return (
    <Section title={t.change}>
      <form method="post" action={`${EARLIER}/${row.id}`}>
        <FormStart c={c} />
        <RadioGroup
          lang={lang}
          name="gjor"
          label={t.change}
          hideLabel
          value={typed.action}
          error={errorOf('gjor')}
          options={actions.map((action) => ({ value: action, label: t.actions[action] }))}
        />
        <TextArea
          lang={lang}
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          optional="quiet"
          maxLength={500}
          value={typed.reason}
          error={errorOf('reason')}
        />
        <Button>{t.save}</Button>
      </form>
    </Section>
  )
}

/** POST /saker/rapporter/fra-for/:id */
export async function changeEarlierObligationPage(c: Ctx): Promise<Response> {
  const t = earlierTexts[c.var.lang]
  const form = await readForm(c)
  const id = c.req.param('id') ?? ''
  const action = obligationActions.find((each) => each === form.text('gjor'))
  const reason = form.text('reason').slice(0, 500)
  if (!action) return await renderObligation(c, { action: '', reason, problem: { name: 'gjor', message: t.choose } })
  try {
    const done = await act(c, 'change-earlier-obligation', async (trx, { by, now }) => {
      const row = await getEarlierObligation(trx, id)
      return await changeEarlierObligation(trx, { id: row.id, action, reason, by, now })
    })
    if (done.ok && done.value.ok) return c.redirect(`${EARLIER}/${id}?lagret=ja`, 303)
    return await renderObligation(c, { action, reason, problem: { name: 'reason', message: t.reasonMissing } })
  } catch (error) {
    if (!(error instanceof Conflict) || error.reason.key === 'sameKeyOtherBody') throw error
    return await renderObligation(c, { action, reason, problem: { name: 'gjor', message: t.notInThisState } })
  }
}
