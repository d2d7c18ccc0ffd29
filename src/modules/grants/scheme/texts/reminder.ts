import { defineTexts } from '#platform/texts/texts.ts'

/** "Be told when it opens": the pages and the e-mail. */
export const reminderTexts = defineTexts({
  nb: {
    badEmail: 'Skriv e-postadressen din slik: navn@eksempel.no',
    doneTitle: 'Du får beskjed',
    doneBody: (scheme: string) => `Vi sender deg en e-post når du kan søke på «${scheme}».`,
    doneDate: (date: string) => `Ordningen åpner ${date}.`,
    doneUndo: 'I e-posten står det en lenke du kan trykke på for å slippe beskjeden.',
    openAlready: (scheme: string) => `Du kan søke på «${scheme}» allerede nå.`,
    back: 'Tilbake til ordningen',
    start: 'Start søknad',
    stopTitle: 'Vil du slippe beskjeden?',
    stopBody: (scheme: string) => `Da sletter vi adressen din, og du får ingen e-post når «${scheme}» åpner.`,
    stopButton: 'Slett adressen min',
    stoppedTitle: 'Adressen er slettet',
    stoppedBody: 'Du får ingen e-post om denne ordningen.',
    toSchemes: 'Se alle ordningene',
    confirmSubject: (scheme: string) => `Du får beskjed når «${scheme}» åpner`,
    confirmMail: (scheme: string, municipality: string, stop: string) =>
      `Hei!\n\nDu, eller noen som skrev adressen din, har bedt om beskjed når du kan søke på «${scheme}» hos ${municipality}. Vi sender deg én e-post den dagen den åpner. Deretter sletter vi adressen.\n\nVil du ikke ha beskjeden? Trykk her:\n${stop}\n\nHilsen ${municipality}`,
    openSubject: (scheme: string) => `Nå kan du søke: ${scheme}`,
    openMail: (scheme: string, municipality: string, link: string, closes: string | undefined) =>
      `Hei!\n\nDu ba om beskjed. Nå kan du søke på «${scheme}».${closes ? ` Fristen er ${closes}.` : ''}\n\nLes mer og søk her:\n${link}\n\nVi har slettet adressen din nå. Du får ikke flere e-poster om dette.\n\nHilsen ${municipality}`,
  },
  nn: {
    badEmail: 'Skriv e-postadressa di slik: namn@eksempel.no',
    doneTitle: 'Du får beskjed',
    doneBody: (scheme: string) => `Vi sender deg ein e-post når du kan søkje på «${scheme}».`,
    doneDate: (date: string) => `Ordninga opnar ${date}.`,
    doneUndo: 'I e-posten står det ei lenkje du kan trykkje på for å sleppe beskjeden.',
    openAlready: (scheme: string) => `Du kan søkje på «${scheme}» alt no.`,
    back: 'Tilbake til ordninga',
    start: 'Start søknad',
    stopTitle: 'Vil du sleppe beskjeden?',
    stopBody: (scheme: string) => `Då slettar vi adressa di, og du får ingen e-post når «${scheme}» opnar.`,
    stopButton: 'Slett adressa mi',
    stoppedTitle: 'Adressa er sletta',
    stoppedBody: 'Du får ingen e-post om denne ordninga.',
    toSchemes: 'Sjå alle ordningane',
    confirmSubject: (scheme: string) => `Du får beskjed når «${scheme}» opnar`,
    confirmMail: (scheme: string, municipality: string, stop: string) =>
      `Hei!\n\nDu, eller nokon som skreiv adressa di, har bede om beskjed når du kan søkje på «${scheme}» hos ${municipality}. Vi sender deg éin e-post den dagen ho opnar. Deretter slettar vi adressa.\n\nVil du ikkje ha beskjeden? Trykk her:\n${stop}\n\nHelsing ${municipality}`,
    openSubject: (scheme: string) => `No kan du søkje: ${scheme}`,
    openMail: (scheme: string, municipality: string, link: string, closes: string | undefined) =>
      `Hei!\n\nDu bad om beskjed. No kan du søkje på «${scheme}».${closes ? ` Fristen er ${closes}.` : ''}\n\nLes meir og søk her:\n${link}\n\nVi har sletta adressa di no. Du får ikkje fleire e-postar om dette.\n\nHelsing ${municipality}`,
  },
  en: {
    badEmail: 'Write your e-mail address like this: name@example.com',
    doneTitle: 'We will tell you',
    doneBody: (scheme: string) => `We will send you an e-mail when you can apply for "${scheme}".`,
    doneDate: (date: string) => `The scheme opens ${date}.`,
    doneUndo: 'The e-mail has a link you can press if you no longer want to be told.',
    openAlready: (scheme: string) => `You can apply for "${scheme}" already now.`,
    back: 'Back to the scheme',
    start: 'Start application',
    stopTitle: 'Do you want to stop the reminder?',
    stopBody: (scheme: string) => `We then delete your address, and you get no e-mail when "${scheme}" opens.`,
    stopButton: 'Delete my address',
    stoppedTitle: 'The address has been deleted',
    stoppedBody: 'You will get no e-mail about this scheme.',
    toSchemes: 'See all schemes',
    confirmSubject: (scheme: string) => `We will tell you when "${scheme}" opens`,
    confirmMail: (scheme: string, municipality: string, stop: string) =>
      `Hello!\n\nYou, or someone who typed your address, asked to be told when you can apply for "${scheme}" from ${municipality}. We will send you one e-mail on the day it opens, and then delete the address.\n\nDo you not want this? Press here:\n${stop}\n\nRegards, ${municipality}`,
    openSubject: (scheme: string) => `You can apply now: ${scheme}`,
    openMail: (scheme: string, municipality: string, link: string, closes: string | undefined) =>
      `Hello!\n\nYou asked to be told. You can now apply for "${scheme}".${closes ? ` The deadline is ${closes}.` : ''}\n\nRead more and apply here:\n${link}\n\nWe have now deleted your address. You will get no more e-mails about this.\n\nRegards, ${municipality}`,
  },
})
