/** Whoever is partial prepares, assesses and decides nothing, and a partial superior bars those below from deciding (fvl. §§ 6–10). */
import { no, yes, type Verdict } from '../model.ts'

/** How a person stands to one case; the first that fits, in this order: conflicted, not-declared, superior-conflicted, impartial. */
export type Impartiality = 'impartial' | 'conflicted' | 'superior-conflicted' | 'not-declared'

/** What the person and the line of superiors last declared; undefined: nothing yet. */
export function impartialityFrom(own: boolean | undefined, superiors: readonly boolean[]): Impartiality {
  if (own === undefined) return 'not-declared'
  if (!own) return 'conflicted'
  return superiors.includes(false) ? 'superior-conflicted' : 'impartial'
}

/** Prepare, assess or recommend. A superior's partiality bars deciding only (fvl. § 6 third paragraph). */
export function mayPrepare(found: Impartiality): Verdict {
  if (found === 'conflicted') return no('notImpartial')
  return found === 'not-declared' ? no('notDeclared') : yes
}

/** Decide, alone or with others. */
export function mayDecide(found: Impartiality): Verdict {
  return found === 'superior-conflicted' ? no('superiorNotImpartial') : mayPrepare(found)
}
