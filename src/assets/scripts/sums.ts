import { formatKr, sumTyped } from '../../platform/money.ts'
import type { Lang } from '../../platform/texts/texts.ts'
import { fill } from './page-messages.ts'

/** Keeps sums and pot meters in step with the amounts being typed. The server counts again; this is only quick. */
export function startSums(): void {
  const all = () => {
    for (const output of document.querySelectorAll<HTMLElement>('[data-sum-of]')) {
      output.textContent = formatKr(sumOf(output.dataset.sumOf ?? ''), pageLang())
    }
    for (const meter of document.querySelectorAll<HTMLElement>('[data-meter]')) moveMeter(meter)
  }
  document.addEventListener('input', (event) => {
    if (event.target instanceof HTMLElement && event.target.hasAttribute('data-sum')) all()
  })
  document.addEventListener('torg:renewed', () => {
    if (document.querySelector('[data-sum]')) all()
  })
}

/** The sum in øre of all amounts that count towards this word. */
function sumOf(word: string): number {
  const fields = document.querySelectorAll<HTMLInputElement>(`input[data-sum~="${CSS.escape(word)}"]`)
  return sumTyped([...fields].map((field) => field.value))
}

function moveMeter(meter: HTMLElement): void {
  const lang = pageLang()
  const total = Number(meter.dataset.total)
  const used = Number(meter.dataset.used)
  const planned = sumOf(meter.dataset.meter ?? '')
  const left = total - used - planned
  const kr = (ore: number) => formatKr(ore, lang)
  const part = (name: string) => meter.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const share = total > 0 ? Math.min(100, ((used + planned) / total) * 100) : 0
  part('planned')?.setAttribute('width', `${share.toFixed(2)}%`)
  meter.toggleAttribute('data-over', left < 0)
  setText(part('planned-text'), kr(planned))
  setText(part('left-text'), kr(Math.abs(left)))
  const label = part('left-label')
  setText(label, (left < 0 ? label?.dataset.over : label?.dataset.left) ?? '')
  const sentence = left < 0 ? meter.dataset.sentenceOver : meter.dataset.sentence
  const values = { used: kr(used), planned: kr(planned), left: kr(left), total: kr(total), over: kr(-left) }
  setText(part('sentence'), fill(sentence ?? '', values))
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

function pageLang(): Lang {
  const lang = document.documentElement.lang
  return lang === 'nn' || lang === 'en' ? lang : 'nb'
}
