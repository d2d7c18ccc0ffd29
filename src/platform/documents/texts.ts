import type { Reason } from '#platform/errors.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'

/** The words the templates bring themselves. `{page}` and `{pages}` are filled in by the template. */
export const documentTexts = defineTexts({
  nb: {
    date: 'Dato',
    caseNumber: 'Saksnummer',
    yourReference: 'Din referanse',
    organisationNumber: 'Org.nr.',
    page: 'Side {page} av {pages}',
    regards: 'Vennlig hilsen',
    approvedElectronically: 'Brevet er godkjent elektronisk og har derfor ingen signatur.',
    attachments: 'Vedlegg',
    noAttachments: 'Ingen vedlegg.',
    fileName: 'Fil',
    fileSize: 'Størrelse',
    checksum: 'Kontrollsum (SHA-256)',
    applicant: 'Søker',
    sent: 'Sendt',
    sentBy: 'Sendt av',
    frozenCopy: 'Dette er søknaden slik den ble sendt. Innholdet blir ikke endret.',
    frozenReport: 'Dette er rapporten slik den ble sendt. Innholdet blir ikke endret.',
    noRows: 'Ingen rader.',
    total: 'Sum',
    photoAlt: 'Bilde uten beskrivelse:',
  },
  nn: {
    date: 'Dato',
    caseNumber: 'Saksnummer',
    yourReference: 'Din referanse',
    organisationNumber: 'Org.nr.',
    page: 'Side {page} av {pages}',
    regards: 'Venleg helsing',
    approvedElectronically: 'Brevet er godkjent elektronisk og har difor ikkje underskrift.',
    attachments: 'Vedlegg',
    noAttachments: 'Ingen vedlegg.',
    fileName: 'Fil',
    fileSize: 'Storleik',
    checksum: 'Kontrollsum (SHA-256)',
    applicant: 'Søkjar',
    sent: 'Sendt',
    sentBy: 'Sendt av',
    frozenCopy: 'Dette er søknaden slik han vart send. Innhaldet blir ikkje endra.',
    frozenReport: 'Dette er rapporten slik han vart send. Innhaldet blir ikkje endra.',
    noRows: 'Ingen rader.',
    total: 'Sum',
    photoAlt: 'Bilete utan skildring:',
  },
  en: {
    date: 'Date',
    caseNumber: 'Case number',
    yourReference: 'Your reference',
    organisationNumber: 'Org. no.',
    page: 'Page {page} of {pages}',
    regards: 'Kind regards',
    approvedElectronically: 'This letter has been approved electronically and therefore has no signature.',
    attachments: 'Attachments',
    noAttachments: 'No attachments.',
    fileName: 'File',
    fileSize: 'Size',
    checksum: 'Checksum (SHA-256)',
    applicant: 'Applicant',
    sent: 'Sent',
    sentBy: 'Sent by',
    frozenCopy: 'This is the application as it was sent. Its content is not changed.',
    frozenReport: 'This is the report as it was sent. Its content is not changed.',
    noRows: 'No rows.',
    total: 'Total',
    photoAlt: 'Picture without description:',
  },
})

type ReasonData = Record<string, string | number>
const megabytes = (bytes: string | number | undefined): number => Math.round(Number(bytes) / 1_000_000)

/** What is wrong and what to do, for the reasons of renderPdf and photosToPdf. Throws for a reason that is not theirs. */
export function documentReasonText(reason: Reason, lang: Lang): string {
  const texts: Record<string, ((data: ReasonData) => string) | undefined> = documentReasonTexts[lang]
  const sentence = texts[reason.key]
  if (!sentence) throw new Error(`No text for ${reason.key}.`)
  return sentence(reason.data ?? {})
}

const documentReasonTexts = defineTexts({
  nb: {
    'document.missing-glyph': (d: ReasonData) =>
      `Skriften i brevet har ikke disse tegnene: ${d['characters']}. Skriv dem på en annen måte.`,
    'photo.none': () => 'Velg minst ett bilde.',
    'photo.too-many': (d: ReasonData) => `Du kan samle høyst ${d['most']} bilder i én PDF. Velg færre, og lag en til av resten.`,
    'photo.too-much': (d: ReasonData) =>
      `Bildene er til sammen over ${megabytes(d['most'])} MB. Velg færre, og lag en PDF til av resten.`,
    'photo.heic': (d: ReasonData) =>
      `«${d['name']}» er et HEIC-bilde, som vi ikke kan lese. På iPhone: velg Innstillinger, Kamera, Formater, Mest kompatibel. Eller send bildet som JPEG.`,
    'photo.unknown': (d: ReasonData) =>
      `«${d['name']}» er ikke et helt JPEG- eller PNG-bilde. Ta bildet på nytt, eller lagre det som JPEG.`,
    'photo.too-large': (d: ReasonData) => `«${d['name']}» har for mange bildepunkter. Lagre bildet i mindre størrelse.`,
  },
  nn: {
    'document.missing-glyph': (d: ReasonData) =>
      `Skrifta i brevet har ikkje desse teikna: ${d['characters']}. Skriv dei på ein annan måte.`,
    'photo.none': () => 'Vel minst eitt bilete.',
    'photo.too-many': (d: ReasonData) => `Du kan samle høgst ${d['most']} bilete i éin PDF. Vel færre, og lag ein til av resten.`,
    'photo.too-much': (d: ReasonData) =>
      `Bileta er til saman over ${megabytes(d['most'])} MB. Vel færre, og lag ein PDF til av resten.`,
    'photo.heic': (d: ReasonData) =>
      `«${d['name']}» er eit HEIC-bilete, som vi ikkje kan lese. På iPhone: vel Innstillingar, Kamera, Format, Mest kompatibel. Eller send biletet som JPEG.`,
    'photo.unknown': (d: ReasonData) =>
      `«${d['name']}» er ikkje eit heilt JPEG- eller PNG-bilete. Ta biletet på nytt, eller lagre det som JPEG.`,
    'photo.too-large': (d: ReasonData) => `«${d['name']}» har for mange biletpunkt. Lagre biletet i mindre storleik.`,
  },
  en: {
    'document.missing-glyph': (d: ReasonData) =>
      `The letter's typeface lacks these characters: ${d['characters']}. Write them another way.`,
    'photo.none': () => 'Choose at least one picture.',
    'photo.too-many': (d: ReasonData) =>
      `One PDF can hold at most ${d['most']} pictures. Choose fewer, and make another of the rest.`,
    'photo.too-much': (d: ReasonData) =>
      `The pictures are more than ${megabytes(d['most'])} MB together. Choose fewer, and make another PDF of the rest.`,
    'photo.heic': (d: ReasonData) =>
      `“${d['name']}” is a HEIC picture, which we cannot read. On an iPhone: choose Settings, Camera, Formats, Most Compatible. Or send the picture as JPEG.`,
    'photo.unknown': (d: ReasonData) => `“${d['name']}” is not a whole JPEG or PNG picture. Take it again, or save it as JPEG.`,
    'photo.too-large': (d: ReasonData) => `“${d['name']}” has too many pixels. Save the picture in a smaller size.`,
  },
})
