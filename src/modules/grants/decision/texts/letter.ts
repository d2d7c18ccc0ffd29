import { defineTexts } from '#platform/texts/texts.ts'

/** The fixed sentences of the decision letter. The scheme's own sentences stand in its definition. */
export const letterTexts = defineTexts({
  nb: {
    headings: {
      granted: (scheme: string) => `Du får tilskudd fra ${scheme}`,
      'partly-granted': (scheme: string) => `Du får deler av det du søkte om fra ${scheme}`,
      refused: (scheme: string) => `Du får ikke tilskudd fra ${scheme}`,
      dismissed: (scheme: string) => `Søknaden til ${scheme} er avvist`,
    },
    amount: (granted: string, applied?: string) => `Beløp: ${granted}.${applied ? ` Søknaden gjaldt ${applied}.` : ''}`,
    facts: 'Hva vi har lagt til grunn',
    applied: (applicant: string, day: string, number: string, applied?: string) =>
      `${applicant} sendte søknaden ${day} (sak ${number})${applied ? ` og søkte om ${applied}` : ''}.`,
    fromBudget: (applicant: string, day: string, number: string, line: string) =>
      `${applicant} står i kommunens budsjett: ${line}. Derfor åpnet vi saken ${day} (sak ${number}).`,
    budget: (cost: string, income: string) => `Budsjettet viser utgifter på ${cost} og inntekter på ${income}.`,
    checks: 'Vi har kontrollert søknaden:',
    check: { meets: 'oppfylt', fails: 'ikke oppfylt', unknown: 'vurdert av saksbehandler' },
    rules: 'Reglene vi har brukt',
    reasons: 'Begrunnelse',
    decidedBy: (who: string) => `Vedtaket er gjort av ${who}.`,
    byBody: (body: string, day: string, item: string) => `Vedtaket er gjort av ${body} ${day}, sak ${item}.`,
    conditions: 'Vilkår',
    payment: 'Utbetaling',
    accept: (day: string) =>
      `Du må svare på «Min side» om du tar imot tilskuddet, senest ${day}. Svarer du ikke, faller det bort. Å ta imot hindrer deg ikke i å klage.`,
    pays: 'Pengene betales til kontoen i søknaden.',
    paid: (amount: string) => `${amount} er alt betalt.`,
    replaces: (day: string) => `Dette vedtaket erstatter vedtaket vi sendte ${day}.`,
    auditor: 'Regnskapet i rapporten må være bekreftet av en revisor.',
    part: {
      notified: 'når dette vedtaket er sendt',
      accepted: 'når du har takket ja',
      claimed: 'når du ber om det på «Min side»',
      'report-approved': 'når rapporten er godkjent',
    },
    instalment: (amount: string, when: string) => `${amount} betales ${when}.`,
    report: (day: string) => `Du må sende rapport på «Min side» innen ${day}.`,
    internal: 'Intern tildeling',
    internalText:
      'Enheten er en del av kommunen. Dette er en tildeling internt, og den kan ikke påklages. Er noe feil eller uklart, ta kontakt med oss.',
    paysInside: 'Pengene overføres internt i kommunens regnskap.',
    appeal: 'Du kan klage',
    appealText: (weeks: number, body: string, law: string) =>
      `Er du uenig, kan du klage. Fristen er ${weeks} uker fra du fikk dette brevet. Klagen sender du fra saken på «Min side», eller til kommunen i brev. Skriv hva du vil ha endret og hvorfor. Vi ser på saken på nytt. Endrer vi ikke vedtaket, går klagen til ${body} (${law}).`,
    documents:
      'Du har rett til å se sakens dokumenter (forvaltningsloven §§ 18 og 19). De fleste ligger på «Min side». Du kan be om at vedtaket ikke gjennomføres før klagen er avgjort (§ 42). Er du i tvil, hjelper vi deg (§ 11).',
  },
  nn: {
    headings: {
      granted: (scheme: string) => `Du får tilskot frå ${scheme}`,
      'partly-granted': (scheme: string) => `Du får delar av det du søkte om frå ${scheme}`,
      refused: (scheme: string) => `Du får ikkje tilskot frå ${scheme}`,
      dismissed: (scheme: string) => `Søknaden til ${scheme} er avvist`,
    },
    amount: (granted: string, applied?: string) => `Beløp: ${granted}.${applied ? ` Søknaden gjaldt ${applied}.` : ''}`,
    facts: 'Kva vi har lagt til grunn',
    applied: (applicant: string, day: string, number: string, applied?: string) =>
      `${applicant} sende søknaden ${day} (sak ${number})${applied ? ` og søkte om ${applied}` : ''}.`,
    fromBudget: (applicant: string, day: string, number: string, line: string) =>
      `${applicant} står i budsjettet til kommunen: ${line}. Difor opna vi saka ${day} (sak ${number}).`,
    budget: (cost: string, income: string) => `Budsjettet viser utgifter på ${cost} og inntekter på ${income}.`,
    checks: 'Vi har kontrollert søknaden:',
    check: { meets: 'oppfylt', fails: 'ikkje oppfylt', unknown: 'vurdert av saksbehandlar' },
    rules: 'Reglane vi har brukt',
    reasons: 'Grunngiving',
    decidedBy: (who: string) => `Vedtaket er gjort av ${who}.`,
    byBody: (body: string, day: string, item: string) => `Vedtaket er gjort av ${body} ${day}, sak ${item}.`,
    conditions: 'Vilkår',
    payment: 'Utbetaling',
    accept: (day: string) =>
      `Du må svare på «Mi side» om du tek imot tilskotet, seinast ${day}. Svarer du ikkje, fell det bort. Å ta imot hindrar deg ikkje i å klage.`,
    pays: 'Pengane blir betalte til kontoen i søknaden.',
    paid: (amount: string) => `${amount} er alt betalt.`,
    replaces: (day: string) => `Dette vedtaket erstattar vedtaket vi sende ${day}.`,
    auditor: 'Rekneskapen i rapporten må vere stadfesta av ein revisor.',
    part: {
      notified: 'når dette vedtaket er sendt',
      accepted: 'når du har takka ja',
      claimed: 'når du ber om det på «Mi side»',
      'report-approved': 'når rapporten er godkjend',
    },
    instalment: (amount: string, when: string) => `${amount} blir betalt ${when}.`,
    report: (day: string) => `Du må sende rapport på «Mi side» innan ${day}.`,
    internal: 'Intern tildeling',
    internalText:
      'Eininga er ein del av kommunen. Dette er ei tildeling internt, og det er ikkje høve til å klage på ho. Er noko feil eller uklart, ta kontakt med oss.',
    paysInside: 'Pengane blir overførte internt i rekneskapen til kommunen.',
    appeal: 'Du kan klage',
    appealText: (weeks: number, body: string, law: string) =>
      `Er du usamd, kan du klage. Fristen er ${weeks} veker frå du fekk dette brevet. Klaga sender du frå saka på «Mi side», eller til kommunen i brev. Skriv kva du vil ha endra og kvifor. Vi ser på saka på nytt. Endrar vi ikkje vedtaket, går klaga til ${body} (${law}).`,
    documents:
      'Du har rett til å sjå dokumenta i saka (forvaltningslova §§ 18 og 19). Dei fleste ligg på «Mi side». Du kan be om at vedtaket ikkje blir gjennomført før klaga er avgjord (§ 42). Er du i tvil, hjelper vi deg (§ 11).',
  },
  en: {
    headings: {
      granted: (scheme: string) => `You receive a grant from ${scheme}`,
      'partly-granted': (scheme: string) => `You receive part of what you applied for from ${scheme}`,
      refused: (scheme: string) => `You do not receive a grant from ${scheme}`,
      dismissed: (scheme: string) => `Your application to ${scheme} has been dismissed`,
    },
    amount: (granted: string, applied?: string) => `Amount: ${granted}.${applied ? ` The application was for ${applied}.` : ''}`,
    facts: 'What we based the decision on',
    applied: (applicant: string, day: string, number: string, applied?: string) =>
      `${applicant} sent the application on ${day} (case ${number})${applied ? ` and applied for ${applied}` : ''}.`,
    fromBudget: (applicant: string, day: string, number: string, line: string) =>
      `${applicant} is named in the municipal budget: ${line}. We therefore opened the case on ${day} (case ${number}).`,
    budget: (cost: string, income: string) => `The budget shows costs of ${cost} and income of ${income}.`,
    checks: 'We have checked the application:',
    check: { meets: 'met', fails: 'not met', unknown: 'judged by a caseworker' },
    rules: 'The rules we used',
    reasons: 'Reasons',
    decidedBy: (who: string) => `The decision was made by ${who}.`,
    byBody: (body: string, day: string, item: string) => `The decision was made by ${body} on ${day}, item ${item}.`,
    conditions: 'Conditions',
    payment: 'Payment',
    accept: (day: string) =>
      `You must say on “My page” whether you accept the grant, no later than ${day}. If you do not answer, it lapses. Accepting does not stop you from appealing.`,
    pays: 'The money is paid to the account in the application.',
    paid: (amount: string) => `${amount} has already been paid.`,
    replaces: (day: string) => `This decision replaces the decision we sent on ${day}.`,
    auditor: 'The accounts in the report must be confirmed by an auditor.',
    part: {
      notified: 'when this decision has been sent',
      accepted: 'when you have accepted',
      claimed: 'when you ask for it on “My page”',
      'report-approved': 'when the report is approved',
    },
    instalment: (amount: string, when: string) => `${amount} is paid ${when}.`,
    report: (day: string) => `You must send a report on “My page” by ${day}.`,
    internal: 'Internal allocation',
    internalText:
      'The unit is a part of the municipality. This is an allocation inside it, and cannot be appealed. If anything is wrong or unclear, contact us.',
    paysInside: 'The money is transferred inside the municipality’s accounts.',
    appeal: 'You can appeal',
    appealText: (weeks: number, body: string, law: string) =>
      `If you disagree, you can appeal. The time limit is ${weeks} weeks from when you received this letter. Send the appeal from the case on “My page”, or to the municipality by letter. Say what you want changed and why. We will look at the case again. If we do not change the decision, the appeal goes to ${body} (${law}).`,
    documents:
      'You have the right to see the documents of the case (Public Administration Act sections 18 and 19). Most of them are on “My page”. You can ask that the decision is not carried out until the appeal is decided (section 42). If in doubt, we will help you (section 11).',
  },
})
