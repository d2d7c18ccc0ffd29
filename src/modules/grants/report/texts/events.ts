import type { Lang } from '#platform/texts/texts.ts'
import type { Sentences } from '../../review/texts/events.ts'

/** What happened to reports and obligations, in the past tense, without who did it. */
export const followUpEventTexts: Record<Lang, Sentences> = {
  nb: {
    'report-submitted': (e) => `Rapporten kom inn. Det er brukt ${e.kr('spentOre')}.`,
    'report-submitted-again': (e) => `Rapporten kom inn på nytt. Det er brukt ${e.kr('spentOre')}.`,
    'report-returned': () => 'Sendte rapporten tilbake for retting.',
    'report-approved': () => 'Godkjente rapporten.',
    'report-rejected': () => 'Godkjente ikke rapporten.',
    'report-waived': () => 'Ettergav kravet om rapport.',
    'report-reopened': () => 'Åpnet rapporten på nytt.',
    'report-deadline-moved': (e) => `Flyttet fristen for rapporten fra ${e.day('from')} til ${e.day('dueOn')}.`,
    'report-reminded': (e) => (e.is('overdue', true) ? 'Minnet om rapporten etter fristen.' : 'Minnet om rapporten før fristen.'),
    'obligation-met': () => 'Et vilkår er oppfylt.',
    'obligation-waived': () => 'Ettergav et vilkår.',
    'obligation-broken': () => 'Et vilkår er brutt.',
    'obligation-reopened': () => 'Åpnet et vilkår på nytt.',
  },
  nn: {
    'report-submitted': (e) => `Rapporten kom inn. Det er brukt ${e.kr('spentOre')}.`,
    'report-submitted-again': (e) => `Rapporten kom inn på nytt. Det er brukt ${e.kr('spentOre')}.`,
    'report-returned': () => 'Sende rapporten tilbake for retting.',
    'report-approved': () => 'Godkjende rapporten.',
    'report-rejected': () => 'Godkjende ikkje rapporten.',
    'report-waived': () => 'Ettergav kravet om rapport.',
    'report-reopened': () => 'Opna rapporten på nytt.',
    'report-deadline-moved': (e) => `Flytta fristen for rapporten frå ${e.day('from')} til ${e.day('dueOn')}.`,
    'report-reminded': (e) => (e.is('overdue', true) ? 'Minte om rapporten etter fristen.' : 'Minte om rapporten før fristen.'),
    'obligation-met': () => 'Eit vilkår er oppfylt.',
    'obligation-waived': () => 'Ettergav eit vilkår.',
    'obligation-broken': () => 'Eit vilkår er brote.',
    'obligation-reopened': () => 'Opna eit vilkår på nytt.',
  },
  en: {
    'report-submitted': (e) => `The report came in. ${e.kr('spentOre')} has been spent.`,
    'report-submitted-again': (e) => `The report came in again. ${e.kr('spentOre')} has been spent.`,
    'report-returned': () => 'Sent the report back to be corrected.',
    'report-approved': () => 'Approved the report.',
    'report-rejected': () => 'Did not approve the report.',
    'report-waived': () => 'Waived the demand for a report.',
    'report-reopened': () => 'Opened the report again.',
    'report-deadline-moved': (e) => `Moved the day the report is due from ${e.day('from')} to ${e.day('dueOn')}.`,
    'report-reminded': (e) =>
      e.is('overdue', true)
        ? 'Sent a reminder of the report after it was due.'
        : 'Sent a reminder of the report before it was due.',
    'obligation-met': () => 'A condition has been met.',
    'obligation-waived': () => 'Waived a condition.',
    'obligation-broken': () => 'A condition has been broken.',
    'obligation-reopened': () => 'Opened a condition again.',
  },
}
