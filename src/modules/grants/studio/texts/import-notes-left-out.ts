import type { NoteTable } from './note-table.ts'

/** Questions and parts of a form that were left out. */
export const leftOutNotes: NoteTable = {
  'Torg has no question of the kind "{}".': {
    nb: 'Torg har ingen spørsmål av typen «{}».',
    nn: 'Torg har ingen spørsmål av typen «{}».',
  },
  'The kind "{}" is not known.': {
    nb: 'Typen «{}» er ukjent.',
    nn: 'Typen «{}» er ukjend.',
  },
  'The kind "{}" is not known; what is in it is brought in.': {
    nb: 'Typen «{}» er ukjent. Det som ligger inni, er hentet inn.',
    nn: 'Typen «{}» er ukjend. Det som ligg inni, er henta inn.',
  },
  'A part of the kind "{}" cannot stand in a row of a table.': {
    nb: 'En del av typen «{}» kan ikke stå i en rad i en tabell.',
    nn: 'Ein del av typen «{}» kan ikkje stå i ei rad i ein tabell.',
  },
  'A button that does "{}" is not brought in.': {
    nb: 'En knapp som gjør «{}», er ikke hentet inn.',
    nn: 'Ein knapp som gjer «{}», er ikkje henta inn.',
  },
  'A condition or a sum in a row of a table cannot be brought in.': {
    nb: 'Et vilkår eller en sum i en rad i en tabell kan ikke hentes inn.',
    nn: 'Eit vilkår eller ein sum i ei rad i ein tabell kan ikkje hentast inn.',
  },
  'A check that compares with other answers cannot stand in a row of a table.': {
    nb: 'En kontroll som sammenligner med andre svar, kan ikke stå i en rad i en tabell.',
    nn: 'Ein kontroll som samanliknar med andre svar, kan ikkje stå i ei rad i ein tabell.',
  },
  'A fixed place in a list that holds several questions cannot be brought in.': {
    nb: 'En fast plass i en liste med flere spørsmål kan ikke hentes inn.',
    nn: 'Ein fast plass i ei liste med fleire spørsmål kan ikkje hentast inn.',
  },
  'A form inside the form lies in another file; bring it in by itself.': {
    nb: 'Et skjema inni skjemaet ligger i en annen fil. Hent det inn for seg.',
    nn: 'Eit skjema inni skjemaet ligg i ei anna fil. Hent det inn for seg.',
  },
  'A list inside a row of a table cannot be brought in.': {
    nb: 'En liste inni en rad i en tabell kan ikke hentes inn.',
    nn: 'Ei liste inni ei rad i ein tabell kan ikkje hentast inn.',
  },
  'A list of lists cannot be brought in.': {
    nb: 'En liste med lister kan ikke hentes inn.',
    nn: 'Ei liste med lister kan ikkje hentast inn.',
  },
  'A list put in order by the applicant cannot be asked for.': {
    nb: 'Torg kan ikke be søkeren ordne en liste i rekkefølge.',
    nn: 'Torg kan ikkje be søkjaren ordne ei liste i rekkjefølgje.',
  },
  'A map is not asked for.': {
    nb: 'Torg spør ikke om kart.',
    nn: 'Torg spør ikkje om kart.',
  },
  'A mapping of one list on another cannot be asked for.': {
    nb: 'Torg kan ikke be søkeren koble en liste til en annen.',
    nn: 'Torg kan ikkje be søkjaren kople ei liste til ei anna.',
  },
  'A table inside a row of a table cannot be brought in.': {
    nb: 'En tabell inni en rad i en tabell kan ikke hentes inn.',
    nn: 'Ein tabell inni ei rad i ein tabell kan ikkje hentast inn.',
  },
  'A tree of rows in rows cannot be asked for.': {
    nb: 'Torg kan ikke spørre om rader inni rader.',
    nn: 'Torg kan ikkje spørje om rader inni rader.',
  },
  'Answers under names the applicant makes up cannot be asked for.': {
    nb: 'Torg kan ikke spørre om svar under navn som søkeren selv finner på.',
    nn: 'Torg kan ikkje spørje om svar under namn som søkjaren sjølv finn på.',
  },
  'All its parts are switched off.': {
    nb: 'Alle delene er slått av.',
    nn: 'Alle delane er slått av.',
  },
  'Colours are not asked for.': {
    nb: 'Torg spør ikke om farger.',
    nn: 'Torg spør ikkje om fargar.',
  },
  'Drawings are not asked for; ask for a file instead.': {
    nb: 'Torg spør ikke om tegninger. Be heller om en fil.',
    nn: 'Torg spør ikkje om teikningar. Be heller om ei fil.',
  },
  'Film cannot be attached.': {
    nb: 'Film kan ikke legges ved.',
    nn: 'Film kan ikkje leggjast ved.',
  },
  'Sound cannot be attached.': {
    nb: 'Lyd kan ikke legges ved.',
    nn: 'Lyd kan ikkje leggjast ved.',
  },
  'It chooses among records of the old service.': {
    nb: 'Det velger blant opplysninger i den gamle tjenesten.',
    nn: 'Det vel mellom opplysningar i den gamle tenesta.',
  },
  'It fetches data from another service.': {
    nb: 'Det henter data fra en annen tjeneste.',
    nn: 'Det hentar data frå ei anna teneste.',
  },
  'It has no statements or no answers.': {
    nb: 'Det mangler påstander eller svar.',
    nn: 'Det manglar påstandar eller svar.',
  },
  'The survey has no statements or no answers.': {
    nb: 'Spørreskjemaet mangler påstander eller svar.',
    nn: 'Spørjeskjemaet manglar påstandar eller svar.',
  },
  'It is a fixed value that nobody fills in.': {
    nb: 'Det er en fast verdi som ingen fyller ut.',
    nn: 'Det er ein fast verdi som ingen fyller ut.',
  },
  'It is a hidden value that nobody fills in.': {
    nb: 'Det er en skjult verdi som ingen fyller ut.',
    nn: 'Det er ein skjult verdi som ingen fyller ut.',
  },
  'It is an object without properties: there is nothing to ask.': {
    nb: 'Det er et objekt uten felt, så det er ingenting å spørre om.',
    nn: 'Det er eit objekt utan felt, så det er ingenting å spørje om.',
  },
  'It is hidden, and nobody fills it in.': {
    nb: 'Det er skjult, og ingen fyller det ut.',
    nn: 'Det er skjult, og ingen fyller det ut.',
  },
  'It is made for the old service.': {
    nb: 'Det er laget for den gamle tjenesten.',
    nn: 'Det er laga for den gamle tenesta.',
  },
  'It is not shown: a row holds questions only.': {
    nb: 'Det vises ikke: en rad har bare spørsmål.',
    nn: 'Det blir ikkje vist: ei rad har berre spørsmål.',
  },
  'What it lies in cannot be brought in.': {
    nb: 'Det den ligger i, kan ikke hentes inn.',
    nn: 'Det han ligg i, kan ikkje hentast inn.',
  },
  'It lies in a table inside a row of a table.': {
    nb: 'Det ligger i en tabell inni en rad i en tabell.',
    nn: 'Det ligg i ein tabell inni ei rad i ein tabell.',
  },
  'Nobody may see it in the old form.': {
    nb: 'Ingen har lov til å se det i det gamle skjemaet.',
    nn: 'Ingen har lov til å sjå det i det gamle skjemaet.',
  },
  'None of its columns can be brought in.': {
    nb: 'Ingen av kolonnene kan hentes inn.',
    nn: 'Ingen av kolonnane kan hentast inn.',
  },
  'Only staff saw it in the old form; what staff note stands in the case.': {
    nb: 'Bare saksbehandlere så det i det gamle skjemaet. I Torg noterer saksbehandlere i saken.',
    nn: 'Berre saksbehandlarar såg det i det gamle skjemaet. I Torg noterer saksbehandlarar i saka.',
  },
  'Parts of a form are not folded.': {
    nb: 'Deler av et skjema kan ikke foldes sammen.',
    nn: 'Delar av eit skjema kan ikkje faldast saman.',
  },
  'Passwords are not asked for: people log in.': {
    nb: 'Torg spør ikke om passord: folk logger inn.',
    nn: 'Torg spør ikkje om passord: folk loggar inn.',
  },
  'People log in, so nothing is needed to tell them from robots.': {
    nb: 'Folk logger inn, så det trengs ingen kontroll mot roboter.',
    nn: 'Folk loggar inn, så det trengst ingen kontroll mot robotar.',
  },
  'The schema says nothing about it.': {
    nb: 'Skjemafila sier ingenting om det.',
    nn: 'Skjemafila seier ingenting om det.',
  },
  'The table has no columns: rows with "{}" under "{}".': {
    nb: 'Tabellen har ingen kolonner. Legg til rader med «{}» under «{}».',
    nn: 'Tabellen har ingen kolonnar. Legg til rader med «{}» under «{}».',
  },
  'The table has no subventions in it.': {
    nb: 'Tabellen har ingen tilskudd i seg.',
    nn: 'Tabellen har ingen tilskot i seg.',
  },
  'The row has no text under "{}".': {
    nb: 'Raden har ingen tekst under «{}».',
    nn: 'Rada har ingen tekst under «{}».',
  },
  'This part of an attachment is not known.': {
    nb: 'Denne delen av et vedlegg er ukjent.',
    nn: 'Denne delen av eit vedlegg er ukjend.',
  },
  'What comes up with a choice cannot stand in a row of a table.': {
    nb: 'Det som kommer fram med et valg, kan ikke stå i en rad i en tabell.',
    nn: 'Det som kjem fram med eit val, kan ikkje stå i ei rad i ein tabell.',
  },
  'A single choice cannot be shown on a condition: it is always there.': {
    nb: 'Et enkelt valg kan ikke vises på et vilkår: det er alltid med.',
    nn: 'Eit enkelt val kan ikkje visast på eit vilkår: det er alltid med.',
  },
}
