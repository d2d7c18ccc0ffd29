import type { Trx } from '#platform/database/db.ts'
import type { Ctx, Form } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import type { Field, FormPage } from '../../model.ts'
import { parseRowChange } from '../rules/change-rows.ts'
import { asksNothing } from '../rules/fields.ts'
import { seenName } from '../rules/read-answers.ts'
import type { Uploads } from './take-uploads.ts'

/** What came with a step of an application or a report, beside its answers. */

/** Names of the inputs that were filled and left, as an autosave tells. */
export function touchedNames(c: Ctx): Set<string> {
  return new Set((c.req.header('torg-touched') ?? '').split(',').map(decoded))
}

/** Without scripts a question that comes from an answer on the same page has not been seen yet: it is no fault to lack its answer. */
export function unseenFields(formPage: FormPage, hidden: ReadonlySet<string>, form: Form): Field[] {
  return formPage.fields.filter((field) => !asksNothing(field) && !hidden.has(field.key) && !form.has(seenName(field.key)))
}

/** The field whose answer from elsewhere is taken, by its button. */
export const theirsIn = (button: string): string | undefined => /^theirs:([a-zA-Z0-9]+)$/.exec(button)?.[1]

/** The attachment that is taken away, by its button. */
export const removedFileIn = (button: string): string | undefined => /^removeFile:([0-9a-f-]{36})$/.exec(button)?.[1]

/** Where on the page one is after a button inside a question: it asked the register, or for a row more or less. Empty for others. */
export function placeOf(button: string): string {
  const question = /^lookup:([a-zA-Z0-9]+)/.exec(button)?.[1] ?? parseRowChange(button)?.field
  return question ? `#q-${question}` : ''
}

/** Files are attached once, also when the form is sent twice. `to`: the draft or report. */
export async function attachOnce(
  trx: Trx,
  sent: { form: Form; action: string; personId: string; to: string; uploads: Uploads },
  attach: (files: Uploads['files']) => Promise<void>,
): Promise<void> {
  const { form, action, personId, uploads } = sent
  if (uploads.files.length === 0) return
  const body = [sent.to, uploads.files.map(({ field, from }) => [field, from])]
  await once(trx, { key: form.key, action, personId, body }, async () => {
    await attach(uploads.files)
    return null
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
