import type { PlannedRound } from '../plan.ts'

/** Nobody applies: the council’s budget names them, and the caseworker opens their cases. */
export const namedLastYear: PlannedRound = {
  scheme: 'faste-driftstilskudd',
  take: '2025-12-02',
  recommend: '2025-12-04',
  decide: '2025-12-17',
  release: '2025-12-19',
  caseworkers: ['maren-lie'],
  applications: [
    {
      applicant: 'frivillig',
      sent: '2025-12-01 10:15',
      kr: 640_000,
      budget: { line: 'Årsbudsjett for velferd, linje 14', nthRound: 0 },
      until: 'notified',
    },
    {
      applicant: 'matsentral',
      sent: '2025-12-01 10:25',
      kr: 385_000,
      budget: { line: 'Årsbudsjett for velferd, linje 15', nthRound: 0 },
      until: 'notified',
    },
  ],
}

export const namedThisYear: PlannedRound = {
  scheme: 'faste-driftstilskudd',
  take: '2026-11-17',
  recommend: '2026-12-03',
  decide: '2026-12-16',
  release: '2026-12-18',
  caseworkers: ['maren-lie'],
  applications: [
    {
      applicant: 'frivillig',
      sent: '2026-11-16 09:40',
      kr: 662_000,
      budget: { line: 'Forslag til årsbudsjett for velferd, linje 14', nthRound: 1 },
    },
  ],
}
