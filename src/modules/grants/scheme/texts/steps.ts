import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { StepName, StepRefusal } from '../rules/steps.ts'

/** The steps of a case by name, and why a set of them cannot be used. */
export const schemeStepTexts = defineTexts({
  nb: {
    names: {
      'intake-check': 'Mottakskontroll',
      impartiality: 'Habilitet',
      assessment: 'Vurdering',
      recommendation: 'Innstilling',
      committee: 'Behandling i utvalg',
      decision: 'Vedtak',
      notification: 'Underretning',
      appeal: 'Klageadgang',
      acceptance: 'Svar fra mottakeren',
      payment: 'Utbetaling',
      report: 'Rapport',
      close: 'Avslutning',
    },
    refusals: {
      missing: (step: string) => `Steget «${step}» må være med`,
      twice: (step: string) => `Steget «${step}» står flere ganger`,
      tooEarly: (step: string, after: string) => `«${step}» må komme etter «${after}»`,
      closesEarly: () => 'Avslutningen må komme sist',
      paysBeforeNotice: () => 'Penger kan ikke betales ut før søkeren er underrettet om vedtaket',
      paysBeforeAnswer: () => 'Første utbetaling venter på svaret fra mottakeren, og må komme etter det',
      reportsTooLate: () => 'Siste utbetaling venter på rapporten, så rapporten må komme før den',
      reportNeverAsked: () => 'En utbetaling venter på en godkjent rapport, men ordningen ber ikke om rapport',
      sameHand: () => 'Den som innstiller, kan ikke avgjøre alle beløp alene. Sett en grense, eller la en annen avgjøre',
      notInScheme: (step: string) => `Steget «${step}» er med, men ordningen har ikke det steget trenger`,
      notInSteps: (step: string) => `Ordningen bruker «${step}», men steget er ikke med`,
    },
  },
  nn: {
    names: {
      'intake-check': 'Mottakskontroll',
      impartiality: 'Habilitet',
      assessment: 'Vurdering',
      recommendation: 'Innstilling',
      committee: 'Handsaming i utval',
      decision: 'Vedtak',
      notification: 'Underretting',
      appeal: 'Klagerett',
      acceptance: 'Svar frå mottakaren',
      payment: 'Utbetaling',
      report: 'Rapport',
      close: 'Avslutning',
    },
    refusals: {
      missing: (step: string) => `Steget «${step}» må vere med`,
      twice: (step: string) => `Steget «${step}» står fleire gonger`,
      tooEarly: (step: string, after: string) => `«${step}» må kome etter «${after}»`,
      closesEarly: () => 'Avslutninga må kome sist',
      paysBeforeNotice: () => 'Pengar kan ikkje betalast ut før søkjaren er underretta om vedtaket',
      paysBeforeAnswer: () => 'Første utbetaling ventar på svaret frå mottakaren, og må kome etter det',
      reportsTooLate: () => 'Siste utbetaling ventar på rapporten, så rapporten må kome før ho',
      reportNeverAsked: () => 'Ei utbetaling ventar på ein godkjend rapport, men ordninga ber ikkje om rapport',
      sameHand: () => 'Den som innstiller, kan ikkje avgjere alle beløp åleine. Set ei grense, eller la ein annan avgjere',
      notInScheme: (step: string) => `Steget «${step}» er med, men ordninga har ikkje det steget treng`,
      notInSteps: (step: string) => `Ordninga bruker «${step}», men steget er ikkje med`,
    },
  },
  en: {
    names: {
      'intake-check': 'Intake check',
      impartiality: 'Impartiality',
      assessment: 'Assessment',
      recommendation: 'Recommendation',
      committee: 'Committee',
      decision: 'Decision',
      notification: 'Notification',
      appeal: 'Right of appeal',
      acceptance: 'The recipient’s answer',
      payment: 'Payment',
      report: 'Report',
      close: 'Closing',
    },
    refusals: {
      missing: (step: string) => `The step “${step}” must be there`,
      twice: (step: string) => `The step “${step}” is there several times`,
      tooEarly: (step: string, after: string) => `“${step}” must come after “${after}”`,
      closesEarly: () => 'Closing must come last',
      paysBeforeNotice: () => 'Money cannot be paid before the applicant has been notified of the decision',
      paysBeforeAnswer: () => 'The first payment waits for the recipient’s answer, and must come after it',
      reportsTooLate: () => 'The last payment waits for the report, so the report must come before it',
      reportNeverAsked: () => 'A payment waits for an approved report, but the scheme asks for none',
      sameHand: () => 'Who recommends cannot decide all amounts alone. Set a limit, or let somebody else decide',
      notInScheme: (step: string) => `The step “${step}” is there, but the scheme lacks what it needs`,
      notInSteps: (step: string) => `The scheme uses “${step}”, but the step is not there`,
    },
  },
})

/** A refusal in one sentence, with the law that asks for it. */
export function refusalText(refusal: Pick<StepRefusal, 'key' | 'step' | 'after' | 'law'>, lang: Lang): string {
  const t = schemeStepTexts[lang]
  const name = (step: StepName | undefined) => (step ? t.names[step] : '')
  const said = t.refusals[refusal.key](name(refusal.step), name(refusal.after))
  return refusal.law ? `${said} (${refusal.law})` : said
}
