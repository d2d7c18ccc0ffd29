import { caseSlug } from '#cases'
import { NotFound } from '#platform/errors.ts'
import { serveDownload } from '#platform/files/download.ts'
import { openFileStore, storeUpload, type StoredBytes } from '#platform/files/store.ts'
import { fileReasonText } from '#platform/files/texts.ts'
import { currentPerson, readForm, type Ctx } from '#platform/http/index.ts'
import { addDocument } from '../actions/add-document.ts'
import { getCaseForStaff } from '../queries/case-access.ts'
import { getCaseDocumentFile } from '../queries/case-document.ts'
import { isUuid } from '../rules/worklist-filter.ts'
import { actOnCase } from './act.ts'
import { behindGate } from './gate.ts'
import { renderCase } from './case-page.tsx'

/** GET /saker/dokumenter/:id: the file, as a download. */
export async function downloadDocument(c: Ctx): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const person = currentPerson(c)
  if (!isUuid(id)) throw new NotFound('document')
  const file = await c.var.services.db.reading(c.var.scope, (trx) => getCaseDocumentFile(trx, id, person))
  return await serveDownload(openFileStore(c.var.services.dataDir), file)
}

/** POST /saker/:number/dokument: bytes first, safe on disk, then the row. */
export async function doAddDocument(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const person = currentPerson(c)
  await c.var.services.db.reading(c.var.scope, (trx) => getCaseForStaff(trx, c.req.param('number') ?? '', person))
  const [upload] = form.files('file')
  const again = (reason: { key: string; field: string; data?: Record<string, string> }) =>
    renderCase(c, { step: 'document', form, reasons: [reason] })
  if (!upload) return await again({ key: 'fileMissing', field: 'file' })
  if (form.text('documentTitle').trim() === '') return await again({ key: 'documentTitle', field: 'documentTitle' })
  const stored = await storeUpload(openFileStore(c.var.services.dataDir), c.var.scope, upload, { name: upload.name })
  if (!stored.ok) {
    return await again({ key: 'other', field: 'file', data: { text: fileReasonText(stored.reason, c.var.lang) } })
  }
  const file: StoredBytes = stored.file
  const done = await behindGate(c, () =>
    actOnCase(c, 'case-document', async (trx, { caseFile, by, now }) => {
      await addDocument(trx, {
        caseId: caseFile.id,
        title: form.text('documentTitle'),
        direction: form.text('direction') === 'internal' ? 'internal' : 'in',
        share: form.has('share'),
        file,
        by,
        at: now,
      })
      return caseSlug(caseFile.number)
    }),
  )
  if (done instanceof Response) return done
  if (!done.ok) return await renderCase(c, { step: 'document', form, reasons: done.reasons })
  return c.redirect(`/saker/${done.value}?gjort=dokument`, 303)
}
