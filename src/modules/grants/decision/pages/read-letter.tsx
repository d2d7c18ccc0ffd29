import type { LetterText } from '../../model.ts'
import { textBlocks } from '../letter-document.ts'

/** A letter as it reads: on the page for the applicant, and for staff when it is sent. */
export function ReadLetter({ letter, level = 2 }: { letter: LetterText; level?: 2 | 3 }) {
  const Heading = ({ text }: { text: string }) => (level === 2 ? <h2>{text}</h2> : <h3>{text}</h3>)
  const Sub = ({ text }: { text: string }) => (level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>)
  return (
    <article class="tg-prose tg-letter" lang={letter.lang}>
      <Heading text={letter.heading} />
      {letter.paragraphs.map((paragraph) => (
        <>
          {paragraph.heading ? <Sub text={paragraph.heading} /> : null}
          {textBlocks(paragraph.text).map((block) =>
            block.type === 'list' ? (
              <ul>
                {block.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            ) : (
              <p class="tg-prewrap">{block.text}</p>
            ),
          )}
        </>
      ))}
    </article>
  )
}
