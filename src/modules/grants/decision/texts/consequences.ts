import { defineTexts } from '#platform/texts/texts.ts'

/** Why a payment was stopped or an obligation waived, as it stands beside it. */
export const consequenceTexts = defineTexts({
  nb: {
    replaced: 'Erstattet av et nytt vedtak.',
    declined: 'Mottakeren takket nei til tilskuddet.',
    lapsed: 'Tilskuddet er bortfalt: ingen svarte innen fristen.',
  },
  nn: {
    replaced: 'Erstatta av eit nytt vedtak.',
    declined: 'Mottakaren takka nei til tilskotet.',
    lapsed: 'Tilskotet er bortfalle: ingen svara innan fristen.',
  },
  en: {
    replaced: 'Replaced by a new decision.',
    declined: 'The recipient declined the grant.',
    lapsed: 'The grant has lapsed: nobody answered in time.',
  },
})
