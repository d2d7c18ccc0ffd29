import { publishScheme } from './scheme/actions/publish-scheme.ts'
import { shipped } from './application/choir.testing.ts'
import type { Trx } from '#platform/database/db.ts'

/** For tests: a scheme in two parts. Choirs share their pot by members, culture groups theirs in proportion to what they ask for. */

const text = (words: string) => ({ nb: words, nn: words, en: words })

export function inParts() {
  const choirs = shipped('kor-og-korps')
  const round = choirs.rounds.at(-1)
  return {
    ...choirs,
    slug: 'musikk-i-to-deler',
    title: text('Musikk i to deler'),
    rules: [],
    form: {
      privacyNotice: choirs.form.privacyNotice,
      pages: [
        {
          key: 'about',
          title: text('Om laget'),
          fields: [
            { type: 'shortText', key: 'contactName', label: text('Hvem kan vi spørre?'), required: true },
            { type: 'section', key: 'economy', label: text('Økonomien'), help: text('Dette spør vi alle om.') },
            { type: 'yesNo', key: 'hasSavings', label: text('Har laget penger til overs?'), required: true },
            { type: 'section', key: 'savingsPart', label: text('Pengene til overs'), showIf: 'answer.hasSavings' },
            { type: 'amount', key: 'savings', label: text('Hvor mye?'), required: true },
            { type: 'bankAccount', key: 'account', label: text('Kontonummer'), required: true, classified: true },
          ],
        },
      ],
    },
    amount: {},
    parts: [
      {
        key: 'choirs',
        title: text('Kor'),
        description: text('For kor som øver jevnlig.'),
        pages: [
          {
            key: 'choir',
            title: text('Koret'),
            fields: [{ type: 'number', key: 'members', label: text('Hvor mange medlemmer?'), required: true, min: 1 }],
          },
        ],
        rules: [
          {
            key: 'enough',
            title: text('Koret har ti medlemmer'),
            when: 'answer.members >= 10 and application.part = "choirs"',
            outcomes: { meets: text('Ti eller flere.'), fails: text('Færre enn ti.'), unknown: text('Vi vet ikke.') },
            source: 'Retningslinjene punkt 2',
          },
        ],
        amount: { allocation: { method: 'per-point', points: 'answer.members' }, maxOre: 5_000_000 },
      },
      {
        key: 'culture',
        title: text('Kulturgrupper'),
        description: text('For andre grupper.'),
        pages: [
          {
            key: 'group',
            title: text('Gruppa'),
            fields: [
              { type: 'amount', key: 'asked', label: text('Hvor mye søker dere om?'), required: true },
              { type: 'file', key: 'statutes', label: text('Vedtekter'), accept: ['pdf'] },
            ],
          },
        ],
        amount: { askedIn: 'asked', allocation: { method: 'proportional' } },
      },
    ],
    payment: { ...choirs.payment, accountField: 'account' },
    report: undefined,
    rounds: [
      {
        ...round,
        potOre: undefined,
        pots: [
          { key: 'kor', part: 'choirs', ore: 3_000_000 },
          { key: 'kultur', part: 'culture', ore: 1_000_000 },
        ],
      },
    ],
  }
}

export async function publishInParts(trx: Trx, now: Date, changes: object = {}): Promise<void> {
  await publishScheme(trx, { definition: JSON.parse(JSON.stringify({ ...inParts(), ...changes })), now })
}
