import type { Text3 } from '#platform/texts/texts.ts'

/** Words for the places of a scheme's document, as they stand inside the sentences of texts/changes.ts. */

const t = (nb: string, nn: string, en: string): Text3 => ({ nb, nn, en })

/** An item of a list: its name in definite form, and whether it is neuter ("nytt"). */
interface ThingWords {
  name: Text3
  neuter: { nb: boolean; nn: boolean }
}
const masculine = { nb: false, nn: false }
const neuter = { nb: true, nn: true }
const thing = (nb: string, nn: string, en: string, gender = masculine): ThingWords => ({ name: t(nb, nn, en), neuter: gender })

/** By the last list of the place; the longest that fits is used. */
const things: Record<string, ThingWords> = {
  'rounds[]': thing('runden', 'runden', 'the round'),
  'pots[]': thing('potten', 'potten', 'the pot'),
  'pages[]': thing('siden', 'sida', 'the page'),
  'fields[]': thing('spørsmålet', 'spørsmålet', 'the question', neuter),
  'fields[].fields[]': thing('kolonnen', 'kolonnen', 'the column'),
  'options[]': thing('svaralternativet', 'svaralternativet', 'the option', neuter),
  'categories[]': thing('budsjettposten', 'budsjettposten', 'the budget line'),
  'checks[]': thing('kontrollen', 'kontrollen', 'the check'),
  'rules[]': thing('regelen', 'regelen', 'the rule'),
  'parts[]': thing('delen', 'delen', 'the part'),
  'amount.steps[]': thing('regnesteget', 'reknesteget', 'the step of the calculation', neuter),
  'steps[]': thing('steget', 'steget', 'the step', neuter),
  'criteria[]': thing('vurderingskriteriet', 'vurderingskriteriet', 'the assessment criterion', neuter),
  'authority[]': thing('fullmakten', 'fullmakta', 'the authority'),
  'conditions[]': thing('vilkåret', 'vilkåret', 'the condition', neuter),
  'plan[]': thing('delutbetalingen', 'delutbetalinga', 'the instalment'),
  'standardReasons[]': thing('begrunnelsen', 'grunngivinga', 'the reason'),
  'goals[]': thing('målet', 'målet', 'the goal', neuter),
  'awardCriteria[]': thing('tildelingskriteriet', 'tildelingskriteriet', 'the award criterion', neuter),
  'examples[]': thing('eksempelet', 'eksempelet', 'the example', neuter),
  'legalBasis[]': thing('hjemmelen', 'heimelen', 'the legal basis'),
}
const anyThing = thing('punktet', 'punktet', 'the item', neuter)
const section = thing('overskriften', 'overskrifta', 'the heading')
const info = thing('informasjonen', 'informasjonen', 'the information')

export function thingWords(pattern: string, type?: string): ThingWords {
  if (type === 'section') return section
  if (type === 'info') return info
  return longest(things, pattern) ?? anyThing
}

