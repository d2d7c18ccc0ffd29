import type { Reason } from '#platform/errors.ts'
import type { Form } from '#platform/http/index.ts'
import type { Problem } from '../../application/rules/validate.ts'

/** A registration that came back: what was typed, and what is wrong around the form and in it. */
export interface Registered {
  form: Form
  reasons: Reason[]
  problems: Problem[]
}
