// What can be brought in from a spreadsheet: three kinds of list, the fields of each, and what people call them in their headings.

export const importKinds = ['awards', 'organisations', 'obligations'] as const
export type ImportKind = (typeof importKinds)[number]

/** How a field's cells are read; see sheet-values.ts. */
export type FieldType =
  | 'text'
  | 'name'
  | 'year'
  | 'day'
  | 'kr'
  | 'rowKey'
  | 'orgNumber'
  | 'account'
  | 'email'
  | 'postcode'
  | 'url'
  | 'stage'
  | 'demand'
  | 'state'

export interface ImportField {
  key: string
  type: FieldType
  /** There is nothing to bring in without it, unless the field `orElse` is there. */
  required?: true
  orElse?: string
  /** May be said once, for every row. */
  fixed?: true
  /** What counts where neither a column nor a person says. */
  standard?: string
  /** Most characters of a text. */
  max?: number
  /** Headings that mean it, folded as `foldHeading` does; the best known first. */
  names: readonly string[]
}

/** Headings parted by commas. */
function calledLike(names: string): readonly string[] {
  return names.split(/,\s*/)
}

const recipient = calledLike(`recipient and purpose, mottaker, mottakar, tilskuddsmottaker, tilskotsmottakar, søker, søkjar,
        søkernavn, organisasjon, organisasjonsnavn, lag, lag forening, forening, foreining, navn, namn,
        recipient, applicant, grantee, organisation, organization, name, hvem, kven`)
const number = calledLike(`organisasjonsnummer, organisasjonsnr, orgnr, org nr, orgnummer, org nummer, foretaksnummer,
        organisation number, organization number, org no, orgno`)
const scheme = calledLike(`ordning, tilskuddsordning, tilskotsordning, støtteordning, tilskuddstype, tilskottype, tilskudd,
        tilskot, scheme, program, fond`)
const year = calledLike(`budget year, år, årstall, årstal, budsjettår, tildelingsår, tilskuddsår, tilskotsår, søknadsår, year`)
const district = calledLike(`bydel, kommunedel, krins, krets, distrikt, område, district, borough`)

