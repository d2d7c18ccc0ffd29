import { PROBLEM_TEXTS } from '#platform/feel/index.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { Reason } from '#platform/errors.ts'
import { saySpan } from '../../payment/texts/spans.ts'
import type { StepRefusal } from '../rules/steps.ts'
import { refusalText } from './steps.ts'

type Data = Record<string, string | number>

/** What is wrong with an expression, with the word it is about. */
function whyOf(d: Data, lang: Lang): string {
  const text = PROBLEM_TEXTS[d['why'] as keyof typeof PROBLEM_TEXTS][lang]
  return d['word'] ? `${text} (${d['word']})` : text
}

function spanOf({ aboveOre, upToOre }: Data, lang: Lang): string {
  const ore = (value: string | number | undefined) => (value === undefined ? undefined : Number(value))
  return saySpan({ aboveOre: ore(aboveOre), upToOre: ore(upToOre) }, lang) ?? ''
}

function refusalOf(d: Data): StepRefusal {
  const { refusal, step, after, law } = d
  return { key: refusal, step, ...(after ? { after } : {}), law } as StepRefusal
}

/** Why a scheme definition cannot be published, one sentence per fault. */
export const definitionTexts = defineTexts({
  nb: {
    format: (d: Data) => `passer ikke i formatet: ${d.why}`,
    notJson: (d: Data) => `er ikke gyldig JSON: ${d.why}`,
    expression: (d: Data) => `uttrykket «${d.expression}» kan ikke brukes: ${whyOf(d, 'nb')}`,
    twice: (d: Data) => `nøkkelen «${d.key}» er brukt to ganger`,
    noSuchField: (d: Data) => `det finnes ikke noe spørsmål «${d.field}» i skjemaet`,
    wrongFieldType: (d: Data) => `spørsmålet «${d.field}» er av typen ${d.type}; her trengs ${d.wanted}`,
    noSuchUnit: (d: Data) => `kommunen har ingen enhet «${d.unit}»`,
    noSuchDistrict: (d: Data) => `kommunen har ingen bydel «${d.district}»`,
    spanNot100: (d: Data) => `for ${spanOf(d, 'nb')} blir andelene ${d.sum} prosent til sammen; de må bli 100`,
    sharesNot100: (d: Data) => `andelene blir ${d.sum} prosent til sammen; de må bli 100`,
    weightsNot100: (d: Data) => `vektene blir ${d.sum} til sammen; de må bli 100`,
    lastBandHasLimit: () => 'det siste trinnet kan ikke ha noen øvre grense',
    bandsNotRising: () => 'grensene må stige fra trinn til trinn',
    outsideAlone: () => 'den som er utenfor kommunen, må avgjøre alle beløp: ta bort de andre trinnene',
    outsidePays: () => 'den som avgjør utenfor kommunen, betaler og følger opp selv: ta det bort her',
    bodyMissing: () => 'det må stå hvilket organ som avgjør',
    closesBeforeOpens: () => 'fristen er før åpningsdagen',
    potsOverRound: () => 'delene er til sammen større enn hele rammen',
    blankText: () => 'teksten er tom',
    limitsCross: () => 'minstebeløpet er større enn høyeste beløp',
    noApplicants: () => 'verken organisasjoner eller personer kan søke',
    step: (d: Data) => refusalText(refusalOf(d), 'nb'),
    notClassified: () => 'et kontonummer må være krysset av som «Skjermet»',
    noSuchPart: (d: Data) => `ordningen har ingen del «${d.part}»`,
    noPotToShare: () => 'beløpet fordeles av en ramme, så utlysningen må ha en ramme',
    sharedUnlike: () => 'delene fordeler rammen på ulike måter; da må hver av dem ha sin egen pott',
    roundGone: (d: Data) => `runden «${d.round}» er ikke avsluttet og kan ikke tas ut`,
    potGone: (d: Data) => `delen «${d.pot}» i runden «${d.round}» kan ikke tas ut; sett beløpet til 0`,
  },
  nn: {
    format: (d: Data) => `passar ikkje i formatet: ${d.why}`,
    notJson: (d: Data) => `er ikkje gyldig JSON: ${d.why}`,
    expression: (d: Data) => `uttrykket «${d.expression}» kan ikkje brukast: ${whyOf(d, 'nn')}`,
    twice: (d: Data) => `nøkkelen «${d.key}» er brukt to gonger`,
    noSuchField: (d: Data) => `det finst ikkje noko spørsmål «${d.field}» i skjemaet`,
    wrongFieldType: (d: Data) => `spørsmålet «${d.field}» er av typen ${d.type}; her trengst ${d.wanted}`,
    noSuchUnit: (d: Data) => `kommunen har inga eining «${d.unit}»`,
    noSuchDistrict: (d: Data) => `kommunen har ingen bydel «${d.district}»`,
    spanNot100: (d: Data) => `for ${spanOf(d, 'nn')} blir delane ${d.sum} prosent til saman; dei må bli 100`,
    sharesNot100: (d: Data) => `delane blir ${d.sum} prosent til saman; dei må bli 100`,
    weightsNot100: (d: Data) => `vektene blir ${d.sum} til saman; dei må bli 100`,
    lastBandHasLimit: () => 'det siste trinnet kan ikkje ha noka øvre grense',
    bandsNotRising: () => 'grensene må stige frå trinn til trinn',
    outsideAlone: () => 'den som er utanfor kommunen, må avgjere alle beløp: ta bort dei andre trinna',
    outsidePays: () => 'den som avgjer utanfor kommunen, betaler og følgjer opp sjølv: ta det bort her',
    bodyMissing: () => 'det må stå kva organ som avgjer',
    closesBeforeOpens: () => 'fristen er før opningsdagen',
    potsOverRound: () => 'delane er til saman større enn heile ramma',
    blankText: () => 'teksten er tom',
    limitsCross: () => 'minstebeløpet er større enn høgaste beløp',
    noApplicants: () => 'verken organisasjonar eller personar kan søkje',
    step: (d: Data) => refusalText(refusalOf(d), 'nn'),
    notClassified: () => 'eit kontonummer må vere kryssa av som «Skjerma»',
    noSuchPart: (d: Data) => `ordninga har ingen del «${d.part}»`,
    noPotToShare: () => 'beløpet blir fordelt av ei ramme, så utlysinga må ha ei ramme',
    sharedUnlike: () => 'delane fordeler ramma på ulike måtar; då må kvar av dei ha sin eigen pott',
    roundGone: (d: Data) => `runden «${d.round}» er ikkje avslutta og kan ikkje takast ut`,
    potGone: (d: Data) => `delen «${d.pot}» i runden «${d.round}» kan ikkje takast ut; set beløpet til 0`,
  },
  en: {
    format: (d: Data) => `does not fit the format: ${d.why}`,
    notJson: (d: Data) => `is not valid JSON: ${d.why}`,
    expression: (d: Data) => `the expression "${d.expression}" cannot be used: ${whyOf(d, 'en')}`,
    twice: (d: Data) => `the key "${d.key}" is used twice`,
    noSuchField: (d: Data) => `there is no question "${d.field}" in the form`,
    wrongFieldType: (d: Data) => `the question "${d.field}" is of type ${d.type}; here it must be ${d.wanted}`,
    noSuchUnit: (d: Data) => `the municipality has no unit "${d.unit}"`,
    noSuchDistrict: (d: Data) => `the municipality has no district "${d.district}"`,
    spanNot100: (d: Data) => `for ${spanOf(d, 'en')} the shares add up to ${d.sum} per cent; they must add up to 100`,
    sharesNot100: (d: Data) => `the shares add up to ${d.sum} per cent; they must add up to 100`,
    weightsNot100: (d: Data) => `the weights add up to ${d.sum}; they must add up to 100`,
    lastBandHasLimit: () => 'the last band can have no upper limit',
    bandsNotRising: () => 'the limits must rise from band to band',
    outsideAlone: () => 'who is outside the municipality must decide all amounts: take the other bands away',
    outsidePays: () => 'who decides outside the municipality pays and follows up itself: take it away here',
    bodyMissing: () => 'it must say which body decides',
    closesBeforeOpens: () => 'the deadline is before the opening day',
    potsOverRound: () => 'the parts are together larger than the whole pot',
    blankText: () => 'the text is empty',
    limitsCross: () => 'the smallest amount is larger than the largest',
    noApplicants: () => 'neither organisations nor persons can apply',
    step: (d: Data) => refusalText(refusalOf(d), 'en'),
    notClassified: () => 'a bank account must be ticked as "Classified"',
    noSuchPart: (d: Data) => `the scheme has no part “${d.part}”`,
    noPotToShare: () => 'the amount is shared out of a pot, so the round must have one',
    sharedUnlike: () => 'the parts share the money in different ways; then each must have its own pot',
    roundGone: (d: Data) => `the round "${d.round}" has not ended and cannot be taken out`,
    potGone: (d: Data) => `the part "${d.pot}" of the round "${d.round}" cannot be taken out; set its amount to 0`,
  },
})

/** "rules.2.when: uttrykket … kan ikke brukes": one line for the command line and the scheme's owner. */
export function describeFault(reason: Reason, lang: Lang): string {
  const texts: Record<string, (data: Data) => string> = definitionTexts[lang]
  const sentence = texts[reason.key]?.(reason.data ?? {}) ?? reason.key
  return reason.field ? `${reason.field}: ${sentence}` : sentence
}
