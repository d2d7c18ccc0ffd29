import { defineTexts } from '#platform/texts/texts.ts'

export const conflictTexts = defineTexts({
  nb: {
    title: 'Dere skrev samtidig',
    body: (name: string, when: string) =>
      `${name} lagret en innstilling ${when}, mens du skrev din. Her er begge. Ingenting av det du skrev, er borte.`,
    otherChange: 'Saken ble endret mens du skrev. Her er det du skrev. Ingenting av det er borte.',
    yours: 'Det du skrev',
    theirs: 'Det som er lagret',
    noRecommendation: 'Det er ingen innstilling i saken nå.',
    merge: 'Begrunnelsen som skal gjelde',
    mergeHelp: 'Begynner med din tekst. Ta med det du vil beholde fra den andre.',
    useMine: 'Lagre min innstilling',
    keepTheirs: 'Behold den som er lagret',
  },
  nn: {
    title: 'De skreiv samstundes',
    body: (name, when) =>
      `${name} lagra ei innstilling ${when}, medan du skreiv di. Her er båe. Ingenting av det du skreiv, er borte.`,
    otherChange: 'Saka vart endra medan du skreiv. Her er det du skreiv. Ingenting av det er borte.',
    yours: 'Det du skreiv',
    theirs: 'Det som er lagra',
    noRecommendation: 'Det er inga innstilling i saka no.',
    merge: 'Grunngivinga som skal gjelde',
    mergeHelp: 'Byrjar med teksten din. Ta med det du vil ha med frå den andre.',
    useMine: 'Lagre innstillinga mi',
    keepTheirs: 'Behald den som er lagra',
  },
  en: {
    title: 'You wrote at the same time',
    body: (name, when) =>
      `${name} saved a recommendation on ${when} while you wrote yours. Here are both. Nothing you wrote is lost.`,
    otherChange: 'The case was changed while you wrote. Here is what you wrote. Nothing of it is lost.',
    yours: 'What you wrote',
    theirs: 'What is saved',
    noRecommendation: 'There is no recommendation in the case now.',
    merge: 'The reasons that are to apply',
    mergeHelp: 'Begins with your text. Bring along what you want to keep from the other.',
    useMine: 'Save my recommendation',
    keepTheirs: 'Keep the saved one',
  },
})
