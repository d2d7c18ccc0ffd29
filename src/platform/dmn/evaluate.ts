import { coerce, type Context, type FunctionValue, type Scope, type Value } from '#platform/feel/standard/index.ts'
import { asVariable, evaluateBoxed, functionOf, typedFunction } from './boxed.ts'
import type { Decision, InputData, KnowledgeModel, Model, Service } from './model.ts'
import { DmnProblem } from './problem.ts'
import { frameFor, openFrame, type Frame, type Session } from './session.ts'
import { typeOf } from './types.ts'

/** A decision's value; worked out once in a frame. @throws DmnProblem when decisions need one another in a circle */
export function evaluateDecision(session: Session, frame: Frame, decision: Decision): Value {
  const known = frame.known.get(decision.id)
  if (known !== undefined) return known
  if (frame.busy.has(decision.id)) throw new DmnProblem('decisions need one another in a circle', decision.name)
  frame.busy.add(decision.id)
  const value = session.run.within(() => {
    const scope = scopeOf(session, frame, decision.needs)
    return session.at(decision.name, () =>
      asVariable(session, frame.model, evaluateBoxed(session, frame.model, decision.logic, scope), decision.variable),
    )
  })
  frame.busy.delete(decision.id)
  frame.known.set(decision.id, value)
  return value
}

/** The names that an element's requirements give; those of another model under the name it is imported as. */
function scopeOf(session: Session, frame: Frame, needs: readonly string[]): Scope {
  const names = new Map<string, Value>()
  for (const href of needs) {
    const cut = href.indexOf('#')
    const { frame: inner, name } = frameFor(session, frame, cut < 0 ? '' : href.slice(0, cut))
    const [key, value] = requirement(session, inner, href.slice(cut + 1))
    if (name === undefined || name === '') names.set(key, value)
    else names.set(name, new Map([...((names.get(name) as Context | undefined) ?? []), [key, value]]))
  }
  return { names }
}

function requirement(session: Session, frame: Frame, id: string): [string, Value] {
  const { model } = frame
  const input = model.inputs.find((one) => one.id === id)
  if (input) return [input.name, givenOf(session, frame, input)]
  const decision = model.decisions.find((one) => one.id === id)
  if (decision) {
    const given = givenInstead(session, frame, decision)
    return [decision.variable.name, given === undefined ? evaluateDecision(session, frame, decision) : given]
  }
  const knowledge = model.functions.find((one) => one.id === id)
  if (knowledge) return [knowledge.variable.name, knowledgeOf(session, frame, knowledge)]
  const service = model.services.find((one) => one.id === id)
  if (service) return [service.variable.name, serviceOf(session, frame, service)]
  throw new DmnProblem(`there is no element with the id ${id}`, model.name)
}

/** The value that was given in place of a decision that another one needs: a person may have made it, with no logic written. */
function givenInstead(session: Session, frame: Frame, { id, name, variable }: Decision): Value | undefined {
  const given = frame.given.get(variable.name)
  const isInput = session.models.some(({ inputs }) => inputs.some((one) => one.name === variable.name))
  if (given === undefined || isInput || frame.known.has(id)) return undefined
  return session.at(name, () => coerce(given, typeOf(session, frame.model, variable.typeRef), session.run))
}

function givenOf(session: Session, frame: Frame, { name, typeRef }: InputData): Value {
  return session.at(name, () => coerce(frame.given.get(name) ?? null, typeOf(session, frame.model, typeRef), session.run))
}

/** A business knowledge model as a function; null where it is written in another language than FEEL. */
export function knowledgeOf(session: Session, frame: Frame, knowledge: KnowledgeModel): FunctionValue | null {
  const { logic, name } = knowledge
  if (logic?.kind !== 'function') return session.run.note(`${name} has no logic`)
  const key = `function ${knowledge.id}`
  const known = frame.known.get(key)
  if (known !== undefined) return known as FunctionValue | null
  // in the scope before its own requirements are read, so that it can call itself
  const names = new Map<string, Value>()
  const made = functionOf(session, frame.model, logic, { names })
  const typed = made && typedFunction(session, frame.model, made, [logic.typeRef, knowledge.variable.typeRef])
  const value = typed
    ? { ...typed, call: (args: readonly Value[]) => session.at(name, () => typed.call(args, session.run)) }
    : session.run.note(`${name} is written in another language than FEEL`)
  frame.known.set(key, value)
  names.set(knowledge.variable.name, value)
  for (const [inner, one] of scopeOf(session, frame, knowledge.needs).names) names.set(inner, one)
  return value
}

/** A decision service as a function of its input data and input decisions. */
export function serviceOf(session: Session, frame: Frame, service: Service): FunctionValue {
  const { model } = frame
  const inputs = service.inputs.map((href) => model.inputs.find(({ id }) => id === idOf(href))).filter((one) => one !== undefined)
  const decisions = decisionsOf(model, service.inputDecisions)
  const params = [...inputs, ...decisions.map(({ variable }) => variable)]
  const types = params.map(({ typeRef }) => typeOf(session, model, typeRef))
  const made: FunctionValue = {
    kind: 'function',
    signatures: [params.map(({ name }, index) => ({ name, type: types[index] }))],
    call(args, run) {
      const values = params.map((_param, index) => coerce(args[index] ?? null, types[index], run))
      // unlike other functions a service is not called at all with what does not fit
      if (values.some((value, index) => value === null && (args[index] ?? null) !== null)) return null
      const named = new Map(params.map(({ name }, index) => [name, values[index] ?? null]))
      const known = new Map(decisions.map(({ id, variable }) => [id, named.get(variable.name) ?? null]))
      return outputsOf(session, openFrame(model, new Map([...frame.given, ...named]), known), service)
    },
  }
  return typedFunction(session, model, made, [service.variable.typeRef])
}

/** A service's one output, or its outputs by their names. */
function outputsOf(session: Session, frame: Frame, service: Service): Value {
  const outputs = decisionsOf(frame.model, service.outputs)
  const values = outputs.map((one) => evaluateDecision(session, frame, one))
  if (outputs.length === 1) return values[0] ?? null
  return new Map(outputs.map(({ variable }, index) => [variable.name, values[index] ?? null]))
}

const idOf = (href: string): string => href.slice(href.indexOf('#') + 1)

function decisionsOf(model: Model, hrefs: readonly string[]): Decision[] {
  return hrefs.map((href) => {
    const found = model.decisions.find(({ id }) => id === idOf(href))
    if (!found) throw new DmnProblem(`there is no decision with the id ${idOf(href)}`, model.name)
    return found
  })
}
