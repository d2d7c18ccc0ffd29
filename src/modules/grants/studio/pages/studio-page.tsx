import type { Child } from 'hono/jsx'
import { currentPerson, FormStart, page, type Ctx } from '#platform/http/index.ts'
import { Alert, Button, Details, Icon, PageTitle, SaveState, Tag, type FlashMessage } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { DraftChange } from '../queries/changes.ts'
import type { SchemeDraft } from '../queries/drafts.ts'
import { getStudioView, type StudioView } from '../queries/studio-view.ts'
import { valueAt } from '../rules/paths.ts'
import { studioTexts } from '../texts/studio.ts'
import { partOf, partTitle, stateOf, studioParts, type StudioPart } from './parts.ts'

/** The address of a draft, or of a page of it. */
export function draftHref(draft: Pick<SchemeDraft, 'id'>, path = ''): string {
  return `/saker/ordninger/${draft.id}${path ? `/${path}` : ''}`
}

/** What the scheme is called in this language, or in one that it has a name in. */
export function draftTitle(draft: Pick<SchemeDraft, 'document'>, lang: Lang): string {
  const names = [lang, 'nb', 'nn', 'en'].map((each) => valueAt(draft.document, `title.${each}`))
  const name = names.find((each) => typeof each === 'string' && each.trim() !== '')
  return typeof name === 'string' ? name : studioTexts[lang].untitled
}

/** The draft of the address with its state, for the person who asks. Throws NotFound. */
export async function readStudio(c: Ctx): Promise<StudioView> {
  const { services, scope } = c.var
  return await services.db.reading(scope, (trx) => getStudioView(trx, c.req.param('draftId') ?? '', currentPerson(c).id))
}

export interface StudioShown {
  /** The part whose page it is; none for the overview and the tools. */
  part?: StudioPart
  /** The page's heading; the part's title when left out. */
  title?: string
  /** The last part of the address, where undo comes back to; the part's when left out. */
  path?: string
  lead?: Child
  status?: 200 | 409 | 422
  flash?: FlashMessage
  /** Without the list of parts beside it: previews and pictures need the room. */
  bare?: boolean
}

/** The frame of every page of a draft: whose scheme, where one is, what is saved, undo, who else writes. */
export function studioPage(c: Ctx, view: StudioView, shown: StudioShown, children: Child): Response | Promise<Response> {
  const { lang } = c.var
  const t = studioTexts[lang]
  const { draft } = view
  const name = draftTitle(draft, lang)
  const title = shown.title ?? (shown.part ? partTitle(shown.part, lang) : name)
  const path = shown.path ?? shown.part?.path ?? ''
  const flash = shown.flash ?? flashOf(c)
  const isOverview = !shown.part && !shown.title
  return page(
    c,
    {
      title: isOverview ? name : `${title} – ${name}`,
      room: 'desk',
      wide: true,
      status: shown.status ?? 200,
      ...(flash ? { flash } : {}),
      breadcrumbs: [
        { label: t.schemes, href: '/saker/ordninger' },
        ...(isOverview ? [{ label: name }] : [{ label: name, href: draftHref(draft) }, { label: title }]),
      ],
    },
    <>
      <PageTitle
        {...(isOverview ? {} : { eyebrow: name })}
        title={title}
        tags={<DraftTags draft={draft} lang={lang} />}
        {...(shown.lead === undefined ? {} : { lead: shown.lead })}
      />
      <Toolbar c={c} view={view} path={path} />
      <div id="studio-others" data-live>
        <OthersHere c={c} view={view} />
        {draft.current && draft.current.versionId !== draft.basedOn?.versionId ? <Outrun c={c} view={view} /> : null}
      </div>
      {shown.bare ? (
        children
      ) : (
        <div class="tg-studio">
          <PartMenu view={view} lang={lang} {...(shown.part ? { now: shown.part } : {})} overview={isOverview} />
          <div class="tg-studio__main">{children}</div>
        </div>
      )}
    </>,
  )
}

function DraftTags({ draft, lang }: { draft: SchemeDraft; lang: Lang }) {
  const t = studioTexts[lang]
  return <Tag tone="info">{draft.current ? t.nextVersion(draft.current.number + 1) : t.newSchemeTag}</Tag>
}

