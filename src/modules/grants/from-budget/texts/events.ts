import { addEventSentences } from '../../review/texts/events.ts'

/** The sentence of a case opened from the budget. */
addEventSentences({
  nb: { 'case-opened-from-budget': (e) => `Åpnet saken fra budsjettet: ${e.kr('appliedOre')}.` },
  nn: { 'case-opened-from-budget': (e) => `Opna saka frå budsjettet: ${e.kr('appliedOre')}.` },
  en: { 'case-opened-from-budget': (e) => `Opened the case from the budget: ${e.kr('appliedOre')}.` },
})
