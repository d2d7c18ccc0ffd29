import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { Invalid } from '#platform/errors.ts'
import { once } from '#platform/idempotency.ts'
import {
  Button,
  ButtonRow,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Grid,
  LinkButton,
  PageTitle,
  Section,
  SelectField,
  Tag,
  TextField,
} from '#platform/look/index.ts'
import { formatDate, formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { startDraft, type DraftStart } from '../actions/start-draft.ts'
import { listSchemesForStudio, type StudioScheme } from '../queries/list-schemes.ts'
import { listUnits } from '../queries/studio-view.ts'
import { blockTexts } from '../texts/blocks.ts'
import { sharingTexts } from '../texts/sharing.ts'
import { studioTexts } from '../texts/studio.ts'
import { draftHref, draftTitle } from './studio-page.tsx'

/** GET /saker/ordninger: what is being written, and what is published. */
export async function showStudioList(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = studioTexts[lang]
  const { schemes, drafts } = await services.db.reading(scope, listSchemesForStudio)
  const done = c.req.query('gjort')
  const number = Number(c.req.query('versjon') ?? 0)
  const flash = done === 'published' ? t.publishedNow(number) : done === 'discarded' ? t.discarded : undefined
  return await page(
    c,
    { title: t.schemes, room: 'desk', wide: true, ...(flash ? { flash: { kind: 'success' as const, text: flash } } : {}) },
    schemes.length + drafts.length === 0 ? (
      <EmptyState level={1} title={t.emptyTitle} action={<Beginnings lang={lang} />}>
        {t.emptyBody}
      </EmptyState>
    ) : (
      <>
        <PageTitle title={t.schemes} lead={t.listLead} actions={<Beginnings lang={lang} />} />
        <Section title={t.drafts}>
          {drafts.length === 0 ? <p class="tg-quiet">{t.noDrafts}</p> : null}
          <Grid>
            {drafts.map((draft) => (
              <Card
                level={3}
                href={draftHref(draft)}
                title={draftTitle(draft, lang)}
                eyebrow={<Tag tone="info">{draft.current ? t.nextVersion(draft.current.number + 1) : t.newSchemeTag}</Tag>}
              >
                <p class="tg-quiet">{t.changedAt(formatDateTime(draft.changedAt, lang))}</p>
              </Card>
            ))}
          </Grid>
        </Section>
        <Section title={t.published}>
          <DataTable
            lang={lang}
            caption={t.published}
            hideCaption
            rows={schemes}
            rowId={(row) => row.id}
            columns={[
              { label: t.schemes, heading: true, cell: (row) => <a href={`/tilskudd/${row.slug}`}>{row.title[lang]}</a> },
              {
                label: t.version(0).replace(/ 0$/, ''),
                cell: (row) => (
                  <>
                    {t.version(row.number)} · {formatDate(row.publishedAt, lang)} {row.retired ? <Tag>{t.retired}</Tag> : null}
                  </>
                ),
              },
              { label: t.change, hideLabel: true, cell: (row) => <RowButtons c={c} row={row} /> },
            ]}
          />
        </Section>
      </>
    ),
  )
}

/** The ways to begin: from nothing, from a ready scheme, from a file. */
function Beginnings({ lang }: { lang: Lang }) {
  const words = sharingTexts[lang]
  return (
    <ButtonRow>
      <LinkButton href="/saker/ordninger/ny" icon="plus">
        {studioTexts[lang].newScheme}
      </LinkButton>
      <LinkButton href="/saker/ordninger/bibliotek" variant="secondary">
        {words.library}
      </LinkButton>
      <LinkButton href="/saker/ordninger/hent" variant="secondary">
        {words.bringIn}
      </LinkButton>
      <LinkButton href="/saker/ordninger/blokker" variant="tertiary">
        {blockTexts[lang].blocks}
      </LinkButton>
    </ButtonRow>
  )
}

function RowButtons({ c, row }: { c: Ctx; row: StudioScheme }) {
  const { lang } = c.var
  const t = studioTexts[lang]
  const name = <span class="ds-sr-only"> {row.title[lang]}</span>
  return (
    <div class="tg-studio-row">
      {row.draftId ? (
        <LinkButton small variant="secondary" href={draftHref({ id: row.draftId })} icon="edit">
          {t.goOn}
          {name}
        </LinkButton>
      ) : (
        <form method="post" action="/saker/ordninger/ny">
          <FormStart c={c} />
          <input type="hidden" name="versjon" value={row.id} />
          <Button small variant="secondary" icon="edit">
            {t.change}
            {name}
          </Button>
        </form>
      )}
      <LinkButton small variant="tertiary" href={`/saker/ordninger/ny?kopi=${row.id}`} icon="files">
        {t.copy}
        {name}
      </LinkButton>
    </div>
  )
}

/** GET /saker/ordninger/ny: what the new scheme, or the copy, is called. */
export async function showNewScheme(c: Ctx): Promise<Response> {
  return await newSchemePage(c, { title: '', unit: '', copyOf: c.req.query('kopi') ?? '' })
}

interface Typed {
  title: string
  unit: string
  copyOf: string
  /** What is missing, by the field's name. */
  errors?: Readonly<Record<string, string>>
}

async function newSchemePage(c: Ctx, typed: Typed): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = studioTexts[lang]
  const { units, copied } = await services.db.reading(scope, async (trx) => ({
    units: await listUnits(trx),
    copied: (await listSchemesForStudio(trx)).schemes.find((scheme) => scheme.id === typed.copyOf),
  }))
  const title = copied ? t.copy : t.newScheme
  const errors = typed.errors ?? {}
  const departments = units.filter((unit) => unit.kind === 'department')
  return await page(
    c,
    {
      title,
      room: 'desk',
      status: typed.errors ? 422 : 200,
      breadcrumbs: [{ label: t.schemes, href: '/saker/ordninger' }, { label: title }],
    },
    <>
      <PageTitle title={title} lead={copied ? t.copyLead : t.newSchemeHelp} />
      {typed.errors ? (
        <ErrorSummary lang={lang} problems={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      ) : null}
      <form method="post" action="/saker/ordninger/ny" class="tg-form" novalidate>
        <FormStart c={c} />
        {copied ? <input type="hidden" name="kopi" value={copied.id} /> : null}
        <TextField
          lang={lang}
          name="navn"
          label={copied ? t.nameOfCopy(copied.title[lang]) : t.nameOfNew}
          help={t.nameHelp}
          value={typed.title}
          error={errors['navn']}
          maxLength={90}
        />
        {copied ? null : (
          <SelectField
            lang={lang}
            name="enhet"
            label={t.unit}
            value={typed.unit}
            error={errors['enhet']}
            {...(departments.length === 1 ? { prompt: false as const } : {})}
            options={departments.map((unit) => ({ value: unit.key, label: unit.name[lang] }))}
          />
        )}
        <ButtonRow>
          <Button icon="arrow-right" iconAfter>
            {copied ? t.makeCopy : t.start}
          </Button>
          <LinkButton variant="tertiary" href="/saker/ordninger">
            {t.schemes}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

/** POST /saker/ordninger/ny: a new scheme, a copy, or a published scheme's next version. */
export async function beginScheme(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const form = await readForm(c)
  const typed = { title: form.text('navn').trim().slice(0, 200), unit: form.text('enhet'), copyOf: form.text('kopi') }
  const version = form.text('versjon')
  const start: DraftStart = isId(version)
    ? { from: 'version', schemeId: version }
    : isId(typed.copyOf)
      ? { from: 'copy', schemeId: typed.copyOf, title: typed.title, lang }
      : { from: 'blank', title: typed.title, lang, unit: typed.unit }
  try {
    const id = await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'start-scheme-draft', personId: currentPerson(c).id, body: start }, async () => {
        return (await startDraft(trx, start)).id
      }),
    )
    return c.redirect(draftHref({ id }), 303)
  } catch (error) {
    if (error instanceof Invalid) return await newSchemePage(c, { ...typed, errors: missingIn(error, lang) })
    throw error
  }
}

function missingIn(error: Invalid, lang: Lang): Record<string, string> {
  const t = studioTexts[lang]
  const has = (key: string) => error.reasons.some((reason) => reason.key === key)
  return {
    ...(has('titleMissing') ? { navn: t.nameMissing } : {}),
    ...(has('unitMissing') ? { enhet: t.unitMissing } : {}),
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
}
