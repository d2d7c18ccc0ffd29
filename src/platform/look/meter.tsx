import { formatKr, type Ore } from '../money.ts'
import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

export interface MeterProps {
  lang: Lang
  title: string
  /** All in øre. */
  total: Ore
  used: Ore
  planned?: Ore
  id?: string
  /** Moves with the amounts typed in fields whose `sum` is this word, inside the same form or page. */
  follows?: string
}

/** The pot: what is bound, what is proposed now, what is left; in words and as a bar. */
export function Meter(props: MeterProps) {
  const t = lookTexts[props.lang]
  const planned = props.planned ?? 0
  const left = props.total - props.used - planned
  const kr = (ore: Ore) => formatKr(ore, props.lang)
  const share = (ore: Ore) => `${Math.max(0, Math.min(100, props.total > 0 ? (ore / props.total) * 100 : 0)).toFixed(2)}%`
  return (
    <div
      role="group"
      class="tg-meter"
      id={props.id}
      aria-label={props.title}
      data-meter={props.follows}
      data-total={props.total}
      data-used={props.used}
      data-over={left < 0 ? '' : undefined}
      data-sentence={t.potSum('{used}', '{planned}', '{left}', '{total}')}
      data-sentence-over={t.potOver('{over}', '{total}')}
      data-lang={props.lang}
    >
      <p class="tg-meter__title">{props.title}</p>
      <svg class="tg-meter__bar" width="100%" height="16" aria-hidden="true" focusable="false">
        <rect class="tg-meter__ground" width="100%" height="16" rx="4" />
        <rect class="tg-meter__planned" data-part="planned" width={share(props.used + planned)} height="16" rx="4" />
        <rect class="tg-meter__used" width={share(props.used)} height="16" rx="4" />
      </svg>
      <dl class="tg-meter__numbers">
        <div data-kind="used">
          <dt>{t.used}</dt>
          <dd>{kr(props.used)}</dd>
        </div>
        <div data-kind="planned">
          <dt>{t.planned}</dt>
          <dd data-part="planned-text">{kr(planned)}</dd>
        </div>
        <div data-kind="left">
          <dt data-part="left-label" data-over={t.over} data-left={t.left}>
            {left < 0 ? t.over : t.left}
          </dt>
          <dd data-part="left-text">{kr(Math.abs(left))}</dd>
        </div>
      </dl>
      <p class="ds-sr-only" data-part="sentence">
        {left < 0 ? t.potOver(kr(-left), kr(props.total)) : t.potSum(kr(props.used), kr(planned), kr(left), kr(props.total))}
      </p>
    </div>
  )
}
