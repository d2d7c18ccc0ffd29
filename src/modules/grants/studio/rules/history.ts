/** Undo and redo: each person takes back and does again what they did themselves, in a draft several write in. */

export interface Change {
  sequence: number
  personId: string | null
  kind: 'edit' | 'undo' | 'redo' | 'rebase'
  /** The edit that an undo or redo is about. */
  of: number | null
}

/** Which edit of a person's an undo would take back, and which a redo would do again; by sequence. */
export function ownHistory(changes: readonly Change[], personId: string): { undo?: number; redo?: number } {
  const done: number[] = []
  const undone: number[] = []
  for (const change of changes) {
    if (change.personId !== personId) continue
    if (change.kind === 'edit') {
      done.push(change.sequence)
      undone.length = 0
    } else if (change.kind === 'undo' && change.of !== null) {
      done.splice(done.lastIndexOf(change.of), 1)
      undone.push(change.of)
    } else if (change.kind === 'redo' && change.of !== null) {
      undone.splice(undone.lastIndexOf(change.of), 1)
      done.push(change.of)
    }
  }
  const [undo, redo] = [done.at(-1), undone.at(-1)]
  return { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) }
}

/** The changes that still count: an edit and its undo, when both are among them, cancel each other. */
export function settled<T extends Change>(changes: readonly T[]): T[] {
  const kept = new Map<string, T>()
  for (const change of changes) {
    const edit = `edit ${change.of ?? change.sequence}`
    const undo = `undo ${change.of ?? change.sequence}`
    if (change.kind === 'undo') {
      if (!kept.delete(edit)) kept.set(undo, change)
    } else if (change.kind !== 'redo' || !kept.delete(undo)) kept.set(edit, change)
  }
  return [...kept.values()]
}
