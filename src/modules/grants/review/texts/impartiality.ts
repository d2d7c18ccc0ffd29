import { defineTexts } from '#platform/texts/texts.ts'

export const impartialityTexts = defineTexts({
  nb: {
    title: 'Er du habil?',
    lead: (n: number) => (n === 1 ? 'Én sak venter på svaret ditt.' : `${n} saker venter på svaret ditt.`),
    rule: 'Du er inhabil når du selv, familien din eller noe du leder er part i saken, eller når noe annet særegent kan svekke tilliten til deg (forvaltningsloven § 6). Kryss av for sakene du er inhabil i. I de andre sier du deg habil.',
    partial: 'Inhabil',
    partialIn: (number: string) => `Inhabil i sak ${number}`,
    reason: 'Hvorfor?',
    reasonFor: (number: string) => `Hvorfor inhabil i sak ${number}`,
    declare: 'Jeg er habil i de andre sakene',
    emptyTitle: 'Du har svart i alle sakene dine',
    emptyText: 'Når du tar eller får nye saker, spør vi deg igjen.',
    toCases: 'Til sakene',
    reasonMissing: (number: string) => `Skriv kort hvorfor du er inhabil i sak ${number}.`,
    done: (n: number, partial: number) =>
      partial === 0
        ? `Lagret: habil i ${n}.`
        : `Lagret: habil i ${n - partial}, inhabil i ${partial}. De sakene er stengt for deg.`,
    number: 'Sak',
    applicant: 'Søker',
    about: 'Gjelder',
    gateTitle: 'Si først om du er habil',
    gateText: 'Ingen forbereder, vurderer eller avgjør en sak før de har sagt om de er habile.',
    gateAction: 'Svar nå',
    superiorTitle: 'Du kan ikke avgjøre denne saken',
    superiorText:
      'En overordnet er inhabil, og da kan ikke du avgjøre den (forvaltningsloven § 6 tredje ledd). Gi den til noen utenfor linjen.',
  },
  nn: {
    title: 'Er du habil?',
    lead: (n) => (n === 1 ? 'Éi sak ventar på svaret ditt.' : `${n} saker ventar på svaret ditt.`),
    rule: 'Du er inhabil når du sjølv, familien din eller noko du leier er part i saka, eller når noko anna særeige kan svekkje tilliten til deg (forvaltningslova § 6). Kryss av for sakene du er inhabil i. I dei andre seier du deg habil.',
    partial: 'Inhabil',
    partialIn: (number) => `Inhabil i sak ${number}`,
    reason: 'Kvifor?',
    reasonFor: (number) => `Kvifor inhabil i sak ${number}`,
    declare: 'Eg er habil i dei andre sakene',
    emptyTitle: 'Du har svart i alle sakene dine',
    emptyText: 'Når du tek eller får nye saker, spør vi deg igjen.',
    toCases: 'Til sakene',
    reasonMissing: (number) => `Skriv kort kvifor du er inhabil i sak ${number}.`,
    done: (n, partial) =>
      partial === 0
        ? `Lagra: habil i ${n}.`
        : `Lagra: habil i ${n - partial}, inhabil i ${partial}. Dei sakene er stengde for deg.`,
    number: 'Sak',
    applicant: 'Søkjar',
    about: 'Gjeld',
    gateTitle: 'Sei først om du er habil',
    gateText: 'Ingen førebur, vurderer eller avgjer ei sak før dei har sagt om dei er habile.',
    gateAction: 'Svar no',
    superiorTitle: 'Du kan ikkje avgjere denne saka',
    superiorText:
      'Ein overordna er inhabil, og då kan ikkje du avgjere ho (forvaltningslova § 6 tredje ledd). Gi ho til nokon utanfor lina.',
  },
  en: {
    title: 'Are you impartial?',
    lead: (n) => (n === 1 ? 'One case is waiting for your answer.' : `${n} cases are waiting for your answer.`),
    rule: 'You are not impartial when you, your family or something you lead is a party to the case, or when something else particular may weaken trust in you (Public Administration Act section 6). Tick the cases you are not impartial in. In the others you declare yourself impartial.',
    partial: 'Not impartial',
    partialIn: (number) => `Not impartial in case ${number}`,
    reason: 'Why?',
    reasonFor: (number) => `Why not impartial in case ${number}`,
    declare: 'I am impartial in the other cases',
    emptyTitle: 'You have answered for all your cases',
    emptyText: 'When you take or are given new cases, we ask again.',
    toCases: 'To the cases',
    reasonMissing: (number) => `Write briefly why you are not impartial in case ${number}.`,
    done: (n, partial) =>
      partial === 0
        ? `Saved: impartial in ${n}.`
        : `Saved: impartial in ${n - partial}, not in ${partial}. Those cases are closed to you.`,
    number: 'Case',
    applicant: 'Applicant',
    about: 'About',
    gateTitle: 'First say whether you are impartial',
    gateText: 'Nobody prepares, assesses or decides a case before they have said whether they are impartial.',
    gateAction: 'Answer now',
    superiorTitle: 'You cannot decide this case',
    superiorText:
      'A superior is not impartial, and then you cannot decide it (Public Administration Act section 6, third paragraph). Give it to someone outside the line.',
  },
})
