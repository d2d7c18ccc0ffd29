import { defineTexts } from '#platform/texts/texts.ts'

/** What one can do with a draft beside writing it; the keys are the addresses. */
export const toolTexts = defineTexts({
  nb: {
    forhandsvis: 'Forhåndsvis',
    papir: 'Skjemaet på papir',
    eksempler: 'Prøv på oppdiktede søknader',
    prov: 'Prøv på sendte søknader',
    endringer: 'Hva som er endret',
    'eksport.json': 'Ta med som fil',
  },
  nn: {
    forhandsvis: 'Førehandsvis',
    papir: 'Skjemaet på papir',
    eksempler: 'Prøv på oppdikta søknader',
    prov: 'Prøv på sende søknader',
    endringer: 'Kva som er endra',
    'eksport.json': 'Ta med som fil',
  },
  en: {
    forhandsvis: 'Preview',
    papir: 'The form on paper',
    eksempler: 'Try on invented applications',
    prov: 'Try on sent applications',
    endringer: 'What has changed',
    'eksport.json': 'Take along as a file',
  },
})

export type ToolKey = keyof (typeof toolTexts)['nb']
