import { Details, FilterBar, HiddenFields, SelectField } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { caseStatuses } from '../../lifecycle.ts'
import type { Choices } from '../queries/worklist-choices.ts'
import { channels, worklistQuery, type WorklistFilter } from '../rules/worklist-filter.ts'
import { caseWords } from '../texts/words.ts'
import { worklistTexts } from '../texts/worklist.ts'

interface Props {
  lang: Lang
  filter: WorklistFilter
  choices: Choices
  canFilterByCaseworker: boolean
}

/** Search and filters; the rare ones are folded away until used. */
export function WorklistFilters({ lang, filter, choices, canFilterByCaseworker }: Props) {
  const t = worklistTexts[lang]
  const words = caseWords[lang]
  const select = (name: string, label: string, value: string | undefined, options: { value: string; label: string }[]) => (
    <SelectField lang={lang} name={name} label={label} value={value} options={options} prompt={t.any} optional />
  )
  const rare = filter.district ?? filter.channel ?? filter.caseworker
  return (
    <FilterBar
      lang={lang}
      action="/saker"
      search={{ name: 'sok', value: filter.q ?? '', label: t.search }}
      active={activeOf(lang, filter, choices)}
      clearHref={`/saker?visning=${filter.view}`}
    >
      <HiddenFields
        values={{
          visning: filter.view,
          sorter: filter.sort,
          retning: filter.descending ? 'ned' : 'opp',
          versjon: filter.version,
        }}
      />
      {select(
        'ordning',
        t.scheme,
        filter.scheme,
        choices.schemes.map((each) => ({ value: each.id, label: each.title[lang] })),
      )}
      {filter.scheme
        ? select(
            'utlysning',
            t.round,
            filter.round,
            choices.rounds.map((each) => ({ value: each.id, label: each.title[lang] })),
          )
        : null}
      {filter.scheme && choices.parts.length > 0
        ? select(
            'del',
            t.part,
            filter.part,
            choices.parts.map((each) => ({ value: each.id, label: each.title[lang] })),
          )
        : null}
      {select(
        'status',
        t.status,
        filter.status,
        caseStatuses.filter((each) => each !== 'draft').map((each) => ({ value: each, label: words.status[each] })),
      )}
      <Details summary={t.more} open={rare !== undefined}>
        <div class="tg-filter__fields">
          {choices.districts.length > 0
            ? select(
                'bydel',
                t.district,
                filter.district,
                choices.districts.map((each) => ({ value: each.id, label: each.name })),
              )
            : null}
          {canFilterByCaseworker
            ? select(
                'saksbehandler',
                t.caseworker,
                filter.caseworker,
                choices.caseworkers.map((each) => ({ value: each.id, label: each.name })),
              )
            : null}
          {select(
            'kanal',
            t.channel,
            filter.channel,
            channels.map((each) => ({ value: each, label: words.channel[each] })),
          )}
        </div>
      </Details>
    </FilterBar>
  )
}

function activeOf(lang: Lang, filter: WorklistFilter, choices: Choices): { label: string; href: string }[] {
  const words = caseWords[lang]
  const without = (key: keyof WorklistFilter) => `/saker?${worklistQuery(filter, { [key]: undefined })}`
  const title = (list: { id: string; title: Record<Lang, string> }[], id: string | undefined) =>
    list.find((each) => each.id === id)?.title[lang]
  const name = (list: { id: string; name: string }[], id: string | undefined) => list.find((each) => each.id === id)?.name
  const parts: [keyof WorklistFilter, string | undefined][] = [
    ['q', filter.q && `«${filter.q}»`],
    ['scheme', title(choices.schemes, filter.scheme)],
    ['round', title(choices.rounds, filter.round)],
    ['part', title(choices.parts, filter.part)],
    ['version', filter.version ? worklistTexts[lang].version(filter.version) : undefined],
    ['status', filter.status && words.status[filter.status]],
    ['district', name(choices.districts, filter.district)],
    ['caseworker', name(choices.caseworkers, filter.caseworker)],
    ['channel', filter.channel && words.channel[filter.channel]],
  ]
  return parts.flatMap(([key, label]) => (label ? [{ label, href: without(key) }] : []))
}
