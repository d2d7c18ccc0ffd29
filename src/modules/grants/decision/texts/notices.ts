import { defineTexts } from '#platform/texts/texts.ts'

/** E-mails to applicants. None says what was decided: an e-mail is read by anyone (eForvaltningsforskriften § 8). */
export const decisionNoticeTexts = defineTexts({
  nb: {
    'decision-waiting': {
      subject: (number: string) => `Svar på søknaden ligger klart, sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har svart på søknaden i sak ${number}. Logg inn for å lese svaret:\n${address}\n\nLes det snart: Frister kan begynne å løpe når du åpner det, og senest en uke etter denne e-posten.`,
    },
    'decision-waiting-again': {
      subject: (number: string) => `Påminnelse: svar på søknaden ligger klart, sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nFor en uke siden svarte vi på søknaden i sak ${number}. Ingen har åpnet svaret ennå. Logg inn for å lese det:\n${address}\n\nFrister kan alt ha begynt å løpe.`,
    },
    'appeal-received': {
      subject: (number: string) => `Vi har mottatt det du sendte i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har mottatt det du sendte i sak ${number}. Du finner det igjen, og hva som skjer nå, når du logger inn:\n${address}`,
    },
    'statement-sent': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nKommunen har gitt sin uttalelse i sak ${number}. Logg inn for å lese den:\n${address}`,
    },
    'outside-decided': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nSvaret i sak ${number} er kommet til kommunen. Logg inn for å lese det:\n${address}`,
    },
    'opened-from-budget': {
      subject: (number: string) => `Kommunen har åpnet sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nKommunen har åpnet sak ${number}, fordi dere står med navn i budsjettet. Dere trenger ikke søke. Logg inn for å lese mer, og si fra til oss om noe er feil:\n${address}`,
    },
    'award-lapsed': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nEn frist i sak ${number} er gått ut. Logg inn for å se hva det betyr:\n${address}`,
    },
  },
  nn: {
    'decision-waiting': {
      subject: (number: string) => `Svar på søknaden ligg klart, sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har svart på søknaden i sak ${number}. Logg inn for å lese svaret:\n${address}\n\nLes det snart: Fristar kan byrje å gå når du opnar det, og seinast ei veke etter denne e-posten.`,
    },
    'decision-waiting-again': {
      subject: (number: string) => `Påminning: svar på søknaden ligg klart, sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nFor ei veke sidan svarte vi på søknaden i sak ${number}. Ingen har opna svaret enno. Logg inn for å lese det:\n${address}\n\nFristar kan alt ha byrja å gå.`,
    },
    'appeal-received': {
      subject: (number: string) => `Vi har fått det du sende i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nVi har fått det du sende i sak ${number}. Du finn det att, og kva som skjer no, når du loggar inn:\n${address}`,
    },
    'statement-sent': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nKommunen har gitt fråsegna si i sak ${number}. Logg inn for å lese ho:\n${address}`,
    },
    'outside-decided': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nSvaret i sak ${number} er kome til kommunen. Logg inn for å lese det:\n${address}`,
    },
    'opened-from-budget': {
      subject: (number: string) => `Kommunen har opna sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nKommunen har opna sak ${number}, fordi de står med namn i budsjettet. De treng ikkje søkje. Logg inn for å lese meir, og sei frå til oss om noko er feil:\n${address}`,
    },
    'award-lapsed': {
      subject: (number: string) => `Det er nytt i sak ${number}`,
      text: (number: string, address: string) =>
        `Hei.\n\nEin frist i sak ${number} har gått ut. Logg inn for å sjå kva det tyder:\n${address}`,
    },
  },
  en: {
    'decision-waiting': {
      subject: (number: string) => `An answer to your application is ready, case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nWe have answered the application in case ${number}. Log in to read the answer:\n${address}\n\nRead it soon: time limits may start when you open it, and at the latest one week after this e-mail.`,
    },
    'decision-waiting-again': {
      subject: (number: string) => `Reminder: an answer to your application is ready, case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nA week ago we answered the application in case ${number}. Nobody has opened the answer yet. Log in to read it:\n${address}\n\nTime limits may already have started.`,
    },
    'appeal-received': {
      subject: (number: string) => `We have received what you sent in case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nWe have received what you sent in case ${number}. Log in to see it, and what happens now:\n${address}`,
    },
    'statement-sent': {
      subject: (number: string) => `There is news in case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nThe municipality has given its statement in case ${number}. Log in to read it:\n${address}`,
    },
    'outside-decided': {
      subject: (number: string) => `There is news in case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nThe answer in case ${number} has come to the municipality. Log in to read it:\n${address}`,
    },
    'opened-from-budget': {
      subject: (number: string) => `The municipality has opened case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nThe municipality has opened case ${number}, since you are named in the budget. You need not apply. Log in to read more, and tell us if anything is wrong:\n${address}`,
    },
    'award-lapsed': {
      subject: (number: string) => `There is news in case ${number}`,
      text: (number: string, address: string) =>
        `Hello.\n\nA time limit in case ${number} has passed. Log in to see what it means:\n${address}`,
    },
  },
})
