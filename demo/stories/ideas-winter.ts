import type { PlannedRound } from '../plan.ts'

/** Small local ideas that have just come in. */
export const ideasWinter: PlannedRound = {
  scheme: 'narmiljotilskudd',
  take: '2026-11-16',
  recommend: '2026-11-19',
  decide: '+16',
  release: '+17',
  caseworkers: ['maren-lie'],
  applications: [
    {
      applicant: 'kari-tveit',
      sent: '2026-11-15 19:05',
      kr: 4_500,
      until: 'sent',
      answers: {
        ideaTitle: 'Fuglekasser på skoleveien',
        ideaText: 'Vi snekrer tjue fuglekasser sammen med femte trinn.',
        district: 'myrdalen',
        doneBy: '2027-03-01',
        together: ['children', 'neighbours'],
        needsPermission: false,
        policeCertificates: true,
        purchases: [
          { item: 'Materialer', price: 380_000 },
          { item: 'Skruer og maling', price: 90_000 },
        ],
        livesHere: true,
      },
    },
    {
      applicant: 'yusuf-demir',
      sent: '2026-11-10 08:40',
      kr: 7_000,
      until: 'recommended',
      answers: {
        ideaTitle: 'Vinterbad med badstue',
        ideaText: 'Vi leier en badstue på henger fire søndager og fyrer for hele gata.',
        district: 'steinvag',
        doneBy: '2027-02-20',
        together: ['neighbours'],
        needsPermission: true,
        permissionFrom: 'Havnesjefen, svar kommer',
        purchases: [
          { item: 'Leie av badstue', price: 600_000 },
          { item: 'Ved', price: 120_000 },
        ],
        livesHere: true,
      },
    },
  ],
}
