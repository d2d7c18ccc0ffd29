import type { PlannedRound } from '../plan.ts'

/** Small local ideas, decided in October. */
export const ideasAutumn: PlannedRound = {
  scheme: 'narmiljotilskudd',
  take: '2026-10-02',
  recommend: '2026-10-09',
  decide: '2026-10-15',
  release: '2026-10-16',
  caseworkers: ['maren-lie'],
  applications: [
    {
      applicant: 'hanne-myklebust',
      sent: '2026-08-30 20:00',
      kr: 6_000,
      answers: {
        ideaTitle: 'Byttebod i bakgården',
        ideaText: 'En liten bod der naboer kan sette fra seg og ta med leker, ski og sportsutstyr.',
        district: 'solhaug',
        doneBy: '2026-11-10',
        together: ['neighbours', 'newcomers'],
        needsPermission: false,
        purchases: [
          { item: 'Bord og kledning', price: 450_000 },
          { item: 'Maling og hengsler', price: 160_000 },
        ],
        livesHere: true,
      },
      report: {
        sent: '2026-11-14 12:30',
        outcome: 'waits',
        answers: { threeLines: 'Boden står. Den var full etter to dager og tom igjen etter fire.', people: 40, spent: 590_000 },
      },
    },
    {
      applicant: 'ungdomsgruppe',
      sent: '2026-09-12 17:25',
      kr: 8_000,
      answers: {
        ideaTitle: 'Filmkvelder for ungdom',
        ideaText: 'Vi låner grendehuset og viser film annenhver fredag. Ungdommene velger selv.',
        district: 'elvebakken',
        doneBy: '2026-12-18',
        together: ['neighbours', 'newcomers'],
        needsPermission: true,
        permissionFrom: 'Grendehuset. De har sagt ja.',
        purchases: [
          { item: 'Lerret og høyttaler', price: 620_000 },
          { item: 'Popkorn', price: 190_000 },
        ],
        livesHere: true,
      },
      why: 'Ungdommene driver tiltaket selv.',
    },
    {
      applicant: 'leif-torsen',
      sent: '2026-09-20 14:50',
      kr: 10_000,
      refuse: 'private',
      answers: {
        ideaTitle: 'Ny brygge',
        ideaText: 'Brygga vår er råtten. Naboene kan låne den om sommeren.',
        district: 'skarvoy',
        doneBy: '2026-12-01',
        together: ['neighbours'],
        needsPermission: false,
        purchases: [{ item: 'Trykkimpregnert virke', price: 1_200_000 }],
        livesHere: true,
      },
    },
    {
      applicant: 'maria-silva',
      sent: '2026-09-28 22:15',
      lang: 'en',
      kr: 9_500,
      give: 7_000,
      answers: {
        ideaTitle: 'Outdoor chess tables',
        ideaText: 'Two chess tables by the playground, painted together with the children.',
        district: 'indrehavn',
        doneBy: '2026-12-12',
        together: ['neighbours', 'older'],
        needsPermission: true,
        permissionFrom: 'The parks department, who said yes',
        purchases: [
          { item: 'Tables', price: 800_000 },
          { item: 'Pieces and paint', price: 170_000 },
        ],
        livesHere: true,
      },
    },
  ],
}
