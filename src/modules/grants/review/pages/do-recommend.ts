import { caseSlug } from '#cases'
import { Conflict, Invalid, type Reason } from '#platform/errors.ts'
import { readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { formatKr, parseKr } from '#platform/money.ts'
import type { Trx } from '#platform/database/db.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import type { Outcome, SchemeDefinition } from '../../model.ts'
import { recommend, type Recommend } from '../actions/recommend.ts'
import { recommendationGround } from '../queries/recommendation-ground.ts'
import { leftFor } from '../queries/pots.ts'
import { faultsOf, warningsOf } from '../rules/recommendation.ts'
import { isUuid } from '../rules/worklist-filter.ts'
import { stepTexts } from '../texts/steps.ts'
import { actOnCase, shownRevision, type CaseAct } from './act.ts'
import { renderCase } from './case-page.tsx'
import { behindGate } from './gate.ts'
import { renderConflict } from './conflict-page.tsx'

/** POST /saker/:number/innstilling */
export async function doRecommend(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  let warnings: string[] = []
  try {
    const done = await behindGate(c, () =>
      actOnCase(c, 'recommend', async (trx, act) => {
        const read = await readRecommendation(trx, act)
        const faults = [...read.faults, ...faultsOf(read, act.caseFile.applied_ore)]
        const seen = new Set<string | undefined>()
        const first = faults.filter((fault) => !seen.has(fault.field) && seen.add(fault.field))
        if (first.length > 0) throw new Invalid(first)
        warnings = form.has('confirmed') ? [] : read.warnings(c.var.lang)
        // Nothing is written before what may be wrong has been seen and meant.
        if (warnings.length > 0) throw new Invalid([])
        await recommend(trx, {
          caseId: act.caseFile.id,
          outcome: read.outcome,
          ore: read.ore,
          potId: read.potId,
          reasons: read.reasons,
          conditions: read.conditions,
          by: act.by,
          revision: shownRevision(form),
        })
        return caseSlug(act.caseFile.number)
      }),
    )
    if (done instanceof Response) return done
    if (!done.ok) return await renderCase(c, { step: 'recommend', form, reasons: done.reasons, warnings })
    return c.redirect(`/saker/${done.value}?gjort=innstilt`, 303)
  } catch (error) {
    if (error instanceof Conflict && error.reason.key === 'changedMeanwhile') return await renderConflict(c, form)
    throw error
  }
}

interface Read {
  outcome: Outcome
  ore: number
  potId: string | null
  reasons: string
  conditions: Recommend['conditions']
  faults: Reason[]
  warnings: (lang: Lang) => string[]
}

async function readRecommendation(trx: Trx, { caseFile, form }: CaseAct): Promise<Read> {
  const ground = await recommendationGround(trx, caseFile.id)
  const lang: Lang = isLang(caseFile.language) ? caseFile.language : 'nb'
  const typedOre = form.text('ore').trim()
  const ore = typedOre === '' ? 0 : parseKr(typedOre)
  const outcome = form.text('outcome')
  const faults: Reason[] = []
  if (ore === undefined || ore < 0) faults.push({ key: 'notAnAmount', field: 'ore' })
  if (!isOutcome(outcome)) faults.push({ key: 'choose', field: 'outcome' })
  const potId = isUuid(form.text('pot')) ? form.text('pot') : null
  const read = {
    outcome: isOutcome(outcome) ? outcome : ('refused' as const),
    ore: ore ?? 0,
    potId,
    reasons: reasonsOf(ground.definition, form, lang),
    conditions: conditionsOf(ground.definition, form, lang),
    faults: isOutcome(outcome) ? faults : faults.slice(0),
  }
  return {
    ...read,
    warnings: (shown) =>
      warningsOf(read, {
        appliedOre: caseFile.applied_ore,
        calculatedOre: ground.calculatedOre,
        ...(ground.definition.amount.maxOre === undefined ? {} : { maxOre: ground.definition.amount.maxOre }),
        ...(ground.definition.amount.minOre === undefined ? {} : { minOre: ground.definition.amount.minOre }),
        ...withLeft(leftFor(ground.pots, potId, ground.own)),
      }).map((warning) => stepTexts[shown].warnings[warning.key](formatKr(warning.ore, shown))),
  }
}

function withLeft(leftOre: number | undefined): { leftOre?: number } {
  return leftOre === undefined ? {} : { leftOre }
}

/** The standard reasons that were ticked, then what was written; one that is there already is not said twice. */
function reasonsOf(definition: SchemeDefinition, form: Form, lang: Lang): string {
  const written = form.text('reasons').trim()
  const chosen = form.all('standard')
  const standard = definition.standardReasons
    .filter((reason) => chosen.includes(reason.key))
    .map((reason) => reason.text[lang])
    .filter((text) => !written.includes(text))
  return [...standard, written].filter(Boolean).join('\n\n')
}

function conditionsOf(definition: SchemeDefinition, form: Form, lang: Lang): Recommend['conditions'] {
  const chosen = form.all('conditions')
  const own = form.text('ownCondition').trim().slice(0, 1000)
  return [
    ...definition.conditions
      .filter((each) => chosen.includes(each.key))
      .map((each) => ({ key: each.key, text: each.text[lang], ...(each.dueDays ? { dueDays: each.dueDays } : {}) })),
    ...(own ? [{ key: 'own', text: own }] : []),
  ]
}

function isOutcome(value: string): value is Outcome {
  return ['granted', 'partly-granted', 'refused', 'dismissed'].includes(value)
}
