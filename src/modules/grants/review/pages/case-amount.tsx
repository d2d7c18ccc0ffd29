import { DefinitionList, Section } from '#platform/look/index.ts'
import { AmountSteps, PreliminaryAmount } from '../../application/pages/amount-shown.tsx'
import { amountTexts, sharingLines } from '../../application/texts/amounts.ts'
import type { CaseLook } from './case-look.ts'

/** How the formula came to its amount, and what the sharing of the round's money gives: as recommended, or preliminary. */
export function AmountPart({ look }: { look: CaseLook }) {
  const { lang } = look.c.var
  const { sent, share, recommendation } = look.details
  const { amount } = sent.definition
  const allocated = recommendation?.allocation
  return (
    <>
      <AmountSteps lang={lang} amount={amount} lines={sent.amountLines} />
      {allocated ? (
        <Section title={amountTexts[lang].title} id="fordeling">
          <DefinitionList items={sharingLines(allocated, amount, lang)} />
        </Section>
      ) : share ? (
        <PreliminaryAmount lang={lang} amount={amount} share={share} />
      ) : null}
    </>
  )
}
