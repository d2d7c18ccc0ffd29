import { defineTexts } from '#platform/texts/texts.ts'

/** The words of conditions that are followed up. */
export const obligationTexts = defineTexts({
  nb: {
    obligations: 'Vilkår å følge opp',
    obligation: 'Vilkår',
    noDate: 'Uten frist',
    obligationStatus: { open: 'Gjenstår', met: 'Oppfylt', waived: 'Ettergitt', broken: 'Brutt' },
    obligationActions: { meet: 'Oppfylt', waive: 'Ettergi', break: 'Brutt', reopen: 'Åpne på nytt' },
    save: 'Lagre',
    change: 'Endre',
    reasonForObligation: 'Hvorfor? Trengs ikke når vilkåret er oppfylt.',
  },
  nn: {
    obligations: 'Vilkår å følgje opp',
    obligation: 'Vilkår',
    noDate: 'Utan frist',
    obligationStatus: { open: 'Står att', met: 'Oppfylt', waived: 'Ettergitt', broken: 'Brote' },
    obligationActions: { meet: 'Oppfylt', waive: 'Ettergi', break: 'Brote', reopen: 'Opne på nytt' },
    save: 'Lagre',
    change: 'Endre',
    reasonForObligation: 'Kvifor? Trengst ikkje når vilkåret er oppfylt.',
  },
  en: {
    obligations: 'Conditions to follow up',
    obligation: 'Condition',
    noDate: 'No due date',
    obligationStatus: { open: 'Open', met: 'Met', waived: 'Waived', broken: 'Broken' },
    obligationActions: { meet: 'Met', waive: 'Waive', break: 'Broken', reopen: 'Open again' },
    save: 'Save',
    change: 'Change',
    reasonForObligation: 'Why? Not needed when the condition is met.',
  },
})
