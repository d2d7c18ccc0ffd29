import type { NoteTable } from './note-table.ts'

/** Conditions, checks and sums that did not come along. {why} is a reason of its own. */
export const conditionNotes: NoteTable = {
  'It cannot be said in Torg: {why}.': {
    nb: 'Det kan ikke uttrykkes i Torg: {why}.',
    nn: 'Det kan ikkje uttrykkjast i Torg: {why}.',
  },
  'It cannot be said in Torg: {why}. It shows 0 until it is written.': {
    nb: 'Det kan ikke uttrykkes i Torg: {why}. Det vises 0 til du har skrevet det.',
    nn: 'Det kan ikkje uttrykkjast i Torg: {why}. Det blir vist 0 til du har skrive det.',
  },
  'It cannot be said in Torg: {why}. What it governs ({}) is always shown.': {
    nb: 'Det kan ikke uttrykkes i Torg: {why}. Det vilkåret styrer ({}), vises alltid.',
    nn: 'Det kan ikkje uttrykkjast i Torg: {why}. Det vilkåret styrer ({}), er alltid vist.',
  },
  'It cannot be said in Torg: {why}. What it governs is always shown, and need not be answered.': {
    nb: 'Det kan ikke uttrykkes i Torg: {why}. Det vilkåret styrer, vises alltid og trenger ikke svar.',
    nn: 'Det kan ikkje uttrykkjast i Torg: {why}. Det vilkåret styrer, er alltid vist og treng ikkje svar.',
  },
  'Together with the other conditions on the way it cannot be said: {why}. The page is always shown.': {
    nb: 'Sammen med de andre vilkårene på veien kan det ikke uttrykkes: {why}. Siden vises alltid.',
    nn: 'Saman med dei andre vilkåra på vegen kan det ikkje uttrykkjast: {why}. Sida er alltid vist.',
  },
  'Nothing in the form uses it, so nothing is lost without it. It could not be used either: {why}.': {
    nb: 'Ingenting i skjemaet bruker vilkåret, så ingenting går tapt. Det kunne heller ikke brukes: {why}.',
    nn: 'Ingenting i skjemaet bruker vilkåret, så ingenting går tapt. Det kunne heller ikkje brukast: {why}.',
  },
  'Nothing in the form uses it, so nothing is lost without it. In Torg it reads: {}': {
    nb: 'Ingenting i skjemaet bruker vilkåret, så ingenting går tapt. I Torg lyder det: {}',
    nn: 'Ingenting i skjemaet bruker vilkåret, så ingenting går tapt. I Torg lyder det: {}',
  },
  'It is not checked: {why}.': {
    nb: 'Det blir ikke kontrollert: {why}.',
    nn: 'Det blir ikkje kontrollert: {why}.',
  },
  'It is not understood: {why}.': {
    nb: 'Det er ikke forstått: {why}.',
    nn: 'Det er ikkje forstått: {why}.',
  },
  'It is not understood: {why}. It shows 0.': {
    nb: 'Det er ikke forstått: {why}. Det vises 0.',
    nn: 'Det er ikkje forstått: {why}. Det blir vist 0.',
  },
  'The demand cannot be checked: {why}.': {
    nb: 'Kravet kan ikke kontrolleres: {why}.',
    nn: 'Kravet kan ikkje kontrollerast: {why}.',
  },
  'The number of rows cannot be held against the answer: {why}.': {
    nb: 'Antall rader kan ikke kontrolleres mot svaret: {why}.',
    nn: 'Talet på rader kan ikkje kontrollerast mot svaret: {why}.',
  },
  'It cannot be said of a part of a table.': {
    nb: 'Det kan ikke gjelde en del av en tabell.',
    nn: 'Det kan ikkje gjelde ein del av ein tabell.',
  },
  'The state "{}" is not known.': {
    nb: 'Tilstanden «{}» er ukjent.',
    nn: 'Tilstanden «{}» er ukjend.',
  },
  'What it does ({}) is neither to show nor to require.': {
    nb: 'Det den gjør ({}), er verken å vise eller å kreve.',
    nn: 'Det han gjer ({}), er verken å vise eller å krevje.',
  },
  'Together with the conditions around it, it is longer than a condition can be. It is left out.': {
    nb: 'Sammen med vilkårene rundt er det lengre enn et vilkår kan være. Det er ikke med.',
    nn: 'Saman med vilkåra rundt er det lengre enn eit vilkår kan vere. Det er ikkje med.',
  },
  'Which page comes next is worked out by a script; here the pages come in order.': {
    nb: 'Hvilken side som er den neste, blir regnet ut av et skript. Her kommer sidene i rekkefølge.',
    nn: 'Kva side som er den neste, blir rekna ut av eit skript. Her kjem sidene i rekkjefølgje.',
  },
  'What it governs was not brought in.': {
    nb: 'Det vilkåret styrer, er ikke hentet inn.',
    nn: 'Det vilkåret styrer, er ikkje henta inn.',
  },
}

