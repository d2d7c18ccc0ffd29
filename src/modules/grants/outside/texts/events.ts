import { addEventSentences } from '../../review/texts/events.ts'

/** The sentences of the events of schemes that are decided outside the municipality. */
addEventSentences({
  nb: {
    'case-ranked': () => 'Ga søknaden ny plass på lista.',
    'statement-sent': () => 'Sendte kommunens uttalelse. Den er ikke et vedtak.',
    'outside-decision-recorded': (e) =>
      e.is('outcome', 'refused') || e.is('outcome', 'dismissed')
        ? 'Skrev inn vedtaket utenfra: ikke innvilget.'
        : `Skrev inn vedtaket utenfra: ${e.kr('ore')}.`,
  },
  nn: {
    'case-ranked': () => 'Gav søknaden ny plass på lista.',
    'statement-sent': () => 'Sende fråsegna frå kommunen. Ho er ikkje eit vedtak.',
    'outside-decision-recorded': (e) =>
      e.is('outcome', 'refused') || e.is('outcome', 'dismissed')
        ? 'Skreiv inn vedtaket utanfrå: ikkje innvilga.'
        : `Skreiv inn vedtaket utanfrå: ${e.kr('ore')}.`,
  },
  en: {
    'case-ranked': () => 'Gave the application a new place on the list.',
    'statement-sent': () => 'Sent the municipality’s statement. It is no decision.',
    'outside-decision-recorded': (e) =>
      e.is('outcome', 'refused') || e.is('outcome', 'dismissed')
        ? 'Recorded the outside decision: not granted.'
        : `Recorded the outside decision: ${e.kr('ore')}.`,
  },
})
