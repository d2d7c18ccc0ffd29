import type { Ctx } from '#platform/http/index.ts'
import { Button, ButtonRow, Card, DefinitionList, Details, HiddenFields, Money } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { AllocationShare, AmountDefinition } from '../../model.ts'
import { sharingLines } from '../../application/texts/amounts.ts'
import type { RoundTable } from '../queries/round-table.ts'
import { roundTexts } from '../texts/round.ts'
import { potName } from './pot-name.ts'

interface Props {
  c: Ctx
  table: RoundTable
  mayWrite: boolean
  /** The amounts in the fields are those of the sharing, not saved yet. */
  proposes: boolean
}

/** Shares the round's money by the scheme's rule: fills the amounts in as a proposal, and says what stays in the pot. */
export function Sharing({ c, table, mayWrite, proposes }: Props) {
  const { lang } = c.var
  const t = roundTexts[lang]
  const { left } = table.shared ?? { left: [] }
  const part = c.req.query('del')
  const district = c.req.query('bydel')
  return (
    <Card tinted level={2} title={t.shareTitle}>
      <p>{proposes ? t.shareProposed : t.shareHelp}</p>
      <DefinitionList
        items={left.map((each) => ({
          label: potName(
            table.pots.find((pot) => pot.id === each.potId),
            lang,
          ),
          value: t.shareLeft(formatKr(each.potOre, lang), formatKr(each.leftOre, lang)),
        }))}
      />
      {mayWrite && !proposes && left.length > 0 ? (
        <form method="get" action={`/saker/utlysing/${table.round.id}`}>
          <HiddenFields values={{ fordel: '1', del: part, bydel: district }} />
          <ButtonRow>
            <Button variant="secondary" icon="calculator">
              {t.shareNow}
            </Button>
          </ButtonRow>
        </form>
      ) : null}
    </Card>
  )
}

/** What one case comes to; with the steps when the sharing is being proposed. */
export function ShareCell({
  lang,
  share,
  amount,
  steps,
}: {
  lang: Lang
  share: AllocationShare | undefined
  amount: AmountDefinition
  steps: boolean
}) {
  if (!share) return <></>
  return steps ? (
    <Details summary={formatKr(share.ore, lang)}>
      <DefinitionList items={sharingLines(share, amount, lang)} />
    </Details>
  ) : (
    <Money ore={share.ore} lang={lang} />
  )
}
