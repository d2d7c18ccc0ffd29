import { formatKr, formatNumber } from '#platform/money.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { AllocationShare, AmountDefinition, AmountLine } from '../../model.ts'

/** How an amount came to be, in words: the formula's steps, and the sharing of a round's money. The same for pages and letters. */
export const amountTexts = defineTexts({
  nb: {
    title: 'Slik er beløpet regnet ut',
    most: (kr: string) => `Høyst ${kr}`,
    least: (kr: string) => `Beløp under ${kr} blir ikke gitt`,
    rounded: (kr: string) => `Rundet ned til hele ${kr}`,
    share: (percent: string) => `Høyst ${percent} prosent av utgiftene`,
    preliminaryTitle: 'Foreløpig beløp',
    preliminary: 'Foreløpig',
    preliminaryBody: (n: number) =>
      n === 1
        ? 'Beløpet avhenger av hvor mange som søker. Dette er beløpet hvis ingen flere søker. Det endelige beløpet står i vedtaket.'
        : `Beløpet avhenger av alle søknadene i utlysningen. Dette er beløpet hvis rammen ble fordelt nå, på ${n} søknader. Det endelige beløpet står i vedtaket.`,
    pot: 'Ramme å fordele',
    allPoints: (n: number) => `Poeng til sammen i ${n === 1 ? 'én søknad' : `${n} søknader`}`,
    rate: 'Sats for hvert poeng',
    points: 'Poeng i søknaden',
    byPoints: 'Satsen ganget med poengene',
    before: 'Søknaden gir, før fordelingen',
    allBefore: (n: number) => `${n === 1 ? 'Søknaden' : `Alle ${n} søknadene`} gir til sammen`,
    reduced: (percent: string) => `Alle får ${percent} prosent av det, fordi rammen ikke rekker`,
    enough: 'Rammen rekker til alle',
    limits: {
      asked: 'Høyst det det er søkt om',
      calculated: 'Høyst det beregnede beløpet',
      most: 'Høyeste beløp i ordningen',
      share: 'Høyst ordningens andel av utgiftene',
    },
    amount: 'Beløp',
  },
  nn: {
    title: 'Slik er beløpet rekna ut',
    most: (kr: string) => `Høgst ${kr}`,
    least: (kr: string) => `Beløp under ${kr} blir ikkje gitt`,
    rounded: (kr: string) => `Runda ned til heile ${kr}`,
    share: (percent: string) => `Høgst ${percent} prosent av utgiftene`,
    preliminaryTitle: 'Førebels beløp',
    preliminary: 'Førebels',
    preliminaryBody: (n: number) =>
      n === 1
        ? 'Beløpet kjem an på kor mange som søkjer. Dette er beløpet dersom ingen fleire søkjer. Det endelege beløpet står i vedtaket.'
        : `Beløpet kjem an på alle søknadene i utlysinga. Dette er beløpet dersom ramma blei fordelt no, på ${n} søknader. Det endelege beløpet står i vedtaket.`,
    pot: 'Ramme å fordele',
    allPoints: (n: number) => `Poeng til saman i ${n === 1 ? 'éin søknad' : `${n} søknader`}`,
    rate: 'Sats for kvart poeng',
    points: 'Poeng i søknaden',
    byPoints: 'Satsen gonga med poenga',
    before: 'Søknaden gir, før fordelinga',
    allBefore: (n: number) => `${n === 1 ? 'Søknaden' : `Alle ${n} søknadene`} gir til saman`,
    reduced: (percent: string) => `Alle får ${percent} prosent av det, fordi ramma ikkje rekk`,
    enough: 'Ramma rekk til alle',
    limits: {
      asked: 'Høgst det det er søkt om',
      calculated: 'Høgst det utrekna beløpet',
      most: 'Høgaste beløp i ordninga',
      share: 'Høgst den delen ordninga dekkjer av utgiftene',
    },
    amount: 'Beløp',
  },
  en: {
    title: 'How the amount is worked out',
    most: (kr: string) => `At most ${kr}`,
    least: (kr: string) => `Amounts below ${kr} are not given`,
    rounded: (kr: string) => `Rounded down to whole ${kr}`,
    share: (percent: string) => `At most ${percent} per cent of the costs`,
    preliminaryTitle: 'Preliminary amount',
    preliminary: 'Preliminary',
    preliminaryBody: (n: number) =>
      n === 1
        ? 'The amount depends on how many apply. This is the amount if nobody else does. The final amount is in the decision.'
        : `The amount depends on all applications in the round. This is the amount if the money were shared now, among ${n} applications. The final amount is in the decision.`,
    pot: 'Money to share',
    allPoints: (n: number) => `Points in all, ${n === 1 ? 'one application' : `${n} applications`}`,
    rate: 'Rate for each point',
    points: 'Points in this application',
    byPoints: 'The rate times the points',
    before: 'This application gives, before sharing',
    allBefore: (n: number) => `${n === 1 ? 'The application' : `All ${n} applications`} would give`,
    reduced: (percent: string) => `Everybody gets ${percent} per cent of it, because there is not enough for all`,
    enough: 'There is enough for all',
    limits: {
      asked: 'At most what was applied for',
      calculated: 'At most the amount worked out',
      most: 'The largest amount in the scheme',
      share: 'At most the part of the costs that the scheme covers',
    },
    amount: 'Amount',
  },
})

