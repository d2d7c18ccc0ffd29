import { EVALUATOR_VERSION, namesUsed, type Fact, type Facts } from '#platform/feel/index.ts'
import type { CheckOutcome, Rule, SchemeDefinition } from '../../model.ts'
import type { FormState } from './form-state.ts'
import { findField } from './fields.ts'

/** The scheme's rules applied to one application: meets, fails, or for a person to judge, each with its words and its source. */
export interface Check {
  key: string
  title: Rule['title']
  outcome: CheckOutcome
  text: Rule['title']
  source: string
  ifFails: Rule['ifFails']
  expression: string
  /** Only the facts that the expression reads: kept beside the outcome, so that it can be worked out again. */
  facts: Facts
  evaluator: string
}

export function listChecks(state: Pick<FormState, 'rules' | 'facts'>): Check[] {
  return state.rules.map(({ rule, outcome }) => ({
    key: rule.key,
    title: rule.title,
    outcome,
    text: rule.outcomes[outcome],
    source: rule.source,
    ifFails: rule.ifFails,
    expression: rule.when,
    facts: factsRead(rule.when, state.facts),
    evaluator: EVALUATOR_VERSION,
  }))
}

const NOTICE_KEY = 'notice'

/**
 * The rules an application is checked by: the scheme's own, and for rolling schemes that it comes so many days before the day in
 * its notice field. A late one is shown as that, and a person decides.
 */
export function rulesOf(definition: SchemeDefinition): readonly Rule[] {
  const notice = definition.notice
  const field = notice && findField(definition, notice.field)
  if (
    !notice ||
    !field ||
    definition.rules.some((rule) => namesUsed(rule.when).names.some((name) => name.startsWith(`answer.${notice.field}`)))
  ) {
    return definition.rules
  }
  const day = field.type === 'period' ? `answer.${notice.field}.from` : `answer.${notice.field}`
  const n = notice.days
  return [
    ...definition.rules,
    {
      key: NOTICE_KEY,
      title: { nb: 'Søknaden kommer tidsnok', nn: 'Søknaden kjem tidsnok', en: 'The application is early enough' },
      when: `${day} >= add days(today, ${n})`,
      outcomes: {
        meets: {
          nb: `Søknaden kommer minst ${n} dager før.`,
          nn: `Søknaden kjem minst ${n} dagar før.`,
          en: `The application comes at least ${n} days before.`,
        },
        fails: {
          nb: `Søknaden kommer mindre enn ${n} dager før. Du kan sende den, men kommunen kan avvise den fordi den kommer for sent.`,
          nn: `Søknaden kjem mindre enn ${n} dagar før. Du kan sende han, men kommunen kan avvise han fordi han kjem for seint.`,
          en: `The application comes less than ${n} days before. You may send it, but the municipality may dismiss it as too late.`,
        },
        unknown: { nb: 'Vi vet ikke datoen ennå.', nn: 'Vi veit ikkje datoen enno.', en: 'We do not know the date yet.' },
      },
      source: `${definition.title.nb}: søknadsfrist`,
      ifFails: 'propose-dismissal',
    },
  ]
}

const KEPT = 2000
const paths = new Map<string, readonly string[]>()

/** The part of the facts that an expression names, two levels deep: `answer.members` keeps that answer whole. */
export function factsRead(expression: string, facts: Facts): Facts {
  const used = pathsOf(expression)
  // An expression that could not be read keeps everything: what it would have read is not known.
  if (!used) return facts
  const kept: Record<string, Fact> = {}
  for (const path of used) {
    const [root = '', key] = path.split('.')
    const whole = facts[root]
    if (whole === undefined) continue
    // Every root but the day itself is a context of named facts.
    if (key === undefined || root === 'today') kept[root] = whole
    else kept[root] = { ...(kept[root] as Facts | undefined), [key]: (whole as Facts)[key] ?? null }
  }
  return kept
}

function pathsOf(expression: string): readonly string[] | undefined {
  const kept = paths.get(expression)
  if (kept) return kept
  const used = namesUsed(expression)
  if (used.problems.length > 0) return undefined
  const found = [...used.names, ...used.either.map((each) => each.fact)]
  if (paths.size >= KEPT) paths.clear()
  paths.set(expression, found)
  return found
}
