type Lang = 'nb' | 'nn' | 'en'

// Words that are written in one of the languages and never in the other; names and the law's own words are left out.
const onlyBokmal =
  /(?<![\p{L}-])(ikke|jeg|hva|hvem|hvor|hvordan|hvilken|hvilke|hvorfor|hver|hvert|noen|noe|fra|søker|tilskudd|tilskuddet|uten|være|gjøre|gjør|mer|flere|bare|selv|en|et|dere|nå|mye|penger|åpne|åpen|åpner|velg|utbetalinger|utbetalingen|saksbehandler|saksbehandleren|fortsett|innvilget|lagret|innlogging(?:en|er|ene)|organisasjoner|kommer|skriver|siden|saken|ordningen|ordninger|forrige|dager|uker|måneder)(?![\p{L}-])/giu
const onlyNynorsk =
  /(?<![\p{L}-])(ikkje|eg|kva|kven|kvar|kvart|korleis|kvifor|nokon|noko|frå|søkjer|tilskot|tilskotet|utan|vere|gjere|gjer|meir|fleire|berre|sjølv|ein|eit|dykk|mykje|pengar|opne|utbetalingar|utbetalinga|saksbehandlar|innvilga|avslege|godkjend|innlogging(?:a|ar|ane)|organisasjonar|kjem|sida|saka|ordninga|ordningar|førre|dagar|veker|månader)(?![\p{L}-])/giu
const norwegian =
  /(?<![\p{L}-])(ikke|ikkje|og|søknad|søknaden|søknader|tilskudd|tilskot|vedtak|du|deg|på|av|fra|frå|som|det|eller|kan|har|hva|kva|kommunen|saken|saka|siden|sida|utbetaling|rapport|frist|måned|dager|dagar)(?![\p{L}-])/giu

/** The addresses of pages are the same in every language. */
const address = /(?<!\S)\/[a-z]\S*/g

/**
 * Sentences that are not in the page's language. What people have written is the same on the page in all three languages, and is
 * left out by that; so are parts marked with their own language (see collectTexts).
 */
export function findForeign(texts: Record<Lang, readonly string[]>): Record<Lang, string[]> {
  const data = new Set(inAll(texts))
  // A heading or the title of a window says a name that somebody has given after a word of its own: "Block: Konto og bekreftelse".
  const pieces = (lang: Lang) => texts[lang].flatMap((text) => [text, ...text.split(/: | – /)])
  const names = inAll({ nb: pieces('nb'), nn: pieces('nn'), en: pieces('en') })
    .filter((text) => text.length >= 12)
    .toSorted((a, b) => b.length - a.length)
  const own = (lang: Lang) =>
    [...new Set(texts[lang])]
      .filter((text) => !data.has(text))
      .map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(address, ''))
  // The same sentence in bokmål and nynorsk is right for many words; in bokmål and English it is what somebody has written.
  const wrong = (lang: Lang, words: RegExp, least: number) =>
    own(lang).flatMap((text) => {
      const found = new Set([...text.matchAll(words)].map(([word]) => word.toLowerCase()))
      return found.size >= least ? [`${[...found].join(', ')} in "${text.slice(0, 110)}"`] : []
    })
  return { nb: wrong('nb', onlyNynorsk, 1), nn: wrong('nn', onlyBokmal, 1), en: wrong('en', norwegian, 2) }
}

function inAll(texts: Record<Lang, readonly string[]>): string[] {
  const [nn, en] = [new Set(texts.nn), new Set(texts.en)]
  return [...new Set(texts.nb)].filter((text) => nn.has(text) && en.has(text))
}

/** Texts with words that are written in bokmål alone, a line each. */
export function findBokmal(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const found = [...text.matchAll(onlyBokmal)].map(([word]) => word)
    return found.length > 0 ? [`${found.join(', ')} in "${text.slice(0, 110)}"`] : []
  })
}

const raw: [RegExp, string][] = [
  [/\[object \w+\]/, 'an object'],
  [/(?<![\p{L}\p{N}_])(undefined|NaN|Invalid Date)(?![\p{L}\p{N}_])/u, 'a missing value'],
  [/(?<![\p{L}\p{N}_])null(?![\p{L}\p{N}_])/u, 'null'],
  [/\{\{?\w+\}?\}|\$\{/, 'an unfilled place'],
  [/(?<![\w@/.-])[a-z][a-zA-Z]+\.[a-z][a-zA-Z]+\.[a-zA-Z.]+(?![\w@/-])/, 'a text key'],
  [/(?<![\w@/.-])[a-z]+[a-z][A-Z][a-z]\w*(?![\w@/])/, 'a name from the code'],
  [
    /(?<![\w/.-])(in-review|waiting-for-applicant|following-up|not-needed|unit-leader|decision-maker|finance-\w+)(?![\w/])/,
    'a code',
  ],
  [/\d{4}-\d{2}-\d{2}(T|\b(?!-))/, 'a date as machines write it'],
]

/** Texts that were meant for the machine: keys, missing values, unfilled places. Addresses are no text. */
export function findRaw(texts: readonly string[]): string[] {
  return [...new Set(texts)].flatMap((text) => {
    const words = text.replace(/\S*(:\/\/|@|www\.|\.localhost|\.example|\.no\b|\.ics|\.csv|\.pdf|\.json)\S*/g, ' ')
    return raw.filter(([pattern]) => pattern.test(words)).map(([, what]) => `${what}: "${text.slice(0, 110)}"`)
  })
}
