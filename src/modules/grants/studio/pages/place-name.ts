import type { Lang } from '#platform/texts/texts.ts'
import { byPattern, patternOf } from '../rules/inputs.ts'
import { languages } from '../rules/texts3.ts'
import { studioTexts } from '../texts/studio.ts'
import { partForms } from './forms/index.ts'
import { partOf, partTitle } from './parts.ts'

/** A place of the document as its page calls it: "Formålet · Bokmål"; the part it is in where no question is known. */
export function placeName(path: string, lang: Lang): string {
  const pattern = patternOf(path)
  const input = Object.values(partForms)
    .map((inputs) => byPattern(inputs).get(pattern))
    .find((each) => each !== undefined)
  const part = partOf(path)
  const name = input?.label[lang] ?? (part ? partTitle(part, lang) : studioTexts[lang].overview)
  const language = languages.find((each) => path.endsWith(`.${each}`))
  return language ? `${name} · ${studioTexts[lang].languageNames[language]}` : name
}
