import { FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { Alert, Button, ButtonRow, fieldId, Grid, LinkButton, RadioGroup, Section } from '#platform/look/index.ts'
import { editDraft } from '../actions/edit-draft.ts'
import type { StudioView } from '../queries/studio-view.ts'
import type { Clash, DraftDocument, Op } from '../rules/ops.ts'
import { parsePath, valueAt } from '../rules/paths.ts'
import { markValue, seenName } from '../rules/read-inputs.ts'
import { sayPlace } from '../texts/changes.ts'
import { inputTexts } from '../texts/inputs.ts'
import { showValue } from './show-value.ts'
import { draftHref, readStudio, studioPage } from './studio-page.tsx'

/** Two changed the same place: both texts beside each other, and the choice. Nothing that was typed is lost. */
export async function showClashes(c: Ctx, view: StudioView, clashes: readonly Clash[], back: string): Promise<Response> {
  const { lang } = c.var
  const t = inputTexts[lang]
  const changed = clashes.filter((clash) => clash.op.do === 'set' && clash.reason === 'changed')
  const others = clashes.filter((clash) => !changed.includes(clash))
  return await studioPage(
    c,
    view,
    { title: t.clashTitle, path: back, status: 409, bare: true },
    <>
      {changed.length > 0 ? (
        <Alert kind="info">
          <p>{t.clashLead(changed.length)}</p>
          <p>{t.restSaved}</p>
        </Alert>
      ) : null}
      {others.map((clash) => (
        <Gone c={c} clash={clash} document={view.draft.document} />
      ))}
      <form method="post" action={draftHref(view.draft, 'kollisjon')} class="tg-form">
        <FormStart c={c} />
        <input type="hidden" name="tilbake" value={back} />
        {changed.map((clash) => (
          <Both c={c} clash={clash} document={view.draft.document} />
        ))}
        <ButtonRow>
          {changed.length > 0 ? <Button>{t.saveChoice}</Button> : null}
          <LinkButton variant={changed.length > 0 ? 'tertiary' : 'primary'} href={draftHref(view.draft, back)}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

interface Row {
  c: Ctx
  clash: Clash
  document: DraftDocument
}

function Both({ c, clash, document }: Row) {
  const { lang } = c.var
  const t = inputTexts[lang]
  if (clash.op.do !== 'set') return null
  const { path, after } = clash.op
  const isText = typeof after === 'string'
  const id = fieldId(`mine-${path}`)
  return (
    <div class="tg-studio-clash">
      <h2>{sayPlace(document, path, lang)}</h2>
      <input type="hidden" name={seenName(path)} value={markValue(clash.now)} />
      {isText ? null : <input type="hidden" name={`json:${path}`} value={JSON.stringify(after ?? null)} />}
      <Grid>
        <div class="ds-field">
          <label class="ds-label" for={id}>
            {t.yours}
          </label>
          <textarea class="ds-input" id={id} name={`text:${path}`} rows={4} readonly={!isText}>
            {isText ? after : showValue(after, lang)}
          </textarea>
        </div>
        <Section level={3} title={t.theirs}>
          <p class="tg-studio-stored">{showValue(clash.now, lang)}</p>
        </Section>
      </Grid>
      <RadioGroup
        lang={lang}
        name={`use:${path}`}
        label={t.choose}
        value="mine"
        inline
        options={[
          { value: 'mine', label: t.useMine },
          { value: 'theirs', label: t.keepTheirs },
        ]}
      />
    </div>
  )
}

function Gone({ c, clash, document }: Row) {
  const { lang } = c.var
  const t = inputTexts[lang]
  const typed = clash.op.do === 'set' ? clash.op.after : undefined
  return (
    <Alert
      kind="warning"
      title={`${sayPlace(document, clash.op.do === 'insert' ? clash.op.list : clash.op.path, lang)}: ${clash.op.do === 'set' ? t.goneTitle : t.clashTitle}`}
    >
      <p>{clash.op.do === 'remove' && clash.reason === 'changed' ? t.removeClash : t.goneBody}</p>
      {typed === undefined ? null : <p class="tg-studio-stored">{showValue(typed, lang)}</p>}
      {clash.op.do === 'remove' && clash.now !== undefined ? <p class="tg-studio-stored">{showValue(clash.now, lang)}</p> : null}
    </Alert>
  )
}

/** POST /saker/ordninger/:draftId/kollisjon: what is to stand where two wrote. */
export async function settleClashes(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const back = /^[a-z-]{1,40}$/.test(form.text('tilbake')) ? form.text('tilbake') : ''
  const draftId = c.req.param('draftId') ?? ''
  const paths = form.names().flatMap((name) => (name.startsWith('use:') && form.text(name) === 'mine' ? [name.slice(4)] : []))
  const again: Clash[] = []
  await services.db.inTransaction(scope, async (trx) => {
    const { clashes } = await editDraft(trx, {
      draftId,
      ops: ({ document }) =>
        paths.flatMap((path): Op[] => {
          if (!parsePath(path)) return []
          const now = valueAt(document, path)
          const json = form.has(`json:${path}`) ? readJson(form.text(`json:${path}`)) : form.text(`text:${path}`)
          const op: Op = {
            do: 'set',
            path,
            ...(now === undefined ? {} : { before: now }),
            ...(json === null ? {} : { after: json }),
          }
          if (markValue(now) === form.text(seenName(path))) return [op]
          again.push({ op, reason: 'changed', ...(now === undefined ? {} : { now }) })
          return []
        }),
    })
    again.push(...clashes)
  })
  if (again.length > 0) return await showClashes(c, await readStudio(c), again, back)
  return c.redirect(`${draftHref({ id: draftId }, back)}?gjort=saved`, 303)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