/** Why a script, a reference or a part of JsonLogic cannot be said in Torg: parts of sentences, after a colon. */
export const scriptReasons: NoteTable = {
  '"missing" gives a list': {
    nb: '«missing» gir en liste',
    nn: '«missing» gir ei liste',
  },
  '"{}" has nothing in it': {
    nb: '«{}» har ingenting i seg',
    nn: '«{}» har ingenting i seg',
  },
  '"{}" is not an operation that can be brought in': {
    nb: '«{}» er ikke en operasjon som kan hentes inn',
    nn: '«{}» er ikkje ein operasjon som kan hentast inn',
  },
  'the script gives back a value in several places': {
    nb: 'skriptet gir tilbake en verdi flere steder',
    nn: 'skriptet gir tilbake ein verdi fleire stader',
  },
  'the script never sets "{}"': {
    nb: 'skriptet setter aldri «{}»',
    nn: 'skriptet set aldri «{}»',
  },
  'a bracket is not closed': {
    nb: 'en parentes er ikke lukket',
    nn: 'ein parentes er ikkje lukka',
  },
  'a name is missing after a dot': {
    nb: 'det mangler et navn etter et punktum',
    nn: 'det manglar eit namn etter eit punktum',
  },
  'a part "{}" of a value is asked for': {
    nb: 'det spør etter delen «{}» av en verdi',
    nn: 'det spør etter delen «{}» av ein verdi',
  },
  'a pattern that is worked out': {
    nb: 'mønsteret blir regnet ut',
    nn: 'mønsteret blir rekna ut',
  },
  'a variable that is worked out': {
    nb: 'en variabel som blir regnet ut',
    nn: 'ein variabel som blir rekna ut',
  },
  'the function "{}" is not one that can be brought in': {
    nb: 'funksjonen «{}» kan ikke hentes inn',
    nn: 'funksjonen «{}» kan ikkje hentast inn',
  },
  'the function "{}" without anything in it': {
    nb: 'funksjonen «{}» har ingenting i seg',
    nn: 'funksjonen «{}» har ingenting i seg',
  },
  'the logic is nested too deeply': {
    nb: 'logikken har for mange nivåer inni hverandre',
    nn: 'logikken har for mange nivå inni kvarandre',
  },
  'the logic has too many parts': {
    nb: 'logikken har for mange deler',
    nn: 'logikken har for mange delar',
  },
  'the logic is not understood': {
    nb: 'logikken er ikke forstått',
    nn: 'logikken er ikkje forstått',
  },
  'the reference "#{}" points at nothing': {
    nb: 'henvisningen «#{}» peker ikke på noe',
    nn: 'tilvisinga «#{}» peikar ikkje på noko',
  },
  'the reference "{}" points at nothing': {
    nb: 'henvisningen «{}» peker ikke på noe',
    nn: 'tilvisinga «{}» peikar ikkje på noko',
  },
  'the reference "{}" goes round in a circle': {
    nb: 'henvisningen «{}» går i ring',
    nn: 'tilvisinga «{}» går i ring',
  },
  'the reference "{}" leads out of the file, and is not followed': {
    nb: 'henvisningen «{}» fører ut av fila og blir ikke fulgt',
    nn: 'tilvisinga «{}» fører ut av fila og blir ikkje følgd',
  },
  'the script ends too early': {
    nb: 'skriptet slutter for tidlig',
    nn: 'skriptet sluttar for tidleg',
  },
  'the script goes on with "{}"': {
    nb: 'skriptet fortsetter med «{}»',
    nn: 'skriptet held fram med «{}»',
  },
  'the script has "{}" in a place that is not understood': {
    nb: 'skriptet har «{}» på et sted som ikke er forstått',
    nn: 'skriptet har «{}» på ein stad som ikkje er forstått',
  },
  'the script has "{}" where "{}" is expected': {
    nb: 'skriptet har «{}» der det skulle stått «{}»',
    nn: 'skriptet har «{}» der det skulle stått «{}»',
  },
  'the script has signs that are not understood': {
    nb: 'skriptet har tegn som ikke er forstått',
    nn: 'skriptet har teikn som ikkje er forstått',
  },
  'the script is nested too deeply': {
    nb: 'skriptet har for mange nivåer inni hverandre',
    nn: 'skriptet har for mange nivå inni kvarandre',
  },
  'the script says nothing': {
    nb: 'skriptet sier ingenting',
    nn: 'skriptet seier ingenting',
  },
  'the test "{}" is not known': {
    nb: 'testen «{}» er ukjent',
    nn: 'testen «{}» er ukjend',
  },
}
