import type { Reason } from '#platform/errors.ts'
import type { Form } from '#platform/http/index.ts'
import type { Problem } from '../../application/rules/validate.ts'
import type { RegisterPart } from '../../model.ts'

/** A registration that came back: what was typed, and what is wrong around the form and in it. */
export interface Registered {
  form: Form
  reasons: Reason[]
  problems: Problem[]
  /** What the register says of the organisations that are named. */
  said: ReadonlyMap<string, RegisterPart>
}
