import { FeelFailure } from '#platform/feel/failure.ts'
import { ANY, callNamed, jsonOf, limitedSize, parseMoment, STANDARD_LIMITS, type Value } from '#platform/feel/standard/index.ts'
import { runWithin } from '#platform/feel/watchdog.ts'
import { evaluateDecision, knowledgeOf, serviceOf } from './evaluate.ts'
import { fromJson } from './input.ts'
import type { Model } from './model.ts'
import { DmnProblem } from './problem.ts'
import { openFrame, openSession, unnamed, type Frame, type Message, type Session } from './session.ts'
import { typeOf } from './types.ts'

export { loadModels } from './load.ts'
export { DmnProblem }

/** Whether a text is a moment that now() can tell. */
export const isMoment = (text: string): boolean => parseMoment(text) !== undefined

export interface Evaluated {
  /** JSON: dates, times and durations as ISO 8601, functions and ranges as their FEEL */
  readonly result: unknown
  /** why something became null, and where */
  readonly messages: readonly Message[]
}

/**
 * Evaluates a decision, decision service or business knowledge model by its name (or id).
 * Pure: the same files, input and moment give the same answer.
 * @param models the file's own model first; those it imports after it
 * @param input JSON values by the names of the input data (or parameters)
 * @param now the moment that now() and today() tell, ISO 8601 with offset
 * @param limitMs how long it may take
 * @throws DmnProblem when there is no such decision, requirements go in circles, or a limit is reached
 */
export function evaluate(
  models: readonly [Model, ...Model[]],
  name: string,
  input: Record<string, unknown>,
  now: string,
  limitMs: number = STANDARD_LIMITS.totalMs,
): Evaluated {
  const session = openSession(models, now)
  let outcome: Value | undefined
  const finished = runWithin(limitMs, () => {
    outcome = within(name, () => limitedSize(evaluateNamed(session, models[0], name, input), STANDARD_LIMITS.result))
  })
  if (!finished) throw new DmnProblem(`the evaluation took longer than ${limitMs} milliseconds`, name)
  return { result: jsonOf(outcome ?? null), messages: session.messages }
}

function within(name: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof FeelFailure) throw new DmnProblem(error.message, name)
    if (error instanceof RangeError) throw new DmnProblem('something is nested too deeply', name)
    throw error
  }
}

function evaluateNamed(session: Session, model: Model, name: string, input: Record<string, unknown>): Value {
  const is = (one: { id: string; name: string; variable: { name: string } }): boolean =>
    [one.name.trim(), one.variable.name.trim(), one.id].includes(name.trim())
  const given = new Map(Object.entries(input).map(([key, json]) => [key, fromJson(json, inputType(session, model, key))]))
  for (const one of unnamed(session, model)) {
    const frame = openFrame(one, given)
    const decision = one.decisions.find(is)
    if (decision) return evaluateDecision(session, frame, decision)
    const service = one.services.find(is)
    if (service) return called(session, frame, serviceOf(session, frame, service))
    const knowledge = one.functions.find(is)
    if (knowledge) return called(session, frame, knowledgeOf(session, frame, knowledge))
  }
  const names = [...model.decisions, ...model.services, ...model.functions].map((one) => one.name)
  throw new DmnProblem(`there is no decision "${name}"; there is: ${names.slice(0, 50).join(', ') || 'none'}`, model.name)
}

/** Calls a function with what is given of its parameters; the rest is null. */
function called(session: Session, frame: Frame, target: ReturnType<typeof knowledgeOf>): Value {
  const params = target?.signatures[0] ?? []
  return callNamed(target, new Map(params.map(({ name }) => [name, frame.given.get(name) ?? null])), session.run)
}

function inputType(session: Session, model: Model, name: string): ReturnType<typeof typeOf> {
  const input = model.inputs.find((one) => one.name === name)
  const typed = input ?? model.decisions.find(({ variable }) => variable.name === name)?.variable ?? parameter(model, name)
  if (typed) return typeOf(session, model, typed.typeRef) ?? ANY
  return importedInputs(session, model, name, 0) ?? anywhere(session, name)
}

/** An input of an imported model may be given by its own name too. */
function anywhere(session: Session, name: string): ReturnType<typeof typeOf> {
  for (const model of session.models) {
    const input = model.inputs.find((one) => one.name === name)
    if (input) return typeOf(session, model, input.typeRef) ?? ANY
  }
  return undefined
}

function parameter(model: Model, name: string): { typeRef?: string | undefined } | undefined {
  return model.functions.flatMap(({ logic }) => (logic?.kind === 'function' ? logic.params : [])).find((one) => one.name === name)
}

/** The input of an imported model is a context under the name it is imported as. */
function importedInputs(session: Session, model: Model, name: string, depth: number): ReturnType<typeof typeOf> {
  const imported = model.imports.find((one) => one.name === name)
  const other = session.models.find(({ namespace }) => namespace === imported?.namespace)
  if (!other || depth > 10) return undefined
  const own = other.inputs.map((one) => [one.name, typeOf(session, other, one.typeRef)] as const)
  const further = other.imports.map((one) => [one.name, importedInputs(session, other, one.name, depth + 1)] as const)
  return {
    kind: 'context',
    entries: [...own, ...further].map(([key, type]) => [key, type ?? ANY] as const),
  }
}
