/** Why a DMN file or an evaluation cannot be used; the place is a line, an element's name or a decision's. */
export class DmnProblem extends Error {
  readonly place: string
  constructor(message: string, place: string) {
    super(message)
    this.name = 'DmnProblem'
    this.place = place
  }
}
