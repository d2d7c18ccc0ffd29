/** Another Torg runs on the same data folder. The message is the one line to show; it says what to do. */
export class EmbeddedInUse extends Error {
  override name = 'EmbeddedInUse'
}

/** The embedded database cannot be had on this machine or in this folder. The message says why and what to do. */
export class EmbeddedProblem extends Error {
  override name = 'EmbeddedProblem'
}
