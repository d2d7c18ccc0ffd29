import type { NoteTable } from './note-table.ts'

/** Questions that came along and are asked in another way. */
export const askedNotes: NoteTable = {
  'A drawn signature becomes a declaration: who sends is known by the login.': {
    nb: 'En tegnet underskrift blir en erklæring. Innloggingen viser hvem som sender.',
    nn: 'Ei teikna underskrift blir ei erklæring. Innlogginga viser kven som sender.',
  },
  'A month is asked for as a text like 03.2027.': {
    nb: 'En måned fylles ut som tekst, for eksempel 03.2027.',
    nn: 'Ein månad blir fylt ut som tekst, til dømes 03.2027.',
  },
  'A time of day is asked for as a text like 09:30.': {
    nb: 'Et klokkeslett fylles ut som tekst, for eksempel 09:30.',
    nn: 'Eit klokkeslett blir fylt ut som tekst, til dømes 09:30.',
  },
  'Date and time are asked for as a text like 31.12.2027 09:30.': {
    nb: 'Dato og klokkeslett fylles ut som tekst, for eksempel 31.12.2027 09:30.',
    nn: 'Dato og klokkeslett blir fylte ut som tekst, til dømes 31.12.2027 09:30.',
  },
  'Tags are asked for as one text.': {
    nb: 'Stikkord fylles ut som én tekst.',
    nn: 'Stikkord blir fylte ut som éin tekst.',
  },
  'Several addresses with commas are asked for as a text.': {
    nb: 'Flere adresser med komma mellom fylles ut som tekst.',
    nn: 'Fleire adresser med komma mellom blir fylte ut som tekst.',
  },
  'Only a part of the date was asked for; the whole is asked for here.': {
    nb: 'Det gamle skjemaet spurte bare om en del av datoen. Her fylles hele datoen ut.',
    nn: 'Det gamle skjemaet spurde berre om ein del av datoen. Her blir heile datoen fylt ut.',
  },
  'A question is never locked: it can be answered as long as it is shown.': {
    nb: 'Et spørsmål er aldri låst: det kan besvares så lenge det vises.',
    nn: 'Eit spørsmål er aldri låst: det kan svarast på så lenge det er vist.',
  },
  'It was locked in the old form; here it can be answered.': {
    nb: 'Det var låst i det gamle skjemaet. Her kan det besvares.',
    nn: 'Det var låst i det gamle skjemaet. Her kan det svarast på.',
  },
  'An answer is never changed by another answer.': {
    nb: 'Et svar blir aldri endret av et annet svar.',
    nn: 'Eit svar blir aldri endra av eit anna svar.',
  },
  'A table takes at most 100 rows.': {
    nb: 'En tabell kan ha høyst {} rader.',
    nn: 'Ein tabell kan ha høgst {} rader.',
  },
  'At most {} rows are allowed; a table takes at most {}.': {
    nb: 'Høyst {} rader er tillatt. En tabell kan ha høyst {}.',
    nn: 'Høgst {} rader er tillate. Ein tabell kan ha høgst {}.',
  },
  'At least one is asked for; that there is no more than one is not checked.': {
    nb: 'Minst ett må fylles ut. Torg kontrollerer ikke at det bare er ett.',
    nn: 'Minst eitt må fyllast ut. Torg kontrollerer ikkje at det berre er eitt.',
  },
  '{} files are allowed; a question takes 1 to 20.': {
    nb: '{} filer er tillatt. Et spørsmål tar 1 til 20.',
    nn: '{} filer er tillate. Eit spørsmål tek 1 til 20.',
  },
  'Files of {} MB are allowed; a question takes a limit from 1 to 50 MB.': {
    nb: 'Filer på {} MB er tillatt. Grensa for et spørsmål må være fra 1 til 50 MB.',
    nn: 'Filer på {} MB er tillate. Grensa for eit spørsmål må vere frå 1 til 50 MB.',
  },
  'Files of these kinds cannot be read by Torg: {}.': {
    nb: 'Torg kan ikke lese filer av disse typene: {}.',
    nn: 'Torg kan ikkje lese filer av desse typane: {}.',
  },
  'Limits of each of several answers are not checked.': {
    nb: 'Torg kontrollerer ikke grensene for hvert av flere svar.',
    nn: 'Torg kontrollerer ikkje grensene for kvart av fleire svar.',
  },
  'Only "no" is allowed.': {
    nb: 'Bare «nei» er tillatt.',
    nn: 'Berre «nei» er tillate.',
  },
  'Only sums of numbers and amounts are worked out; here the applicant fills in.': {
    nb: 'Torg regner bare ut summer av tall og beløp. Her fyller søkeren ut selv.',
    nn: 'Torg reknar berre ut summar av tal og beløp. Her fyller søkjaren ut sjølv.',
  },
  'It puts a text together; only sums are worked out.': {
    nb: 'Det setter sammen en tekst, og Torg regner bare ut summer.',
    nn: 'Det set saman ein tekst, og Torg reknar berre ut summar.',
  },
  'Only a question of the type "beregnet" is worked out.': {
    nb: 'Bare spørsmål av typen «beregnet» blir regnet ut.',
    nn: 'Berre spørsmål av typen «beregnet» blir rekna ut.',
  },
  'Its sum is not worked out.': {
    nb: 'Summen blir ikke regnet ut.',
    nn: 'Summen blir ikkje rekna ut.',
  },
  'Several answers in a row of a table: one can be given.': {
    nb: 'Det kunne gis flere svar i en rad i en tabell. Her kan det gis ett.',
    nn: 'Det kunne givast fleire svar i ei rad i ein tabell. Her kan det givast eitt.',
  },
  'Some choices are shown and cannot be chosen in the old form; they are left out.': {
    nb: 'Noen valg vises i det gamle skjemaet uten å kunne velges. De er utelatt.',
    nn: 'Nokre val er viste i det gamle skjemaet utan at dei kan veljast. Dei er utelatne.',
  },
  'The step is not checked.': {
    nb: 'Torg kontrollerer ikke trinnene mellom tallene.',
    nn: 'Torg kontrollerer ikkje stega mellom tala.',
  },
  'Suggestions while writing are not shown.': {
    nb: 'Torg viser ikke forslag mens søkeren skriver.',
    nn: 'Torg viser ikkje forslag medan søkjaren skriv.',
  },
  'That nobody else has given the same answer is not checked.': {
    nb: 'Torg kontrollerer ikke om noen andre har gitt samme svar.',
    nn: 'Torg kontrollerer ikkje om nokon andre har gitt same svar.',
  },
  'That only some days of the week can be chosen is not checked.': {
    nb: 'Torg kontrollerer ikke at bare noen ukedager kan velges.',
    nn: 'Torg kontrollerer ikkje at berre nokre vekedagar kan veljast.',
  },
  'The amount is checked; the old form filled it in.': {
    nb: 'Torg kontrollerer beløpet. Det gamle skjemaet fylte det ut.',
    nn: 'Torg kontrollerer beløpet. Det gamle skjemaet fylte det ut.',
  },
  'The amount that it fixes is not in the table.': {
    nb: 'Beløpet det fastsetter, er ikke i tabellen.',
    nn: 'Beløpet det fastset, er ikkje i tabellen.',
  },
  'The answer may be of several kinds; the first of them is asked for.': {
    nb: 'Svaret kan være av flere typer. Torg spør om den første.',
    nn: 'Svaret kan vere av fleire typar. Torg spør om den første.',
  },
  'The first of them is asked for.': {
    nb: 'Torg spør om den første av dem.',
    nn: 'Torg spør om den første av dei.',
  },
  'The applicant could change what was worked out; here it stands.': {
    nb: 'Søkeren kunne endre det som var regnet ut. Her står det fast.',
    nn: 'Søkjaren kunne endre det som var rekna ut. Her står det fast.',
  },
  'The choices are a list of the old service ("{}"): the answer is asked for as a text.': {
    nb: 'Valgene er en liste i den gamle tjenesten («{}»). Svaret fylles ut som tekst.',
    nn: 'Vala er ei liste i den gamle tenesta («{}»). Svaret blir fylt ut som tekst.',
  },
  'The choices are fetched from elsewhere: the answer is asked for as a text.': {
    nb: 'Valgene hentes fra et annet sted. Svaret fylles ut som tekst.',
    nn: 'Vala blir henta frå ein annan stad. Svaret blir fylt ut som tekst.',
  },
  'The list "{}" with its choices is not in the form: the answer is asked for as a text.': {
    nb: 'Lista «{}» med valgene er ikke i skjemaet. Svaret fylles ut som tekst.',
    nn: 'Lista «{}» med vala er ikkje i skjemaet. Svaret blir fylt ut som tekst.',
  },
  'The question has no choices under "{}": it is asked for as a text.': {
    nb: 'Spørsmålet har ingen valg under «{}». Svaret fylles ut som tekst.',
    nn: 'Spørsmålet har ingen val under «{}». Svaret blir fylt ut som tekst.',
  },
  'There are no choices: it is asked for as a text.': {
    nb: 'Det er ingen valg. Svaret fylles ut som tekst.',
    nn: 'Det er ingen val. Svaret blir fylt ut som tekst.',
  },
  'The row has no type: it is asked for as a text.': {
    nb: 'Raden har ingen type. Svaret fylles ut som tekst.',
    nn: 'Rada har ingen type. Svaret blir fylt ut som tekst.',
  },
  'The type "{}" is not one of the template\'s: it is asked for as a text.': {
    nb: 'Typen «{}» er ikke en av typene i malen. Svaret fylles ut som tekst.',
    nn: 'Typen «{}» er ikkje ein av typane i malen. Svaret blir fylt ut som tekst.',
  },
  'There is no table "{}": the question stands by itself.': {
    nb: 'Det finnes ingen tabell «{}». Spørsmålet står for seg selv.',
    nn: 'Det finst ingen tabell «{}». Spørsmålet står for seg sjølv.',
  },
  'The schema does not say what kind of answer it is: it is asked for as a text.': {
    nb: 'Skjemafila sier ikke hva slags svar det er. Svaret fylles ut som tekst.',
    nn: 'Skjemafila seier ikkje kva slags svar det er. Svaret blir fylt ut som tekst.',
  },
  'The schema does not say what the list holds: it is asked for as a text.': {
    nb: 'Skjemafila sier ikke hva lista inneholder. Svaret fylles ut som tekst.',
    nn: 'Skjemafila seier ikkje kva lista inneheld. Svaret blir fylt ut som tekst.',
  },
  'The years to choose among are not in the files: any text can be written.': {
    nb: 'Årene søkeren kan velge mellom, er ikke i filene. Søkeren kan skrive hva som helst.',
    nn: 'Åra søkjaren kan velje mellom, er ikkje i filene. Søkjaren kan skrive kva som helst.',
  },
  'The demand "{}" is not checked.': {
    nb: 'Kravet «{}» blir ikke kontrollert.',
    nn: 'Kravet «{}» blir ikkje kontrollert.',
  },
  'The format "{}" is not checked.': {
    nb: 'Formatet «{}» blir ikke kontrollert.',
    nn: 'Formatet «{}» blir ikkje kontrollert.',
  },
  'The limit "{}" is no date, and is not checked.': {
    nb: 'Grensa «{}» er ikke en dato og blir ikke kontrollert.',
    nn: 'Grensa «{}» er ikkje ein dato og blir ikkje kontrollert.',
  },
  'The limit "{}" of the date is not checked.': {
    nb: 'Grensa «{}» for datoen blir ikke kontrollert.',
    nn: 'Grensa «{}» for datoen blir ikkje kontrollert.',
  },
  '"{}" under "{}" is no number, and is not checked.': {
    nb: '«{}» under «{}» er ikke et tall og blir ikke kontrollert.',
    nn: '«{}» under «{}» er ikkje eit tal og blir ikkje kontrollert.',
  },
  'That it is a British grid reference is not checked.': {
    nb: 'Det blir ikke kontrollert at det er en britisk kartreferanse.',
    nn: 'Det blir ikkje kontrollert at det er ein britisk kartreferanse.',
  },
  'The limit "{}" of the time is not checked.': {
    nb: 'Grensen «{}» for klokkeslettet blir ikke kontrollert.',
    nn: 'Grensa «{}» for klokkeslettet blir ikkje kontrollert.',
  },
  'The mask of the answer is not checked.': {
    nb: 'Torg kontrollerer ikke mønsteret svaret skulle skrives etter.',
    nn: 'Torg kontrollerer ikkje mønsteret svaret skulle skrivast etter.',
  },
  'The order of the choices is not asked for.': {
    nb: 'Torg spør ikke om rekkefølgen på valgene.',
    nn: 'Torg spør ikkje om rekkjefølgja på vala.',
  },
  'The pictures of the choices are not brought in.': {
    nb: 'Bildene til valgene er ikke med.',
    nn: 'Bileta til vala er ikkje med.',
  },
  'The plain kind of attachment never asks whether the file comes later or lies in another.': {
    nb: 'Et enkelt vedlegg spør aldri om fila kommer senere eller ligger i et annet vedlegg.',
    nn: 'Eit enkelt vedlegg spør aldri om fila kjem seinare eller ligg i eit anna vedlegg.',
  },
  'The sum was hidden in the old form; here it is shown.': {
    nb: 'Summen var skjult i det gamle skjemaet. Her vises den.',
    nn: 'Summen var skjult i det gamle skjemaet. Her blir han vist.',
  },
  'The text has {why} in it, which is not brought in.': {
    nb: 'Teksten har {why} i seg. Det er ikke med.',
    nn: 'Teksten har {why} i seg. Det er ikkje med.',
  },
  'The text is written without bold, lists and the like.': {
    nb: 'Teksten skrives uten fet skrift, lister og lignende.',
    nn: 'Teksten blir skriven utan feit skrift, lister og liknande.',
  },
  'What is written is not hidden while it is written.': {
    nb: 'Det søkeren skriver, blir ikke skjult.',
    nn: 'Det søkjaren skriv, blir ikkje skjult.',
  },
  'What it is worked out from is not brought in.': {
    nb: 'Det som skulle regnes ut, er ikke hentet inn.',
    nn: 'Det som skulle reknast ut, er ikkje henta inn.',
  },
  'What it is worked out from is not brought in: it shows 0.': {
    nb: 'Det som skulle regnes ut, er ikke hentet inn. Det vises 0.',
    nn: 'Det som skulle reknast ut, er ikkje henta inn. Det blir vist 0.',
  },
}
