import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { SelectField, type Option } from './fields/choice-fields.tsx'
import { Icon } from './icon.tsx'
import { lookTexts } from './texts.ts'

export interface FilterBarProps {
  lang: Lang
  action: string
  search?: { name: string; value?: string; label: string }
  /** Fields (SelectField and the like). */
  children?: Child
  /** What is filtered now; each leads to the list without it. */
  active?: readonly { label: string; href: string }[]
  clearHref?: string
}

/** Search and filters over a list: a plain GET form; with scripts the list follows what is chosen (elements with data-live and an id). */
export function FilterBar(props: FilterBarProps) {
  const t = lookTexts[props.lang]
  return (
    <form class="tg-filter" method="get" action={props.action} role="search" data-autofilter>
      <div class="tg-filter__fields">
        {props.search ? (
          <div class="ds-field tg-field tg-filter__search">
            <label class="ds-label" for="filter-search">
              {props.search.label}
            </label>
            <input
              class="ds-input"
              type="search"
              id="filter-search"
              name={props.search.name}
              value={props.search.value ?? ''}
              data-search
            />
          </div>
        ) : null}
        {props.children}
        <button class="ds-button" type="submit" data-variant="secondary">
          <Icon name="search" />
          <span>{t.showResult}</span>
        </button>
      </div>
      {props.active && props.active.length > 0 ? (
        <ul class="tg-filter__active">
          {props.active.map((each) => (
            <li>
              <a class="tg-chip" href={each.href}>
                {each.label}
                <Icon name="cross" size="sm" />
                <span class="ds-sr-only"> – {t.clearFilters}</span>
              </a>
            </li>
          ))}
          {props.clearHref ? (
            <li>
              <a class="tg-chip tg-chip--quiet" href={props.clearHref}>
                {t.clearFilters}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </form>
  )
}

export interface FilterChoiceProps {
  lang: Lang
  name: string
  label: string
  value: string | undefined
  options: readonly Option[]
  /** What stands for no choice: "All schemes". Without it one is always chosen. */
  all?: string
}

/** One choice in a FilterBar. That it may be left out goes without saying there. */
export function FilterChoice({ all, value, ...field }: FilterChoiceProps) {
  return <SelectField {...field} optional="quiet" prompt={all ?? false} value={value ?? ''} />
}