/** A property, in definite form and with a capital letter. By the end of its place; the longest that fits is used. */
const properties: Record<string, Text3> = {
  slug: t('Adressen', 'Adressa', 'The address'),
  unit: t('Enheten som har ansvaret', 'Eininga som har ansvaret', 'The responsible unit'),
  category: t('Temaet', 'Temaet', 'The category'),
  format: t('Formatet', 'Formatet', 'The format'),
  examples: t('Eksemplene', 'Eksempla', 'The examples'),
  modelledOn: t('Forbildet', 'Førebiletet', 'The model'),
  title: t('Navnet', 'Namnet', 'The name'),
  label: t('Teksten', 'Teksten', 'The text'),
  summary: t('Den korte omtalen', 'Den korte omtalen', 'The summary'),
  purpose: t('Formålet', 'Føremålet', 'The purpose'),
  targetGroup: t('Målgruppen', 'Målgruppa', 'The target group'),
  whoCanApply: t('Teksten om hvem som kan søke', 'Teksten om kven som kan søkje', 'The text on who can apply'),
  whatIsGiven: t('Teksten om hva som gis', 'Teksten om kva som blir gitt', 'The text on what is given'),
  notGivenTo: t('Teksten om hva som ikke får støtte', 'Teksten om kva som ikkje får støtte', 'The text on what gets no support'),
  howDecided: t('Teksten om hvordan det avgjøres', 'Teksten om korleis det blir avgjort', 'The text on how it is decided'),
  whatHappensNext: t('Teksten om hva som skjer etterpå', 'Teksten om kva som skjer etterpå', 'The text on what happens next'),
  whatIsPublished: t('Teksten om hva som blir offentlig', 'Teksten om kva som blir offentleg', 'The text on what is published'),
  evaluation: t('Teksten om evaluering', 'Teksten om evaluering', 'The text on evaluation'),
  'applicants.organisations': t('At organisasjoner kan søke', 'At organisasjonar kan søkje', 'That organisations can apply'),
  'applicants.persons': t('At personer kan søke', 'At personar kan søkje', 'That persons can apply'),
  notice: t('Kravet om å søke i god tid', 'Kravet om å søkje i god tid', 'The notice'),
  'notice.field': t(
    'Spørsmålet som søknadsfristen regnes fra',
    'Spørsmålet som søknadsfristen blir rekna frå',
    'The question that the notice counts from',
  ),
  'notice.days': t('Antall dager man må søke før', 'Talet på dagar ein må søkje før', 'The days of notice'),
  rounds: t('Rundene', 'Rundane', 'The rounds'),
  opens: t('Åpningsdagen', 'Opningsdagen', 'The opening day'),
  closes: t('Fristen', 'Fristen', 'The deadline'),
  graceMinutes: t('Slingringsmonnet etter fristen', 'Slingringsmonnet etter fristen', 'The grace period'),
  decisionBy: t('Dagen for svar', 'Dagen for svar', 'The day of the answer'),
  potOre: t('Rammen', 'Ramma', 'The pot'),
  'pots[].ore': t('Beløpet', 'Beløpet', 'The amount'),
  'pots[].district': t('Bydelen', 'Bydelen', 'The district'),
  'pots[].part': t('Delen av ordningen', 'Delen av ordninga', 'The part of the scheme'),
  answerWithinWeeks: t('Tiden til svar', 'Tida til svar', 'The time to an answer'),
  intro: t('Innledningen', 'Innleiinga', 'The introduction'),
  help: t('Hjelpeteksten', 'Hjelpeteksten', 'The help text'),
  statement: t('Erklæringen', 'Erklæringa', 'The declaration'),
  rowTitle: t('Navnet på en rad', 'Namnet på ei rad', 'The name of a row'),
  showIf: t('Betingelsen for å vise', 'Vilkåret for å vise', 'The condition for showing'),
  requiredIf: t('Betingelsen for at det må svares', 'Vilkåret for at ein må svare', 'The condition for requiring an answer'),
  'checks[].when': t('Det som kontrolleres', 'Det som blir kontrollert', 'What is checked'),
  message: t('Meldingen', 'Meldinga', 'The message'),
  type: t('Typen', 'Typen', 'The kind'),
  classified: t('Skjermingen', 'Skjerminga', 'The protection'),
  copied: t(
    'At svaret tas med fra i fjor',
    'At svaret blir teke med frå i fjor',
    'That the answer is taken along from last year',
  ),
  maxLength: t('Høyeste antall tegn', 'Høgaste tal på teikn', 'The most characters'),
  min: t('Minste verdi', 'Minste verdi', 'The least value'),
  max: t('Høyeste verdi', 'Høgaste verdi', 'The highest value'),
  decimals: t('Antall desimaler', 'Talet på desimalar', 'The number of decimals'),
  minOre: t('Minste beløp', 'Minste beløp', 'The lowest amount'),
  maxOre: t('Høyeste beløp', 'Høgaste beløp', 'The highest amount'),
  atMost: t('Høyeste antall valg', 'Høgaste tal på val', 'The most choices'),
  minRows: t('Minste antall rader', 'Minste tal på rader', 'The fewest rows'),
  maxRows: t('Høyeste antall rader', 'Høgaste tal på rader', 'The most rows'),
  maxFiles: t('Høyeste antall filer', 'Høgaste tal på filer', 'The most files'),
  maxMegabytes: t('Største fil (MB)', 'Største fil (MB)', 'The largest file (MB)'),
  accept: t('Filtypene', 'Filtypane', 'The kinds of file'),
  earliest: t('Tidligste dato', 'Tidlegaste dato', 'The earliest date'),
  latest: t('Seneste dato', 'Seinaste dato', 'The latest date'),
  value: t('Formelen', 'Formelen', 'The formula'),
  'form.casePerDistrict': t(
    'Spørsmålet som deler søknaden i saker',
    'Spørsmålet som deler søknaden i saker',
    'The question that divides the application into cases',
  ),
  privacyNotice: t('Personvernteksten', 'Personvernteksten', 'The privacy notice'),
  'rules[].when': t('Kravet', 'Kravet', 'The requirement'),
  'outcomes.meets': t('Teksten når kravet er oppfylt', 'Teksten når kravet er oppfylt', 'The text when it is met'),
  'outcomes.fails': t('Teksten når kravet ikke er oppfylt', 'Teksten når kravet ikkje er oppfylt', 'The text when it fails'),
  'outcomes.unknown': t(
    'Teksten når et menneske må vurdere',
    'Teksten når eit menneske må vurdere',
    'The text when a person must judge',
  ),
  source: t('Kilden', 'Kjelda', 'The source'),
  ifFails: t('Følgen av ikke å oppfylle', 'Følgja av ikkje å oppfylle', 'What follows when it fails'),
  'amount.askedIn': t('Spørsmålet om beløp', 'Spørsmålet om beløp', 'The question of the amount'),
  'amount.allocation': t('Fordelingen av rammen', 'Fordelinga av ramma', 'The allocation of the pot'),
  'allocation.method': t('Måten rammen fordeles på', 'Måten ramma blir fordelt på', 'The way the pot is shared'),
  points: t('Poengene', 'Poenga', 'The points'),
  maxShareOfCost: t('Høyeste andel av kostnadene', 'Høgaste del av kostnadene', 'The highest share of the costs'),
  roundDownToOre: t('Avrundingen', 'Avrundinga', 'The rounding'),
  description: t('Beskrivelsen', 'Omtalen', 'The description'),
  steps: t('Stegene', 'Stega', 'The steps'),
  weight: t('Vekten', 'Vekta', 'The weight'),
  maxScore: t('Høyeste poengsum', 'Høgaste poengsum', 'The highest score'),
  'assessment.assessors': t(
    'Antall som vurderer hver søknad',
    'Talet på dei som vurderer kvar søknad',
    'The number of assessors',
  ),
  allBefore: t(
    'At alle må vurdere før innstillingen',
    'At alle må vurdere før innstillinga',
    'That all assess before the recommendation',
  ),
  decidedByAnother: t('At en annen må avgjøre', 'At ein annan må avgjere', 'That another person decides'),
  nomination: t('At søkeren foreslår en annen', 'At søkjaren foreslår ein annan', 'That the applicant nominates another'),
  openedFrom: t('Måten saker begynner på', 'Måten saker byrjar på', 'The way cases begin'),
  aboveOre: t('Grensen som den gjelder over', 'Grensa som ho gjeld over', 'The amount that it is for above'),
  upToOre: t('Grensen', 'Grensa', 'The limit'),
  decidedBy: t('Hvem som avgjør', 'Kven som avgjer', 'Who decides'),
  roles: t('Rollene', 'Rollene', 'The roles'),
  body: t('Organet', 'Organet', 'The body'),
  'letters.granted': t('Brevet ved innvilgelse', 'Brevet ved innvilging', 'The letter of granting'),
  'letters.partlyGranted': t('Brevet ved delvis innvilgelse', 'Brevet ved delvis innvilging', 'The letter of partial granting'),
  'letters.refused': t('Brevet ved avslag', 'Brevet ved avslag', 'The letter of refusal'),
  'letters.dismissed': t('Brevet ved avvisning', 'Brevet ved avvising', 'The letter of dismissal'),
  appealBody: t('Klageorganet', 'Klageorganet', 'The appeal body'),
  outcome: t('Utfallet', 'Utfallet', 'The outcome'),
  text: t('Teksten', 'Teksten', 'The text'),
  goal: t('Teksten', 'Teksten', 'The text'),
  indicator: t('Kjennetegnet på måloppnåelse', 'Kjenneteiknet på måloppnåing', 'The sign of attainment'),
  url: t('Lenken', 'Lenkja', 'The link'),
  standard: t('At vilkåret alltid er med', 'At vilkåret alltid er med', 'That the condition is always there'),
  dueDays: t('Fristen', 'Fristen', 'The time limit'),
  'acceptance.needed': t('At mottakeren må takke ja', 'At mottakaren må takke ja', 'That the recipient must accept'),
  'acceptance.withinDays': t('Fristen for å takke ja', 'Fristen for å takke ja', 'The time to accept'),
  sharePercent: t('Andelen', 'Delen', 'The share'),
  releaseOn: t('Når det betales', 'Når det blir betalt', 'When it is paid'),
  'payment.accountField': t('Spørsmålet om kontonummer', 'Spørsmålet om kontonummer', 'The question of the account'),
  'payment.claimBy': t('Siste dag for å be om pengene', 'Siste dag for å be om pengane', 'The last day to claim'),
  report: t('Kravet om rapport', 'Kravet om rapport', 'The report'),
  'report.due': t('Fristen for rapporten', 'Fristen for rapporten', 'The deadline of the report'),
  'due.kind': t(
    'Måten rapportfristen regnes på',
    'Måten rapportfristen blir rekna på',
    'The way the report’s deadline is counted',
  ),
  'due.days': t('Fristen for rapporten', 'Fristen for rapporten', 'The deadline of the report'),
  'due.field': t(
    'Spørsmålet som rapportfristen regnes fra',
    'Spørsmålet som rapportfristen blir rekna frå',
    'The question that the report counts from',
  ),
  'due.monthDay': t('Dagen for rapporten', 'Dagen for rapporten', 'The day of the report'),
  'due.yearsAfter': t('Antall år til rapporten', 'Talet på år til rapporten', 'The years to the report'),
  accountsAgainstBudget: t(
    'At rapporten har regnskap mot budsjettet',
    'At rapporten har rekneskap mot budsjettet',
    'That the report has accounts against the budget',
  ),
  auditorFromOre: t('Beløpet som krever revisor', 'Beløpet som krev revisor', 'The amount that needs an auditor'),
  signatures: t('Antall underskrifter på rapporten', 'Talet på underskrifter på rapporten', 'The signatures on the report'),
  'publicity.persons': t('Det som vises av personer', 'Det som blir vist av personar', 'What is shown of persons'),
  'publicity.years': t('Tiden i tilskuddsregisteret', 'Tida i tilskotsregisteret', 'The time in the register'),
  retentionYears: t('Tiden søknadene tas vare på', 'Tida søknadene blir tekne vare på', 'The time applications are kept'),
  kostraFunction: t('KOSTRA-funksjonen', 'KOSTRA-funksjonen', 'The KOSTRA function'),
  sdgGoals: t('Bærekraftsmålene', 'Berekraftsmåla', 'The sustainable development goals'),
}

