import { caseSlug } from '#cases'
import { Invalid } from '#platform/errors.ts'
import { currentPerson, readForm, type Ctx } from '#platform/http/index.ts'
import { openFileStore, storeUpload, type StoredBytes } from '#platform/files/store.ts'
import { fileReasonText } from '#platform/files/texts.ts'
import { once } from '#platform/idempotency.ts'
import { osloDate } from '#platform/time.ts'
import { answerInformation } from '../actions/answer-information.ts'
import { getMyCase } from '../queries/my-cases.ts'
import { myTexts } from '../texts/my-page.ts'
import { myCasePage } from './my-case.tsx'
import type { AnswerFault } from './question-form.tsx'

/** POST /min-side/saker/:number/svar */
export async function answerQuestion(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = myTexts[lang]
  const form = await readForm(c)
  const personId = currentPerson(c).id
  const now = services.now()
  const [requestId, answer] = [form.text('request'), form.text('answer')]
  const refuse = (errors: AnswerFault['errors']) => myCasePage(c, { requestId, answer, errors })
  const number = c.req.param('number') ?? ''
  const found = await services.db.reading(scope, (trx) => getMyCase(trx, number, personId, osloDate(now)))
  const files: StoredBytes[] = []
  for (const file of form.files('files').slice(0, 10)) {
    const stored = await storeUpload(openFileStore(services.dataDir), scope, file, { name: file.name })
    if (!stored.ok) return await refuse([{ name: 'files', message: fileReasonText(stored.reason, lang) }])
    files.push(stored.file)
  }
  try {
    const body = [requestId, answer, files.map((file) => file.sha256)]
    await services.db.inTransaction(scope, (trx) =>
      once(trx, { key: form.key, action: 'answer-information', personId, body }, async () => {
        await answerInformation(trx, { caseId: found.id, requestId, personId, answer, files, now })
        return null
      }),
    )
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return await refuse(
      error.reasons.map((reason) => ({ name: 'answer', message: reason.key === 'answerLong' ? t.answerLong : t.answerMissing })),
    )
  }
  return c.redirect(`/min-side/saker/${caseSlug(found.number)}?svart=1`, 303)
}
