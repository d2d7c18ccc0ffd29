import type { Reason } from '#platform/errors.ts'

/** A yes, or a no with its reasons: text keys with the data their sentences need. */
export type Verdict = { ok: true } | { ok: false; reasons: Reason[] }

export const yes: Verdict = { ok: true }

export function no(key: string, data?: Reason['data'], field?: string): Verdict {
  return { ok: false, reasons: [{ key, ...(data ? { data } : {}), ...(field ? { field } : {}) }] }
}
