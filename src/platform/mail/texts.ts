import { defineTexts } from '#platform/texts/texts.ts'

export const mailTexts = defineTexts({
  nb: { footer: (municipality: string) => `Hilsen ${municipality}. Ingen leser svar på denne e-posten.` },
  nn: { footer: (municipality: string) => `Helsing ${municipality}. Ingen les svar på denne e-posten.` },
  en: { footer: (municipality: string) => `From ${municipality}. Nobody reads replies to this e-mail.` },
})
