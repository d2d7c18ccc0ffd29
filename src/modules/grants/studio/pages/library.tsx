import { NotFound } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Button, Card, EmptyState, FilterBar, Grid, PageTitle } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { startDraft } from '../actions/start-draft.ts'
import { listLibrary, type LibraryScheme } from '../queries/library.ts'
import { sharingTexts } from '../texts/sharing.ts'
import { studioTexts } from '../texts/studio.ts'
import { draftHref } from './studio-page.tsx'

/** GET /saker/ordninger/bibliotek: ready schemes to begin from. */
export async function showLibrary(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = sharingTexts[lang]
  const words = (c.req.query('sok') ?? '').trim().toLowerCase()
  const found = listLibrary().filter((scheme) => words === '' || textOf(scheme, lang).includes(words))
  return await page(
    c,
    {
      title: t.library,
      room: 'desk',
      wide: true,
      breadcrumbs: [{ label: studioTexts[lang].schemes, href: '/saker/ordninger' }, { label: t.library }],
    },
    <>
      <PageTitle title={t.library} lead={t.libraryLead} />
      <FilterBar
        lang={lang}
        action="/saker/ordninger/bibliotek"
        search={{ name: 'sok', label: t.find, value: c.req.query('sok') ?? '' }}
      />
      <div id="library" data-live="">
        {found.length === 0 ? <EmptyState title={t.noneFound} /> : null}
        <Grid>
          {found.map((scheme) => (
            <LibraryCard c={c} scheme={scheme} />
          ))}
        </Grid>
      </div>
    </>,
  )
}

function LibraryCard({ c, scheme: { slug, definition } }: { c: Ctx; scheme: LibraryScheme }) {
  const { lang } = c.var
  const t = sharingTexts[lang]
  const { modelledOn } = definition
  return (
    <Card level={2} title={definition.title[lang]}>
      <p>{definition.summary[lang]}</p>
      <p class="tg-quiet">
        {t.pages(definition.form.pages.length)} · {t.rules(definition.rules.length)}
      </p>
      {modelledOn ? (
        <p class="tg-quiet">
          {t.modelled} <cite lang="nb">«{modelledOn.name}»</cite>, <span lang="nb">{modelledOn.municipality}</span>
        </p>
      ) : null}
      <form method="post" action="/saker/ordninger/bibliotek">
        <FormStart c={c} />
        <input type="hidden" name="ordning" value={slug} />
        <Button small variant="secondary" icon="plus">
          {t.use}
          <span class="ds-sr-only"> {definition.title[lang]}</span>
        </Button>
      </form>
    </Card>
  )
}

/** POST /saker/ordninger/bibliotek: a draft that begins with a ready scheme. */
export async function beginFromLibrary(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const ready = listLibrary().find((scheme) => scheme.slug === form.text('ordning'))
  if (!ready) throw new NotFound('scheme in the library')
  const door = { key: form.key, action: 'start-scheme-draft', personId: currentPerson(c).id, body: ready.slug }
  const id = await services.db.inTransaction(scope, (trx) =>
    once(trx, door, async () => (await startDraft(trx, { from: 'document', document: { ...ready.definition } })).id),
  )
  return c.redirect(draftHref({ id }), 303)
}

function textOf({ definition }: LibraryScheme, lang: Lang): string {
  const { title, summary, purpose, modelledOn } = definition
  return [title[lang], summary[lang], purpose[lang], modelledOn?.name, modelledOn?.municipality].join(' ').toLowerCase()
}
