import { fieldId, HiddenFields, Icon, Section } from '#platform/look/index.ts'
import { formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { byPattern, isAsked, itemsOf, join, patternOf, type Input, type List, type Sum } from '../rules/inputs.ts'
import { itemMarkName } from '../rules/list-buttons.ts'
import { isRecord, valueAt } from '../rules/paths.ts'
import { comparable, markValue, seenName } from '../rules/read-inputs.ts'
import { isText3, withStandIns } from '../rules/texts3.ts'
import { sayFinding } from '../texts/findings.ts'
import { inputTexts } from '../texts/inputs.ts'
import type { Drawing } from './drawing.ts'
import { LeafInput } from './leaf-input.tsx'
import { isMissing } from './parts.ts'

/** The questions of a page with what stands in the document. `base` is the thing they are about; the document when left out. */
export function Inputs({ draw, inputs, base = '' }: { draw: Drawing; inputs: readonly Input[]; base?: string }) {
  return (
    <>
      {rowsOf(inputs.filter((input) => isAsked(input, draw.around.document, base))).map((row) =>
        row.length > 1 ? (
          <div class="tg-studio-fields">
            {row.map((input) => (
              <One draw={draw} input={input} base={base} />
            ))}
          </div>
        ) : (
          row.map((input) => <One draw={draw} input={input} base={base} />)
        ),
      )}
    </>
  )
}

/** The hidden values that say what the page was drawn with; inside a live part, so that a save renews them. */
export function SeenFields({ draw, inputs, base = '' }: { draw: Drawing; inputs: readonly Input[]; base?: string }) {
  const { document } = draw.around
  const values: Record<string, string> = { revision: String(draw.view.draft.revision) }
  const known = byPattern(inputs, base)
  const add = (path: string, value: unknown) => {
    const input = known.get(patternOf(path))
    if (!input || input.kind === 'list') return
    const clashed = draw.clashes.has(path) ? draw.seen?.(path) : undefined
    values[seenName(path)] = clashed ?? markValue(comparable(input, value))
  }
  const walk = (each: readonly Input[], here: string) => {
    for (const input of each) {
      if (input.kind === 'heading' || input.kind === 'sum' || !isAsked(input, document, here)) continue
      const path = join(here, input.path)
      if (input.kind === 'text3')
        for (const lang of ['nb', 'nn', 'en']) add(`${path}.${lang}`, valueAt(document, `${path}.${lang}`))
      else if (input.kind !== 'list') add(path, valueAt(document, path))
      else
        for (const item of itemsOf(document, path)) {
          values[itemMarkName(item.path)] = markValue(item.value)
          walk(input.inputs, item.path)
        }
    }
  }
  walk(inputs, base)
  return <HiddenFields values={values} />
}

const short = new Set(['text', 'number', 'amount', 'date', 'select'])

/** Short questions that follow each other stand in a row where there is room. */
function rowsOf(inputs: readonly Input[]): Input[][] {
  const rows: Input[][] = []
  for (const input of inputs) {
    const last = rows.at(-1)
    if (short.has(input.kind) && last?.every((each) => short.has(each.kind))) last.push(input)
    else rows.push([input])
  }
  return rows
}

function One({ draw, input, base }: { draw: Drawing; input: Input; base: string }) {
  const { lang } = draw
  if (input.kind === 'heading') {
    return (
      <div class="tg-studio-heading" id={input.id}>
        <h2>{input.label[lang]}</h2>
        {input.help ? <p class="tg-help">{input.help[lang]}</p> : null}
      </div>
    )
  }
  if (input.kind === 'sum') return <SumLine draw={draw} sum={input} base={base} />
  if (input.kind === 'list') return <ListInput draw={draw} list={input} path={join(base, input.path)} inner={base !== ''} />
  return <LeafInput draw={draw} input={input} path={join(base, input.path)} />
}

function SumLine({ draw, sum, base }: { draw: Drawing; sum: Sum; base: string }) {
  const { lang } = draw
  const all = itemsOf(draw.around.document, join(base, sum.list)).map(({ value }) => (isRecord(value) ? value : {}))
  if (all.length === 0) return null
  return (
    <>
      {(sum.sums?.(all) ?? [{ label: sum.label, things: all }]).map(({ label, things }) => {
        const total = things.reduce((before, each) => before + (Number(each[sum.of]) || 0), 0)
        const right = Math.abs(total - sum.goal) < 0.01
        return (
          <p class="tg-studio-total" data-state={right ? 'right' : 'wrong'} data-announce>
            <Icon name={right ? 'check-circle' : 'warning'} size="sm" />
            <span>{inputTexts[lang].sum(label[lang], formatNumber(total, lang), formatNumber(sum.goal, lang))}</span>
          </p>
        )
      })}
    </>
  )
}

function ListInput({ draw, list, path, inner }: { draw: Drawing; list: List; path: string; inner: boolean }) {
  const { lang, view } = draw
  const t = inputTexts[lang]
  const items = itemsOf(draw.around.document, path)
  const about = view.findings.filter((finding) => finding.path === path && !isMissing(finding))
  return (
    <Section level={inner ? 3 : 2} title={list.label[lang]} {...(list.help ? { intro: list.help[lang] } : {})} id={fieldId(path)}>
      {about.map((finding) => (
        <p class={finding.level === 'stops' ? 'ds-validation-message' : 'tg-quiet'}>{sayFinding(finding, lang)}</p>
      ))}
      {items.length === 0 ? <p class="tg-quiet">{t.none}</p> : null}
      {items.map((item, index) => {
        const what = titleOf(item.value, lang) ?? t.nth(list.one[lang], index + 1)
        return (
          <div class="tg-studio-item" id={`i-${fieldId(item.path)}`} data-inner={inner ? '' : undefined}>
            <div class="tg-studio-item__top">
              <p class="tg-studio-item__title">{t.nth(list.one[lang], index + 1)}</p>
              <div class="tg-studio-item__buttons">
                {index > 0 ? <ItemButton press="up" path={item.path} icon="arrow-up" words={t.up(what)} /> : null}
                {index < items.length - 1 ? (
                  <ItemButton press="down" path={item.path} icon="arrow-down" words={t.down(what)} />
                ) : null}
                <ItemButton press="remove" path={item.path} icon="trash" words={t.remove(what)} />
              </div>
            </div>
            <Inputs draw={draw} inputs={list.inputs} base={item.path} />
          </div>
        )
      })}
      <button class="ds-button" data-variant="secondary" data-size="sm" name="_do" value={`add:${path}`} formnovalidate>
        <Icon name="plus" />
        <span>{list.add[lang]}</span>
      </button>
    </Section>
  )
}

function ItemButton(props: { press: string; path: string; icon: 'arrow-up' | 'arrow-down' | 'trash'; words: string }) {
  return (
    <button
      class="ds-button tg-studio-icon"
      data-variant="tertiary"
      data-size="sm"
      name="_do"
      value={`${props.press}:${props.path}`}
      title={props.words}
      formnovalidate
    >
      <Icon name={props.icon} />
      <span class="ds-sr-only">{props.words}</span>
    </button>
  )
}

/** What a thing in a list is called: its title or text, in a language it has. */
function titleOf(value: unknown, lang: Lang): string | undefined {
  const own = isText3(value) ? value : isRecord(value) ? [value['title'], value['text'], value['goal']].find(isText3) : undefined
  const shown = own ? withStandIns(own) : undefined
  const text = isText3(shown) ? shown[lang] : undefined
  return text === undefined || text === '…' ? undefined : text.length > 60 ? `${text.slice(0, 57)}…` : text
}
