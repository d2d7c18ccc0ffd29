import { FormStart, type Ctx } from '#platform/http/index.ts'
import { defaultUploadRules } from '#platform/files/store.ts'
import { acceptList } from '#platform/files/types.ts'
import { Button, ButtonRow, Card, DueDate, ErrorSummary, FileField, HiddenFields, TextArea } from '#platform/look/index.ts'
import { ANSWER_LENGTH } from '../actions/answer-information.ts'
import type { Question } from '../queries/my-case-file.ts'
import { fieldTexts } from '../texts/fields.ts'
import { myTexts } from '../texts/my-page.ts'

/** What was typed in an answer that could not be sent, and why. */
export interface AnswerFault {
  requestId: string
  answer: string
  errors: readonly { name: 'answer' | 'files'; message: string }[]
}

/** What the municipality asks, with a place to answer it in text and files. */
export function QuestionForm({
  c,
  question,
  action,
  now,
  fault,
}: {
  c: Ctx
  question: Question
  action: string
  now: Date
  fault?: AnswerFault
}) {
  const { lang } = c.var
  const [t, words] = [myTexts[lang], fieldTexts[lang]]
  const errorOf = (name: string) => fault?.errors.find((each) => each.name === name)?.message
  return (
    <Card title={t.questionTitle} level={2} tinted id="svar">
      {fault ? <ErrorSummary lang={lang} problems={fault.errors} /> : null}
      <p class="tg-prewrap">{question.question}</p>
      <p>
        {t.due}: <DueDate at={question.answerBy} now={now} lang={lang} />
      </p>
      <form method="post" action={action} enctype="multipart/form-data" class="tg-form" data-warn-unsaved>
        <FormStart c={c} />
        <HiddenFields values={{ request: question.id }} />
        <TextArea
          lang={lang}
          name="answer"
          label={t.answerLabel}
          value={fault?.answer}
          maxLength={ANSWER_LENGTH}
          error={errorOf('answer')}
        />
        <FileField
          lang={lang}
          name="files"
          label={t.answerFiles}
          optional
          multiple
          accept={acceptList(defaultUploadRules.allow)}
          acceptedInWords={words.fileKinds}
          maxSizeInWords={words.megabytes(Math.round(defaultUploadRules.maxBytes / 1_000_000))}
          error={errorOf('files')}
        />
        <ButtonRow>
          <Button icon="arrow-right" iconAfter>
            {t.sendAnswer}
          </Button>
        </ButtonRow>
      </form>
    </Card>
  )
}