/** Lists as a whole. */
const lists: Record<string, Text3> = {
  goals: t('Målene', 'Måla', 'The goals'),
  awardCriteria: t('Tildelingskriteriene', 'Tildelingskriteria', 'The award criteria'),
  legalBasis: t('Hjemlene', 'Heimlane', 'The legal bases'),
  applicants: t('Hvem som kan søke', 'Kven som kan søkje', 'Who can apply'),
  'form.pages': t('Sidene i skjemaet', 'Sidene i skjemaet', 'The pages of the form'),
  pages: t('Sidene', 'Sidene', 'The pages'),
  'report.fields': t('Spørsmålene i rapporten', 'Spørsmåla i rapporten', 'The questions of the report'),
  fields: t('Spørsmålene', 'Spørsmåla', 'The questions'),
  options: t('Svaralternativene', 'Svaralternativa', 'The options'),
  categories: t('Budsjettpostene', 'Budsjettpostane', 'The budget lines'),
  checks: t('Kontrollene', 'Kontrollane', 'The checks'),
  rules: t('Reglene', 'Reglane', 'The rules'),
  amount: t('Beløpet', 'Beløpet', 'The amount'),
  'amount.steps': t('Utregningen', 'Utrekninga', 'The calculation'),
  parts: t('Delene av ordningen', 'Delane av ordninga', 'The parts of the scheme'),
  'assessment.criteria': t('Vurderingskriteriene', 'Vurderingskriteria', 'The assessment criteria'),
  authority: t('Fullmaktene', 'Fullmaktene', 'The authorities'),
  letters: t('Brevene', 'Breva', 'The letters'),
  standardReasons: t('De ferdige begrunnelsene', 'Dei ferdige grunngivingane', 'The ready reasons'),
  conditions: t('Vilkårene', 'Vilkåra', 'The conditions'),
  'payment.plan': t('Delutbetalingene', 'Delutbetalingane', 'The instalments'),
  pots: t('Pottene', 'Pottane', 'The pots'),
}

/** What a place is called; its own path in quotes where nobody has named it. */
export function propertyWords(pattern: string, path: string): Text3 {
  const own = `«${path}»`
  return longest(properties, pattern) ?? longest(lists, pattern) ?? t(own, own, `“${path}”`)
}

function longest<T>(all: Readonly<Record<string, T>>, pattern: string): T | undefined {
  const steps = pattern.split('.')
  for (let from = 0; from < steps.length; from++) {
    const end = steps.slice(from).join('.')
    if (Object.hasOwn(all, end)) return all[end]
  }
  return undefined
}
