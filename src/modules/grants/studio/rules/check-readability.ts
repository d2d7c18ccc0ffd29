import { advises, type Finding } from './findings.ts'
import { levelOf } from './readability/lix.ts'
import { ENOUGH_WORDS, measureTexts } from './readability/measure-document.ts'

/** From this LIX a text is hard to read. */
const HARD = 45

/** Texts that are hard to read, sentences that are long, words that can be said plainer. They never stop anything. */
export function checkReadability(document: unknown): Finding[] {
  return measureTexts(document).flatMap(({ path, lang, lix, words, long, heavy }) => [
    ...(words >= ENOUGH_WORDS && lix >= HARD
      ? [advises('hardToRead', path, { lang, lix: Math.round(lix), level: levelOf(lix) })]
      : []),
    ...long.map((sentence) =>
      advises('longSentence', path, { lang, words: sentence.words, from: sentence.from, to: sentence.to, text: sentence.text }),
    ),
    ...heavy.map((each) =>
      advises('heavyWord', path, { lang, word: each.word, plain: each.plain, from: each.from, to: each.to }),
    ),
  ])
}
