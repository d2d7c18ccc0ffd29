import { formatKr } from '#platform/money.ts'
import { formatDate, isDay } from '#platform/time.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'

/** What the applicant is told of the log, in their words. Events without a sentence here are the municipality's own and are not shown. */
export interface MyEvent {
  changes: Record<string, unknown>
}

type Sentence = string | ((event: MyEvent) => string)
type Sentences = Record<string, Sentence>

const kr = (event: MyEvent, field: string, lang: Lang) =>
  formatKr(typeof event.changes[field] === 'number' ? (event.changes[field] as number) : 0, lang)
const day = (event: MyEvent, field: string, lang: Lang) => {
  const text = event.changes[field]
  return typeof text === 'string' && isDay(text) ? formatDate(text, lang) : ''
}

const own = defineTexts({
  nb: {
    'application-submitted': (e: MyEvent) => `Søknaden ble sendt. Søkt om ${kr(e, 'appliedOre', 'nb')}.`,
    'application-registered': (e: MyEvent) => `Kommunen registrerte søknaden. Søkt om ${kr(e, 'appliedOre', 'nb')}.`,
    'case-opened-from-budget': 'Kommunen åpnet saken ut fra budsjettet.',
    'nominated-told': 'Den som er foreslått, fikk beskjed.',
    'nomination-accepted': 'Den som er foreslått, sa ja.',
    'nomination-declined': 'Den som er foreslått, sa nei.',
    'case-taken': 'En saksbehandler begynte på saken.',
    'information-asked': (e: MyEvent) => `Kommunen spurte om mer. Svarfrist ${day(e, 'answerBy', 'nb')}.`,
    'applicant-reminded': 'Kommunen minnet om spørsmålet.',
    'information-answered': 'Spørsmålet ble besvart.',
    'application-withdrawn': 'Søknaden ble trukket.',
    'decision-released': 'Kommunen avgjorde søknaden.',
    'decision-opened': 'Vedtaket ble åpnet.',
    'award-accepted': 'Tilskuddet ble tatt imot.',
    'award-declined': 'Dere takket nei til tilskuddet.',
    'award-lapsed': 'Tilskuddet falt bort fordi fristen gikk ut.',
    'appeal-filed': 'Klagen ble sendt.',
    'payment-claimed': 'Det ble bedt om utbetaling.',
    'payment-sent': 'Utbetalingen ble sendt til banken.',
    'payment-confirmed': 'Pengene er utbetalt.',
    'payment-claimed-for': 'Kommunen ba om utbetaling for dere.',
    'payment-failed': 'Banken kunne ikke betale.',
    'payment-stopped': 'Utbetalingen ble stoppet.',
    'obligation-met': 'Et vilkår er oppfylt.',
    'obligation-waived': 'Et vilkår gjelder ikke lenger.',
    'obligation-broken': 'Kommunen mener at et vilkår er brutt.',
    'payment-account-changed': 'Kontonummeret for utbetaling ble endret.',
    'report-submitted': 'Rapporten ble sendt.',
    'report-submitted-again': 'Rapporten ble sendt på nytt.',
    'report-returned': 'Kommunen sendte rapporten tilbake.',
    'report-approved': 'Rapporten ble godkjent.',
    'report-rejected': 'Rapporten ble ikke godkjent.',
    'report-waived': 'Kommunen trenger ikke rapport likevel.',
    'report-deadline-moved': (e: MyEvent) =>
      `Fristen for rapporten ble flyttet${day(e, 'dueOn', 'nb') ? ` til ${day(e, 'dueOn', 'nb')}` : ''}.`,
    'statement-sent': 'Kommunen ga sin uttalelse.',
    'outside-decision-recorded': 'Vedtaket utenfra er kommet til kommunen.',
    'case-closed': 'Saken er avsluttet.',
  },
  nn: {
    'application-submitted': (e) => `Søknaden vart send. Søkt om ${kr(e, 'appliedOre', 'nn')}.`,
    'application-registered': (e) => `Kommunen registrerte søknaden. Søkt om ${kr(e, 'appliedOre', 'nn')}.`,
    'case-opened-from-budget': 'Kommunen opna saka ut frå budsjettet.',
    'nominated-told': 'Den som er foreslått, fekk melding.',
    'nomination-accepted': 'Den som er foreslått, sa ja.',
    'nomination-declined': 'Den som er foreslått, sa nei.',
    'case-taken': 'Ein saksbehandlar byrja på saka.',
    'information-asked': (e) => `Kommunen spurde om meir. Svarfrist ${day(e, 'answerBy', 'nn')}.`,
    'applicant-reminded': 'Kommunen minte om spørsmålet.',
    'information-answered': 'Spørsmålet vart svart på.',
    'application-withdrawn': 'Søknaden vart trekt.',
    'decision-released': 'Kommunen avgjorde søknaden.',
    'decision-opened': 'Vedtaket vart opna.',
    'award-accepted': 'Tilskotet vart teke imot.',
    'award-declined': 'De takka nei til tilskotet.',
    'award-lapsed': 'Tilskotet fall bort fordi fristen gjekk ut.',
    'appeal-filed': 'Klaga vart send.',
    'payment-claimed': 'Det vart bede om utbetaling.',
    'payment-sent': 'Utbetalinga vart send til banken.',
    'payment-confirmed': 'Pengane er utbetalte.',
    'payment-claimed-for': 'Kommunen bad om utbetaling for dykk.',
    'payment-failed': 'Banken kunne ikkje betale.',
    'payment-stopped': 'Utbetalinga vart stoppa.',
    'obligation-met': 'Eit vilkår er oppfylt.',
    'obligation-waived': 'Eit vilkår gjeld ikkje lenger.',
    'obligation-broken': 'Kommunen meiner at eit vilkår er brote.',
    'payment-account-changed': 'Kontonummeret for utbetaling vart endra.',
    'report-submitted': 'Rapporten vart send.',
    'report-submitted-again': 'Rapporten vart send på nytt.',
    'report-returned': 'Kommunen sende rapporten tilbake.',
    'report-approved': 'Rapporten vart godkjend.',
    'report-rejected': 'Rapporten vart ikkje godkjend.',
    'report-waived': 'Kommunen treng ikkje rapport likevel.',
    'report-deadline-moved': (e) =>
      `Fristen for rapporten vart flytta${day(e, 'dueOn', 'nn') ? ` til ${day(e, 'dueOn', 'nn')}` : ''}.`,
    'statement-sent': 'Kommunen gav fråsegna si.',
    'outside-decision-recorded': 'Vedtaket utanfrå er kome til kommunen.',
    'case-closed': 'Saka er avslutta.',
  },
  en: {
    'application-submitted': (e) => `The application was sent. Applied for ${kr(e, 'appliedOre', 'en')}.`,
    'application-registered': (e) => `The municipality registered the application. Applied for ${kr(e, 'appliedOre', 'en')}.`,
    'case-opened-from-budget': 'The municipality opened the case from its budget.',
    'nominated-told': 'The nominated was told.',
    'nomination-accepted': 'The nominated said yes.',
    'nomination-declined': 'The nominated said no.',
    'case-taken': 'A caseworker started on the case.',
    'information-asked': (e) => `The municipality asked for more. Answer by ${day(e, 'answerBy', 'en')}.`,
    'applicant-reminded': 'The municipality sent a reminder about the question.',
    'information-answered': 'The question was answered.',
    'application-withdrawn': 'The application was withdrawn.',
    'decision-released': 'The municipality decided on the application.',
    'decision-opened': 'The decision was opened.',
    'award-accepted': 'The grant was accepted.',
    'award-declined': 'You declined the grant.',
    'award-lapsed': 'The grant lapsed because the time limit passed.',
    'appeal-filed': 'The appeal was sent.',
    'payment-claimed': 'Payment was asked for.',
    'payment-sent': 'The payment was sent to the bank.',
    'payment-confirmed': 'The money is paid out.',
    'payment-claimed-for': 'The municipality asked for payment for you.',
    'payment-failed': 'The bank could not pay.',
    'payment-stopped': 'The payment was stopped.',
    'obligation-met': 'A condition has been met.',
    'obligation-waived': 'A condition no longer applies.',
    'obligation-broken': 'The municipality holds that a condition has been broken.',
    'payment-account-changed': 'The account for payment was changed.',
    'report-submitted': 'The report was sent.',
    'report-submitted-again': 'The report was sent again.',
    'report-returned': 'The municipality returned the report.',
    'report-approved': 'The report was approved.',
    'report-rejected': 'The report was not approved.',
    'report-waived': 'The municipality no longer needs the report.',
    'report-deadline-moved': (e) =>
      `The deadline for the report was moved${day(e, 'dueOn', 'en') ? ` to ${day(e, 'dueOn', 'en')}` : ''}.`,
    'statement-sent': 'The municipality gave its statement.',
    'outside-decision-recorded': 'The outside decision has come to the municipality.',
    'case-closed': 'The case is closed.',
  },
})

/** The sentence for the applicant; undefined for what is the municipality's own. */
export function tellApplicant(event: { type: string } & MyEvent, lang: Lang): string | undefined {
  const sentences: Sentences = own[lang]
  const sentence = Object.hasOwn(sentences, event.type) ? sentences[event.type] : undefined
  return typeof sentence === 'function' ? sentence(event) : sentence
}
