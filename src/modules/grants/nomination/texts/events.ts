import { addEventSentences } from '../../review/texts/events.ts'

/** The sentences of the events of nominations. */
addEventSentences({
  nb: {
    'nominated-told': () => 'Den som er foreslått, fikk beskjed.',
    'nomination-accepted': () => 'Den som er foreslått, sa ja.',
    'nomination-declined': () => 'Den som er foreslått, sa nei.',
  },
  nn: {
    'nominated-told': () => 'Den som er foreslått, fekk melding.',
    'nomination-accepted': () => 'Den som er foreslått, sa ja.',
    'nomination-declined': () => 'Den som er foreslått, sa nei.',
  },
  en: {
    'nominated-told': () => 'The nominated was told.',
    'nomination-accepted': () => 'The nominated said yes.',
    'nomination-declined': () => 'The nominated said no.',
  },
})