export interface Line {
  label: string
  value: string
}

/** The formula's steps, limits and rounding; empty for schemes without one. */
export function formulaLines(lines: readonly AmountLine[], amount: AmountDefinition, lang: Lang): Line[] {
  const t = amountTexts[lang]
  const label = (line: AmountLine): string => {
    const kr = formatKr(line.limit ?? 0, lang)
    if (line.kind === 'step') return amount.steps.find((step) => step.key === line.key)?.label[lang] ?? ''
    if (line.kind === 'most') return t.most(kr)
    if (line.kind === 'least') return t.least(kr)
    return line.kind === 'rounded' ? t.rounded(kr) : t.share(formatNumber(line.limit ?? 0, lang))
  }
  return lines.map((line) => ({
    label: label(line),
    value: line.value === undefined ? '–' : formatKr(Math.trunc(line.value), lang),
  }))
}

/** From the pot to the amount, line by line. */
export function sharingLines(share: AllocationShare, amount: AmountDefinition, lang: Lang): Line[] {
  const t = amountTexts[lang]
  const kr = (ore: number) => formatKr(Math.floor(ore), lang)
  const most = share.limitedBy?.ore ?? share.shareOre
  const lines: (Line | undefined)[] = [
    { label: t.pot, value: kr(share.potOre) },
    ...(share.method === 'per-point' ? pointLines(share, lang) : proportionLines(share, lang)),
    share.limitedBy && { label: t.limits[share.limitedBy.kind], value: kr(share.limitedBy.ore) },
    share.below === undefined && share.ore !== most
      ? { label: t.rounded(kr(amount.roundDownToOre)), value: kr(share.ore) }
      : undefined,
    share.below === undefined ? undefined : { label: t.least(kr(share.below)), value: kr(0) },
  ]
  return [...lines.filter((line) => line !== undefined), { label: t.amount, value: kr(share.ore) }]
}

function pointLines(share: AllocationShare, lang: Lang): Line[] {
  const t = amountTexts[lang]
  return [
    { label: t.allPoints(share.applications), value: formatNumber(share.sum, lang) },
    { label: t.rate, value: formatKr(Math.floor(share.potOre / share.sum), lang) },
    { label: t.points, value: formatNumber(share.own, lang) },
    { label: t.byPoints, value: formatKr(share.shareOre, lang) },
  ]
}

function proportionLines(share: AllocationShare, lang: Lang): Line[] {
  const t = amountTexts[lang]
  const percent = Math.floor((share.potOre / share.sum) * 10_000) / 100
  const all = { label: t.allBefore(share.applications), value: formatKr(share.sum, lang) }
  const own = { label: t.before, value: formatKr(share.own, lang) }
  return share.sum <= share.potOre
    ? [all, own, { label: t.enough, value: formatKr(share.shareOre, lang) }]
    : [all, own, { label: t.reduced(formatNumber(percent, lang)), value: formatKr(share.shareOre, lang) }]
}
