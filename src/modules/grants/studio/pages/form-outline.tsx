import { fieldId, Icon, LinkButton, SelectField, Tag, TextField } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { FieldType } from '../../model.ts'
import type { StudioView } from '../queries/studio-view.ts'
import { columnTypes, fieldTypes } from '../rules/form-edit.ts'
import { itemsOf } from '../rules/inputs.ts'
import { isRecord, isWithin } from '../rules/paths.ts'
import { countMissing, listTexts } from '../rules/texts3.ts'
import { blockTexts } from '../texts/blocks.ts'
import { questionTexts } from '../texts/questions.ts'
import { BlockChoice, BlockMark } from './block-marks.tsx'
import { nameOf } from './name-of.ts'
import { draftHref } from './studio-page.tsx'

export interface OutlineProps {
  lang: Lang
  view: StudioView
}

/** The address of one question's or page's own page. */
export function placeHref(view: StudioView, path: string): string {
  return draftHref(view.draft, `skjema/${encodeURIComponent(path)}`)
}

/** All pages of a list with their questions, each with what can be done with it. */
export function PagesOutline({ lang, view, list }: OutlineProps & { list: string }) {
  const t = questionTexts[lang]
  const pages = itemsOf(view.draft.document, list)
  return (
    <>
      <div class="tg-outline-pages" data-list={list}>
        {pages.map(({ path, value }, index) => {
          const title = nameOf(value, 'title', lang) ?? t.noName
          return (
            <section class="tg-outline" id={`i-${fieldId(path)}`} data-path={path} data-drop>
              <div class="tg-outline__top">
                <Grip what={title} lang={lang} />
                {list === 'form.pages' ? (
                  <h2 class="tg-outline__title">{t.pageOf(index + 1, title)}</h2>
                ) : (
                  <h3 class="tg-outline__title">{t.pageOf(index + 1, title)}</h3>
                )}
                <Flags lang={lang} view={view} path={path} value={value} own />
                <div class="tg-outline__buttons">
                  <LinkButton small variant="tertiary" href={placeHref(view, path)} icon="edit">
                    {t.edit}
                    <span class="ds-sr-only"> {title}</span>
                  </LinkButton>
                  <LinkButton small variant="tertiary" href={draftHref(view.draft, `ny-blokk/${encodeURIComponent(path)}`)}>
                    {blockTexts[lang].saveAs}
                    <span class="ds-sr-only"> {title}</span>
                  </LinkButton>
                  <MoveButtons lang={lang} path={path} what={title} first={index === 0} last={index === pages.length - 1} />
                </div>
              </div>
              <FieldsOutline
                lang={lang}
                view={view}
                list={`${path}.fields`}
                between={{ first: index === 0, last: index === pages.length - 1 }}
              />
            </section>
          )
        })}
      </div>
      <Adding lang={lang} list={list} label={t.newPage} button={t.addPage} />
    </>
  )
}

/** The questions of a page, a table or the report. `between`: whether a page comes before and after, to move on to. */
export function FieldsOutline({
  lang,
  view,
  list,
  between = { first: true, last: true },
  columns = false,
}: OutlineProps & { list: string; between?: { first: boolean; last: boolean }; columns?: boolean }) {
  const t = questionTexts[lang]
  const fields = itemsOf(view.draft.document, list)
  return (
    <>
      {fields.length === 0 ? <p class="tg-quiet">{t.empty}</p> : null}
      <ol class="tg-outline__list" data-list={list}>
        {fields.map(({ path, value }, index) => {
          const label = nameOf(value, 'label', lang) ?? t.noName
          const type = isRecord(value) ? String(value['type']) : ''
          return (
            <li class="tg-outline__field" id={`i-${fieldId(path)}`} data-type={type} data-path={path}>
              <Grip what={label} lang={lang} />
              <a href={placeHref(view, path)} class="tg-outline__label">
                {label}
              </a>
              <span class="tg-outline__type">{(t.types as Record<string, string>)[type] ?? type}</span>
              <Flags lang={lang} view={view} path={path} value={value} />
              <BlockMark lang={lang} view={view} path={path} />
              <MoveButtons
                lang={lang}
                path={path}
                what={label}
                first={index === 0 && between.first}
                last={index === fields.length - 1 && between.last}
                copied
              />
            </li>
          )
        })}
      </ol>
      <Adding lang={lang} list={list} label={t.newLabel} button={t.addQuestion} types={columns ? columnTypes : fieldTypes} />
      {columns ? null : <BlockChoice lang={lang} view={view} list={list} />}
    </>
  )
}

