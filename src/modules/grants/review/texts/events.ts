import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, isDay } from '#platform/time.ts'

/** What a sentence may need of an event: amounts and days in words, and people by name. */
export interface Told {
  kr(field: string): string
  day(field: string): string
  name(field: string): string
  has(field: string): boolean
  is(field: string, value: unknown): boolean
}

/** One sentence for every kind of event: what happened, in the past tense, without who did it. */
export const eventTexts = defineTexts({
  nb: {
    'application-submitted': (e: Told) => `Søknaden kom inn. Søkt om ${e.kr('appliedOre')}.`,
    'application-registered': (e: Told) =>
      `Søknaden ble registrert av kommunen. Søkt om ${e.kr('appliedOre')}.${e.is('late', true) ? ' Den kom for sent, og ble tatt imot som et begrunnet unntak.' : ''}`,
    'case-taken': 'Tok saken.',
    'case-assigned': (e: Told) => `Ga saken til ${e.name('caseworkerId')}.`,
    'assessor-assigned': (e: Told) => `Ba ${e.name('assessorId')} om å vurdere saken.`,
    'impartiality-declared': (e: Told) =>
      e.is('impartial', true) ? 'Sa seg habil.' : 'Sa seg inhabil, og har ikke lenger tilgang til saken.',
    'information-asked': (e: Told) => `Spurte søkeren om mer. Svarfrist ${e.day('answerBy')}.`,
    'applicant-reminded': 'Minnet søkeren om spørsmålet.',
    'information-answered': 'Søkeren svarte på spørsmålet.',
    assessed: 'Ble ferdig med å vurdere søknaden.',
    recommended: (e: Told) =>
      e.is('outcome', 'refused')
        ? 'Innstilte på avslag.'
        : e.is('outcome', 'dismissed')
          ? 'Innstilte på å avvise søknaden.'
          : `Innstilte på ${e.kr('ore')}.`,
    'recommendation-taken-back': 'Trakk innstillingen tilbake.',
    'dismissal-proposed': 'Foreslo å avvise søknaden fordi den kom for sent.',
    'classified-read': 'Leste skjermede opplysninger.',
    'note-added': 'Skrev et internt notat.',
    'document-added': 'La til et dokument.',
    'task-done': 'Gjorde ferdig en oppgave.',
    'due-date-set': (e: Told) => `Flyttet fristen til ${e.day('dueOn')}.`,
    'application-withdrawn': 'Søkeren trakk søknaden.',
  },
  nn: {
    'application-submitted': (e) => `Søknaden kom inn. Søkt om ${e.kr('appliedOre')}.`,
    'application-registered': (e) =>
      `Søknaden vart registrert av kommunen. Søkt om ${e.kr('appliedOre')}.${e.is('late', true) ? ' Han kom for seint, og vart teken imot som eit grunngitt unntak.' : ''}`,
    'case-taken': 'Tok saka.',
    'case-assigned': (e) => `Gav saka til ${e.name('caseworkerId')}.`,
    'assessor-assigned': (e) => `Bad ${e.name('assessorId')} om å vurdere saka.`,
    'impartiality-declared': (e) =>
      e.is('impartial', true) ? 'Sa seg habil.' : 'Sa seg inhabil, og har ikkje lenger tilgang til saka.',
    'information-asked': (e) => `Spurde søkjaren om meir. Svarfrist ${e.day('answerBy')}.`,
    'applicant-reminded': 'Minte søkjaren om spørsmålet.',
    'information-answered': 'Søkjaren svarte på spørsmålet.',
    assessed: 'Vart ferdig med å vurdere søknaden.',
    recommended: (e) =>
      e.is('outcome', 'refused')
        ? 'Innstilte på avslag.'
        : e.is('outcome', 'dismissed')
          ? 'Innstilte på å avvise søknaden.'
          : `Innstilte på ${e.kr('ore')}.`,
    'recommendation-taken-back': 'Trekte innstillinga tilbake.',
    'dismissal-proposed': 'Føreslo å avvise søknaden fordi han kom for seint.',
    'classified-read': 'Las skjerma opplysningar.',
    'note-added': 'Skreiv eit internt notat.',
    'document-added': 'La til eit dokument.',
    'task-done': 'Gjorde ferdig ei oppgåve.',
    'due-date-set': (e) => `Flytta fristen til ${e.day('dueOn')}.`,
    'application-withdrawn': 'Søkjaren trekte søknaden.',
  },
  en: {
    'application-submitted': (e) => `The application came in. Applied for ${e.kr('appliedOre')}.`,
    'application-registered': (e) =>
      `The application was registered by the municipality. Applied for ${e.kr('appliedOre')}.${e.is('late', true) ? ' It came late, and was accepted as a reasoned exception.' : ''}`,
    'case-taken': 'Took the case.',
    'case-assigned': (e) => `Gave the case to ${e.name('caseworkerId')}.`,
    'assessor-assigned': (e) => `Asked ${e.name('assessorId')} to assess the case.`,
    'impartiality-declared': (e) =>
      e.is('impartial', true)
        ? 'Declared to be impartial.'
        : 'Declared not to be impartial, and no longer has access to the case.',
    'information-asked': (e) => `Asked the applicant for more. Answer due ${e.day('answerBy')}.`,
    'applicant-reminded': 'Reminded the applicant of the question.',
    'information-answered': 'The applicant answered the question.',
    assessed: 'Finished assessing the application.',
    recommended: (e) =>
      e.is('outcome', 'refused')
        ? 'Recommended refusal.'
        : e.is('outcome', 'dismissed')
          ? 'Recommended dismissing the application.'
          : `Recommended ${e.kr('ore')}.`,
    'recommendation-taken-back': 'Took the recommendation back.',
    'dismissal-proposed': 'Proposed to dismiss the application because it came late.',
    'classified-read': 'Read classified information.',
    'note-added': 'Wrote an internal note.',
    'document-added': 'Added a document.',
    'task-done': 'Finished a task.',
    'due-date-set': (e) => `Moved the due date to ${e.day('dueOn')}.`,
    'application-withdrawn': 'The applicant withdrew the application.',
  },
})

