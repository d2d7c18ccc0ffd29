import { Alert } from '#platform/look/index.ts'
import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { findBudgetLine } from '../queries/budget-openings.ts'
import { fromBudgetTexts } from '../texts/from-budget.ts'

/** On the caseworker's page: that nobody applied, and which line the case is from. */
registerCaseSection({
  key: 'from-budget',
  place: 'main',
  order: 50,
  async show({ c, trx, caseFile }) {
    const line = caseFile.channel === 'budget' ? await findBudgetLine(trx, caseFile.id) : undefined
    return line === undefined ? undefined : <Alert kind="info">{fromBudgetTexts[c.var.lang].theirs(line)}</Alert>
  },
})

/** On the recipient's page: why there is a case, and that they may speak before it is decided. */
addMyCaseSection({
  key: 'from-budget',
  place: 'main',
  order: 50,
  async show({ c, trx, case: found }) {
    const line = await findBudgetLine(trx, found.id)
    return line === undefined ? undefined : <Alert kind="info">{fromBudgetTexts[c.var.lang].mine(line)}</Alert>
  },
})
