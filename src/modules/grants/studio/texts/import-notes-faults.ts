import type { NoteTable } from './note-table.ts'

/** What is wrong with a file as it is written, or with the draft that was made of it: parts of sentences, after a colon. */
export const fileFaults: NoteTable = {
  'it is not understood': {
    nb: 'den er ikke forstått',
    nn: 'ho er ikkje forstått',
  },
  'a line is not indented as those around it': {
    nb: 'en linje har ikke samme innrykk som linjene rundt',
    nn: 'ei linje har ikkje same innrykk som linjene rundt',
  },
  'a line is indented with a tab': {
    nb: 'en linje har tabulator som innrykk',
    nn: 'ei linje har tabulator som innrykk',
  },
  'the same name stands twice': {
    nb: 'det samme navnet står to ganger',
    nn: 'det same namnet står to gonger',
  },
  'a sign or a space is missing': {
    nb: 'det mangler et tegn eller et mellomrom',
    nn: 'det manglar eit teikn eller eit mellomrom',
  },
  'a text has a backslash that is not understood': {
    nb: 'en tekst har en omvendt skråstrek som ikke er forstått',
    nn: 'ein tekst har ein omvend skråstrek som ikkje er forstått',
  },
  'something stands where it cannot stand': {
    nb: 'noe står der det ikke kan stå',
    nn: 'noko står der det ikkje kan stå',
  },
  'a text begins with a sign that must stand in quotes': {
    nb: 'en tekst begynner med et tegn som må stå i anførselstegn',
    nn: 'ein tekst byrjar med eit teikn som må stå i hermeteikn',
  },
  'a tag or an anchor is not understood': {
    nb: 'et merke eller en henvisning er ikke forstått',
    nn: 'eit merke eller ei tilvising er ikkje forstått',
  },
  'something in it is not as a scheme must be': {
    nb: 'noe i det er ikke slik en ordning må være',
    nn: 'noko i det er ikkje slik ei ordning må vere',
  },
  'something in it is longer or larger than a scheme can have': {
    nb: 'noe i det er lengre eller større enn en ordning kan ha',
    nn: 'noko i det er lengre eller større enn ei ordning kan ha',
  },
  'an expression in it cannot be read': {
    nb: 'et uttrykk i det kan ikke leses',
    nn: 'eit uttrykk i det kan ikkje lesast',
  },
  'a key in it is used twice': {
    nb: 'en nøkkel i det er brukt to ganger',
    nn: 'ein nøkkel i det er brukt to gonger',
  },
  'a text in it is empty': {
    nb: 'en tekst i det er tom',
    nn: 'ein tekst i det er tom',
  },
  'it points at a question that is not there': {
    nb: 'det viser til et spørsmål som ikke finnes',
    nn: 'det viser til eit spørsmål som ikkje finst',
  },
}
