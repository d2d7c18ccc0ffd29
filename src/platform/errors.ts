/** One reason a thing was refused: a text key with the data its sentence needs, and the field it belongs to. */
export interface Reason {
  key: string
  field?: string
  data?: Record<string, string | number>
}

/** The thing does not exist, or is not the asker's: the two are never told apart. HTTP 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The asker is known and may not do this. HTTP 403, shown with the same page as NotFound. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The input cannot be used; reasons say which field and why. HTTP 422. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly reasons: Reason[]
  constructor(reasons: Reason[]) {
    super(reasons.map((r) => (r.field ? `${r.field}: ${r.key}` : r.key)).join('; '))
    this.reasons = reasons
  }
}

/** Somebody else was there first, or the thing is not in a state that allows this. HTTP 409. */
export class Conflict extends Error {
  override name = 'Conflict'
  readonly reason: Reason
  constructor(reason: Reason) {
    super(reason.key)
    this.reason = reason
  }
}

/** Something only the operator can mend. The message is for them: what is wrong and what to do, without a stack. */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem'
}
