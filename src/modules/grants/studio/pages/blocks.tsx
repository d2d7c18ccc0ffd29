import { Invalid } from '#platform/errors.ts'
import { currentPerson, FormStart, page, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  ErrorSummary,
  Grid,
  LinkButton,
  PageTitle,
  Section,
  Tag,
  TextField,
  type FlashMessage,
} from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Lang, Text3 } from '#platform/texts/texts.ts'
import { deleteBlock, renameBlock } from '../actions/change-block.ts'
import { getBlock, listBlockPlaces, listBlocks, type BlockPlace, type SchemeBlock } from '../queries/blocks.ts'
import { blockQuestions } from '../rules/blocks.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { studioTexts } from '../texts/studio.ts'
import { nameOf } from './name-of.ts'
import { ReadyBlocks } from './ready-blocks.tsx'
import { draftHref, draftTitle } from './studio-page.tsx'

const LIST = '/saker/ordninger/blokker'

/** A block's name, in a language it has. */
export function blockName(block: Pick<SchemeBlock, 'name'>, lang: Lang): string {
  return nameOf(block, 'name', lang) ?? blockTexts[lang].noName
}

/** GET /saker/ordninger/blokker: the municipality's blocks. */
export async function showBlocks(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = blockTexts[lang]
  const found = await services.db.reading(scope, async (trx) => {
    const blocks = await listBlocks(trx)
    return await Promise.all(
      blocks.map(async (block) => ({
        block,
        drafts: (await listBlockPlaces(trx, block.id)).filter((place) => !place.published).length,
      })),
    )
  })
  const done = c.req.query('gjort') === 'removed'
  return await page(
    c,
    {
      title: t.blocks,
      room: 'desk',
      breadcrumbs: [{ label: studioTexts[lang].schemes, href: '/saker/ordninger' }, { label: t.blocks }],
      ...(done ? { flash: { kind: 'success' as const, text: t.removed } } : {}),
    },
    <>
      <PageTitle title={t.blocks} lead={t.lead} />
      {found.length === 0 ? (
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      ) : (
        <Section title={t.own}>
          <Grid>
            {found.map(({ block, drafts }) => (
              <Card level={3} href={`${LIST}/${block.id}`} title={blockName(block, lang)}>
                <p>{block.fields.map((field) => nameOf(field, 'label', lang) ?? t.noName).join(' · ')}</p>
                <p class="tg-quiet">
                  {t.usedIn(drafts)} · {t.changedAt(formatDateTime(block.changedAt, lang))}
                </p>
              </Card>
            ))}
          </Grid>
        </Section>
      )}
      <ReadyBlocks c={c} own={found.map(({ block }) => block)} />
    </>,
  )
}

/** GET /saker/ordninger/blokker/:blockId: what is in a block, where it is used, its name, and taking it away. */
export async function showBlock(c: Ctx): Promise<Response> {
  return await drawBlock(c)
}

