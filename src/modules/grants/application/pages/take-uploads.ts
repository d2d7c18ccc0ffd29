import { createHash } from 'node:crypto'
import { photosToPdf, checkPhotos, type PhotoFile } from '#platform/documents/photos-to-pdf.ts'
import { documentReasonText } from '#platform/documents/texts.ts'
import type { Reason } from '#platform/errors.ts'
import { openFileStore, storeBytes, storeUpload, type StoredBytes } from '#platform/files/store.ts'
import { fileReasonText } from '#platform/files/texts.ts'
import type { Ctx, Form } from '#platform/http/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Field, FormPage } from '../../model.ts'
import type { Draft } from '../queries/get-draft.ts'
import { fieldTexts } from '../texts/fields.ts'
import { kindsInWords } from './file-input.tsx'

export interface Uploads {
  /** Safe on disk, waiting for their rows. `from`: what was sent, to know the same form from another. */
  files: { field: string; file: StoredBytes; from: string }[]
  refused: { name: string; message: string }[]
}

type FileField = Extract<Field, { type: 'file' }>

/** Takes in the files of a posted page: judged, stored and synced before any row is written. Several photos become one PDF. */
export async function takeUploads(c: Ctx, draft: Pick<Draft, 'attachments'>, formPage: FormPage, form: Form): Promise<Uploads> {
  const result: Uploads = { files: [], refused: [] }
  for (const field of formPage.fields) {
    if (field.type !== 'file') continue
    const sent = form.files(field.key)
    if (sent.length === 0) continue
    const there = draft.attachments.filter((each) => each.field === field.key).length
    const photos = field.photosToPdf ? sent.filter((file) => /^image\/(jpeg|png)$/.test(file.type)) : []
    const others = sent.filter((file) => !photos.includes(file))
    if (there + others.length + (photos.length > 0 ? 1 : 0) > field.maxFiles) {
      result.refused.push({ name: field.key, message: fieldTexts[c.var.lang].full(field.maxFiles) })
      continue
    }
    for (const file of others) await takeOne(c, field, file, result)
    if (photos.length > 0) await takePhotos(c, field, photos, result)
  }
  return result
}

async function takeOne(c: Ctx, field: FileField, file: File, result: Uploads): Promise<void> {
  const store = openFileStore(c.var.services.dataDir)
  const stored = await storeUpload(store, c.var.scope, file, {
    name: file.name,
    maxBytes: field.maxMegabytes * 1_000_000,
    ...(field.accept ? { allow: field.accept } : {}),
  })
  if (stored.ok) result.files.push({ field: field.key, file: stored.file, from: `${file.name} ${stored.file.sha256}` })
  else if (stored.reason.key === 'file.type' && field.accept)
    result.refused.push({ name: field.key, message: fieldTexts[c.var.lang].onlyKinds(kindsInWords(field.accept)) })
  else result.refused.push({ name: field.key, message: inWords(stored.reason, c.var.lang) })
}

async function takePhotos(c: Ctx, field: FileField, photos: readonly File[], result: Uploads): Promise<void> {
  const { lang, services, scope, municipality } = c.var
  const files: PhotoFile[] = await Promise.all(
    photos.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const reasons = checkPhotos(files)
  if (reasons.length > 0) {
    result.refused.push(...reasons.map((reason) => ({ name: field.key, message: inWords(reason, lang) })))
    return
  }
  const now = services.now()
  const title = field.label[lang]
  const bytes = await photosToPdf(files, { title, lang, sender: { name: municipality.name }, createdAt: now })
  // Named for what it is, not for the camera's numbers.
  const name = `${title}.pdf`
  const file = await storeBytes(openFileStore(services.dataDir), scope, { name, type: 'pdf', bytes })
  const from = files.map((each) => createHash('sha256').update(each.bytes).digest('hex')).join(' ')
  result.files.push({ field: field.key, file, from })
}

function inWords(reason: Reason, lang: Lang): string {
  return reason.key.startsWith('file.') ? fileReasonText(reason, lang) : documentReasonText(reason, lang)
}