function Toolbar({ c, view, path }: { c: Ctx; view: StudioView; path: string }) {
  const t = studioTexts[c.var.lang]
  const { draft, history } = view
  return (
    <div class="tg-studio-tools" data-no-print>
      <form method="post" action={draftHref(draft, 'angre')} class="tg-studio-tools__undo">
        <FormStart c={c} />
        <input type="hidden" name="tilbake" value={path} />
        <span id="studio-undo" data-live>
          <Button small variant="secondary" icon="undo" name="_do" value="undo" disabled={history.undo === undefined}>
            {t.undo}
          </Button>
          <Button small variant="tertiary" icon="repeat" name="_do" value="redo" disabled={history.redo === undefined}>
            {t.redo}
          </Button>
        </span>
      </form>
      <SaveState lang={c.var.lang} savedAt={clock(draft.changedAt)} />
    </div>
  )
}

/** Minutes that somebody else's last change makes them somebody who writes here now. */
const RECENT = 15

function OthersHere({ c, view }: { c: Ctx; view: StudioView }) {
  const { lang } = c.var
  const t = studioTexts[lang]
  const now = c.var.services.now()
  const own = currentPerson(c).id
  const seen = new Set<string | null>([own])
  const latest = view.recent.filter((change) => {
    if (seen.has(change.personId) || now.getTime() - change.at.getTime() > RECENT * 60_000) return false
    seen.add(change.personId)
    return true
  })
  return latest.map((change) => {
    const minutes = Math.floor((now.getTime() - change.at.getTime()) / 60_000)
    return (
      <p class="tg-studio-other">
        <Icon name="people" />
        <span>{t.alsoHere(change.personName ?? t.somebody, placeOfChange(change, lang), t.minutesAgo(minutes))}</span>
      </p>
    )
  })
}

/** The part a change was made in, in words. */
export function placeOfChange(change: Pick<DraftChange, 'ops'>, lang: Lang): string {
  const [op] = change.ops
  const part = op && partOf(op.do === 'insert' ? op.list : op.path)
  return part ? `«${partTitle(part, lang)}»` : `«${studioTexts[lang].overview}»`
}

function Outrun({ c, view }: { c: Ctx; view: StudioView }) {
  const t = studioTexts[c.var.lang]
  const { draft } = view
  return (
    <Alert kind="warning" title={t.outrunTitle}>
      <p>{t.outrun(draft.current?.number ?? 0, draft.basedOn?.number ?? 0)}</p>
      <form method="post" action={draftHref(draft, 'oppdater')}>
        <FormStart c={c} />
        <Button small variant="secondary">
          {t.bringUp}
        </Button>
      </form>
    </Alert>
  )
}

/** Every part with how far it has come; beside the page, or folded above it on a phone. */
function PartMenu({ view, lang, now, overview }: { view: StudioView; lang: Lang; now?: StudioPart; overview: boolean }) {
  if (overview) return null
  const t = studioTexts[lang]
  const list = (
    <ul class="tg-studio-menu__list">
      <li>
        <a href={draftHref(view.draft)}>
          <Icon name="home" size="sm" />
          <span>{t.overview}</span>
        </a>
      </li>
      {studioParts.map((part) => {
        const { stops, missing } = stateOf(part, view.draft.document, view.findings)
        const open = stops.length > 0 || missing.nb + missing.nn + missing.en > 0
        return (
          <li>
            <a href={draftHref(view.draft, part.path)} aria-current={part === now ? 'page' : undefined}>
              <span class="tg-studio-menu__mark" data-state={open ? 'open' : 'done'} aria-hidden="true">
                <Icon name={open ? 'edit' : 'check'} size="sm" />
              </span>
              <span>{partTitle(part, lang)}</span>
              <span class="ds-sr-only">{open ? t.missingHere : t.done}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
  return (
    <nav class="tg-studio-menu" aria-label={t.parts} id="studio-menu" data-live>
      <div class="tg-studio-menu__wide">{list}</div>
      <div class="tg-studio-menu__narrow">
        <Details summary={t.parts}>{list}</Details>
      </div>
    </nav>
  )
}

/** What the last press did, told by the address: ?gjort=undone. */
function flashOf(c: Ctx): FlashMessage | undefined {
  const t = studioTexts[c.var.lang]
  const done = c.req.query('gjort') ?? ''
  const good: Record<string, string> = {
    saved: t.saved,
    undone: t.undone,
    redone: t.redone,
    added: t.addedTo,
    taken: t.taken,
    broughtUp: Number(c.req.query('n')) > 0 ? t.broughtUpClash(Number(c.req.query('n'))) : t.broughtUp,
  }
  const bad: Record<string, string> = { nothing: t.nothingToUndo, changedSince: t.changedSince, refused: t.refused }
  if (good[done]) return { kind: 'success', text: good[done] }
  return bad[done] ? { kind: 'warning', text: bad[done] } : undefined
}

/** "14.05": the hour in Oslo. */
function clock(at: Date): string {
  return at.toLocaleTimeString('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' }).replace(':', '.')
}
