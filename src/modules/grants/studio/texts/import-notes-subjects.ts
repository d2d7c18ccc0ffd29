import type { NoteTable } from './note-table.ts'

/** What a note is about, where it is not a place or a text of the form. */
export const noteSubjects: NoteTable = {
  '{} more notes': {
    nb: '{} merknader til',
    nn: '{} merknader til',
  },
  'line {}': {
    nb: 'linje {}',
    nn: 'linje {}',
  },
  'column {}': {
    nb: 'kolonne {}',
    nn: 'kolonne {}',
  },
  'row {}': {
    nb: 'rad {}',
    nn: 'rad {}',
  },
  'A fee': {
    nb: 'Et gebyr',
    nn: 'Eit gebyr',
  },
  'A text': {
    nb: 'En tekst',
    nn: 'Ein tekst',
  },
  'A text in the rows of a table': {
    nb: 'En tekst i radene i en tabell',
    nn: 'Ein tekst i radene i ein tabell',
  },
  'A text without words': {
    nb: 'En tekst uten ord',
    nn: 'Ein tekst utan ord',
  },
  'Amounts in {} are now in kroner': {
    nb: 'Beløp i {} er nå i kroner',
    nn: 'Beløp i {} er no i kroner',
  },
  'At most {} rows': {
    nb: 'Høyst {} rader',
    nn: 'Høgst {} rader',
  },
  'Attachments without a choice': {
    nb: 'Vedlegg uten valg',
    nn: 'Vedlegg utan val',
  },
  'Exactly one of them': {
    nb: 'Nøyaktig ett av dem',
    nn: 'Nøyaktig eitt av dei',
  },
  'Markup in texts is now plain text': {
    nb: 'Formatert tekst er nå vanlig tekst',
    nn: 'Formatert tekst er no vanleg tekst',
  },
  'No page leads here': {
    nb: 'Ingen side fører hit',
    nn: 'Inga side fører hit',
  },
  'Only one of the amounts': {
    nb: 'Bare ett av beløpene',
    nn: 'Berre eitt av beløpa',
  },
  'Only the form is brought in': {
    nb: 'Bare skjemaet er hentet inn',
    nn: 'Berre skjemaet er henta inn',
  },
  Submit: {
    nb: 'Send inn',
    nn: 'Send inn',
  },
  'Texts in {} are not kept': {
    nb: 'Tekster på {} er ikke beholdt',
    nn: 'Tekstar på {} er ikkje behaldne',
  },
  'The answer may be of several kinds': {
    nb: 'Svaret kan være av flere typer',
    nn: 'Svaret kan vere av fleire typar',
  },
  'The file was not brought in': {
    nb: 'Fila ble ikke hentet inn',
    nn: 'Fila vart ikkje henta inn',
  },
  'Translations to {} are missing': {
    nb: 'Det mangler oversettelser til {}',
    nn: 'Det manglar omsetjingar til {}',
  },
  Variants: {
    nb: 'Varianter',
    nn: 'Variantar',
  },
  'Where the old service sent the answers': {
    nb: 'Dit den gamle tjenesten sendte svarene',
    nn: 'Dit den gamle tenesta sende svara',
  },
  'next: {}': {
    nb: 'neste: {}',
    nn: 'neste: {}',
  },
  '{} answers were filled in beforehand': {
    nb: '{} svar var fylt ut på forhånd',
    nn: '{} svar var fylte ut på førehand',
  },
  '{} texts are only named, not written, in these files': {
    nb: '{} tekster er bare navngitt, ikke skrevet, i disse filene',
    nn: '{} tekstar er berre namngitte, ikkje skrivne, i desse filene',
  },
  '{} without text': {
    nb: '{} uten tekst',
    nn: '{} utan tekst',
  },
}

/** Kinds of answers, in a reason. */
export const answerKinds: NoteTable = {
  text: {
    nb: 'en tekst',
    nn: 'ein tekst',
  },
  number: {
    nb: 'et tall',
    nn: 'eit tal',
  },
  amount: {
    nb: 'et beløp',
    nn: 'eit beløp',
  },
  yesNo: {
    nb: 'et ja eller nei',
    nn: 'eit ja eller nei',
  },
  choice: {
    nb: 'et valg',
    nn: 'eit val',
  },
  choices: {
    nb: 'flere valg',
    nn: 'fleire val',
  },
  date: {
    nb: 'en dato',
    nn: 'ein dato',
  },
  file: {
    nb: 'vedlegg',
    nn: 'vedlegg',
  },
  table: {
    nb: 'en tabell',
    nn: 'ein tabell',
  },
  budget: {
    nb: 'et budsjett',
    nn: 'eit budsjett',
  },
  list: {
    nb: 'en liste',
    nn: 'ei liste',
  },
  other: {
    nb: 'noe annet',
    nn: 'noko anna',
  },
}
