import type { NoteTable } from './note-table.ts'

/** Why a condition or a sum cannot be said in Torg: parts of sentences, after a colon. {unit} is a kind of answer. */
export const noteReasons: NoteTable = {
  '"{}" in a condition': {
    nb: '«{}» i et vilkår',
    nn: '«{}» i eit vilkår',
  },
  '"{}" is neither yes nor no': {
    nb: '«{}» er verken ja eller nei',
    nn: '«{}» er verken ja eller nei',
  },
  '"{}" is no date': {
    nb: '«{}» er ikke en dato',
    nn: '«{}» er ikkje ein dato',
  },
  '"{}" is no number': {
    nb: '«{}» er ikke et tall',
    nn: '«{}» er ikkje eit tal',
  },
  'a {unit} and a {unit} are put together': {
    nb: '{unit} og {unit} blir satt sammen',
    nn: '{unit} og {unit} blir sette saman',
  },
  'a {unit} does not contain anything': {
    nb: '{unit} kan ikke inneholde noe',
    nn: '{unit} kan ikkje innehalde noko',
  },
  'a {unit} has no length': {
    nb: '{unit} har ingen lengde',
    nn: '{unit} har inga lengd',
  },
  'a {unit} has no words': {
    nb: '{unit} har ingen ord',
    nn: '{unit} har ingen ord',
  },
  'a {unit} is compared with a {unit}': {
    nb: '{unit} blir sammenlignet med {unit}',
    nn: '{unit} blir samanlikna med {unit}',
  },
  'a {unit} is rounded': {
    nb: '{unit} blir rundet av',
    nn: '{unit} blir runda av',
  },
  'a {unit} is used in a sum': {
    nb: '{unit} er brukt i en sum',
    nn: '{unit} er brukt i ein sum',
  },
  'a choice has no order': {
    nb: 'valg har ingen rekkefølge',
    nn: 'val har inga rekkjefølgje',
  },
  'choices have no order': {
    nb: 'valg har ingen rekkefølge',
    nn: 'val har inga rekkjefølgje',
  },
  'choices are compared with something else': {
    nb: 'valg blir sammenlignet med noe annet',
    nn: 'val blir samanlikna med noko anna',
  },
  'a column that is no number is summed': {
    nb: 'en kolonne uten tall blir summert',
    nn: 'ein kolonne utan tal blir summert',
  },
  'a condition inside the rows of a table would have to be of its own row': {
    nb: 'et vilkår inni radene i en tabell må gjelde sin egen rad',
    nn: 'eit vilkår inni radene i ein tabell må gjelde si eiga rad',
  },
  'a list is searched for a list or an object': {
    nb: 'vilkåret leter etter en liste eller et objekt i en liste',
    nn: 'vilkåret leiter etter ei liste eller eit objekt i ei liste',
  },
  'a list is searched for something that is not a fixed value': {
    nb: 'vilkåret leter i en liste etter noe som ikke er en fast verdi',
    nn: 'vilkåret leiter i ei liste etter noko som ikkje er ein fast verdi',
  },
  'a list is too long': {
    nb: 'en liste er for lang',
    nn: 'ei liste er for lang',
  },
  'a list stands where a single value is wanted': {
    nb: 'en liste står der det skal være én verdi',
    nn: 'ei liste står der det skal vere éin verdi',
  },
  'a number is divided by an amount': {
    nb: 'et tall blir delt på et beløp',
    nn: 'eit tal blir delt på eit beløp',
  },
  'a row of a table cannot hold a question of the kind {unit}': {
    nb: 'en rad i en tabell kan ikke ha {unit}',
    nn: 'ei rad i ein tabell kan ikkje ha {unit}',
  },
  'a table has at most {} columns': {
    nb: 'en tabell har høyst {} kolonner',
    nn: 'ein tabell har høgst {} kolonnar',
  },
  'a time of day is compared, and Torg asks for days': {
    nb: 'et klokkeslett blir sammenlignet, og Torg spør om dager',
    nn: 'eit klokkeslett blir samanlikna, og Torg spør om dagar',
  },
  'a time that is not whole days, weeks, months or years from today': {
    nb: 'en tid som ikke er hele dager, uker, måneder eller år fra i dag',
    nn: 'ei tid som ikkje er heile dagar, veker, månader eller år frå i dag',
  },
  'amounts are multiplied': {
    nb: 'beløp blir ganget med hverandre',
    nn: 'beløp blir gonga med kvarandre',
  },
  'an answer is compared with a list or an object': {
    nb: 'et svar blir sammenlignet med en liste eller et objekt',
    nn: 'eit svar blir samanlikna med ei liste eller eit objekt',
  },
  'it asks about "{}", which is no question of this form': {
    nb: 'det gjelder «{}», som ikke er et spørsmål i dette skjemaet',
    nn: 'det gjeld «{}», som ikkje er eit spørsmål i dette skjemaet',
  },
  'it asks for "{}", which is none of the question\'s options': {
    nb: 'det krever «{}», som ikke er et av valgene i spørsmålet',
    nn: 'det krev «{}», som ikkje er eit av vala i spørsmålet',
  },
  'it looks at "{}", which is no question': {
    nb: 'det ser på «{}», som ikke er et spørsmål',
    nn: 'det ser på «{}», som ikkje er eit spørsmål',
  },
  'it looks at one row of a table': {
    nb: 'det ser på én rad i en tabell',
    nn: 'det ser på éi rad i ein tabell',
  },
  'it reads all answers at once': {
    nb: 'det leser alle svarene på én gang',
    nn: 'det les alle svara på éin gong',
  },
  'it waits for something else than an answer ({})': {
    nb: 'det venter på noe annet enn et svar ({})',
    nn: 'det ventar på noko anna enn eit svar ({})',
  },
  'more than {} characters': {
    nb: 'mer enn {} tegn',
    nn: 'meir enn {} teikn',
  },
  'nothing is compared': {
    nb: 'ingenting blir sammenlignet',
    nn: 'ingenting blir samanlikna',
  },
  'nothing is looked for': {
    nb: 'det leter ikke etter noe',
    nn: 'det leiter ikkje etter noko',
  },
  'only a text can be held against a pattern': {
    nb: 'bare en tekst kan prøves mot et mønster',
    nn: 'berre ein tekst kan prøvast mot eit mønster',
  },
  'only the start or end of a text can be compared': {
    nb: 'bare starten eller slutten på en tekst kan sammenlignes',
    nn: 'berre starten eller slutten på ein tekst kan samanliknast',
  },
  'something that is no number is summed': {
    nb: 'noe som ikke er tall, blir summert',
    nn: 'noko som ikkje er tal, blir summert',
  },
  'the calculation is empty': {
    nb: 'utregningen er tom',
    nn: 'utrekninga er tom',
  },
  'the comparison "{}" is not known': {
    nb: 'sammenligningen «{}» er ukjent',
    nn: 'samanlikninga «{}» er ukjend',
  },
  'the comparison "{}" of days is not known': {
    nb: 'sammenligningen «{}» av dager er ukjent',
    nn: 'samanlikninga «{}» av dagar er ukjend',
  },
  'the comparison "{}" of a question is not known': {
    nb: 'sammenligningen «{}» for et spørsmål er ukjent',
    nn: 'samanlikninga «{}» for eit spørsmål er ukjend',
  },
  'the comparison "{}" of {} is not known': {
    nb: 'sammenligningen «{}» for {} er ukjent',
    nn: 'samanlikninga «{}» for {} er ukjend',
  },
  'the condition "{}" is not defined': {
    nb: 'vilkåret «{}» er ikke definert',
    nn: 'vilkåret «{}» er ikkje definert',
  },
  'the condition "{}" refers to itself': {
    nb: 'vilkåret «{}» viser til seg selv',
    nn: 'vilkåret «{}» viser til seg sjølv',
  },
  'the condition is empty': {
    nb: 'vilkåret er tomt',
    nn: 'vilkåret er tomt',
  },
  'the condition is nested too deeply': {
    nb: 'vilkåret har for mange nivåer inni hverandre',
    nn: 'vilkåret har for mange nivå inni kvarandre',
  },
  'the condition is not a schema': {
    nb: 'vilkåret er ikke et skjema',
    nn: 'vilkåret er ikkje eit skjema',
  },
  'the condition is not understood': {
    nb: 'vilkåret er ikke forstått',
    nn: 'vilkåret er ikkje forstått',
  },
  'the condition names no question': {
    nb: 'vilkåret nevner ikke noe spørsmål',
    nn: 'vilkåret nemner ikkje noko spørsmål',
  },
  'the expression is too long': {
    nb: 'uttrykket er for langt',
    nn: 'uttrykket er for langt',
  },
  'the limits are not numbers': {
    nb: 'grensene er ikke tall',
    nn: 'grensene er ikkje tal',
  },
  'the place in a list is asked for': {
    nb: 'det spør etter plassen i en liste',
    nn: 'det spør etter plassen i ei liste',
  },
  'the rest of a division between an amount and a number': {
    nb: 'resten når et beløp blir delt på et tall',
    nn: 'resten når eit beløp blir delt på eit tal',
  },
  'the result is not a number': {
    nb: 'resultatet er ikke et tall',
    nn: 'resultatet er ikkje eit tal',
  },
  'texts have no order': {
    nb: 'tekster har ingen rekkefølge',
    nn: 'tekstar har inga rekkjefølgje',
  },
  'too many ways lead here': {
    nb: 'for mange veier fører hit',
    nn: 'for mange vegar fører hit',
  },
}
