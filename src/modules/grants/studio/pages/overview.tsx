import type { Child } from 'hono/jsx'
import type { Ctx } from '#platform/http/index.ts'
import { Alert, ButtonRow, Card, Details, Grid, Icon, LinkButton, Section, Tag } from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { StudioView } from '../queries/studio-view.ts'
import type { Finding } from '../rules/findings.ts'
import { sayFinding } from '../texts/findings.ts'
import { partTexts } from '../texts/parts.ts'
import { studioTexts } from '../texts/studio.ts'
import { toolTexts } from '../texts/tools.ts'
import { countPlaces, isMissing, partOf, partTitle, stateOf, studioParts, type PartState, type StudioPart } from './parts.ts'
import { draftHref, placeOfChange, readStudio, studioPage } from './studio-page.tsx'
import { studioTools } from './tools.ts'

/** GET /saker/ordninger/:draftId: every part with what is done and what is missing, and the way to publishing. */
export async function showOverview(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = studioTexts[lang]
  const view = await readStudio(c)
  const stops = countPlaces(view.findings.filter((finding) => finding.level === 'stops'))
  const elsewhere = view.findings.filter((finding) => !partOf(finding.path))
  const groups = Object.entries(t.groups) as [StudioPart['group'], string][]
  return await studioPage(
    c,
    view,
    {},
    <>
      <div class="tg-studio-sum">
        <p>
          <Icon name={stops === 0 ? 'check-circle' : 'info'} />
          <span>{stops === 0 ? t.allDone : t.toPublish(stops)}</span>
        </p>
        <ButtonRow>
          <LinkButton href={draftHref(view.draft, 'publiser')} icon="megaphone" variant={stops === 0 ? 'primary' : 'secondary'}>
            {t.publish}
          </LinkButton>
        </ButtonRow>
      </div>
      {groups.map(([group, title]) => {
        const parts = studioParts.filter((part) => part.group === group)
        return parts.length === 0 ? null : (
          <Section title={title}>
            <Grid>
              {parts.map((part) => (
                <PartCard view={view} part={part} lang={lang} />
              ))}
            </Grid>
          </Section>
        )
      })}
      <Section title={t.tools}>
        <ButtonRow>
          {studioTools.map((tool) => (
            <LinkButton small variant="secondary" href={draftHref(view.draft, tool.path)} icon={tool.icon}>
              {toolTexts[lang][tool.path]}
            </LinkButton>
          ))}
        </ButtonRow>
      </Section>
      {elsewhere.length > 0 ? (
        <Alert kind="warning" title={t.otherFindings}>
          <FindingList findings={elsewhere} lang={lang} />
        </Alert>
      ) : null}
      <Section title={t.recent}>
        <RecentChanges view={view} lang={lang} />
        <p>
          <a href={draftHref(view.draft, 'forkast')}>{t.discard}</a>
        </p>
      </Section>
    </>,
  )
}

function PartCard({ view, part, lang }: { view: StudioView; part: StudioPart; lang: Lang }) {
  const state = stateOf(part, view.draft.document, view.findings)
  return (
    <Card
      level={3}
      href={draftHref(view.draft, part.path)}
      eyebrow={
        <>
          <Icon name={part.icon} size="sm" /> <StateTag state={state} lang={lang} />
        </>
      }
      title={partTitle(part, lang)}
    >
      <p>{partTexts[lang].about[part.key]}</p>
      <Missing state={state} lang={lang} />
    </Card>
  )
}

function StateTag({ state, lang }: { state: PartState; lang: Lang }) {
  const t = studioTexts[lang]
  if (state.stops.length > 0) return <Tag tone="warning">{t.missingCount(countPlaces(state.stops))}</Tag>
  if (state.advice.length > 0) return <Tag tone="info">{t.adviceCount(state.advice.length)}</Tag>
  return (
    <Tag tone="success" icon="check">
      {t.done}
    </Tag>
  )
}

function Missing({ state, lang }: { state: PartState; lang: Lang }) {
  const t = studioTexts[lang]
  const languages = (['nb', 'nn', 'en'] as const).filter((each) => state.missing[each] > 0)
  const wrong = state.stops.filter((finding) => !isMissing(finding))
  return (
    <>
      {languages.length > 0 ? (
        <p class="tg-quiet">
          {t.notTranslated(languages.map((each) => t.missingTexts(state.missing[each], t.languages[each])).join(', '))}
        </p>
      ) : null}
      {wrong.length > 0 ? <FindingList findings={wrong.slice(0, 2)} lang={lang} /> : null}
    </>
  )
}

/** What is wrong, each with the place it stands at when its sentence does not say it. */
export function FindingList({
  findings,
  lang,
  href,
}: {
  findings: readonly Finding[]
  lang: Lang
  href?: (finding: Finding) => string | undefined
}) {
  return (
    <ul class="tg-studio-findings">
      {findings.map((finding) => {
        const sentence: Child = sayFinding(finding, lang)
        const to = href?.(finding)
        return <li>{to ? <a href={to}>{sentence}</a> : sentence}</li>
      })}
    </ul>
  )
}

function RecentChanges({ view, lang }: { view: StudioView; lang: Lang }) {
  const t = studioTexts[lang]
  if (view.recent.length === 0) return <p class="tg-quiet">{t.noChanges}</p>
  const say = { edit: t.didEdit, undo: t.didUndo, redo: t.didRedo, rebase: t.didRebase }
  const items = view.recent.map((change) => ({
    at: change.at,
    title: say[change.kind](change.personName ?? t.somebody, placeOfChange(change, lang)),
  }))
  return (
    <Details summary={`${items[0]?.title} · ${formatDateTime(items[0]?.at ?? new Date(0), lang)}`}>
      <ul class="tg-studio-changes">
        {items.map((item) => (
          <li>
            {item.title} · <span class="tg-quiet">{formatDateTime(item.at, lang)}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}
