import { addEventSentences, type Told } from '../../review/texts/events.ts'

const decided = (e: Told, words: { refused: string; dismissed: string; gives: (kr: string) => string }) =>
  e.is('outcome', 'refused') ? words.refused : e.is('outcome', 'dismissed') ? words.dismissed : words.gives(e.kr('ore'))

/** The sentences of the events that deciding records. */
addEventSentences({
  nb: {
    'application-decided': (e) =>
      decided(e, { refused: 'Vedtok avslag.', dismissed: 'Vedtok å avvise søknaden.', gives: (kr) => `Vedtok å gi ${kr}.` }),
    'application-decided-again': (e) =>
      decided(e, {
        refused: 'Gjorde nytt vedtak: avslag.',
        dismissed: 'Gjorde nytt vedtak: avvist.',
        gives: (kr) => `Gjorde nytt vedtak: ${kr}.`,
      }),
    'decision-taken-back': () => 'Tok vedtaket tilbake.',
    'letter-proofread': () => 'Leste korrektur på brevet.',
    'release-scheduled': () => 'Satte tid for når vedtaket slippes.',
    'release-cancelled': () => 'Tok tilbake tiden for når vedtaket slippes.',
    'decision-released': (e) =>
      decided(e, {
        refused: 'Avslaget ble sendt til søkeren.',
        dismissed: 'Avvisningen ble sendt til søkeren.',
        gives: (kr) => `Vedtaket om ${kr} ble sendt til søkeren.`,
      }),
    'decision-opened': () => 'Søkeren åpnet vedtaket.',
    'decision-reminded': () => 'Søkeren fikk et nytt varsel om at vedtaket venter.',
    'award-accepted': (e) => `Søkeren tok imot ${e.kr('ore')}.`,
    'award-declined': (e) => `Søkeren takket nei til ${e.kr('ore')}.`,
    'award-lapsed': (e) => `Tilskuddet på ${e.kr('ore')} falt bort: ingen svarte innen fristen.`,
    'appeal-filed': (e) => (e.is('inTime', true) ? 'Søkeren klaget på vedtaket.' : 'Søkeren klaget på vedtaket, etter fristen.'),
    'case-closed': () => 'Saken ble avsluttet: ingenting er åpent i den.',
  },
  nn: {
    'application-decided': (e) =>
      decided(e, { refused: 'Vedtok avslag.', dismissed: 'Vedtok å avvise søknaden.', gives: (kr) => `Vedtok å gi ${kr}.` }),
    'application-decided-again': (e) =>
      decided(e, {
        refused: 'Gjorde nytt vedtak: avslag.',
        dismissed: 'Gjorde nytt vedtak: avvist.',
        gives: (kr) => `Gjorde nytt vedtak: ${kr}.`,
      }),
    'decision-taken-back': () => 'Tok vedtaket tilbake.',
    'letter-proofread': () => 'Las korrektur på brevet.',
    'release-scheduled': () => 'Sette tid for når vedtaket blir sleppt.',
    'release-cancelled': () => 'Tok tilbake tida for når vedtaket blir sleppt.',
    'decision-released': (e) =>
      decided(e, {
        refused: 'Avslaget vart sendt til søkjaren.',
        dismissed: 'Avvisinga vart send til søkjaren.',
        gives: (kr) => `Vedtaket om ${kr} vart sendt til søkjaren.`,
      }),
    'decision-opened': () => 'Søkjaren opna vedtaket.',
    'decision-reminded': () => 'Søkjaren fekk eit nytt varsel om at vedtaket ventar.',
    'award-accepted': (e) => `Søkjaren tok imot ${e.kr('ore')}.`,
    'award-declined': (e) => `Søkjaren takka nei til ${e.kr('ore')}.`,
    'award-lapsed': (e) => `Tilskotet på ${e.kr('ore')} fall bort: ingen svara innan fristen.`,
    'appeal-filed': (e) => (e.is('inTime', true) ? 'Søkjaren klaga på vedtaket.' : 'Søkjaren klaga på vedtaket, etter fristen.'),
    'case-closed': () => 'Saka vart avslutta: ingenting er ope i ho.',
  },
  en: {
    'application-decided': (e) =>
      decided(e, {
        refused: 'Decided to refuse.',
        dismissed: 'Decided to dismiss the application.',
        gives: (kr) => `Decided to grant ${kr}.`,
      }),
    'application-decided-again': (e) =>
      decided(e, {
        refused: 'Made a new decision: refused.',
        dismissed: 'Made a new decision: dismissed.',
        gives: (kr) => `Made a new decision: ${kr}.`,
      }),
    'decision-taken-back': () => 'Took the decision back.',
    'letter-proofread': () => 'Proofread the letter.',
    'release-scheduled': () => 'Set a time for releasing the decision.',
    'release-cancelled': () => 'Took back the time for releasing the decision.',
    'decision-released': (e) =>
      decided(e, {
        refused: 'The refusal was sent to the applicant.',
        dismissed: 'The dismissal was sent to the applicant.',
        gives: (kr) => `The decision to grant ${kr} was sent to the applicant.`,
      }),
    'decision-opened': () => 'The applicant opened the decision.',
    'decision-reminded': () => 'The applicant was told again that the decision is waiting.',
    'award-accepted': (e) => `The applicant accepted ${e.kr('ore')}.`,
    'award-declined': (e) => `The applicant declined ${e.kr('ore')}.`,
    'award-lapsed': (e) => `The grant of ${e.kr('ore')} lapsed: nobody answered in time.`,
    'appeal-filed': (e) =>
      e.is('inTime', true)
        ? 'The applicant appealed the decision.'
        : 'The applicant appealed the decision, after the time limit.',
    'case-closed': () => 'The case was closed: nothing is open in it.',
  },
})
