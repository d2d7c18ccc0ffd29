import type { NoteTable } from './note-table.ts'

/** What a file was refused for, and what is said of a form as a whole. */
export const formNotes: NoteTable = {
  'The file was not brought in': {
    nb: 'Fila ble ikke hentet inn',
    nn: 'Fila vart ikkje henta inn',
  },
  'too many to list': {
    nb: 'Det er for mange til å vise alle',
    nn: 'Det er for mange til å vise alle',
  },
  'the file is {} MB; at most 10 MB is read': {
    nb: 'fila er på {} MB, og grensa er 10 MB',
    nn: 'fila er på {} MB, og grensa er 10 MB',
  },
  'YAML of more than {} MB is not read': {
    nb: 'YAML på mer enn {} MB blir ikke lest',
    nn: 'YAML på meir enn {} MB blir ikkje lesen',
  },
  'YAML of more than {} lines is not read': {
    nb: 'YAML på mer enn {} linjer blir ikke lest',
    nn: 'YAML på meir enn {} linjer blir ikkje lesen',
  },
  'YAML with more than {} commas and colons is not read': {
    nb: 'YAML med mer enn {} komma og kolon blir ikke lest',
    nn: 'YAML med meir enn {} komma og kolon blir ikkje lesen',
  },
  'YAML with more than {} anchors is not read': {
    nb: 'YAML med mer enn {} ankre blir ikke lest',
    nn: 'YAML med meir enn {} anker blir ikkje lesen',
  },
  'the file is empty': {
    nb: 'fila er tom',
    nn: 'fila er tom',
  },
  'the file is not text in UTF-8': {
    nb: 'fila er ikke tekst i UTF-8',
    nn: 'fila er ikkje tekst i UTF-8',
  },
  'it is not JSON': {
    nb: 'det er ikke JSON',
    nn: 'det er ikkje JSON',
  },
  'it is not YAML': {
    nb: 'det er ikke YAML',
    nn: 'det er ikkje YAML',
  },
  'it is not YAML: {why}': {
    nb: 'det er ikke YAML: {why}',
    nn: 'det er ikkje YAML: {why}',
  },
  'it is nested too deeply': {
    nb: 'det er for mange nivåer inni hverandre',
    nn: 'det er for mange nivå inni kvarandre',
  },
  'its aliases multiply beyond what is read': {
    nb: 'henvisningene i fila gjør den større enn det som kan leses',
    nn: 'tilvisingane i fila gjer ho større enn det som kan lesast',
  },
  'nested more than {} levels deep': {
    nb: 'det er mer enn {} nivåer inni hverandre',
    nn: 'det er meir enn {} nivå inni kvarandre',
  },
  'more than {} values': {
    nb: 'fila har mer enn {} verdier',
    nn: 'fila har meir enn {} verdiar',
  },
  'a character that no text has': {
    nb: 'fila har et tegn som ikke hører til i tekst',
    nn: 'fila har eit teikn som ikkje høyrer til i tekst',
  },
  'a name with a character that no text has': {
    nb: 'et navn har et tegn som ikke hører til i tekst',
    nn: 'eit namn har eit teikn som ikkje høyrer til i tekst',
  },
  'it cannot be read': {
    nb: 'den kan ikke leses',
    nn: 'ho kan ikkje lesast',
  },
  'it cannot be read as a workbook': {
    nb: 'den kan ikke leses som et regneark',
    nn: 'ho kan ikkje lesast som eit rekneark',
  },
  'the workbook is larger than it may be, packed or unpacked': {
    nb: 'regnearket er for stort',
    nn: 'reknearket er for stort',
  },
  'the workbook has too many rows or columns': {
    nb: 'regnearket har for mange rader eller kolonner',
    nn: 'reknearket har for mange rader eller kolonnar',
  },
  'the sheet is empty': {
    nb: 'arket er tomt',
    nn: 'arket er tomt',
  },
  'the sheet has headings and no questions': {
    nb: 'arket har overskrifter, men ingen spørsmål',
    nn: 'arket har overskrifter, men ingen spørsmål',
  },
  'it is not the template: the columns "Spørsmål" and "Type" are not there': {
    nb: 'det er ikke malen: kolonnene «Spørsmål» og «Type» mangler',
    nn: 'det er ikkje malen: kolonnane «Spørsmål» og «Type» manglar',
  },
  'it is none of the forms that are known: JSON Schema, XGovFormBuilder, Form.io': {
    nb: 'det er ikke et skjema Torg kjenner: JSON Schema, XGovFormBuilder eller Form.io',
    nn: 'det er ikkje eit skjema Torg kjenner: JSON Schema, XGovFormBuilder eller Form.io',
  },
  'it is no webform: nothing in it has a "#type"': {
    nb: 'det er ikke et skjema fra Drupal Webform: ingenting i det har «#type»',
    nn: 'det er ikkje eit skjema frå Drupal Webform: ingenting i det har «#type»',
  },
  'it is the {} of a form whose schema.json is not beside it': {
    nb: 'det er {}-fila til et skjema, men schema.json ligger ikke ved siden av',
    nn: 'det er {}-fila til eit skjema, men schema.json ligg ikkje ved sida av',
  },
  'it is the translation of a form that is not among the files': {
    nb: 'det er oversettelsen av et skjema som ikke er blant filene',
    nn: 'det er omsetjinga av eit skjema som ikkje er mellom filene',
  },
  'it is not built as the format says': {
    nb: 'det er ikke bygd slik formatet krever',
    nn: 'det er ikkje bygd slik formatet krev',
  },
  'the file holds no questions': {
    nb: 'fila har ingen spørsmål',
    nn: 'fila har ingen spørsmål',
  },
  'the form has no components': {
    nb: 'skjemaet har ingen deler',
    nn: 'skjemaet har ingen delar',
  },
  'the form has no pages': {
    nb: 'skjemaet har ingen sider',
    nn: 'skjemaet har ingen sider',
  },
  'the form has no questions': {
    nb: 'skjemaet har ingen spørsmål',
    nn: 'skjemaet har ingen spørsmål',
  },
  'the form has more than {} questions': {
    nb: 'skjemaet har mer enn {} spørsmål',
    nn: 'skjemaet har meir enn {} spørsmål',
  },
  'the form has more than 1000 pages, or more than 50 ways from one of them': {
    nb: 'skjemaet har mer enn 1000 sider, eller mer enn 50 veier videre fra en av dem',
    nn: 'skjemaet har meir enn 1000 sider, eller meir enn 50 vegar vidare frå ei av dei',
  },
  'the form has more than {} ways between its pages': {
    nb: 'skjemaet har mer enn {} veier mellom sidene',
    nn: 'skjemaet har meir enn {} vegar mellom sidene',
  },
  'the form has more than the {} questions on {} pages that a form can hold': {
    nb: 'skjemaet har flere enn de {} spørsmålene på {} sider som et skjema kan ha',
    nn: 'skjemaet har fleire enn dei {} spørsmåla på {} sider som eit skjema kan ha',
  },
  'the schema is not an object': {
    nb: 'skjemafila er ikke et objekt',
    nn: 'skjemafila er ikkje eit objekt',
  },
  'the schema has no properties': {
    nb: 'skjemafila har ingen felt',
    nn: 'skjemafila har ingen felt',
  },
  'the schema has too many parts when its references are followed': {
    nb: 'skjemafila har for mange deler når henvisningene følges',
    nn: 'skjemafila har for mange delar når tilvisingane blir følgde',
  },
  'the draft does not hold together: {why}': {
    nb: 'utkastet henger ikke sammen: {why}',
    nn: 'utkastet heng ikkje saman: {why}',
  },
  'more than {} alternatives': {
    nb: 'det er mer enn {} muligheter å velge mellom',
    nn: 'det er meir enn {} val å velje mellom',
  },
  'The texts are in {spoken}, and stand in for the missing ones until they are translated.': {
    nb: 'Tekstene er på {spoken}. De brukes også der en oversettelse mangler, til du har oversatt dem.',
    nn: 'Tekstane er på {spoken}. Dei blir brukte også der ei omsetjing manglar, til du har omsett dei.',
  },
  'one language that the file does not name': {
    nb: 'ett språk som fila ikke navngir',
    nn: 'eitt språk som fila ikkje namngir',
  },
  'A scheme is written in nb, nn and en.': {
    nb: 'En ordning skrives på bokmål, nynorsk og engelsk.',
    nn: 'Ei ordning blir skriven på bokmål, nynorsk og engelsk.',
  },
  'Lists, paragraphs and addresses of links are kept as lines of text; bold, sizes and colours are not.': {
    nb: 'Lister, avsnitt og adresser i lenker er beholdt som tekstlinjer. Fet skrift, størrelser og farger er ikke med.',
    nn: 'Lister, avsnitt og adresser i lenkjer er behaldne som tekstlinjer. Feit skrift, storleikar og fargar er ikkje med.',
  },
  'Purpose, who can apply, rules, amounts, authority, letters, payment, category, KOSTRA function and the round are placeholders that say so.':
    {
      nb: 'Formål, hvem som kan søke, regler, beløp, myndighet, brev, utbetaling, kategori, KOSTRA-funksjon og søknadsrunde må du fylle ut. Det står det i utkastet.',
      nn: 'Formål, kven som kan søkje, reglar, beløp, myndigheit, brev, utbetaling, kategori, KOSTRA-funksjon og søknadsrunde må du fylle ut. Det står det i utkastet.',
    },
  'Labels are the names in words, and help texts are missing. Give the file with the shared translations along: {}': {
    nb: 'Ledetekstene er laget av feltnavnene, og hjelpetekstene mangler. Ta med fila med de felles oversettelsene: {}',
    nn: 'Leietekstane er laga av feltnamna, og hjelpetekstane manglar. Ta med fila med dei felles omsetjingane: {}',
  },
  'Here they start empty: {}': {
    nb: 'Her er de tomme fra start: {}',
    nn: 'Her er dei tomme frå start: {}',
  },
  'Organisations and persons are told apart; finer kinds are a rule to be written.': {
    nb: 'Torg skiller mellom organisasjoner og personer. Finere inndelinger må du skrive som en regel.',
    nn: 'Torg skil mellom organisasjonar og personar. Finare inndelingar må du skrive som ein regel.',
  },
  'They belong to the old service’s own systems.': {
    nb: 'De hører til systemene i den gamle tjenesten.',
    nn: 'Dei høyrer til systema i den gamle tenesta.',
  },
  'Applications arrive as cases in Torg.': {
    nb: 'Søknadene kommer inn som saker i Torg.',
    nn: 'Søknadene kjem inn som saker i Torg.',
  },
  'What the old service did with the answers (mail, sending on) is not brought in: applications arrive as cases.': {
    nb: 'Det den gamle tjenesten gjorde med svarene (e-post, videresending), er ikke med. Søknadene kommer inn som saker.',
    nn: 'Det den gamle tenesta gjorde med svara (e-post, vidaresending), er ikkje med. Søknadene kjem inn som saker.',
  },
  'Own styles and scripts are not brought in.': {
    nb: 'Egne stiler og skript er ikke med.',
    nn: 'Eigne stilar og skript er ikkje med.',
  },
  'How many may apply, and how often, is for the scheme to say.': {
    nb: 'Hvor mange som kan søke, og hvor ofte, må stå i ordningen.',
    nn: 'Kor mange som kan søkje, og kor ofte, må stå i ordninga.',
  },
  'Other versions of the form are not brought in.': {
    nb: 'Andre utgaver av skjemaet er ikke med.',
    nn: 'Andre utgåver av skjemaet er ikkje med.',
  },
  'Torg counts in Norwegian kroner.': {
    nb: 'Torg regner i norske kroner.',
    nn: 'Torg reknar i norske kroner.',
  },
  'Torg takes no payment from applicants.': {
    nb: 'Torg tar ikke imot betaling fra søkere.',
    nn: 'Torg tek ikkje imot betaling frå søkjarar.',
  },
  'The receipt is Torg’s own page.': {
    nb: 'Kvitteringen er Torgs egen side.',
    nn: 'Kvitteringa er Torg si eiga side.',
  },
  'Torg shows all answers before they are sent.': {
    nb: 'Torg viser alle svarene før de blir sendt.',
    nn: 'Torg viser alle svara før dei blir sende.',
  },
  'Torg has its own button for sending.': {
    nb: 'Torg har sin egen knapp for å sende.',
    nn: 'Torg har sin eigen knapp for å sende.',
  },
  'It leads out of the form.': {
    nb: 'Den fører ut av skjemaet.',
    nn: 'Han fører ut av skjemaet.',
  },
  'It is brought in, and never shown, as in the old form.': {
    nb: 'Den er hentet inn, men vises aldri. Slik var det også i det gamle skjemaet.',
    nn: 'Ho er henta inn, men blir aldri vist. Slik var det også i det gamle skjemaet.',
  },
  'The page ends the application in the old form; here it can still be sent.': {
    nb: 'Siden avslutter søknaden i det gamle skjemaet. Her kan søknaden likevel sendes.',
    nn: 'Sida avsluttar søknaden i det gamle skjemaet. Her kan søknaden likevel sendast.',
  },
  'The form asks for {} amounts; which of them is the amount applied for is for the scheme to say.': {
    nb: 'Skjemaet spør om {} beløp. Du må selv velge hvilket som er søknadsbeløpet.',
    nn: 'Skjemaet spør om {} beløp. Du må sjølv velje kva for eitt som er søknadsbeløpet.',
  },
  'There is nothing to show.': {
    nb: 'Det er ingenting å vise.',
    nn: 'Det er ingenting å vise.',
  },
}
