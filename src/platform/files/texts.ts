import type { Reason } from '#platform/errors.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'

type ReasonData = Record<string, string | number>
const megabytes = (bytes: string | number | undefined): number => Math.round(Number(bytes) / 1_000_000)

/** Why a file was refused and what to do. Throws for a reason that is not a file's. */
export function fileReasonText(reason: Reason, lang: Lang): string {
  const texts: Record<string, ((data: ReasonData) => string) | undefined> = fileReasonTexts[lang]
  const sentence = texts[reason.key]
  if (!sentence) throw new Error(`No text for ${reason.key}.`)
  return sentence(reason.data ?? {})
}

const fileReasonTexts = defineTexts({
  nb: {
    'file.empty': (d: ReasonData) => `«${d['name']}» er tom. Sjekk filen, og velg den på nytt.`,
    'file.too-large': (d: ReasonData) =>
      `«${d['name']}» er større enn ${megabytes(d['most'])} MB. Lagre den i mindre størrelse, eller del den opp.`,
    'file.program': (d: ReasonData) => `«${d['name']}» er et program. Vi tar bare imot dokumenter og bilder.`,
    'file.web-page': (d: ReasonData) => `«${d['name']}» er en nettside. Skriv den ut til PDF, og velg PDF-en.`,
    'file.macro': (d: ReasonData) => `«${d['name']}» har makroer. Lagre dokumentet uten makroer eller som PDF.`,
    'file.old-office': (d: ReasonData) =>
      `«${d['name']}» er i et gammelt format eller har passord. Lagre det som PDF, .docx eller .xlsx uten passord.`,
    'file.archive': (d: ReasonData) => `«${d['name']}» er en pakket fil. Pakk den ut, og velg filene hver for seg.`,
    'file.heic': (d: ReasonData) =>
      `«${d['name']}» er et HEIC-bilde. På iPhone: velg Innstillinger, Kamera, Formater, Mest kompatibel. Eller send bildet som JPEG.`,
    'file.too-packed': (d: ReasonData) => `«${d['name']}» er for stor når den pakkes ut. Lagre dokumentet som PDF.`,
    'file.unreadable': (d: ReasonData) =>
      `«${d['name']}» er skadet eller har passord. Lagre filen på nytt uten passord, og velg den igjen.`,
    'file.type': (d: ReasonData) => `«${d['name']}» er en filtype vi ikke tar imot. Lagre den som PDF.`,
  },
  nn: {
    'file.empty': (d: ReasonData) => `«${d['name']}» er tom. Sjekk fila, og vel ho på nytt.`,
    'file.too-large': (d: ReasonData) =>
      `«${d['name']}» er større enn ${megabytes(d['most'])} MB. Lagre fila i mindre storleik, eller del ho opp.`,
    'file.program': (d: ReasonData) => `«${d['name']}» er eit program. Vi tek berre imot dokument og bilete.`,
    'file.web-page': (d: ReasonData) => `«${d['name']}» er ei nettside. Skriv ho ut til PDF, og vel PDF-en.`,
    'file.macro': (d: ReasonData) => `«${d['name']}» har makroar. Lagre dokumentet utan makroar eller som PDF.`,
    'file.old-office': (d: ReasonData) =>
      `«${d['name']}» er i eit gammalt format eller har passord. Lagre det som PDF, .docx eller .xlsx utan passord.`,
    'file.archive': (d: ReasonData) => `«${d['name']}» er ei pakka fil. Pakk ho ut, og vel filene kvar for seg.`,
    'file.heic': (d: ReasonData) =>
      `«${d['name']}» er eit HEIC-bilete. På iPhone: vel Innstillingar, Kamera, Format, Mest kompatibel. Eller send biletet som JPEG.`,
    'file.too-packed': (d: ReasonData) => `«${d['name']}» er for stor når ho blir pakka ut. Lagre dokumentet som PDF.`,
    'file.unreadable': (d: ReasonData) =>
      `«${d['name']}» er skadd eller har passord. Lagre fila på nytt utan passord, og vel ho igjen.`,
    'file.type': (d: ReasonData) => `«${d['name']}» er ein filtype vi ikkje tek imot. Lagre fila som PDF.`,
  },
  en: {
    'file.empty': (d: ReasonData) => `“${d['name']}” is empty. Check the file and choose it again.`,
    'file.too-large': (d: ReasonData) =>
      `“${d['name']}” is larger than ${megabytes(d['most'])} MB. Save it in a smaller size, or split it.`,
    'file.program': (d: ReasonData) => `“${d['name']}” is a program. We only take documents and pictures.`,
    'file.web-page': (d: ReasonData) => `“${d['name']}” is a web page. Print it to PDF and choose the PDF.`,
    'file.macro': (d: ReasonData) => `“${d['name']}” has macros. Save the document without macros or as PDF.`,
    'file.old-office': (d: ReasonData) =>
      `“${d['name']}” is in an old format or has a password. Save it as PDF, .docx or .xlsx without a password.`,
    'file.archive': (d: ReasonData) => `“${d['name']}” is a packed file. Unpack it and choose the files one by one.`,
    'file.heic': (d: ReasonData) =>
      `“${d['name']}” is a HEIC picture. On an iPhone: choose Settings, Camera, Formats, Most Compatible. Or send the picture as JPEG.`,
    'file.too-packed': (d: ReasonData) => `“${d['name']}” is too large when unpacked. Save the document as PDF.`,
    'file.unreadable': (d: ReasonData) =>
      `“${d['name']}” is damaged or has a password. Save the file again without a password and choose it again.`,
    'file.type': (d: ReasonData) => `“${d['name']}” is a kind of file we do not take. Save it as PDF.`,
  },
})
