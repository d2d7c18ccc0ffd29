import { defineTexts } from '#platform/texts/texts.ts'

/** Why an application cannot be begun, by field. */
export const startTexts = defineTexts({
  nb: {
    whoMissing: 'Velg hvem du søker for.',
    partMissing: 'Velg hvilken del av ordningen du søker på.',
    ownUnit: 'Dette er en enhet i kommunen',
    ownUnitHelp: 'For eksempel en skole eller en avdeling. Pengene overføres internt, og enheten kan ikke klage.',
    otherUnit: 'En enhet i kommunen',
    notOwnUnit: 'Nummeret hører til en organisasjon som ikke er en enhet i kommunen.',
    numberMissing: 'Skriv organisasjonsnummeret. Ordningen er bare for dem som har et.',
    groupsOnly: 'Ordningen er for grupper uten organisasjonsnummer. La feltet stå tomt hvis gruppa ikke har et.',
    nameMissing: 'Skriv navnet på organisasjonen eller gruppen du søker for.',
    nameLong: 'Kort ned navnet til 300 tegn.',
    badOrganisationNumber: 'Organisasjonsnummeret stemmer ikke. Det har ni siffer. Sjekk det, eller la det stå tomt.',
  },
  nn: {
    whoMissing: 'Vel kven du søkjer for.',
    partMissing: 'Vel kva del av ordninga du søkjer på.',
    ownUnit: 'Dette er ei eining i kommunen',
    ownUnitHelp: 'Til dømes ein skule eller ei avdeling. Pengane blir overførte internt, og eininga kan ikkje klage.',
    otherUnit: 'Ei eining i kommunen',
    notOwnUnit: 'Nummeret høyrer til ein organisasjon som ikkje er ei eining i kommunen.',
    numberMissing: 'Skriv organisasjonsnummeret. Ordninga er berre for dei som har eit.',
    groupsOnly: 'Ordninga er for grupper utan organisasjonsnummer. Lat feltet stå tomt dersom gruppa ikkje har eit.',
    nameMissing: 'Skriv namnet på organisasjonen eller gruppa du søkjer for.',
    nameLong: 'Kort ned namnet til 300 teikn.',
    badOrganisationNumber: 'Organisasjonsnummeret stemmer ikkje. Det har ni siffer. Sjekk det, eller la det stå tomt.',
  },
  en: {
    whoMissing: 'Choose who you are applying for.',
    partMissing: 'Choose which part of the scheme you are applying for.',
    ownUnit: 'This is a unit of the municipality',
    ownUnitHelp: 'A school or a department, for example. The money is transferred inside, and the unit cannot appeal.',
    otherUnit: 'A unit of the municipality',
    notOwnUnit: 'The number belongs to an organisation that is no unit of the municipality.',
    numberMissing: 'Write the organisation number. The scheme is only for those who have one.',
    groupsOnly: 'The scheme is for groups without an organisation number. Leave the field empty if the group has none.',
    nameMissing: 'Write the name of the organisation or group you are applying for.',
    nameLong: 'Shorten the name to 300 characters.',
    badOrganisationNumber: 'The organisation number is not right. It has nine digits. Check it, or leave it empty.',
  },
})