/** To drag by, with a mouse; the arrows do the same. */
function Grip({ lang, what }: { lang: Lang; what: string }) {
  return (
    <span class="tg-outline__grip" aria-hidden="true" title={questionTexts[lang].drag(what)}>
      <Icon name="menu" size="sm" />
    </span>
  )
}

/** What one should know without opening it: demanded, conditional, untranslated, wrong. */
function Flags({ lang, view, path, value, own = false }: OutlineProps & { path: string; value: unknown; own?: boolean }) {
  const t = questionTexts[lang]
  if (!isRecord(value)) return <></>
  const inside = (place: string) => isWithin(place, path) && !(own && isWithin(place, `${path}.fields`))
  const faults = view.findings.filter(
    (finding) =>
      finding.level === 'stops' && finding.key !== 'missing' && finding.key !== 'languageMissing' && inside(finding.path),
  )
  const missing = countMissing(listTexts(value, path).filter((text) => inside(text.path)))
  const lacking = (['nb', 'nn', 'en'] as const).filter((each) => missing[each] > 0)
  return (
    <span class="tg-outline__flags">
      {value['required'] === true ? <Tag tone="neutral">{t.required}</Tag> : null}
      {typeof value['showIf'] === 'string' && value['showIf'] !== '' ? <Tag tone="info">{t.conditional}</Tag> : null}
      {lacking.length > 0 ? <Tag tone="warning">{t.missing(lacking.map((each) => t.languages[each]).join(', '))}</Tag> : null}
      {faults.length > 0 ? <Tag tone="danger">{t.faults(faults.length)}</Tag> : null}
    </span>
  )
}

interface MoveProps {
  lang: Lang
  path: string
  what: string
  first: boolean
  last: boolean
  copied?: boolean
}

function MoveButtons({ lang, path, what, first, last, copied }: MoveProps) {
  const t = questionTexts[lang]
  return (
    <span class="tg-outline__moves">
      <Press value={`up:${path}`} icon="arrow-up" words={t.up(what)} disabled={first} />
      <Press value={`down:${path}`} icon="arrow-down" words={t.down(what)} disabled={last} />
      {copied ? <Press value={`copy:${path}`} icon="copy" words={t.copy(what)} /> : null}
      <Press value={`remove:${path}`} icon="trash" words={t.remove(what)} />
    </span>
  )
}

function Press(props: { value: string; icon: 'arrow-up' | 'arrow-down' | 'copy' | 'trash'; words: string; disabled?: boolean }) {
  return (
    <button
      class="ds-button tg-studio-icon"
      data-variant="tertiary"
      data-size="sm"
      name="_do"
      value={props.value}
      title={props.words}
      disabled={props.disabled}
    >
      <Icon name={props.icon} />
      <span class="ds-sr-only">{props.words}</span>
    </button>
  )
}

/** A new page or question: its words first, so that its name comes from them. */
function Adding({
  lang,
  list,
  label,
  button,
  types,
}: {
  lang: Lang
  list: string
  label: string
  button: string
  types?: readonly FieldType[]
}) {
  const t = questionTexts[lang]
  return (
    <div class="tg-outline__add">
      <TextField lang={lang} name={`new:${list}`} label={label} optional="quiet" size={30} />
      {types ? (
        <SelectField
          lang={lang}
          name={`type:${list}`}
          label={t.newType}
          optional="quiet"
          prompt={false}
          value="shortText"
          options={types.map((type) => ({ value: type, label: t.types[type] }))}
        />
      ) : null}
      <button class="ds-button" data-variant="secondary" name="_do" value={`add:${list}`}>
        <Icon name="plus" />
        <span>{button}</span>
      </button>
    </div>
  )
}
