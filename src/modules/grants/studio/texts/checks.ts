import { PROBLEM_TEXTS } from '#platform/feel/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate } from '#platform/time.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import type { FindingKey } from '../rules/findings.ts'
import { kindNames, languageNames, elementNames, outcomeNames } from './check-words.ts'

/** What Torg finds before a scheme is published: what is wrong, and what to do. */

type Data = Record<string, string | number>
type Own = Exclude<FindingKey, 'missing' | 'tooSmall' | 'tooLarge' | 'unknownPart' | 'notUsable'>

const kr = (value: string | number | undefined, lang: Lang) => formatKr(Number(value ?? 0), lang)
const day = (value: string | number | undefined, lang: Lang) => formatDate(String(value ?? ''), lang)
const word = (names: Record<string, string>, value: string | number | undefined) => names[String(value)] ?? String(value)

/** What is wrong with an expression, at which word, and the name that was probably meant. */
function why(d: Data, lang: Lang, meant: (name: string) => string): string {
  const sentence = PROBLEM_TEXTS[d['why'] as keyof typeof PROBLEM_TEXTS]?.[lang] ?? ''
  return [sentence, d['meant'] ? meant(String(d['meant'])) : ''].filter(Boolean).join(' ')
}

export const checkTexts: Record<Lang, Record<Own, (d: Data) => string>> = defineTexts({
  nb: {
    elementMissing: (d: Data) => `Mangler ${word(elementNames.nb, d.element)}. Det må alle tilskuddsordninger ha: ${d.source}`,
    elementThin: (d: Data) => `«${d.text}» er for kort til at noen kan etterprøve det. Skriv det ut.`,
    expression: (d: Data) => `Feil ved «${d.word}»: ${why(d, 'nb', (name) => `Mente du «${name}»?`)}`,
    wrongTypes: (d: Data) =>
      d.what === 'truth'
        ? `«${d.word}» er ${word(kindNames.nb, d.a)}; her trengs noe som er sant eller usant`
        : d.what === 'argument'
          ? `«${d.word}» er ${word(kindNames.nb, d.a)}; funksjonen tar ${word(kindNames.nb, d.b)}`
          : `«${d.word}»: ${word(kindNames.nb, d.a)} og ${word(kindNames.nb, d.b)} kan ikke ${d.what === 'compare' ? 'sammenlignes' : 'regnes sammen'}`,
    wrongResult: (d: Data) => `Uttrykket gir ${word(kindNames.nb, d.kind)}; her trengs ${word(kindNames.nb, d.wants)}`,
    noSuchOption: (d: Data) => `«${d.option}» er ikke noe svaralternativ her. Velg et av disse: ${d.options}`,
    asksLater: (d: Data) => `Bygger på svaret på «${d.asked}», som først blir spurt om senere. Flytt spørsmålet fram.`,
    readsItself: () => 'Spørsmålet vises bare når det selv er besvart, så ingen får se det',
    circle: (d: Data) => `Går i ring og blir aldri regnet ut: ${d.way}`,
    pageNeverShown: (d: Data) => `Siden «${d.name}» kan aldri bli vist: ingen svar gjør «${d.expression}» sant`,
    fieldNeverShown: (d: Data) => `Spørsmålet «${d.name}» kan aldri bli vist: ingen svar gjør «${d.expression}» sant`,
    requiredNeverShown: (d: Data) => `«${d.name}» må besvares, men kan aldri bli vist: ingen svar gjør «${d.expression}» sant`,
    columnNeverShown: (d: Data) => `Kolonnen «${d.name}» kan aldri bli vist: ingen svar gjør «${d.expression}» sant`,
    neverRequired: (d: Data) => `Kravet om svar på «${d.name}» gjelder aldri: ingen svar gjør «${d.expression}» sant`,
    checkNeverPasses: (d: Data) => `Ingen svar på «${d.name}» kan godtas: «${d.expression}» er alltid usant`,
    optionNeverAllowed: (d: Data) => `Alternativet «${d.option}» i «${d.name}» kan aldri velges og sendes`,
    ruleNeverMet: (d: Data) => `Ingen kan oppfylle regelen «${d.name}»`,
    ruleNeverFails: (d: Data) => `Alle oppfyller alltid regelen «${d.name}». Trengs den?`,
    ruleNeverDecides: (d: Data) => `Regelen «${d.name}» sier verken ja eller nei, uansett svar`,
    tooSlow: (d: Data) =>
      `Dette tar for lang tid å regne ut, så et menneske må alltid avgjøre. Gjør det enklere: «${d.expression}»`,
    slowWhenLarge: (d: Data) =>
      `Med de lengste svarene skjemaet tar imot, tar dette for lang tid, og et menneske må avgjøre. Gjør det enklere, eller svarene kortere: «${d.expression}»`,
    notProven: (d: Data) => `Vi fant ingen svar som gjør dette sant, men kan ikke vise at det er umulig: «${d.expression}»`,
    pageEmpty: (d: Data) => `Siden «${d.name}» har ingen spørsmål`,
    limitsLeaveNothing: (d: Data) => `Grensene for «${d.name}» slipper ingen svar gjennom: det minste er større enn det største`,
    mayBeHidden: (d: Data) => `Peker på «${d.name}», som ikke alle får spørsmål om`,
    mayBeUnanswered: (d: Data) => `Peker på «${d.name}», som det går an å la stå tomt`,
    noAmount: () => 'Det står ikke hva søkeren ber om eller hvordan beløpet regnes ut',
    shareNeedsBudget: (d: Data) => `Støtten er høyst ${d.percent} prosent av kostnadene, men skjemaet spør ikke om budsjett`,
    maxOverPot: (d: Data) =>
      `Høyeste beløp (${kr(d.ore, 'nb')}) er større enn hele rammen i «${d.round}» (${kr(d.potOre, 'nb')})`,
    minOverPot: (d: Data) => `Minste beløp (${kr(d.ore, 'nb')}) er større enn hele rammen i «${d.round}» (${kr(d.potOre, 'nb')})`,
    bandNeverUsed: (d: Data) => `«${d.name}» får aldri noe å avgjøre: ingen kan få mer enn ${kr(d.ore, 'nb')}`,
    instalmentNeverUsed: (d: Data) => `«${d.name}» blir aldri betalt: ingen kan få mer enn ${kr(d.ore, 'nb')}`,
    bandWithoutRoles: (d: Data) => `«${d.name}» har ingen roller: ingen kan avgjøre`,
    paidAfterReportWithoutReport: (d: Data) => `«${d.name}» betales når rapporten er godkjent, men ordningen ber ikke om rapport`,
    paidAfterAcceptanceWithoutAcceptance: (d: Data) =>
      `«${d.name}» betales når mottakeren har takket ja, men ordningen spør ikke om det. Da betales delen når svaret er sendt.`,
    auditorNeverAsked: (d: Data) =>
      `Revisor trengs fra ${kr(d.ore, 'nb')}, men ingen kan få mer enn ${kr(d.maxOre, 'nb')}: ingen blir bedt om det`,
    assessorsWithoutCriteria: (d: Data) => `${d.assessors} skal vurdere hver søknad, men det står ikke hva de skal vurdere`,
    decisionBeforeDeadline: (d: Data) =>
      `Svaret i «${d.round}» skal komme ${day(d.day, 'nb')}, men fristen er ${day(d.deadline, 'nb')}`,
    roundsOver: (d: Data) => `Alle rundene er over: den siste fristen var ${day(d.day, 'nb')}. Ingen kan søke.`,
    roundsOverlap: (d: Data) => `«${d.round}» åpner før «${d.other}» er over`,
    noDeadline: (d: Data) => `«${d.round}» har verken frist eller ramme, og ingenting sier hvor lenge i forveien man må søke`,
    placeholder: (d: Data) => `«${d.word}» er et felt som ingen fyller ut. Brevet ville gått ut med det.`,
    noReason: (d: Data) => `Ingen ferdig begrunnelse for ${word(outcomeNames.nb, d.outcome)}`,
    conditionWithoutDay: (d: Data) => `«${d.text}» nevner en frist, men ingen dager er satt: da blir det ikke fulgt opp`,
    reportAsksNothing: () => 'Rapporten spør ikke om noe',
    accountsNeedBudget: () => 'Rapporten ber om regnskap mot budsjettet, men skjemaet spør ikke om budsjett',
    personsNamed: () =>
      'Navn på personer som får støtte, blir vist for alle. Har dere grunn til det, og står det i teksten til søkeren?',
    publishedLongerThanKept: (d: Data) => `Vises i ${d.years} år, men slettes etter ${d.kept}`,
    retentionNotChosen: (d: Data) => `Ingen har valgt hvor lenge søknadene skal tas vare på. Da blir det ${d.years} år.`,
    languageMissing: (d: Data) => `Mangler på ${word(languageNames.nb, d.lang)}`,
    sameInTwoLanguages: (d: Data) =>
      `Teksten på ${word(languageNames.nb, d.lang)} er den samme som på ${word(languageNames.nb, d.other)}`,
    otherLanguage: (d: Data) => `«${d.word}» ser ikke ut som ${word(languageNames.nb, d.lang)}`,
    hardToRead: (d: Data) => `Tung å lese (${word(languageNames.nb, d.lang)}): LIX ${d.lix}. Under 45 er godt nok for de fleste.`,
    longSentence: (d: Data) => `Lang setning, ${d.words} ord (${word(languageNames.nb, d.lang)}): «${shorten(d.text)}»`,
    heavyWord: (d: Data) => `«${d.word}» kan skrives enklere (${word(languageNames.nb, d.lang)}): ${d.plain}`,
  },
  nn: {
    elementMissing: (d: Data) => `Manglar ${word(elementNames.nn, d.element)}. Det må alle tilskotsordningar ha: ${d.source}`,
    elementThin: (d: Data) => `«${d.text}» er for kort til at nokon kan etterprøve det. Skriv det ut.`,
    expression: (d: Data) => `Feil ved «${d.word}»: ${why(d, 'nn', (name) => `Meinte du «${name}»?`)}`,
    wrongTypes: (d: Data) =>
      d.what === 'truth'
        ? `«${d.word}» er ${word(kindNames.nn, d.a)}; her trengst noko som er sant eller usant`
        : d.what === 'argument'
          ? `«${d.word}» er ${word(kindNames.nn, d.a)}; funksjonen tek ${word(kindNames.nn, d.b)}`
          : `«${d.word}»: ${word(kindNames.nn, d.a)} og ${word(kindNames.nn, d.b)} kan ikkje ${d.what === 'compare' ? 'samanliknast' : 'reknast saman'}`,
    wrongResult: (d: Data) => `Uttrykket gir ${word(kindNames.nn, d.kind)}; her trengst ${word(kindNames.nn, d.wants)}`,
    noSuchOption: (d: Data) => `«${d.option}» er ikkje noko svaralternativ her. Vel eitt av desse: ${d.options}`,
    asksLater: (d: Data) => `Byggjer på svaret på «${d.asked}», som først blir spurt om seinare. Flytt spørsmålet fram.`,
    readsItself: () => 'Spørsmålet blir berre vist når det sjølv er svara på, så ingen får sjå det',
    circle: (d: Data) => `Går i ring og blir aldri rekna ut: ${d.way}`,
    pageNeverShown: (d: Data) => `Sida «${d.name}» kan aldri bli vist: ingen svar gjer «${d.expression}» sant`,
    fieldNeverShown: (d: Data) => `Spørsmålet «${d.name}» kan aldri bli vist: ingen svar gjer «${d.expression}» sant`,
    requiredNeverShown: (d: Data) => `«${d.name}» må svarast på, men kan aldri bli vist: ingen svar gjer «${d.expression}» sant`,
    columnNeverShown: (d: Data) => `Kolonnen «${d.name}» kan aldri bli vist: ingen svar gjer «${d.expression}» sant`,
    neverRequired: (d: Data) => `Kravet om svar på «${d.name}» gjeld aldri: ingen svar gjer «${d.expression}» sant`,
    checkNeverPasses: (d: Data) => `Ingen svar på «${d.name}» kan godtakast: «${d.expression}» er alltid usant`,
    optionNeverAllowed: (d: Data) => `Alternativet «${d.option}» i «${d.name}» kan aldri veljast og sendast`,
    ruleNeverMet: (d: Data) => `Ingen kan oppfylle regelen «${d.name}»`,
    ruleNeverFails: (d: Data) => `Alle oppfyller alltid regelen «${d.name}». Trengst han?`,
    ruleNeverDecides: (d: Data) => `Regelen «${d.name}» seier verken ja eller nei, same kva svara er`,
    tooSlow: (d: Data) =>
      `Dette tek for lang tid å rekne ut, så eit menneske må alltid avgjere. Gjer det enklare: «${d.expression}»`,
    slowWhenLarge: (d: Data) =>
      `Med dei lengste svara skjemaet tek imot, tek dette for lang tid, og eit menneske må avgjere. Gjer det enklare, eller svara kortare: «${d.expression}»`,
    notProven: (d: Data) => `Vi fann ingen svar som gjer dette sant, men kan ikkje vise at det er umogleg: «${d.expression}»`,
    pageEmpty: (d: Data) => `Sida «${d.name}» har ingen spørsmål`,
    limitsLeaveNothing: (d: Data) => `Grensene for «${d.name}» slepper ingen svar gjennom: det minste er større enn det største`,
    mayBeHidden: (d: Data) => `Peikar på «${d.name}», som ikkje alle får spørsmål om`,
    mayBeUnanswered: (d: Data) => `Peikar på «${d.name}», som det går an å la stå tomt`,
    noAmount: () => 'Det står ikkje kva søkjaren ber om eller korleis beløpet blir rekna ut',
    shareNeedsBudget: (d: Data) => `Støtta er høgst ${d.percent} prosent av kostnadene, men skjemaet spør ikkje om budsjett`,
    maxOverPot: (d: Data) =>
      `Høgaste beløp (${kr(d.ore, 'nn')}) er større enn heile ramma i «${d.round}» (${kr(d.potOre, 'nn')})`,
    minOverPot: (d: Data) => `Minste beløp (${kr(d.ore, 'nn')}) er større enn heile ramma i «${d.round}» (${kr(d.potOre, 'nn')})`,
    bandNeverUsed: (d: Data) => `«${d.name}» får aldri noko å avgjere: ingen kan få meir enn ${kr(d.ore, 'nn')}`,
    instalmentNeverUsed: (d: Data) => `«${d.name}» blir aldri betalt: ingen kan få meir enn ${kr(d.ore, 'nn')}`,
    bandWithoutRoles: (d: Data) => `«${d.name}» har ingen roller: ingen kan avgjere`,
    paidAfterReportWithoutReport: (d: Data) =>
      `«${d.name}» blir betalt når rapporten er godkjend, men ordninga ber ikkje om rapport`,
    paidAfterAcceptanceWithoutAcceptance: (d: Data) =>
      `«${d.name}» blir betalt når mottakaren har takka ja, men ordninga spør ikkje om det. Då blir delen betalt når svaret er sendt.`,
    auditorNeverAsked: (d: Data) =>
      `Revisor trengst frå ${kr(d.ore, 'nn')}, men ingen kan få meir enn ${kr(d.maxOre, 'nn')}: ingen blir bedne om det`,
    assessorsWithoutCriteria: (d: Data) => `${d.assessors} skal vurdere kvar søknad, men det står ikkje kva dei skal vurdere`,
    decisionBeforeDeadline: (d: Data) =>
      `Svaret i «${d.round}» skal kome ${day(d.day, 'nn')}, men fristen er ${day(d.deadline, 'nn')}`,
    roundsOver: (d: Data) => `Alle rundane er over: den siste fristen var ${day(d.day, 'nn')}. Ingen kan søkje.`,
    roundsOverlap: (d: Data) => `«${d.round}» opnar før «${d.other}» er over`,
    noDeadline: (d: Data) => `«${d.round}» har verken frist eller ramme, og ingenting seier kor lenge i førevegen ein må søkje`,
    placeholder: (d: Data) => `«${d.word}» er eit felt som ingen fyller ut. Brevet ville gått ut med det.`,
    noReason: (d: Data) => `Inga ferdig grunngiving for ${word(outcomeNames.nn, d.outcome)}`,
    conditionWithoutDay: (d: Data) => `«${d.text}» nemner ein frist, men ingen dagar er sette: då blir det ikkje følgt opp`,
    reportAsksNothing: () => 'Rapporten spør ikkje om noko',
    accountsNeedBudget: () => 'Rapporten ber om rekneskap mot budsjettet, men skjemaet spør ikkje om budsjett',
    personsNamed: () =>
      'Namn på personar som får støtte, blir viste for alle. Har de grunn til det, og står det i teksten til søkjaren?',
    publishedLongerThanKept: (d: Data) => `Blir vist i ${d.years} år, men sletta etter ${d.kept}`,
    retentionNotChosen: (d: Data) => `Ingen har valt kor lenge søknadene skal takast vare på. Då blir det ${d.years} år.`,
    languageMissing: (d: Data) => `Manglar på ${word(languageNames.nn, d.lang)}`,
    sameInTwoLanguages: (d: Data) =>
      `Teksten på ${word(languageNames.nn, d.lang)} er den same som på ${word(languageNames.nn, d.other)}`,
    otherLanguage: (d: Data) => `«${d.word}» ser ikkje ut som ${word(languageNames.nn, d.lang)}`,
    hardToRead: (d: Data) =>
      `Tung å lese (${word(languageNames.nn, d.lang)}): LIX ${d.lix}. Under 45 er godt nok for dei fleste.`,
    longSentence: (d: Data) => `Lang setning, ${d.words} ord (${word(languageNames.nn, d.lang)}): «${shorten(d.text)}»`,
    heavyWord: (d: Data) => `«${d.word}» kan skrivast enklare (${word(languageNames.nn, d.lang)}): ${d.plain}`,
  },
  en: {
    elementMissing: (d: Data) => `Lacks ${word(elementNames.en, d.element)}. Every grant scheme must have it: ${d.source}`,
    elementThin: (d: Data) => `"${d.text}" is too short for anyone to verify. Write it out.`,
    expression: (d: Data) => `Fault at "${d.word}": ${why(d, 'en', (name) => `Did you mean "${name}"?`)}`,
    wrongTypes: (d: Data) =>
      d.what === 'truth'
        ? `"${d.word}" is ${word(kindNames.en, d.a)}; here it must be true or false`
        : d.what === 'argument'
          ? `"${d.word}" is ${word(kindNames.en, d.a)}; the function takes ${word(kindNames.en, d.b)}`
          : `"${d.word}": ${word(kindNames.en, d.a)} and ${word(kindNames.en, d.b)} cannot be ${d.what === 'compare' ? 'compared' : 'calculated with'}`,
    wrongResult: (d: Data) =>
      `The expression gives ${word(kindNames.en, d.kind)}; here it must give ${word(kindNames.en, d.wants)}`,
    noSuchOption: (d: Data) => `"${d.option}" is none of the options here. Choose one of these: ${d.options}`,
    asksLater: (d: Data) => `Builds on the answer to "${d.asked}", which is asked later. Move that question forward.`,
    readsItself: () => 'The question is shown only when it has itself been answered, so nobody sees it',
    circle: (d: Data) => `Goes in a circle and is never worked out: ${d.way}`,
    pageNeverShown: (d: Data) => `The page "${d.name}" can never be shown: no answers make "${d.expression}" true`,
    fieldNeverShown: (d: Data) => `The question "${d.name}" can never be shown: no answers make "${d.expression}" true`,
    requiredNeverShown: (d: Data) =>
      `"${d.name}" must be answered but can never be shown: no answers make "${d.expression}" true`,
    columnNeverShown: (d: Data) => `The column "${d.name}" can never be shown: no answers make "${d.expression}" true`,
    neverRequired: (d: Data) => `"${d.name}" is never required: no answers make "${d.expression}" true`,
    checkNeverPasses: (d: Data) => `No answer to "${d.name}" can be accepted: "${d.expression}" is always false`,
    optionNeverAllowed: (d: Data) => `The option "${d.option}" of "${d.name}" can never be chosen and sent`,
    ruleNeverMet: (d: Data) => `Nobody can meet the rule "${d.name}"`,
    ruleNeverFails: (d: Data) => `Everybody always meets the rule "${d.name}". Is it needed?`,
    ruleNeverDecides: (d: Data) => `The rule "${d.name}" says neither yes nor no, whatever the answers`,
    tooSlow: (d: Data) =>
      `This takes too long to work out, so that a person must always judge. Make it simpler: "${d.expression}"`,
    slowWhenLarge: (d: Data) =>
      `With the longest answers the form takes, this takes too long, and a person must judge. Make it simpler, or the answers shorter: "${d.expression}"`,
    notProven: (d: Data) => `We found no answers that make this true, but cannot show that there are none: "${d.expression}"`,
    pageEmpty: (d: Data) => `The page "${d.name}" has no questions`,
    limitsLeaveNothing: (d: Data) => `The limits of "${d.name}" let no answer through: the least is more than the most`,
    mayBeHidden: (d: Data) => `Points at "${d.name}", which not everybody is asked`,
    mayBeUnanswered: (d: Data) => `Points at "${d.name}", which can be left empty`,
    noAmount: () => 'It does not say what the applicant asks for or how the amount is worked out',
    shareNeedsBudget: (d: Data) => `The grant is at most ${d.percent} per cent of the costs, but the form asks for no budget`,
    maxOverPot: (d: Data) =>
      `The highest amount (${kr(d.ore, 'en')}) is more than the whole pot of "${d.round}" (${kr(d.potOre, 'en')})`,
    minOverPot: (d: Data) =>
      `The lowest amount (${kr(d.ore, 'en')}) is more than the whole pot of "${d.round}" (${kr(d.potOre, 'en')})`,
    bandNeverUsed: (d: Data) => `"${d.name}" never gets anything to decide: nobody can get more than ${kr(d.ore, 'en')}`,
    instalmentNeverUsed: (d: Data) => `"${d.name}" is never paid: nobody can get more than ${kr(d.ore, 'en')}`,
    bandWithoutRoles: (d: Data) => `"${d.name}" has no roles: nobody can decide`,
    paidAfterReportWithoutReport: (d: Data) =>
      `"${d.name}" is paid when the report is approved, but the scheme asks for no report`,
    paidAfterAcceptanceWithoutAcceptance: (d: Data) =>
      `"${d.name}" is paid when the recipient has accepted, but the scheme does not ask for that. It is then paid when the answer has been sent.`,
    auditorNeverAsked: (d: Data) =>
      `An auditor is needed from ${kr(d.ore, 'en')}, but nobody can get more than ${kr(d.maxOre, 'en')}: nobody is asked`,
    assessorsWithoutCriteria: (d: Data) => `${d.assessors} are to assess each application, but it does not say what they assess`,
    decisionBeforeDeadline: (d: Data) =>
      `The answer in "${d.round}" is due ${day(d.day, 'en')}, but the deadline is ${day(d.deadline, 'en')}`,
    roundsOver: (d: Data) => `All rounds are over: the last deadline was ${day(d.day, 'en')}. Nobody can apply.`,
    roundsOverlap: (d: Data) => `"${d.round}" opens before "${d.other}" is over`,
    noDeadline: (d: Data) => `"${d.round}" has neither a deadline nor a pot, and nothing says how long in advance one must apply`,
    placeholder: (d: Data) => `"${d.word}" is a field that nobody fills in. The letter would be sent with it.`,
    noReason: (d: Data) => `No ready reason for ${word(outcomeNames.en, d.outcome)}`,
    conditionWithoutDay: (d: Data) => `"${d.text}" mentions a time limit, but no days are set: it will not be followed up`,
    reportAsksNothing: () => 'The report asks for nothing',
    accountsNeedBudget: () => 'The report asks for accounts against the budget, but the form asks for no budget',
    personsNamed: () => 'The names of persons who get a grant are shown to everyone. Is there a reason, and are applicants told?',
    publishedLongerThanKept: (d: Data) => `Shown for ${d.years} years, but deleted after ${d.kept}`,
    retentionNotChosen: (d: Data) => `Nobody has chosen how long applications are kept. It will be ${d.years} years.`,
    languageMissing: (d: Data) => `Missing in ${word(languageNames.en, d.lang)}`,
    sameInTwoLanguages: (d: Data) =>
      `The text in ${word(languageNames.en, d.lang)} is the same as in ${word(languageNames.en, d.other)}`,
    otherLanguage: (d: Data) => `"${d.word}" does not look like ${word(languageNames.en, d.lang)}`,
    hardToRead: (d: Data) =>
      `Hard to read (${word(languageNames.en, d.lang)}): LIX ${d.lix}. Below 45 is good enough for most people.`,
    longSentence: (d: Data) => `Long sentence, ${d.words} words (${word(languageNames.en, d.lang)}): "${shorten(d.text)}"`,
    heavyWord: (d: Data) => `"${d.word}" can be said plainer (${word(languageNames.en, d.lang)}): ${d.plain}`,
  },
})

function shorten(text: string | number | undefined): string {
  const words = String(text ?? '').split(/\s+/)
  return words.length > 14 ? `${words.slice(0, 9).join(' ')} … ${words.slice(-4).join(' ')}` : words.join(' ')
}
