import type { Child } from 'hono/jsx'
import { formatDateTime } from '../time.ts'
import type { Lang } from '../texts/texts.ts'
import { Drawing } from './drawings.tsx'
import { lookTexts } from './texts.ts'

export interface ReceiptProps {
  lang: Lang
  title: Child
  /** What one keeps: the number one can ask about. */
  caseNumber: string
  receivedAt: Date
  /** What was received, in one line. */
  children?: Child
  /** What happens now, step by step, with dates. */
  whatNow?: readonly Child[]
  action?: Child
}

/** It went well, this is your proof, and this is what happens. */
export function Receipt(props: ReceiptProps) {
  const t = lookTexts[props.lang]
  return (
    <div class="tg-receipt">
      <Drawing name="letter" />
      <h1>{props.title}</h1>
      {props.children ? <div class="tg-lead">{props.children}</div> : null}
      <dl class="tg-receipt__facts">
        <div>
          <dt>{t.caseNumber}</dt>
          <dd class="tg-receipt__number">{props.caseNumber}</dd>
        </div>
        <div>
          <dt>{t.received}</dt>
          <dd>
            <time datetime={props.receivedAt.toISOString()}>{formatDateTime(props.receivedAt, props.lang)}</time>
          </dd>
        </div>
      </dl>
      {props.whatNow && props.whatNow.length > 0 ? (
        <>
          <h2>{t.whatNow}</h2>
          <ol class="tg-receipt__next">
            {props.whatNow.map((each) => (
              <li>{each}</li>
            ))}
          </ol>
        </>
      ) : null}
      {props.action ? <div class="tg-buttons">{props.action}</div> : null}
    </div>
  )
}
