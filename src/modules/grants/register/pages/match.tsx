import { Conflict } from '#platform/errors.ts'
import { FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import {
  Button,
  Card,
  DataTable,
  Details,
  EmptyState,
  HiddenFields,
  PageTitle,
  Pagination,
  RadioGroup,
  Section,
  TextField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { compactDigits, formatOrganisationNumber } from '../../application/rules/numbers.ts'
import type { Verdict } from '../../review/model.ts'
import { act } from '../../review/pages/act.ts'
import { matchAward, unmatchAward } from '../actions/match-award.ts'
import { findRegisteredOrganisation } from '../queries/find-organisation.ts'
import {
  listMatched,
  listOrganisationNames,
  listUnmatched,
  type MatchedRecipient,
  type OrganisationName,
  type UnmatchedRecipient,
} from '../queries/list-matches.ts'
import { similarity, suggest } from '../rules/similar-names.ts'
import { matchTexts } from '../texts/match.ts'
import { registerTexts } from '../texts/register.ts'

const ADDRESS = '/saker/register/match'
const PAGE = 25
type Suggestion = OrganisationName & { score: number; sameNumber?: boolean }

interface Wrong {
  recipient: string
  number: string
  error: string
}

/** GET /saker/register/match */
export async function showMatching(c: Ctx): Promise<Response> {
  const t = matchTexts[c.var.lang]
  const done = c.req.query('gjort')
  const text = done === 'koblet' ? t.matched : done === 'angret' ? t.undone : undefined
  return await renderMatching(c, text ? { flash: { kind: 'success', text } } : {})
}

async function renderMatching(c: Ctx, shown: { flash?: FlashMessage; wrong?: Wrong }): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = matchTexts[lang]
  const offset = Number(/^\d{1,6}$/.exec(c.req.query('fra') ?? '')?.[0] ?? 0)
  const data = await services.db.reading(scope, async (trx) => ({
    unmatched: await listUnmatched(trx),
    matched: await listMatched(trx),
    names: await listOrganisationNames(trx),
  }))
  const { total } = data.unmatched
  // Those somebody can say yes to at a glance come first.
  const all = data.unmatched.rows
    .map((row) => ({ row, suggestions: suggestionsFor(row, data.names) }))
    .toSorted((a, b) => (b.suggestions[0]?.score ?? 0) - (a.suggestions[0]?.score ?? 0))
  const rows = all.slice(offset, offset + PAGE)
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      breadcrumbs: [{ label: registerTexts[lang].title, href: '/register' }, { label: t.title }],
      ...(shown.flash ? { flash: shown.flash } : {}),
      ...(shown.wrong ? { status: 422 as const } : {}),
    },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {rows.length === 0 ? (
        <EmptyState drawing="fjord" title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      ) : (
        <Section title={t.count(formatNumber(total, lang))}>
          {rows.map(({ row, suggestions }, index) => (
            <Unmatched
              c={c}
              index={index}
              row={row}
              suggestions={suggestions}
              {...(shown.wrong?.recipient === row.recipient ? { wrong: shown.wrong } : {})}
            />
          ))}
          <Pagination
            lang={lang}
            {...(offset > 0 ? { previousHref: `${ADDRESS}?fra=${Math.max(0, offset - PAGE)}` } : {})}
            {...(offset + PAGE < all.length ? { nextHref: `${ADDRESS}?fra=${offset + PAGE}` } : {})}
          />
        </Section>
      )}
      {data.matched.length > 0 ? <Matched c={c} matched={data.matched} /> : null}
    </>,
  )
}

/** Names that are alike; first whoever has the number that the list gave. */
function suggestionsFor(row: UnmatchedRecipient, names: readonly OrganisationName[]): Suggestion[] {
  const alike = suggest(row.recipient, names)
  const numbered = row.numberedId === null ? undefined : names.find((each) => each.id === row.numberedId)
  if (!numbered) return alike
  const first = { ...numbered, score: similarity(row.recipient, numbered.name), sameNumber: true }
  return [first, ...alike.filter((each) => each.id !== numbered.id)]
}

