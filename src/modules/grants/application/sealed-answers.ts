import type { Keyring } from '#platform/crypto.ts'
import type { Fact, Facts } from '#platform/feel/index.ts'
import type { Answer, Answers, SchemeDefinition } from '../model.ts'
import { listFields } from './rules/fields.ts'

/** Where sealed answers stand; a ciphertext moved to another place does not open. */
export interface Place {
  municipalityId: string
  kind: 'draft' | 'case' | 'report'
  /** The draft's, case's or report's id. */
  id: string
}

/** Classified answers as ciphertext inside the document; the rest as they are. */
export function sealAnswers(definition: SchemeDefinition, answers: Answers, keyring: Keyring, place: Place): Answers {
  const sealed: Answers = { ...answers }
  for (const key of classifiedKeys(definition)) {
    const answer = answers[key]
    if (answer !== undefined) sealed[key] = keyring.encrypt(JSON.stringify(answer), contextOf(place, key))
  }
  return sealed
}

/**
 * The answers again, also classified ones. Throws when a ciphertext does not belong here. A form that is being written may have
 * changed its mind: an answer given while the question was open is as it was typed, one given while it was classified is opened.
 */
export function openAnswers(definition: SchemeDefinition, sealed: Answers, keyring: Keyring, place: Place): Answers {
  const answers: Answers = { ...sealed }
  const classified = new Set(classifiedKeys(definition))
  for (const { field } of listFields(definition)) {
    const { key } = field
    const box = sealed[key]
    if (typeof box !== 'string' || !BOX.test(box)) continue
    const open = () => JSON.parse(keyring.decrypt(box, contextOf(place, key))) as Answer
    answers[key] = classified.has(key) ? open() : (attempt(open) ?? box)
  }
  return answers
}

/** How a keyring's ciphertext looks; what people type may look so too. */
const BOX = /^v1\.[a-zA-Z0-9-]{1,32}\.[\w-]{38,}$/

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The answers without classified ones: what everybody who handles the case may see. */
export function openPart(definition: SchemeDefinition, sealed: Answers): { answers: Answers; hidden: ReadonlySet<string> } {
  const hidden = new Set(classifiedKeys(definition).filter((key) => sealed[key] !== undefined))
  return { answers: Object.fromEntries(Object.entries(sealed).filter(([key]) => !hidden.has(key))), hidden }
}

/** The facts of a stored check with classified answers as ciphertext: kept so that the check can be replayed with the key. */
export function sealFacts(definition: SchemeDefinition, facts: Facts, keyring: Keyring, place: Place): Facts {
  const answer = facts['answer']
  const keys = answer ? classifiedKeys(definition).filter((key) => key in (answer as object)) : []
  if (keys.length === 0) return facts
  const sealed: Record<string, Fact | undefined> = { ...(answer as Facts) }
  for (const key of keys) sealed[key] = { cipher: keyring.encrypt(JSON.stringify(sealed[key] ?? null), contextOf(place, key)) }
  return { ...facts, answer: sealed }
}

/** The facts of a stored check with its ciphertexts opened again. Throws when the key is gone. */
export function unsealFacts(facts: Facts, keyring: Keyring, place: Place): Facts {
  const answer = facts['answer']
  if (answer === null || typeof answer !== 'object') return facts
  const opened = Object.entries(answer as Record<string, Fact>).map(([key, fact]) => {
    const cipher = fact !== null && typeof fact === 'object' && 'cipher' in fact ? fact.cipher : undefined
    return [key, typeof cipher === 'string' ? (JSON.parse(keyring.decrypt(cipher, contextOf(place, key))) as Fact) : fact]
  })
  return { ...facts, answer: Object.fromEntries(opened) as Facts }
}

const known = new WeakMap<SchemeDefinition, string[]>()

/** Keys of the fields whose answers are classified; a table is when one of its columns is. */
export function classifiedKeys(definition: SchemeDefinition): string[] {
  let keys = known.get(definition)
  if (!keys) {
    keys = listFields(definition).flatMap(({ field }) =>
      field.classified || (field.type === 'table' && field.fields.some((column) => column.classified)) ? [field.key] : [],
    )
    known.set(definition, keys)
  }
  return keys
}

/** What the ciphertext of one fact of a stored check is bound to. */
export function factsContext(place: Place, key: string): string {
  return contextOf(place, key)
}

function contextOf(place: Place, key: string): string {
  return `${place.kind}.answers.${key}:${place.municipalityId}:${place.id}`
}
