import { Conflict } from '#platform/errors.ts'
import type { Ctx } from '#platform/http/index.ts'
import { showGate } from './impartiality.tsx'

/** Does what is asked; when impartiality is not declared, or a superior lacks it, the page that says so comes instead. */
export async function behindGate<T>(c: Ctx, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work()
  } catch (error) {
    const key = error instanceof Conflict ? error.reason.key : ''
    if (key !== 'notDeclared' && key !== 'superiorNotImpartial') throw error
    return await showGate(c, key, c.req.param('number') ?? '')
  }
}
