import { defineTexts } from '#platform/texts/texts.ts'

/** Blocks: questions that several schemes ask. */
export const blockTexts = defineTexts({
  nb: {
    blocks: 'Blokker',
    lead: 'Spørsmål som flere ordninger stiller. Når du endrer en blokk, får alle utkast som bruker den, endringen. Det som er publisert, står som det er.',
    none: 'Ingen blokker ennå',
    noneBody: 'Åpne skjemaet i et utkast og velg «Lagre som blokk» på en side eller et spørsmål.',
    questions: (n: number) => (n === 1 ? '1 spørsmål' : `${n} spørsmål`),
    usedIn: (n: number) => (n === 0 ? 'Ikke i bruk i noe utkast' : n === 1 ? 'I bruk i 1 utkast' : `I bruk i ${n} utkast`),
    noName: 'Uten navn',
    block: (name: string) => `Blokk: ${name}`,
    changedAt: (at: string) => `Endret ${at}`,
    insert: 'Sett inn blokk',
    inserted: 'Blokken er satt inn.',
    saveAs: 'Lagre som blokk',
    saveLead:
      'Blokken kan settes inn i andre ordninger. Spørsmålene blir stående her, og dette utkastet er det første som bruker blokken.',
    name: 'Hva skal blokken hete?',
    nameHelp: 'Et navn kollegaene dine kjenner igjen, for eksempel «Kontaktperson».',
    nameIn: { nb: 'Navn på bokmål', nn: 'Navn på nynorsk', en: 'Navn på engelsk' },
    nameMissing: 'Skriv et navn på blokken.',
    which: 'Hvilke spørsmål?',
    whichOf: 'Spørsmål i blokken',
    whichHelp: 'De du ikke krysser av, blir stående som vanlige spørsmål her.',
    noQuestions: 'Kryss av for minst ett spørsmål.',
    inAnotherBlock: 'Et av spørsmålene hører til en annen blokk. Et spørsmål kan bare være i én.',
    nothingFree: 'Her er ingen spørsmål som kan lagres. De som står her, hører alt til en blokk.',
    save: 'Lagre blokken',
    cancel: 'Avbryt',
    saved: 'Blokken er lagret.',
    states: { same: 'Som blokken', changedHere: 'Endret her', behind: 'Blokken er endret', takenAway: 'Tatt bort her' },
    differences: 'Det som er annerledes her',
    useWords: 'Bruk blokkens',
    usedWords: 'Blokkens spørsmål er satt inn.',
    useLead:
      'Spørsmålene fra blokken kan endres her som alle andre. Det du endrer her, blir ikke overskrevet når blokken endres.',
    update: 'Oppdater blokken med dette',
    updateLead: (n: number) =>
      n === 0
        ? 'Ingen andre utkast bruker blokken nå.'
        : n === 1
          ? 'Ett annet utkast bruker blokken og får endringen. Det som er endret der, blir stående.'
          : `${n} andre utkast bruker blokken og får endringen. Det som er endret der, blir stående.`,
    willGo: (names: string) => `Tatt bort her, og blir tatt bort fra blokken: ${names}.`,
    updated: (drafts: number, kept: number) =>
      `Blokken er oppdatert. ${drafts === 0 ? 'Ingen andre utkast bruker den.' : drafts === 1 ? '1 annet utkast fikk endringen.' : `${drafts} andre utkast fikk endringen.`}${kept === 0 ? '' : kept === 1 ? ' 1 spørsmål ble stående, fordi det var endret der.' : ` ${kept} spørsmål ble stående, fordi de var endret der.`}`,
    differs: (names: string) => `Noen spørsmål er ikke som i blokken: ${names}.`,
    see: 'Se forskjellene',
    toChange: 'Du endrer blokken i et utkast som bruker den: endre spørsmålene i skjemaet, og velg «Oppdater blokken med dette».',
    toChangeUnused: 'Sett blokken inn i et utkast for å endre den.',
    drafts: 'Utkast som bruker blokken',
    published: 'Publisert med spørsmål fra blokken',
    publishedLead:
      'Disse endres ikke. Neste versjon begynner med spørsmålene slik de er publisert, og viser hva som er endret i blokken.',
    notUsed: 'Ingen utkast bruker blokken.',
    differing: (n: number) => (n === 1 ? '1 spørsmål er ikke som i blokken' : `${n} spørsmål er ikke som i blokken`),
    asBlock: 'Som blokken',
    open: 'Se og oppdater',
    rename: 'Lagre navnet',
    renamed: 'Navnet er lagret.',
    remove: 'Slett blokken',
    removeLead: 'Spørsmålene blir stående i skjemaene, som vanlige spørsmål.',
    removed: 'Blokken er slettet. Spørsmålene står som vanlige spørsmål.',
    toBlock: 'Til blokken',
    removeNow: (name: string) => `Slett blokken «${name}»?`,
    removeUsed: (n: number) =>
      n === 1
        ? 'Ett utkast bruker blokken. Spørsmålene blir stående der, som vanlige spørsmål. De får ikke endringer lenger.'
        : `${n} utkast bruker blokken. Spørsmålene blir stående der, som vanlige spørsmål. De får ikke endringer lenger.`,
    own: 'Kommunens blokker',
    ready: 'Ferdige blokker',
    readyLead: 'Hent inn det dere trenger, på tre språk. Etterpå er blokken deres egen, og kan endres.',
    bring: 'Hent inn',
    brought: 'Blokken er hentet inn. Åpne skjemaet i et utkast og velg «Sett inn blokk».',
  },
  nn: {
    blocks: 'Blokker',
    lead: 'Spørsmål som fleire ordningar stiller. Når du endrar ei blokk, får alle utkast som bruker henne, endringa. Det som er publisert, står som det er.',
    none: 'Ingen blokker enno',
    noneBody: 'Opne skjemaet i eit utkast og vel «Lagre som blokk» på ei side eller eit spørsmål.',
    questions: (n: number) => (n === 1 ? '1 spørsmål' : `${n} spørsmål`),
    usedIn: (n: number) => (n === 0 ? 'Ikkje i bruk i noko utkast' : n === 1 ? 'I bruk i 1 utkast' : `I bruk i ${n} utkast`),
    noName: 'Utan namn',
    block: (name: string) => `Blokk: ${name}`,
    changedAt: (at: string) => `Endra ${at}`,
    insert: 'Set inn blokk',
    inserted: 'Blokka er sett inn.',
    saveAs: 'Lagre som blokk',
    saveLead:
      'Blokka kan setjast inn i andre ordningar. Spørsmåla blir ståande her, og dette utkastet er det første som bruker blokka.',
    name: 'Kva skal blokka heite?',
    nameHelp: 'Eit namn kollegaene dine kjenner att, til dømes «Kontaktperson».',
    nameIn: { nb: 'Namn på bokmål', nn: 'Namn på nynorsk', en: 'Namn på engelsk' },
    nameMissing: 'Skriv eit namn på blokka.',
    which: 'Kva spørsmål?',
    whichOf: 'Spørsmål i blokka',
    whichHelp: 'Dei du ikkje kryssar av, blir ståande som vanlege spørsmål her.',
    noQuestions: 'Kryss av for minst eitt spørsmål.',
    inAnotherBlock: 'Eitt av spørsmåla høyrer til ei anna blokk. Eit spørsmål kan berre vere i éi.',
    nothingFree: 'Her er ingen spørsmål som kan lagrast. Dei som står her, høyrer alt til ei blokk.',
    save: 'Lagre blokka',
    cancel: 'Avbryt',
    saved: 'Blokka er lagra.',
    states: { same: 'Som blokka', changedHere: 'Endra her', behind: 'Blokka er endra', takenAway: 'Teke bort her' },
    differences: 'Det som er annleis her',
    useWords: 'Bruk det i blokka',
    usedWords: 'Spørsmåla frå blokka er sette inn.',
    useLead:
      'Spørsmåla frå blokka kan endrast her som alle andre. Det du endrar her, blir ikkje overskrive når blokka blir endra.',
    update: 'Oppdater blokka med dette',
    updateLead: (n: number) =>
      n === 0
        ? 'Ingen andre utkast bruker blokka no.'
        : n === 1
          ? 'Eitt anna utkast bruker blokka og får endringa. Det som er endra der, blir ståande.'
          : `${n} andre utkast bruker blokka og får endringa. Det som er endra der, blir ståande.`,
    willGo: (names: string) => `Tekne bort her, og blir tekne bort frå blokka: ${names}.`,
    updated: (drafts: number, kept: number) =>
      `Blokka er oppdatert. ${drafts === 0 ? 'Ingen andre utkast bruker henne.' : drafts === 1 ? '1 anna utkast fekk endringa.' : `${drafts} andre utkast fekk endringa.`}${kept === 0 ? '' : kept === 1 ? ' 1 spørsmål vart ståande, fordi det var endra der.' : ` ${kept} spørsmål vart ståande, fordi dei var endra der.`}`,
    differs: (names: string) => `Nokre spørsmål er ikkje som i blokka: ${names}.`,
    see: 'Sjå skilnadene',
    toChange: 'Du endrar blokka i eit utkast som bruker henne: endre spørsmåla i skjemaet, og vel «Oppdater blokka med dette».',
    toChangeUnused: 'Set blokka inn i eit utkast for å endre henne.',
    drafts: 'Utkast som bruker blokka',
    published: 'Publisert med spørsmål frå blokka',
    publishedLead:
      'Desse blir ikkje endra. Neste versjon begynner med spørsmåla slik dei er publiserte, og viser kva som er endra i blokka.',
    notUsed: 'Ingen utkast bruker blokka.',
    differing: (n: number) => (n === 1 ? '1 spørsmål er ikkje som i blokka' : `${n} spørsmål er ikkje som i blokka`),
    asBlock: 'Som blokka',
    open: 'Sjå og oppdater',
    rename: 'Lagre namnet',
    renamed: 'Namnet er lagra.',
    remove: 'Slett blokka',
    removeLead: 'Spørsmåla blir ståande i skjemaa, som vanlege spørsmål.',
    removed: 'Blokka er sletta. Spørsmåla står som vanlege spørsmål.',
    toBlock: 'Til blokka',
    removeNow: (name: string) => `Slette blokka «${name}»?`,
    removeUsed: (n: number) =>
      n === 1
        ? 'Eitt utkast bruker blokka. Spørsmåla blir ståande der, som vanlege spørsmål. Dei får ikkje endringar lenger.'
        : `${n} utkast bruker blokka. Spørsmåla blir ståande der, som vanlege spørsmål. Dei får ikkje endringar lenger.`,
    own: 'Blokkene til kommunen',
    ready: 'Ferdige blokker',
    readyLead: 'Hent inn det de treng, på tre språk. Etterpå er blokka dykkar eiga, og kan endrast.',
    bring: 'Hent inn',
    brought: 'Blokka er henta inn. Opne skjemaet i eit utkast og vel «Set inn blokk».',
  },
  en: {
    blocks: 'Blocks',
    lead: 'Questions that several schemes ask. When you change a block, every draft that uses it gets the change. What is published stays as it is.',
    none: 'No blocks yet',
    noneBody: 'Open the form in a draft and choose “Save as a block” at a page or a question.',
    questions: (n: number) => (n === 1 ? '1 question' : `${n} questions`),
    usedIn: (n: number) => (n === 0 ? 'Not used in any draft' : n === 1 ? 'Used in 1 draft' : `Used in ${n} drafts`),
    noName: 'Without a name',
    block: (name: string) => `Block: ${name}`,
    changedAt: (at: string) => `Changed ${at}`,
    insert: 'Put in a block',
    inserted: 'The block has been put in.',
    saveAs: 'Save as a block',
    saveLead: 'The block can be put into other schemes. The questions stay here, and this draft is the first to use the block.',
    name: 'What is the block called?',
    nameHelp: 'A name your colleagues will recognise, such as “Contact person”.',
    nameIn: { nb: 'Name in Bokmål', nn: 'Name in Nynorsk', en: 'Name in English' },
    nameMissing: 'Write a name for the block.',
    which: 'Which questions?',
    whichOf: 'Questions of the block',
    whichHelp: 'Those you do not tick stay here as ordinary questions.',
    noQuestions: 'Tick at least one question.',
    inAnotherBlock: 'One of the questions belongs to another block. A question can be in one only.',
    nothingFree: 'There are no questions to save here. Those that are here belong to a block already.',
    save: 'Save the block',
    cancel: 'Cancel',
    saved: 'The block has been saved.',
    states: { same: 'As the block', changedHere: 'Changed here', behind: 'The block has changed', takenAway: 'Taken away here' },
    differences: 'What is different here',
    useWords: 'Use the block’s',
    usedWords: 'The block’s questions have been put in.',
    useLead:
      'The questions from the block can be changed here like any others. What you change here is not overwritten when the block changes.',
    update: 'Update the block with this',
    updateLead: (n: number) =>
      n === 0
        ? 'No other draft uses the block now.'
        : n === 1
          ? 'One other draft uses the block and gets the change. What has been changed there stays.'
          : `${n} other drafts use the block and get the change. What has been changed there stays.`,
    willGo: (names: string) => `Taken away here, and will be taken from the block: ${names}.`,
    updated: (drafts: number, kept: number) =>
      `The block has been updated. ${drafts === 0 ? 'No other draft uses it.' : drafts === 1 ? '1 other draft got the change.' : `${drafts} other drafts got the change.`}${kept === 0 ? '' : kept === 1 ? ' 1 question was left, since it had been changed there.' : ` ${kept} questions were left, since they had been changed there.`}`,
    differs: (names: string) => `Some questions are not as in the block: ${names}.`,
    see: 'See the differences',
    toChange:
      'You change the block in a draft that uses it: change the questions in the form, and choose “Update the block with this”.',
    toChangeUnused: 'Put the block into a draft to change it.',
    drafts: 'Drafts that use the block',
    published: 'Published with questions from the block',
    publishedLead:
      'These do not change. The next version begins with the questions as published, and shows what has changed in the block.',
    notUsed: 'No draft uses the block.',
    differing: (n: number) => (n === 1 ? '1 question is not as in the block' : `${n} questions are not as in the block`),
    asBlock: 'As the block',
    open: 'See and update',
    rename: 'Save the name',
    renamed: 'The name has been saved.',
    remove: 'Delete the block',
    removeLead: 'The questions stay in the forms, as ordinary questions.',
    removed: 'The block has been deleted. The questions are ordinary questions.',
    toBlock: 'To the block',
    removeNow: (name: string) => `Delete the block “${name}”?`,
    removeUsed: (n: number) =>
      n === 1
        ? 'One draft uses the block. Its questions stay there, as ordinary questions. They get no more changes.'
        : `${n} drafts use the block. Its questions stay there, as ordinary questions. They get no more changes.`,
    own: 'The municipality’s blocks',
    ready: 'Ready blocks',
    readyLead: 'Bring in what you need, in three languages. After that the block is your own, and can be changed.',
    bring: 'Bring in',
    brought: 'The block has been brought in. Open the form of a draft and choose “Put in a block”.',
  },
})
