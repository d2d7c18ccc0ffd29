import { defineTexts, type Lang } from '#platform/texts/texts.ts'

/** Names of types, languages and elements, as they stand inside a finding's sentence. */

export const kindNames: Record<Lang, Record<string, string>> = defineTexts({
  nb: {
    boolean: 'sant eller usant',
    number: 'et tall',
    string: 'en tekst',
    date: 'en dato',
    instant: 'et tidspunkt',
    duration: 'en varighet',
    list: 'en liste',
    context: 'en gruppe av svar',
    range: 'et spenn',
  },
  nn: {
    boolean: 'sant eller usant',
    number: 'eit tal',
    string: 'ein tekst',
    date: 'ein dato',
    instant: 'eit tidspunkt',
    duration: 'ei lengd',
    list: 'ei liste',
    context: 'ei gruppe av svar',
    range: 'eit spenn',
  },
  en: {
    boolean: 'true or false',
    number: 'a number',
    string: 'a text',
    date: 'a date',
    instant: 'a point in time',
    duration: 'a duration',
    list: 'a list',
    context: 'a group of answers',
    range: 'a range',
  },
})

export const languageNames: Record<Lang, Record<string, string>> = defineTexts({
  nb: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  nn: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  en: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
})

export const elementNames: Record<Lang, Record<string, string>> = defineTexts({
  nb: {
    goal: 'mål og målgruppe',
    attainment: 'kriterier for måloppnåelse',
    award: 'kriterier for tildeling',
    control: 'oppfølging og kontroll (en rapport eller vilkår)',
    evaluation: 'hvordan ordningen skal evalueres',
  },
  nn: {
    goal: 'mål og målgruppe',
    attainment: 'kriterium for måloppnåing',
    award: 'kriterium for tildeling',
    control: 'oppfølging og kontroll (ein rapport eller vilkår)',
    evaluation: 'korleis ordninga skal evaluerast',
  },
  en: {
    goal: 'goal and target group',
    attainment: 'criteria for attainment',
    award: 'criteria for award',
    control: 'follow-up and control (a report or conditions)',
    evaluation: 'how the scheme is evaluated',
  },
})

export const outcomeNames: Record<Lang, Record<string, string>> = defineTexts({
  nb: { granted: 'innvilgelse', refused: 'avslag', dismissed: 'avvisning' },
  nn: { granted: 'innvilging', refused: 'avslag', dismissed: 'avvising' },
  en: { granted: 'granting', refused: 'refusal', dismissed: 'dismissal' },
})
