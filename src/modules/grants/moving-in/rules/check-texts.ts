import type { Text3 } from '#platform/texts/texts.ts'

/** What an applicant is told when an answer breaks a demand that came with the form. */

/** A sentence with a number in it, where {n} stands. */
function counted(nb: string, nn: string, en: string): (n: number) => Text3 {
  return (n) => {
    const put = (text: string) => text.replace('{n}', String(n))
    return { nb: put(nb), nn: put(nn), en: put(en) }
  }
}

export const say = {
  words: counted('Skriv høyst {n} ord.', 'Skriv høgst {n} ord.', 'Write at most {n} words.'),
  fewWords: counted('Skriv minst {n} ord.', 'Skriv minst {n} ord.', 'Write at least {n} words.'),
  tooLong: counted('Skriv høyst {n} tegn.', 'Skriv høgst {n} teikn.', 'Write at most {n} characters.'),
  tooShort: counted('Skriv minst {n} tegn.', 'Skriv minst {n} teikn.', 'Write at least {n} characters.'),
  exactly: counted('Skriv {n} tegn.', 'Skriv {n} teikn.', 'Write {n} characters.'),
  atLeast: counted('Tallet må være minst {n}.', 'Talet må vere minst {n}.', 'The number must be at least {n}.'),
  atMost: counted('Tallet kan være høyst {n}.', 'Talet kan vere høgst {n}.', 'The number can be at most {n}.'),
  moreThan: counted('Tallet må være større enn {n}.', 'Talet må vere større enn {n}.', 'The number must be more than {n}.'),
  lessThan: counted('Tallet må være mindre enn {n}.', 'Talet må vere mindre enn {n}.', 'The number must be less than {n}.'),
  steps: counted('Tallet må kunne deles på {n}.', 'Talet må kunne delast på {n}.', 'The number must be a multiple of {n}.'),
  chooseAtLeast: counted('Velg minst {n}.', 'Vel minst {n}.', 'Choose at least {n}.'),
  chooseAlone: (label: Text3): Text3 => ({
    nb: `«${label.nb}» kan ikke velges sammen med andre.`,
    nn: `«${label.nn}» kan ikkje veljast saman med andre.`,
    en: `“${label.en}” cannot be chosen together with others.`,
  }),
  filesAtLeast: counted('Legg ved minst {n} filer.', 'Legg ved minst {n} filer.', 'Attach at least {n} files.'),
  rowsLike: (what: Text3): Text3 => ({
    nb: `Antallet rader må være det samme som svaret på «${what.nb}».`,
    nn: `Talet på rader må vere det same som svaret på «${what.nn}».`,
    en: `The number of rows must be the answer to “${what.en}”.`,
  }),
  email: {
    nb: 'Skriv en e-postadresse, slik som navn@eksempel.no.',
    nn: 'Skriv ei e-postadresse, slik som namn@eksempel.no.',
    en: 'Write an email address, such as name@example.com.',
  },
  phone: {
    nb: 'Skriv et telefonnummer med bare tall, mellomrom, + og bindestrek.',
    nn: 'Skriv eit telefonnummer med berre tal, mellomrom, + og bindestrek.',
    en: 'Write a phone number with digits, spaces, + and hyphens only.',
  },
  web: {
    nb: 'Skriv en nettadresse, slik som https://eksempel.no.',
    nn: 'Skriv ei nettadresse, slik som https://eksempel.no.',
    en: 'Write a web address, such as https://example.com.',
  },
  month: {
    nb: 'Skriv måned og år, slik som 03.2027.',
    nn: 'Skriv månad og år, slik som 03.2027.',
    en: 'Write month and year, such as 03.2027.',
  },
  time: {
    nb: 'Skriv klokkeslettet slik: 09:30.',
    nn: 'Skriv klokkeslettet slik: 09:30.',
    en: 'Write the time like this: 09:30.',
  },
  moment: {
    nb: 'Skriv dato og klokkeslett slik: 31.12.2027 09:30.',
    nn: 'Skriv dato og klokkeslett slik: 31.12.2027 09:30.',
    en: 'Write date and time like this: 31.12.2027 09:30.',
  },
  pattern: {
    nb: 'Svaret er ikke skrevet slik det skal være.',
    nn: 'Svaret er ikkje skrive slik det skal vere.',
    en: 'The answer is not written the way it must be.',
  },
  fixed: {
    nb: 'Svaret er ikke det som kreves her.',
    nn: 'Svaret er ikkje det som er kravd her.',
    en: 'The answer is not the one that is required here.',
  },
} satisfies Record<string, Text3 | ((...given: never[]) => Text3)>
