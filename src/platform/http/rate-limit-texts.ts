import { defineTexts } from '#platform/texts/texts.ts'

export const rateLimitTexts = defineTexts({
  nb: {
    title: 'Mange forsøk på kort tid',
    body: (seconds: number) => `Det har kommet uvanlig mange forsøk fra nettverket ditt. Vent ${seconds} sekunder og prøv igjen.`,
  },
  nn: {
    title: 'Mange forsøk på kort tid',
    body: (seconds: number) => `Det har kome uvanleg mange forsøk frå nettverket ditt. Vent ${seconds} sekund og prøv igjen.`,
  },
  en: {
    title: 'Many attempts in a short time',
    body: (seconds: number) =>
      `There have been unusually many attempts from your network. Wait ${seconds} seconds and try again.`,
  },
})
