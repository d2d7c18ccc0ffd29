import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorSummary,
  LinkButton,
  PageTitle,
  TextField,
} from '#platform/look/index.ts'
import { declareImpartiality } from '../actions/declare-impartiality.ts'
import { casesOpenTo } from '../rules/access.ts'
import { listToDeclare, type ToDeclare } from '../queries/undeclared.ts'
import { isUuid } from '../rules/worklist-filter.ts'
import { caseTexts } from '../texts/case.ts'
import { impartialityTexts } from '../texts/impartiality.ts'
import { act } from './act.ts'

/** GET /saker/habilitet: every case that waits for one's declaration, at once; or those in the address. */
export async function showImpartiality(c: Ctx): Promise<Response> {
  const asked = new URL(c.req.url).searchParams.getAll('sak').filter(isUuid).slice(0, 200)
  return await render(c, asked)
}

async function render(
  c: Ctx,
  asked: readonly string[],
  typed?: { reasons: Map<string, string>; missing: string[] },
): Promise<Response> {
  const lang = c.var.lang
  const t = impartialityTexts[lang]
  const person = currentPerson(c)
  // An assessor may not name other cases than those given.
  const only = casesOpenTo(person) === 'all' ? asked : []
  const cases = await c.var.services.db.reading(c.var.scope, (trx) => listToDeclare(trx, person.id, only))
  const done = new URL(c.req.url).searchParams
  const declared = Number(done.get('n')) || 0
  const numberOf = (id: string) => cases.find((each) => each.id === id)?.number ?? ''
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      wide: true,
      status: typed ? 422 : 200,
      breadcrumbs: [{ label: caseTexts[lang].cases, href: '/saker' }, { label: t.title }],
      ...(declared > 0 ? { flash: { kind: 'success' as const, text: t.done(declared, Number(done.get('inhabil')) || 0) } } : {}),
    },
    <>
      <PageTitle title={t.title} {...(cases.length > 0 ? { lead: t.lead(cases.length) } : {})} />
      {cases.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={<LinkButton href="/saker">{t.toCases}</LinkButton>}>
          {t.emptyText}
        </EmptyState>
      ) : (
        <form method="post" action="/saker/habilitet" data-warn-unsaved="">
          <FormStart c={c} />
          <ErrorSummary
            lang={lang}
            problems={(typed?.missing ?? []).map((id) => ({ name: `grunn.${id}`, message: t.reasonMissing(numberOf(id)) }))}
          />
          <Alert kind="info">{t.rule}</Alert>
          <DataTable
            lang={lang}
            caption={t.title}
            hideCaption
            rows={cases}
            rowId={(row) => `case-${row.id}`}
            columns={[
              {
                label: t.number,
                heading: true,
                narrow: true,
                cell: (row: ToDeclare) => (
                  <>
                    {row.number}
                    <input type="hidden" name="sak" value={row.id} />
                  </>
                ),
              },
              { label: t.applicant, cell: (row) => row.applicantName },
              { label: t.about, cell: (row) => row.title },
              {
                label: t.partial,
                cell: (row) => (
                  <Checkbox
                    lang={lang}
                    name={`inhabil.${row.id}`}
                    label={t.partialIn(row.number)}
                    hideLabel
                    optional
                    checked={typed?.reasons.has(row.id) ?? false}
                  />
                ),
              },
              {
                label: t.reason,
                cell: (row) => (
                  <TextField
                    lang={lang}
                    name={`grunn.${row.id}`}
                    label={t.reasonFor(row.number)}
                    hideLabel
                    optional
                    size={30}
                    value={typed?.reasons.get(row.id) ?? ''}
                    error={typed?.missing.includes(row.id) ? t.reasonMissing(row.number) : undefined}
                  />
                ),
              },
            ]}
          />
          <ButtonRow>
            <Button>{t.declare}</Button>
          </ButtonRow>
        </form>
      )}
    </>,
  )
}

/** POST /saker/habilitet */
export async function doDeclareMany(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const person = currentPerson(c)
  const shown = form.all('sak').filter(isUuid).slice(0, 200)
  const except = new Map(
    shown.filter((id) => form.has(`inhabil.${id}`)).map((id) => [id, form.text(`grunn.${id}`).trim().slice(0, 500)]),
  )
  const done = await act(c, 'declare-impartiality', async (trx, { by, now }) => {
    // Only those that still wait, and only the person's own where roles open no others.
    const only = casesOpenTo(person) === 'all' ? shown : []
    const waiting = (await listToDeclare(trx, person.id, only)).map((each) => each.id).filter((id) => shown.includes(id))
    return await declareImpartiality(trx, { caseIds: waiting, except, by, at: now })
  })
  if (!done.ok)
    return await render(c, shown, { reasons: except, missing: [...except].filter(([, reason]) => !reason).map(([id]) => id) })
  return c.redirect(`/saker/habilitet?n=${done.value.declared}&inhabil=${done.value.partial}`, 303)
}

/** Shown instead of what was asked for, when impartiality is not declared or a superior's is lacking. */
export async function showGate(c: Ctx, why: 'notDeclared' | 'superiorNotImpartial', slug: string): Promise<Response> {
  const t = impartialityTexts[c.var.lang]
  const undeclared = why === 'notDeclared'
  return await page(
    c,
    { title: undeclared ? t.gateTitle : t.superiorTitle, room: 'desk', status: 409 },
    <EmptyState
      level={1}
      title={undeclared ? t.gateTitle : t.superiorTitle}
      action={
        <LinkButton href={undeclared ? `/saker/${slug}?gjor=declare#gjor` : `/saker/${slug}`}>
          {undeclared ? t.gateAction : t.toCases}
        </LinkButton>
      }
    >
      {undeclared ? t.gateText : t.superiorText}
    </EmptyState>,
  )
}