function Unmatched(props: { c: Ctx; index: number; row: UnmatchedRecipient; suggestions: Suggestion[]; wrong?: Wrong }) {
  const { c, row, index, wrong } = props
  const { lang } = c.var
  const t = matchTexts[lang]
  const options = props.suggestions.map((each) => ({
    value: each.id,
    label: each.name,
    help: [
      each.number ? formatOrganisationNumber(each.number) : '',
      each.sameNumber ? t.sameNumber : '',
      t.alike(Math.round(each.score * 100)),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  const yes = (
    <Button variant="secondary" small>
      {t.match}
      <span class="ds-sr-only">: {row.recipient}</span>
    </Button>
  )
  return (
    <Card level={3} title={row.recipient} eyebrow={`${t.rows(row.rows, row.years.join(', '))} · ${formatKr(row.ore, lang)}`}>
      <form method="post" action={ADDRESS}>
        <FormStart c={c} />
        <HiddenFields values={{ mottaker: row.recipient }} />
        {options.length > 0 ? (
          <RadioGroup
            lang={lang}
            id={`m-${index}`}
            name="organisasjon"
            label={t.which(row.recipient)}
            hideLabel
            optional="quiet"
            options={options}
          />
        ) : (
          <p class="tg-quiet">{t.noSuggestion}</p>
        )}
        {options.length > 0 ? yes : null}
        <Details summary={t.other} open={wrong !== undefined}>
          <TextField
            lang={lang}
            id={`n-${index}`}
            name="nummer"
            label={t.number}
            optional="quiet"
            inputmode="numeric"
            size={12}
            value={wrong?.number ?? ''}
            error={wrong?.error}
          />
          {options.length > 0 ? null : yes}
        </Details>
      </form>
    </Card>
  )
}

function Matched({ c, matched }: { c: Ctx; matched: MatchedRecipient[] }) {
  const { lang } = c.var
  const t = matchTexts[lang]
  return (
    <Section title={t.done}>
      <DataTable
        lang={lang}
        caption={t.caption}
        hideCaption
        rows={matched}
        columns={[
          { label: t.recipient, heading: true, cell: (each) => each.recipient },
          {
            label: t.organisation,
            cell: (each) =>
              each.organisationNumber ? (
                <a href={`/register/${each.organisationNumber}`}>{each.organisationName}</a>
              ) : (
                each.organisationName
              ),
          },
          {
            label: t.by,
            cell: (each) =>
              [each.matchedByName ?? '–', each.matchedAt ? formatDate(each.matchedAt, lang) : ''].filter(Boolean).join(', '),
          },
          {
            label: t.undo,
            hideLabel: true,
            narrow: true,
            cell: (each) => (
              <form method="post" action={`${ADDRESS}/angre`}>
                <FormStart c={c} />
                <HiddenFields values={{ mottaker: each.recipient, organisasjon: each.organisationId }} />
                <Button variant="tertiary" small icon="undo">
                  {t.undo}
                  <span class="ds-sr-only">: {each.recipient}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** POST /saker/register/match: a person's yes. */
export async function matchRecipient(c: Ctx): Promise<Response> {
  const t = matchTexts[c.var.lang]
  const form = await readForm(c)
  const recipient = form.text('mottaker')
  const number = form.text('nummer').slice(0, 30)
  const again = async (error: string) => await renderMatching(c, { wrong: { recipient, number, error } })
  if (number.trim() === '' && form.text('organisasjon') === '') return await again(t.noneChosen)
  try {
    const done = await act(c, 'match-award', async (trx, { by, now }): Promise<Verdict | 'unknown'> => {
      const chosen =
        number.trim() === '' ? form.text('organisasjon') : (await findRegisteredOrganisation(trx, compactDigits(number)))?.id
      if (!chosen || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(chosen)) return 'unknown'
      return await matchAward(trx, { recipient, organisationId: chosen, person: by, now })
    })
    if (!done.ok || done.value === 'unknown' || !done.value.ok) return await again(t.notFound)
  } catch (error) {
    if (error instanceof Conflict && error.reason.key === 'matchedMeanwhile')
      return await renderMatching(c, { flash: { kind: 'warning', text: t.meanwhile } })
    throw error
  }
  return c.redirect(`${ADDRESS}?gjort=koblet`, 303)
}

/** POST /saker/register/match/angre */
export async function undoMatch(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const organisationId = form.text('organisasjon')
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(organisationId))
    await act(c, 'unmatch-award', (trx, { by, now }) =>
      unmatchAward(trx, { recipient: form.text('mottaker'), organisationId, person: by, now }),
    )
  return c.redirect(`${ADDRESS}?gjort=angret`, 303)
}
