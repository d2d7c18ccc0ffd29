import { defineTexts } from '#platform/texts/texts.ts'
import type { Tone } from '#platform/look/index.ts'
import type { CaseStatus } from '../../lifecycle.ts'

/** Words for what a case is, where it came from and what is proposed: the same on every staff page. */
export const caseWords = defineTexts({
  nb: {
    status: {
      draft: 'Kladd',
      submitted: 'Ny',
      'in-review': 'Behandles',
      'waiting-for-applicant': 'Venter på søker',
      recommended: 'Innstilt',
      decided: 'Vedtatt',
      notified: 'Søker har fått svar',
      'following-up': 'Følges opp',
      closed: 'Avsluttet',
      withdrawn: 'Trukket',
    },
    channel: { digital: 'På nett', paper: 'På papir', email: 'På e-post', phone: 'På telefon', budget: 'Fra budsjettet' },
    outcome: { granted: 'Innvilget', 'partly-granted': 'Delvis innvilget', refused: 'Avslag', dismissed: 'Avvist' },
    check: { meets: 'Oppfylt', fails: 'Ikke oppfylt', unknown: 'Må vurderes' },
  },
  nn: {
    status: {
      draft: 'Kladd',
      submitted: 'Ny',
      'in-review': 'Blir behandla',
      'waiting-for-applicant': 'Ventar på søkjar',
      recommended: 'Innstilt',
      decided: 'Vedteken',
      notified: 'Søkjar har fått svar',
      'following-up': 'Blir følgd opp',
      closed: 'Avslutta',
      withdrawn: 'Trekt',
    },
    channel: { digital: 'På nett', paper: 'På papir', email: 'På e-post', phone: 'På telefon', budget: 'Frå budsjettet' },
    outcome: { granted: 'Innvilga', 'partly-granted': 'Delvis innvilga', refused: 'Avslag', dismissed: 'Avvist' },
    check: { meets: 'Oppfylt', fails: 'Ikkje oppfylt', unknown: 'Må vurderast' },
  },
  en: {
    status: {
      draft: 'Draft',
      submitted: 'New',
      'in-review': 'In review',
      'waiting-for-applicant': 'Waiting for applicant',
      recommended: 'Recommended',
      decided: 'Decided',
      notified: 'Applicant notified',
      'following-up': 'Being followed up',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    channel: { digital: 'Online', paper: 'On paper', email: 'By e-mail', phone: 'By phone', budget: 'From the budget' },
    outcome: { granted: 'Granted', 'partly-granted': 'Partly granted', refused: 'Refused', dismissed: 'Dismissed' },
    check: { meets: 'Met', fails: 'Not met', unknown: 'To be judged' },
  },
})

/** How a status is coloured; the word carries the meaning. */
export const statusTones: Record<CaseStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  'in-review': 'accent',
  'waiting-for-applicant': 'warning',
  recommended: 'accent',
  decided: 'success',
  notified: 'success',
  'following-up': 'neutral',
  closed: 'neutral',
  withdrawn: 'neutral',
}