export type Sentences = Record<string, string | ((told: Told) => string)>

const others: Record<Lang, Sentences>[] = []

/** Other parts of grants add the sentences of the events they record; the timeline then tells them. */
export function addEventSentences(texts: Record<Lang, Sentences>): void {
  others.push(texts)
}

/** Every kind of event that can be told. */
export function toldEventTypes(): string[] {
  return [eventTexts.nb, ...others.map((each) => each.nb)].flatMap((each) => Object.keys(each))
}

const unknown = { nb: 'Saken ble oppdatert.', nn: 'Saka vart oppdatert.', en: 'The case was updated.' }

/** What happened, in a sentence. A kind that nobody has written a sentence for is never shown by its own word. */
export function tellEvent(
  event: { type: string; changes: Record<string, unknown> },
  names: ReadonlyMap<string, string>,
  lang: Lang,
): string {
  const text = (field: string) => (typeof event.changes[field] === 'string' ? (event.changes[field] as string) : '')
  const told: Told = {
    kr: (field) => (typeof event.changes[field] === 'number' ? formatKr(event.changes[field] as number, lang) : '–'),
    day: (field) => (isDay(text(field)) ? formatDate(text(field), lang) : '–'),
    name: (field) => names.get(text(field)) ?? '–',
    has: (field) => event.changes[field] !== undefined && event.changes[field] !== null,
    is: (field, value) => event.changes[field] === value,
  }
  const sentences = [eventTexts[lang] as Sentences, ...others.map((each) => each[lang])]
  const found = sentences.find((each) => Object.hasOwn(each, event.type))
  const sentence = found?.[event.type]
  return (typeof sentence === 'function' ? sentence(told) : sentence) ?? unknown[lang]
}