export const importFields: Record<ImportKind, readonly ImportField[]> = {
  awards: [
    { key: 'recipient', type: 'name', required: true, max: 400, names: recipient },
    { key: 'number', type: 'orgNumber', names: number },
    {
      key: 'purpose',
      type: 'text',
      max: 400,
      names: calledLike(`formål, føremål, tiltak, prosjekt, prosjektnavn, prosjektnamn, prosjekttittel, arrangement, tittel,
        beskrivelse, beskriving, purpose, project, title, description`),
    },
    { key: 'year', type: 'year', required: true, orElse: 'decidedOn', fixed: true, names: year },
    {
      key: 'stage',
      type: 'stage',
      fixed: true,
      standard: 'adopted',
      names: calledLike(`stage, status, utfall, vedtaksstatus, fase, behandling, vedtak, outcome,
        vedtatt eller foreslått, vedteke eller føreslått, adopted or proposed`),
    },
    {
      key: 'result',
      type: 'kr',
      required: true,
      names: calledLike(`result, tildelt, tildelt beløp, tildelt sum, innvilget, innvilga, innvilget beløp, bevilget,
        bevilget beløp, bevilgning, løyvd, løyving, vedtatt beløp, vedteke beløp, tilsagn, tilsagnsbeløp,
        resultat, beløp, sum, utbetalt, granted, amount granted, awarded, amount awarded, award, amount`),
    },
    {
      key: 'applied',
      type: 'kr',
      names: calledLike(`applied, søkt, søkt beløp, søkt sum, søkt om, søknadsbeløp, søknadssum, omsøkt, omsøkt beløp,
        amount applied, requested, amount requested`),
    },
    {
      key: 'prior',
      type: 'kr',
      names: calledLike(`prior year, forrige år, førre år, i fjor, fjoråret, fjorårets tilskudd, tildelt i fjor,
        previous year, last year,
        beløp året før, amount the year before`),
    },
    { key: 'scheme', type: 'text', fixed: true, max: 200, names: scheme },
    { key: 'district', type: 'text', max: 100, names: district },
    {
      key: 'decidedOn',
      type: 'day',
      names: calledLike(`vedtaksdato, vedtaksdag, dato for vedtak, tildelingsdato, innvilget dato, dato, decision date,
        award date, date`),
    },
    {
      key: 'rowKey',
      type: 'rowKey',
      max: 40,
      names: calledLike(`row no, rad, radnr, rad nr, nr, løpenummer, løpenr, saksnummer, saksnr, sak, søknadsnummer, row,
        row number, no, id,
        radens nummer i listen, nummeret til rada i lista, the row s number in the list`),
    },
    {
      key: 'sourceUrl',
      type: 'url',
      fixed: true,
      max: 500,
      names: calledLike(`source url, kilde, kjelde, lenke, lenkje, nettadresse, source, link, url,
        nettadresse til kilden, nettadressa til kjelda, web address of the source`),
    },
    { key: 'list', type: 'text', fixed: true, max: 100, names: calledLike(`liste, list`) },
  ],
  organisations: [
    { key: 'number', type: 'orgNumber', names: number },
    {
      key: 'name',
      type: 'name',
      required: true,
      max: 300,
      names: calledLike(`navn, namn, organisasjonsnavn, organisasjonsnamn, foretaksnavn, organisasjon, lag, lag forening,
        forening, foreining, name, organisation, organization`),
    },
    {
      key: 'form',
      type: 'text',
      max: 60,
      names: calledLike(`organisasjonsform, orgform, org form, selskapsform, form, type, legal form`),
    },
    {
      key: 'email',
      type: 'email',
      max: 200,
      names: calledLike(`e post, epost, e postadresse, epostadresse, kontakt e post, kontakt epost, email, e mail, mail,
        contact email`),
    },
    {
      key: 'address',
      type: 'text',
      max: 200,
      names: calledLike(`adresse, postadresse, gateadresse, gate, veiadresse, besøksadresse, address, street`),
    },
    {
      key: 'postcode',
      type: 'postcode',
      names: calledLike(`postnummer, postnr, post nr, postcode, postal code, zip, zip code`),
    },
    {
      key: 'place',
      type: 'text',
      max: 100,
      names: calledLike(`poststed, poststad, sted, stad, by, place, city, postal place`),
    },
    { key: 'district', type: 'text', fixed: true, max: 100, names: district },
    {
      key: 'account',
      type: 'account',
      names: calledLike(`kontonummer, kontonr, konto, bankkonto, bankkontonummer, bank account, account, account number`),
    },
  ],
  obligations: [
    { key: 'recipient', type: 'name', required: true, max: 400, names: recipient },
    { key: 'number', type: 'orgNumber', names: number },
    {
      key: 'what',
      type: 'text',
      required: true,
      fixed: true,
      max: 500,
      names: calledLike(`krav, vilkår, forpliktelse, forplikting, plikt, rapport, hva, kva, oppgave, oppgåve, beskrivelse,
        beskriving, tekst, obligation, condition, report, what, description,
        hva som skal gjøres, kva som skal gjerast, what must be done`),
    },
    {
      key: 'demand',
      type: 'demand',
      fixed: true,
      standard: 'report',
      names: calledLike(`type, slag, art, type krav, kind,
        rapport eller vilkår, report or condition`),
    },
    {
      key: 'dueOn',
      type: 'day',
      required: true,
      fixed: true,
      names: calledLike(`frist, rapportfrist, rapporteringsfrist, leveringsfrist, forfall, forfallsdato, forfallsdag, due,
        due date, due on, deadline, dato, date`),
    },
    {
      key: 'amount',
      type: 'kr',
      names: calledLike(`beløp, tildelt, tildelt beløp, innvilget, innvilga, innvilget beløp, løyvd, sum, amount, granted`),
    },
    { key: 'scheme', type: 'text', fixed: true, max: 200, names: scheme },
    { key: 'year', type: 'year', fixed: true, names: year },
    {
      key: 'state',
      type: 'state',
      names: calledLike(`status, levert, mottatt, motteke, godkjent, oppfylt, tilstand, state, received, delivered`),
    },
  ],
}

/** A heading without what differs by accident: case, marks, and which currency. */
export function foldHeading(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !['kr', 'nok', 'kroner', 'krone'].includes(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