async function drawBlock(c: Ctx, typed?: { name: Text3; missing: boolean }): Promise<Response> {
  const { lang, services, scope } = c.var
  const t = blockTexts[lang]
  const { block, places } = await services.db.reading(scope, async (trx) => {
    const found = await getBlock(trx, c.req.param('blockId') ?? '')
    return { block: found, places: await listBlockPlaces(trx, found.id) }
  })
  const drafts = places.filter((place) => !place.published)
  const published = places.filter((place) => place.published)
  const flash = flashOf(c)
  const name = blockName(block, lang)
  const action = `${LIST}/${block.id}`
  if (c.req.query('slett') === '1') return await askRemove(c, block, drafts)
  return await page(
    c,
    {
      title: name,
      room: 'desk',
      status: typed ? 422 : 200,
      breadcrumbs: [
        { label: studioTexts[lang].schemes, href: '/saker/ordninger' },
        { label: t.blocks, href: LIST },
        { label: name },
      ],
      ...(flash ? { flash } : {}),
    },
    <>
      {typed?.missing ? <ErrorSummary lang={lang} problems={[{ name: `navn.${lang}`, message: t.nameMissing }]} /> : null}
      <PageTitle title={name} eyebrow={t.blocks} lead={drafts.length > 0 ? t.toChange : t.toChangeUnused} />
      <Section title={t.whichOf}>
        <BlockFields lang={lang} block={block} />
      </Section>
      <Section title={t.drafts}>
        {drafts.length === 0 ? <p class="tg-quiet">{t.notUsed}</p> : null}
        <Grid>
          {drafts.map((place) => (
            <UsedCard lang={lang} block={block} place={place} />
          ))}
        </Grid>
      </Section>
      {published.length > 0 ? (
        <Section title={t.published} intro={t.publishedLead}>
          <ul>
            {published.map(({ document }) => (
              <li>{draftTitle({ document }, lang)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <form method="post" action={action} class="tg-form" novalidate>
        <FormStart c={c} />
        {(['nb', 'nn', 'en'] as const).map((each) => (
          <TextField
            lang={lang}
            name={`navn.${each}`}
            label={t.nameIn[each]}
            value={(typed?.name ?? block.name)[each]}
            optional="quiet"
            error={typed?.missing && each === lang ? t.nameMissing : undefined}
            maxLength={90}
          />
        ))}
        <ButtonRow>
          <Button variant="secondary" name="_do" value="rename">
            {t.rename}
          </Button>
        </ButtonRow>
      </form>
      <Section title={t.remove} intro={t.removeLead}>
        <LinkButton variant="secondary" icon="trash" href={`${action}?slett=1`}>
          {t.remove}
        </LinkButton>
      </Section>
    </>,
  )
}

/** Before a block goes: where it is used now, and what becomes of its questions there. */
async function askRemove(c: Ctx, block: SchemeBlock, drafts: readonly BlockPlace[]): Promise<Response> {
  const { lang } = c.var
  const t = blockTexts[lang]
  const name = blockName(block, lang)
  const here = `${LIST}/${block.id}`
  return await page(
    c,
    {
      title: t.removeNow(name),
      room: 'desk',
      breadcrumbs: [
        { label: studioTexts[lang].schemes, href: '/saker/ordninger' },
        { label: t.blocks, href: LIST },
        { label: name, href: here },
        { label: t.remove },
      ],
    },
    <>
      <PageTitle title={t.removeNow(name)} lead={drafts.length === 0 ? t.notUsed : t.removeUsed(drafts.length)} />
      {drafts.length === 0 ? null : (
        <ul>
          {drafts.map(({ use, document }) => (
            <li>
              <a href={draftHref({ id: use.draftId }, `blokk/${use.id}`)}>{draftTitle({ document }, lang)}</a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={here}>
        <FormStart c={c} />
        <ButtonRow>
          <Button variant="danger" icon="trash" name="_do" value="remove">
            {t.remove}
          </Button>
          <LinkButton variant="tertiary" href={here}>
            {t.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}

function BlockFields({ lang, block }: { lang: Lang; block: SchemeBlock }) {
  const words = questionTexts[lang]
  return (
    <ul>
      {block.fields.map((field) => (
        <li>
          {nameOf(field, 'label', lang) ?? words.noName}{' '}
          <span class="tg-quiet">{(words.types as Record<string, string>)[String(field['type'])]}</span>
        </li>
      ))}
    </ul>
  )
}

function UsedCard({ lang, block, place: { use, document } }: { lang: Lang; block: SchemeBlock; place: BlockPlace }) {
  const t = blockTexts[lang]
  const differing = blockQuestions(document, use, block.fields).filter((each) => each.state !== 'same').length
  return (
    <Card
      level={3}
      title={draftTitle({ document }, lang)}
      eyebrow={differing > 0 ? <Tag tone="warning">{t.differing(differing)}</Tag> : <Tag tone="success">{t.asBlock}</Tag>}
    >
      <ButtonRow>
        <LinkButton small variant="secondary" href={draftHref({ id: use.draftId }, `blokk/${use.id}`)}>
          {t.open}
          <span class="ds-sr-only"> {draftTitle({ document }, lang)}</span>
        </LinkButton>
      </ButtonRow>
    </Card>
  )
}

function flashOf(c: Ctx): FlashMessage | undefined {
  const t = blockTexts[c.var.lang]
  const count = (name: string) => Math.max(0, Math.trunc(Number(c.req.query(name)) || 0))
  const said: Record<string, string> = {
    renamed: t.renamed,
    saved: t.saved,
    brought: t.brought,
    updated: t.updated(count('utkast'), count('beholdt')),
  }
  const text = said[c.req.query('gjort') ?? '']
  return text ? { kind: 'success', text } : undefined
}

/** POST /saker/ordninger/blokker/:blockId: another name, or away with it. */
export async function changeBlockItself(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const blockId = c.req.param('blockId') ?? ''
  const remove = form.text('_do') === 'remove'
  const word = (lang: Lang) => form.text(`navn.${lang}`).trim().slice(0, 90)
  const name = { nb: word('nb'), nn: word('nn'), en: word('en') }
  const body = remove ? { blockId } : { blockId, name }
  const door = { key: form.key, action: remove ? 'delete-block' : 'rename-block', personId: currentPerson(c).id, body }
  try {
    await services.db.inTransaction(scope, (trx) =>
      once(trx, door, () => (remove ? deleteBlock(trx, { blockId }) : renameBlock(trx, { blockId, name }))),
    )
  } catch (error) {
    if (error instanceof Invalid) return await drawBlock(c, { name, missing: true })
    throw error
  }
  return c.redirect(remove ? `${LIST}?gjort=removed` : `${LIST}/${blockId}?gjort=renamed`, 303)
}
