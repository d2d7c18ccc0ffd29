import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import { EmptyState, LinkButton, PageTitle, Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { asksNothing } from '../../application/rules/fields.ts'
import type { EffectiveDefinition, Field, PlainField } from '../../model.ts'
import { forPart, titleOf } from '../../scheme/rules/for-part.ts'
import { getDraft } from '../queries/drafts.ts'
import { shownDefinition } from '../rules/shown-definition.ts'
import { previewTexts } from '../texts/preview.ts'
import { draftHref } from './studio-page.tsx'

/** GET /saker/ordninger/:draftId/papir: the form to be filled in by hand, for those who cannot use a screen. */
export async function showPaper(c: Ctx): Promise<Response> {
  const { services, scope, municipality } = c.var
  const lang = (['nb', 'nn', 'en'] as const).find((each) => each === c.req.query('vis')) ?? c.var.lang
  const t = previewTexts[lang]
  currentPerson(c)
  const draft = await services.db.reading(scope, (trx) => getDraft(trx, c.req.param('draftId') ?? ''))
  const whole = shownDefinition(draft.document)
  const back = (
    <LinkButton variant="secondary" href={draftHref(draft, 'forhandsvis')}>
      {t.title}
    </LinkButton>
  )
  if (!whole)
    return await page(
      c,
      { title: t.paperTitle, room: 'desk' },
      <EmptyState level={1} title={t.notYet} action={back}>
        {t.notYetBody}
      </EmptyState>,
    )
  const definitions = (whole.parts ?? [undefined]).map((part) => forPart(whole, part?.key))
  return await page(
    c,
    { title: t.paperTitle, room: 'desk' },
    <div lang={lang}>
      <p class="tg-quiet" data-no-print>
        {t.print} {back}
      </p>
      {definitions.map((definition) => (
        <PaperForm definition={definition} municipality={municipality.name} lang={lang} />
      ))}
    </div>,
  )
}

function PaperForm({ definition, municipality, lang }: { definition: EffectiveDefinition; municipality: string; lang: Lang }) {
  const t = previewTexts[lang]
  return (
    <article class="tg-paper">
      <PageTitle eyebrow={t.paperTitle} title={titleOf(definition, lang)} lead={t.paperLead(municipality)} />
      {definition.form.pages.map((each) => (
        <Section title={each.title[lang]}>
          {each.intro ? <p>{each.intro[lang]}</p> : null}
          {each.showIf ? <p class="tg-quiet">{t.paperIf}</p> : null}
          {each.fields.map((field) => (
            <Question field={field} lang={lang} />
          ))}
        </Section>
      ))}
      <p>{definition.form.privacyNotice[lang]}</p>
      <div class="tg-paper__line">{t.signature}</div>
    </article>
  )
}

function Question({ field, lang }: { field: Field; lang: Lang }) {
  const t = previewTexts[lang]
  if (field.type === 'section')
    return (
      <>
        <h3>{field.label[lang]}</h3>
        {field.help ? <p>{field.help[lang]}</p> : null}
      </>
    )
  return (
    <div class="tg-paper__question">
      <h3>
        {field.label[lang]}
        {field.required ? ' *' : ''}
      </h3>
      {field.help ? <p>{field.help[lang]}</p> : null}
      {field.showIf && !asksNothing(field) ? <p class="tg-quiet">{t.paperIf}</p> : null}
      <Room field={field} lang={lang} />
    </div>
  )
}

/** Where one writes, ticks or encloses. */
function Room({ field, lang }: { field: Field; lang: Lang }) {
  const t = previewTexts[lang]
  switch (field.type) {
    case 'info':
    case 'section':
      return <></>
    case 'calculated':
      return <p class="tg-quiet">{t.calculated}</p>
    case 'file':
      return <Ticks labels={[t.attach]} />
    case 'yesNo':
      return <Ticks labels={[t.yes, t.no]} />
    case 'declaration':
      return <Ticks labels={[field.statement[lang]]} />
    case 'oneOf':
    case 'severalOf':
      return <Ticks labels={field.options.map((option) => option.label[lang])} />
    case 'table':
      return (
        <Rows head={field.fields.map((each) => heading(each, lang))} rows={Math.min(Math.max(field.minRows, 4), field.maxRows)} />
      )
    case 'budget':
      return (
        <Rows head={['', t.amountUnit]} first={field.categories.map((each) => each.label[lang])} rows={field.categories.length} />
      )
    case 'longText':
      return <Lines count={6} />
    case 'amount':
      return <Lines count={1} unit={t.amountUnit} />
    default:
      return <Lines count={1} />
  }
}

function heading(field: PlainField, lang: Lang): string {
  return field.label[lang]
}

function Ticks({ labels }: { labels: readonly string[] }) {
  return (
    <ul class="tg-paper__ticks">
      {labels.map((label) => (
        <li>{label}</li>
      ))}
    </ul>
  )
}

function Lines({ count, unit }: { count: number; unit?: string }) {
  return (
    <>
      {Array.from({ length: count }, () => (
        <div class="tg-paper__line">{unit}</div>
      ))}
    </>
  )
}

function Rows({ head, rows, first = [] }: { head: readonly string[]; rows: number; first?: readonly string[] }) {
  return (
    <table class="tg-paper__rows">
      <thead>
        <tr>{head.map((each) => (each === '' ? <td></td> : <th scope="col">{each}</th>))}</tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr>
            {head.map((_each, column) => (
              <td>{column === 0 ? first[row] : ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
