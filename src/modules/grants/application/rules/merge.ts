import type { Answer, Answers } from '../../model.ts'

/** Two tabs or two devices write in one draft: what each changed is kept, and only the same field changed twice is asked about. */
export interface Merged {
  answers: Answers
  /** Fields changed in both places: the draft keeps what was stored, the page shows both. */
  conflicts: { key: string; mine: Answer | undefined; stored: Answer | undefined }[]
}

/**
 * @param seen a mark of each field's stored value as it was when the page was shown (see `markOf`), by field key
 */
export function mergeAnswers(
  stored: Answers,
  mine: ReadonlyMap<string, Answer | undefined>,
  seen: (key: string) => string,
): Merged {
  const answers: Answers = { ...stored }
  const conflicts: Merged['conflicts'] = []
  for (const [key, answer] of mine) {
    const now = markOf(stored[key])
    if (markOf(answer) === now) continue
    if (seen(key) === now) {
      if (answer === undefined) delete answers[key]
      else answers[key] = answer
    } else if (markOf(answer) !== seen(key)) conflicts.push({ key, mine: answer, stored: stored[key] })
  }
  return { answers, conflicts }
}

/** A short mark that is the same for the same answer, whatever the order of its parts. */
export function markOf(answer: Answer | undefined): string {
  const text = stable(answer)
  let [a, b] = [0x811c9dc5, 0x1b873593]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return text === '' ? '0' : `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}

function stable(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    // What the register said of an organisation was not typed by anybody.
    const entries = Object.entries(value).filter(([key, part]) => part !== undefined && key !== 'register')
    return `{${entries
      .toSorted(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, part]) => `${key}:${stable(part)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}
