import { FeelProblem } from '#platform/feel/failure.ts'
import {
  isContext,
  readStandard,
  shapeOf,
  startRun,
  type Context,
  type Reading,
  type Run,
  type Scope,
  type Step,
  type Value,
} from '#platform/feel/standard/index.ts'
import type { Model } from './model.ts'
import { DmnProblem } from './problem.ts'

/** Why something became null, and where. */
export interface Message {
  readonly message: string
  readonly place: string
}

/** One evaluation: what it costs, what it says, what has been read once. */
export interface Session {
  readonly run: Run
  readonly messages: Message[]
  readonly models: readonly Model[]
  /** does work with a place for the messages that come of it */
  at<T>(place: string, work: () => T): T
  /** an expression or a cell of tests, read when first met */
  feel(owner: object, text: string, how: Pick<Reading, 'tests' | 'types'>, scope: Scope): Value
}

/** @param now the moment that now() and today() tell, ISO 8601 */
export function openSession(models: readonly Model[], now: string): Session {
  const messages: Message[] = []
  const steps = new WeakMap<object, Map<string, Step>>()
  let place = ''
  const run = startRun(now, (message) => {
    if (messages.length < 20 && !messages.some((one) => one.message === message && one.place === place))
      messages.push({ message, place })
  })
  const read = (owner: object, text: string, how: Pick<Reading, 'tests' | 'types'>, scope: Scope): Step => {
    const known = steps.get(owner) ?? new Map<string, Step>()
    steps.set(owner, known)
    const key = `${how.tests ? '?' : '='}${text}`
    const step = known.get(key) ?? readOr(text, how, scope)
    known.set(key, step)
    return step
  }
  return {
    run,
    messages,
    models,
    at(inner, work) {
      const outer = place
      place = inner
      const made = work()
      place = outer
      return made
    },
    feel: (owner, text, how, scope) => read(owner, text, how, scope)(scope, run),
  }
}

function readOr(text: string, how: Pick<Reading, 'tests' | 'types'>, scope: Scope): Step {
  try {
    return readStandard(text, { ...how, shape: shapeOf(scope) })
  } catch (error) {
    if (!(error instanceof FeelProblem)) throw error
    const { problem } = error
    return (_scope, run) => run.note(`the expression cannot be read at character ${problem.from + 1}: ${problem.message}`)
  }
}

/** One model under evaluation with the input it was given; decisions are worked out once. */
export interface Frame {
  readonly model: Model
  readonly given: Context
  readonly known: Map<string, Value>
  readonly busy: Set<string>
  readonly imported: Map<string, Frame>
}

export function openFrame(model: Model, given: Context, known = new Map<string, Value>()): Frame {
  return { model, given, known, busy: new Set(), imported: new Map() }
}

/** The model that a reference leads to, by the name it is imported as. @throws DmnProblem when it is not there */
export function frameFor(session: Session, frame: Frame, namespace: string): { frame: Frame; name?: string } {
  if (namespace === '' || namespace === frame.model.namespace) return { frame }
  const imported = frame.model.imports.find((one) => one.namespace === namespace)
  const model = session.models.find((one) => one.namespace === namespace)
  if (!imported || !model) throw new DmnProblem(`the model ${namespace} is not among the files given`, frame.model.name)
  const known = frame.imported.get(namespace)
  if (known) return { frame: known, name: imported.name }
  const inner = frame.given.get(imported.name) ?? null
  const made = openFrame(model, inner !== null && isContext(inner) ? inner : frame.given)
  frame.imported.set(namespace, made)
  return { frame: made, name: imported.name }
}

/** The model and those it imports without a name: what they hold is as if it stood in the model itself. */
export function unnamed(session: Session, model: Model): Model[] {
  const found = [model]
  for (const one of found)
    for (const { name, namespace } of one.imports) {
      const other = name === '' ? session.models.find((each) => each.namespace === namespace) : undefined
      if (other && !found.includes(other)) found.push(other)
    }
  return found
}
