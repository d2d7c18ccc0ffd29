import type { Text3 } from '#platform/texts/texts.ts'

const text = (nb: string, nn: string, en: string): Text3 => ({ nb, nn, en })

/** The pages and questions that every report has. */
export const reportFieldTexts = {
  resultPage: text('Hva det ble til', 'Kva det vart til', 'What came of it'),
  accountsPage: text('Regnskap', 'Rekneskap', 'Accounts'),
  confirmPage: text('Bekreft', 'Stadfest', 'Confirm'),
  auditor: {
    label: text('Revisors bekreftelse', 'Stadfesting frå revisor', 'The auditor’s confirmation'),
    help: text(
      'Tilskuddet er så stort at en revisor må bekrefte regnskapet.',
      'Tilskotet er så stort at ein revisor må stadfeste rekneskapen.',
      'The grant is large enough that an auditor must confirm the accounts.',
    ),
  },
  truth: {
    label: text('Rapporten er riktig', 'Rapporten er rett', 'The report is correct'),
    statement: text(
      'Jeg bekrefter at opplysningene stemmer, og at tilskuddet er brukt slik rapporten sier.',
      'Eg stadfestar at opplysningane stemmer, og at tilskotet er brukt slik rapporten seier.',
      'I confirm that the information is correct, and that the grant was used as the report says.',
    ),
  },
  second: {
    label: text('Hvem mer går god for rapporten?', 'Kven meir går god for rapporten?', 'Who else stands behind the report?'),
    help: text(
      'Ordningen ber om to. Skriv navnet på en til i styret eller ledelsen.',
      'Ordninga ber om to. Skriv namnet på ein til i styret eller leiinga.',
      'The scheme asks for two. Write the name of one more from the board or the management.',
    ),
  },
  secondRead: {
    label: text('Den andre har lest rapporten', 'Den andre har lese rapporten', 'The other person has read the report'),
    statement: text(
      'Jeg bekrefter at den jeg har navngitt, har lest rapporten og er enig i den.',
      'Eg stadfestar at den eg har namngitt, har lese rapporten og er samd i han.',
      'I confirm that the person I have named has read the report and agrees with it.',
    ),
  },
} as const
