import { createContext, Script } from 'node:vm'

const box: { work: (() => void) | undefined } = { work: undefined }
const context = createContext(box)
const script = new Script('work()')

/**
 * Runs work that must not go on for ever: the engine itself stops it, also inside a regular expression. Nothing in the
 * work can catch the stop. Costs about 0.2 ms (a timer thread), so give it whole batches.
 * @returns false when it was stopped
 */
export function runWithin(milliseconds: number, work: () => void): boolean {
  const outer = box.work
  box.work = work
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(milliseconds)) })
    return true
  } catch (error) {
    // told by its code: the error may come from another realm, where it is no Error of ours
    if ((error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    box.work = outer
  }
}
