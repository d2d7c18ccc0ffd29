import type { BlankTexts } from '../rules/blank.ts'

/** The words a new scheme begins with. Its owner changes what does not fit. */
export const blankTexts: BlankTexts = {
  howDecided: {
    nb: 'En saksbehandler går gjennom søknaden og foreslår et beløp. Den som har fullmakt i kommunen, avgjør.',
    nn: 'Ein saksbehandlar går gjennom søknaden og foreslår eit beløp. Den som har fullmakt i kommunen, avgjer.',
    en: 'A caseworker reviews the application and proposes an amount. The person with authority in the municipality decides.',
  },
  whatHappensNext: {
    nb: 'Du får kvittering med en gang. Vi ser på søknaden og spør hvis noe mangler. Du får svaret på Min side.',
    nn: 'Du får kvittering med ein gong. Vi ser på søknaden og spør om noko manglar. Du får svaret på Mi side.',
    en: 'You get a receipt at once. We look at the application and ask if something is missing. You get the answer on My page.',
  },
  whatIsPublished: {
    nb: 'Når søkerne har fått svar, viser vi i tilskuddsregisteret hvem som fikk, hvor mye og til hva. Kontonummer og private opplysninger vises aldri.',
    nn: 'Når søkjarane har fått svar, viser vi i tilskotsregisteret kven som fekk, kor mykje og til kva. Kontonummer og private opplysningar blir aldri viste.',
    en: 'Once applicants have been told, the grants register shows who was granted money, how much and for what. Bank accounts and private information are never shown.',
  },
  evaluation: {
    nb: 'Vi ser hvert år på rapportene og tallene, og vurderer om ordningen virker etter hensikten.',
    nn: 'Vi ser kvart år på rapportane og tala, og vurderer om ordninga verkar etter føremålet.',
    en: 'Every year we look at the reports and the figures, and judge whether the scheme works as intended.',
  },
  privacyNotice: {
    nb: 'Kommunen bruker opplysningene til å behandle søknaden, betale ut og følge opp tilskuddet. Søknaden er et offentlig dokument, men kontonummer og private forhold er skjermet. Du kan be om å få se og rette det vi har om deg.',
    nn: 'Kommunen bruker opplysningane til å behandle søknaden, betale ut og følgje opp tilskotet. Søknaden er eit offentleg dokument, men kontonummer og private forhold er skjerma. Du kan be om å få sjå og rette det vi har om deg.',
    en: 'The municipality uses the information to handle the application, pay and follow up the grant. The application is a public document, but bank account and private matters are kept hidden. You may ask to see and correct what we hold about you.',
  },
  letters: {
    granted: {
      nb: 'Vi har gode nyheter: Du får tilskuddet du søkte om.',
      nn: 'Vi har gode nyheiter: Du får tilskotet du søkte om.',
      en: 'We have good news: you are granted what you applied for.',
    },
    partlyGranted: {
      nb: 'Du får tilskudd, men mindre enn du søkte om. Nedenfor forklarer vi hvorfor.',
      nn: 'Du får tilskot, men mindre enn du søkte om. Nedanfor forklarer vi kvifor.',
      en: 'You are granted money, but less than you applied for. Below we explain why.',
    },
    refused: {
      nb: 'Du får dessverre ikke tilskudd denne gangen. Nedenfor forklarer vi hvorfor.',
      nn: 'Du får diverre ikkje tilskot denne gongen. Nedanfor forklarer vi kvifor.',
      en: 'Unfortunately you are not granted money this time. Below we explain why.',
    },
    dismissed: {
      nb: 'Vi kan ikke behandle søknaden din. Nedenfor forklarer vi hvorfor.',
      nn: 'Vi kan ikkje behandle søknaden din. Nedanfor forklarer vi kvifor.',
      en: 'We cannot handle your application. Below we explain why.',
    },
    appealBody: { nb: '', nn: '', en: '' },
  },
  wholeGrant: { nb: 'Hele tilskuddet', nn: 'Heile tilskotet', en: 'The whole grant' },
  firstPage: { nb: 'Om søknaden', nn: 'Om søknaden', en: 'About the application' },
  firstRound: { nb: '', nn: '', en: '' },
  delegated: { nb: 'Leder av enheten', nn: 'Leiar av eininga', en: 'Head of the unit' },
  asDescribed: {
    nb: 'Pengene skal brukes slik søknaden beskriver.',
    nn: 'Pengane skal brukast slik søknaden beskriv.',
    en: 'The money must be used as the application describes.',
  },
}
