import { Icon } from '#platform/look/index.ts'
import { formatKr, formatNumber } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { saySpan } from '../../payment/texts/spans.ts'
import { refusalText, schemeStepTexts } from '../../scheme/texts/steps.ts'
import type { DrawnStep, StepDetail } from '../rules/drawn-steps.ts'
import type { PartText } from '../rules/texts3.ts'
import { chosenWord } from '../texts/chosen-words.ts'
import { stepsTexts } from '../texts/steps.ts'

// As wide as a phone shows without scrolling.
const box = { width: 308, height: 44, gap: 30, left: 4, top: 8 }
const line = 19

/** The steps of a case drawn from the top down, with what each does. The same is read as a list by those who do not see it. */
export function StepsPicture({ steps, lang }: { steps: readonly DrawnStep[]; lang: Lang }) {
  const t = stepsTexts[lang]
  let y = box.top
  const placed = steps.map((step) => {
    const lines = linesOf(step, lang)
    const height = box.height + (lines.length > 0 ? lines.length * line - 2 : 0)
    const at = { step, lines, y, height }
    y += height + box.gap
    return at
  })
  const height = Math.max(y - box.gap + box.top, box.height)
  const width = box.width + 2 * box.left
  return (
    <div class="tg-life-box" tabindex={0} role="group" aria-label={t.caption}>
      <svg
        class="tg-life tg-way"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t.picture(steps.length)}
      >
        <defs>
          <marker id="way-end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 1 9 5 0 9z" />
          </marker>
        </defs>
        {placed.map((at, index) => {
          const next = placed[index + 1]
          const middle = box.left + box.width / 2
          return (
            <>
              {next ? (
                <g class="tg-life__move">
                  <path d={`M${middle} ${at.y + at.height}V${next.y - 1}`} marker-end="url(#way-end)" />
                </g>
              ) : null}
              <OneStep {...at} number={index + 1} isEnd={!next} lang={lang} />
            </>
          )
        })}
      </svg>
      <ol class="ds-sr-only">
        {placed.map(({ step, lines }) => (
          <li>{[nameOf(step, lang), ...lines.map((line) => line.words)].join('. ')}</li>
        ))}
      </ol>
    </div>
  )
}

interface Line {
  words: string
  wrong: boolean
}

interface StepProps {
  step: DrawnStep
  lines: readonly Line[]
  y: number
  height: number
  number: number
  isEnd: boolean
  lang: Lang
}

function OneStep({ step, lines, y, height, number, isEnd, lang }: StepProps) {
  const middle = box.left + box.width / 2
  const wrong = step.refusals.length > 0
  const state = wrong ? 'wrong' : isEnd ? 'end' : number === 1 ? 'first' : 'plain'
  return (
    <g class={`tg-life__state tg-life__state--${state}`}>
      <rect x={box.left} y={y} width={box.width} height={height} rx={isEnd ? box.height / 2 : 8} />
      <text x={middle} y={y + 27} text-anchor="middle">
        {`${number}. ${nameOf(step, lang)}${step.isDemanded ? ' §' : ''}`}
      </text>
      {lines.map((each, index) => (
        <text
          class={each.wrong ? 'tg-way__wrong' : 'tg-way__detail'}
          x={middle}
          y={y + 27 + (index + 1) * line}
          text-anchor="middle"
        >
          {each.words}
        </text>
      ))}
    </g>
  )
}

function nameOf(step: DrawnStep, lang: Lang): string {
  return schemeStepTexts[lang].names[step.step] ?? step.step
}

/** About so many letters are as wide as a box. */
const LETTERS = 42

function linesOf(step: DrawnStep, lang: Lang): Line[] {
  const details = step.details.flatMap((detail) => sayDetail(detail, lang))
  return [
    ...details.flatMap((words) => inLines(words).map((each) => ({ words: each, wrong: false }))),
    ...step.refusals.flatMap((refusal) => inLines(refusalText(refusal, lang)).map((each) => ({ words: each, wrong: true }))),
  ]
}

function inLines(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function sayDetail(detail: StepDetail, lang: Lang): string[] {
  const t = stepsTexts[lang]
  const name = (title: PartText) => title[lang] || title.nb || title.nn || title.en || '…'
  switch (detail.key) {
    case 'assessors':
      return [t.assessors(detail.count), ...(detail.allBefore ? [t.allBefore] : [])]
    case 'another':
      return [t.another]
    case 'delegated':
    case 'body': {
      const who = name(detail.title)
      if (detail.upToOre !== undefined) return [t.upTo(who, formatKr(detail.upToOre, lang))]
      return [detail.aboveOre === undefined ? t.all(who) : t.above(who, formatKr(detail.aboveOre, lang))]
    }
    case 'external':
      return [t.outside(name(detail.title))]
    case 'answerIn':
      return [t.answerIn(detail.days)]
    case 'instalment':
      return [
        t.instalment(
          name(detail.title),
          formatNumber(detail.percent, lang),
          [chosenWord(detail.releaseOn, lang) ?? detail.releaseOn, saySpan(detail.span, lang)].filter(Boolean).join(', '),
        ),
      ]
    case 'appeal':
      return [t.appeal]
  }
}

/** What is wrong with the steps as a whole. */
export function StepRefusals({ refusals, lang }: { refusals: readonly DrawnStep['refusals'][number][]; lang: Lang }) {
  if (refusals.length === 0) return null
  return (
    <ul class="tg-changes">
      {refusals.map((refusal) => (
        <li class="tg-changes__one">
          <Icon name="warning" size="sm" /> {refusalText(refusal, lang)}
        </li>
      ))}
    </ul>
  )
}
