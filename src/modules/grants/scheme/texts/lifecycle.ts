import { defineTexts, type Lang } from '#platform/texts/texts.ts'
import { en } from './lifecycle-names/en.ts'
import { nb } from './lifecycle-names/nb.ts'
import { nn } from './lifecycle-names/nn.ts'
import type { LifecycleNames } from './lifecycle-names/words.ts'

/** Names of every state and of what leads from one to another, for pictures, lists and timelines. */
export const lifecycleNames: Record<Lang, LifecycleNames> = { nb, nn, en }

/** The page of the pictures. */
export const lifecycleTexts = defineTexts({
  nb: {
    title: 'Livsløp',
    lead: 'Slik går hver ting gjennom Torg. Bildene er tegnet av de samme tabellene som knappene og reglene bruker.',
    from: 'Fra',
    action: 'Handling',
    to: 'Til',
    picture: (what: string, states: number, moves: number) =>
      `Bilde av livsløpet for ${what}: ${states} tilstander og ${moves} overganger. Tabellen under sier det samme.`,
    tableOf: (what: string) => `Overgangene for ${what}`,
    showTable: 'Vis overgangene i en tabell',
    stays: 'uten å skifte tilstand',
  },
  nn: {
    title: 'Livsløp',
    lead: 'Slik går kvar ting gjennom Torg. Bileta er teikna av dei same tabellane som knappane og reglane bruker.',
    from: 'Frå',
    action: 'Handling',
    to: 'Til',
    picture: (what: string, states: number, moves: number) =>
      `Bilete av livsløpet for ${what}: ${states} tilstandar og ${moves} overgangar. Tabellen under seier det same.`,
    tableOf: (what: string) => `Overgangane for ${what}`,
    showTable: 'Vis overgangane i ein tabell',
    stays: 'utan å skifte tilstand',
  },
  en: {
    title: 'Lifecycles',
    lead: 'How each thing moves through Torg. The pictures are drawn from the same tables that buttons and rules use.',
    from: 'From',
    action: 'Action',
    to: 'To',
    picture: (what: string, states: number, moves: number) =>
      `Picture of the lifecycle of ${what}: ${states} states and ${moves} moves. The table below says the same.`,
    tableOf: (what: string) => `Moves of ${what}`,
    showTable: 'Show the moves in a table',
    stays: 'without changing state',
  },
})
