import { formatSize } from '#platform/documents/render-pdf.ts'
import { defaultUploadRules } from '#platform/files/store.ts'
import { acceptList, type FileType } from '#platform/files/types.ts'
import { Button, FileField, Icon } from '#platform/look/index.ts'
import type { Field } from '../../model.ts'
import { fieldTexts } from '../texts/fields.ts'
import type { Asking } from './asking.ts'
import { helpOf } from './field-parts.tsx'

/** ".pdf, .xlsx": as files are called on a computer, the same in every language. */
export function kindsInWords(types: readonly FileType[]): string {
  return acceptList(types).replaceAll(',', ', ')
}

/** Files to attach, with those that are there, each to be looked at or removed. */
export function FileInput({ ask, field, optional }: { ask: Asking; field: Extract<Field, { type: 'file' }>; optional: boolean }) {
  const t = fieldTexts[ask.lang]
  const files = ask.attachments.filter((each) => each.field === field.key)
  const full = files.length >= field.maxFiles
  return (
    <>
      <FileField
        lang={ask.lang}
        name={field.key}
        label={field.label[ask.lang]}
        help={helpOf(ask, field, undefined, field.photosToPdf ? t.photoTip : undefined)}
        error={ask.errors.get(field.key)}
        optional={optional}
        accept={`${acceptList(field.accept ?? defaultUploadRules.allow)}${field.photosToPdf ? ',image/*' : ''}`}
        acceptedInWords={field.accept ? kindsInWords(field.accept) : t.fileKinds}
        maxSizeInWords={t.megabytes(field.maxMegabytes)}
        multiple={field.maxFiles > 1}
      >
        {files.length > 0 ? (
          <ul class="tg-files">
            {files.map((file) => (
              <li>
                <a class="tg-iconlink" href={ask.fileHref(file.id)}>
                  <Icon name="file" size="sm" />
                  <span>
                    {file.name} ({formatSize(file.size, ask.lang)})
                  </span>
                </a>
                <Button variant="tertiary" small icon="trash" name="_do" value={`removeFile:${file.id}`} formnovalidate>
                  {t.removeFile(file.name)}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </FileField>
      {full ? <p class="tg-count">{t.full(field.maxFiles)}</p> : null}
      {ask.inOneGo ? null : (
        <Button variant="secondary" small icon="upload" name="_do" value="upload" formnovalidate>
          {t.upload}
        </Button>
      )}
    </>
  )
}
