import type { SchemeDefinition } from '../../model.ts'
import { stops, advises, type Finding } from './findings.ts'
import { isRecord } from './paths.ts'
import { listTexts } from './texts3.ts'

/**
 * Letters are sent as they stand here, with amounts, dates and reasons set in by Torg around them: a field to be filled in, such as
 * {beløp}, [navn] or ____, would reach the applicant unfilled.
 */
const fields = [
  /\{\{?[^{}]{0,60}\}?\}/u,
  /\[[^[\]]{0,60}\]/u,
  /<[^<>]{1,60}>/u,
  /_{3,}/u,
  /\bX{2,}\b/u,
  /\.{4,}/u,
  /«(sett|fyll) inn[^»]{0,60}»/iu,
]

export function checkLetters(document: unknown): Finding[] {
  const at = isRecord(document) ? document : {}
  return (['letters', 'standardReasons', 'conditions', 'whatHappensNext', 'legalBasis'] as const).flatMap((name) =>
    listTexts(at[name], name).flatMap(({ path, text }) =>
      Object.entries(text).flatMap(([lang, words]) => {
        const found = fields.map((field) => field.exec(words)).find((each) => each !== null)
        return found
          ? [stops('placeholder', `${path}.${lang}`, { word: found[0], from: found.index, to: found.index + found[0].length })]
          : []
      }),
    ),
  )
}

/** A caseworker needs a reason to choose for each way a case can end, in plain words the scheme stands for. */
export function checkReasons({ standardReasons }: SchemeDefinition): Finding[] {
  return (['granted', 'refused', 'dismissed'] as const)
    .filter((outcome) => !standardReasons.some((reason) => reason.outcome === outcome))
    .map((outcome) => advises('noReason', 'standardReasons', { outcome }))
}
