import type { Words } from './studio-hand.ts'

/** What is written of a scheme that refunds the hire of instruments: the question in the studio, and the text in three languages. */
export const aboutWords: readonly (readonly [question: string, words: Words])[] = [
  ['Navnet på ordningen', ['Refusjon av leie for instrumenter', 'Refusjon av leige for instrument', 'Refund of instrument hire']],
  [
    'Kort om ordningen',
    [
      'Orkestre får igjen for det de betaler i leie for instrumenter.',
      'Orkester får att for det dei betaler i leige for instrument.',
      'Orchestras get back what they pay to hire instruments.',
    ],
  ],
  [
    'Hvem kan søke',
    [
      'Lag og foreninger med et orkester.',
      'Lag og foreiningar med eit orkester.',
      'Clubs and associations that have an orchestra.',
    ],
  ],
  [
    'Hva gis det tilskudd til',
    [
      'Leie av instrumenter, med en fast sats for hvert.',
      'Leige av instrument, med ein fast sats for kvart.',
      'Hire of instruments, at a fixed rate for each.',
    ],
  ],
  [
    'Formålet',
    [
      'Flere skal kunne spille uten å eie et instrument.',
      'Fleire skal kunne spele utan å eige eit instrument.',
      'More people should be able to play without owning an instrument.',
    ],
  ],
  ['Målgruppen', ['De som spiller i et orkester.', 'Dei som speler i eit orkester.', 'Those who play in an orchestra.']],
  [
    'Målet',
    ['Flere spiller på et leid instrument.', 'Fleire speler på eit leigd instrument.', 'More people play a hired instrument.'],
  ],
  [
    'Slik ser vi om det er nådd',
    ['Antall leide instrumenter hvert år.', 'Talet på leigde instrument kvart år.', 'The number of hired instruments each year.'],
  ],
  ['Kriteriet', ['Orkesteret leier instrumenter.', 'Orkesteret leiger instrument.', 'The orchestra hires instruments.']],
  [
    'Vedtak, lov eller retningslinje',
    [
      'Budsjett for Fjordvik kommune 2026, vedtatt av bystyret',
      'Budsjett for Fjordvik kommune 2026, vedteke av bystyret',
      'Budget of Fjordvik municipality for 2026, adopted by the city council',
    ],
  ],
]

/** The rule that applicants are in the register. */
export const ruleWords: typeof aboutWords = [
  [
    'Regelen i korte ord',
    ['Står i Frivillighetsregisteret', 'Står i Frivilligheitsregisteret', 'In the Register of Non-Profit Organisations'],
  ],
  ['Det søkeren leser når den er oppfylt', ['Dere står der.', 'De står der.', 'You are listed.']],
  [
    'Det søkeren leser når den ikke er oppfylt',
    [
      'Dere står ikke der. Det er gratis å melde seg inn.',
      'De står ikkje der. Det er gratis å melde seg inn.',
      'You are not listed. It is free to register.',
    ],
  ],
  [
    'Det søkeren leser når et menneske må avgjøre',
    ['Vi slår det opp for dere.', 'Vi slår det opp for dykk.', 'We look it up for you.'],
  ],
]
