import { defineTexts } from '#platform/texts/texts.ts'

/** Being proposed by somebody else: what the proposed, the one who proposed and staff read. */
export const nominationTexts = defineTexts({
  nb: {
    title: 'Du er foreslått',
    lead: (nominator: string, name: string, scheme: string) => `${nominator} har foreslått ${name} til ${scheme}.`,
    explain:
      'Kommunen behandler forslaget. Blir det tilskudd, betaler vi det ikke ut før den som er foreslått, har sagt ja. Er du under 18 år, svarer en av foreldrene for deg. Du kan ombestemme deg til pengene er på vei.',
    accept: 'Ja, jeg vil være foreslått',
    decline: 'Nei takk',
    said: { pending: 'Du har ikke svart ennå.', accepted: 'Du har sagt ja.', declined: 'Du har sagt nei.' },
    saved: 'Svaret er lagret.',
    problem: {
      ownNomination: 'Du har selv sendt forslaget. Den som er foreslått, må svare.',
      notInThisState: 'Saken er avsluttet, så svaret kan ikke endres.',
      alreadyPaid: 'Pengene er på vei, så svaret kan ikke endres. Ta kontakt med kommunen.',
    },
    section: 'Den som er foreslått',
    states: { pending: 'Har ikke svart', accepted: 'Har sagt ja', declined: 'Har sagt nei' },
    by: (who: string, when: string) => `${who}, ${when}`,
    toldAt: (when: string) => `Fikk beskjed ${when}`,
    notTold: 'Har ikke fått beskjed: e-postadressen mangler eller er feil. Ring eller skriv.',
    paysAfter: 'Pengene betales ikke ut før den som er foreslått, har sagt ja.',
    stopReason: 'Den som er foreslått, har sagt nei',
    staffMail: {
      declined: {
        subject: (number: string) => `Den som er foreslått, sa nei (sak ${number})`,
        text: (address: string) =>
          `Den som er foreslått i saken, har sagt nei. Utbetalinger som ikke er begynt, er stoppet.\n\n${address}`,
      },
      accepted: {
        subject: (number: string) => `Den som er foreslått, sa ja likevel (sak ${number})`,
        text: (address: string) =>
          `Den som er foreslått i saken, har ombestemt seg og sagt ja. Utbetalingene som ble stoppet av svaret, er planlagt igjen.\n\n${address}`,
      },
    },
    mailSubject: 'Du er foreslått til et tilskudd',
    mailText: (nominator: string, link: string) =>
      `Hei.\n\n${nominator} har foreslått deg til et tilskudd. Logg inn for å lese mer og si ja eller nei:\n${link}\n\nEr du under 18 år, kan en av foreldrene svare.`,
  },
  nn: {
    title: 'Du er foreslått',
    lead: (nominator: string, name: string, scheme: string) => `${nominator} har foreslått ${name} til ${scheme}.`,
    explain:
      'Kommunen behandlar forslaget. Blir det tilskot, betaler vi det ikkje ut før den som er foreslått, har sagt ja. Er du under 18 år, svarar ein av foreldra for deg. Du kan ombestemme deg til pengane er på veg.',
    accept: 'Ja, eg vil vere foreslått',
    decline: 'Nei takk',
    said: { pending: 'Du har ikkje svart enno.', accepted: 'Du har sagt ja.', declined: 'Du har sagt nei.' },
    saved: 'Svaret er lagra.',
    problem: {
      ownNomination: 'Du har sjølv sendt forslaget. Den som er foreslått, må svare.',
      notInThisState: 'Saka er avslutta, så svaret kan ikkje endrast.',
      alreadyPaid: 'Pengane er på veg, så svaret kan ikkje endrast. Ta kontakt med kommunen.',
    },
    section: 'Den som er foreslått',
    states: { pending: 'Har ikkje svart', accepted: 'Har sagt ja', declined: 'Har sagt nei' },
    by: (who: string, when: string) => `${who}, ${when}`,
    toldAt: (when: string) => `Fekk melding ${when}`,
    notTold: 'Har ikkje fått melding: e-postadressa manglar eller er feil. Ring eller skriv.',
    paysAfter: 'Pengane blir ikkje betalte ut før den som er foreslått, har sagt ja.',
    stopReason: 'Den som er foreslått, har sagt nei',
    staffMail: {
      declined: {
        subject: (number: string) => `Den som er foreslått, sa nei (sak ${number})`,
        text: (address: string) =>
          `Den som er foreslått i saka, har sagt nei. Utbetalingar som ikkje er byrja, er stoppa.\n\n${address}`,
      },
      accepted: {
        subject: (number: string) => `Den som er foreslått, sa ja likevel (sak ${number})`,
        text: (address: string) =>
          `Den som er foreslått i saka, har ombestemt seg og sagt ja. Utbetalingane som vart stoppa av svaret, er planlagde igjen.\n\n${address}`,
      },
    },
    mailSubject: 'Du er foreslått til eit tilskot',
    mailText: (nominator: string, link: string) =>
      `Hei.\n\n${nominator} har foreslått deg til eit tilskot. Logg inn for å lese meir og seie ja eller nei:\n${link}\n\nEr du under 18 år, kan ein av foreldra svare.`,
  },
  en: {
    title: 'You are nominated',
    lead: (nominator: string, name: string, scheme: string) => `${nominator} has nominated ${name} for ${scheme}.`,
    explain:
      'The municipality handles the nomination. If money is granted, it is not paid before the nominated has said yes. If you are under 18, a parent answers for you. You can change your mind until the money is on its way.',
    accept: 'Yes, I want to be nominated',
    decline: 'No thank you',
    said: { pending: 'You have not answered yet.', accepted: 'You have said yes.', declined: 'You have said no.' },
    saved: 'Your answer is saved.',
    problem: {
      ownNomination: 'You sent the nomination yourself. The nominated must answer.',
      notInThisState: 'The case is closed, so the answer cannot be changed.',
      alreadyPaid: 'The money is on its way, so the answer cannot be changed. Contact the municipality.',
    },
    section: 'The nominated',
    states: { pending: 'Has not answered', accepted: 'Has said yes', declined: 'Has said no' },
    by: (who: string, when: string) => `${who}, ${when}`,
    toldAt: (when: string) => `Told ${when}`,
    notTold: 'Has not been told: the e-mail address is missing or wrong. Call or write.',
    paysAfter: 'The money is not paid before the nominated has said yes.',
    stopReason: 'The nominated has said no',
    staffMail: {
      declined: {
        subject: (number: string) => `The nominated said no (case ${number})`,
        text: (address: string) =>
          `The nominated in the case has said no. Payments that had not begun are stopped.\n\n${address}`,
      },
      accepted: {
        subject: (number: string) => `The nominated said yes after all (case ${number})`,
        text: (address: string) =>
          `The nominated in the case has changed their mind and said yes. The payments that the answer stopped are planned again.\n\n${address}`,
      },
    },
    mailSubject: 'You are nominated for a grant',
    mailText: (nominator: string, link: string) =>
      `Hello.\n\n${nominator} has nominated you for a grant. Log in to read more and say yes or no:\n${link}\n\nIf you are under 18, a parent can answer.`,
  },
})
