import { Section } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answers, Field } from '../../model.ts'
import type { SentApplication } from '../queries/get-sent-application.ts'
import { openPart } from '../sealed-answers.ts'
import { AnswerList } from './answer-list.tsx'

export interface ApplicationViewProps {
  lang: Lang
  application: SentApplication
  /** Classified answers that this reader may see, opened and, for staff, logged (actions/read-classified.ts). */
  opened?: Answers
  fileHref?: (fileId: string) => string
  level?: 2 | 3
}

/** The application as it was sent, page by page. Classified answers are hidden unless they are handed in opened. */
export function ApplicationView({ lang, application, opened = {}, fileHref, level = 3 }: ApplicationViewProps) {
  const { answers, hidden } = openPart(application.definition, application.answers)
  const shown = { ...answers, ...opened }
  const stillHidden = new Set([...hidden].filter((key) => opened[key] === undefined))
  const names = { districts: application.districts, files: application.files }
  return (
    <>
      {application.definition.form.pages.map((page) => {
        // What was not asked, or not answered, is not in what was sent.
        const answered = (field: Field) => shown[field.key] !== undefined || stillHidden.has(field.key)
        const fields = page.fields.filter((field) => field.type === 'section' || answered(field))
        return fields.some(answered) ? (
          <Section title={page.title[lang]} level={level}>
            <AnswerList
              lang={lang}
              fields={fields}
              answers={shown}
              names={names}
              hidden={stillHidden}
              level={level === 3 ? 4 : 3}
              {...(fileHref ? { fileHref } : {})}
            />
          </Section>
        ) : null
      })}
    </>
  )
}
