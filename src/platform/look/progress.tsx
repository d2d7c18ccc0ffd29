import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { ButtonRow, Button, LinkButton } from './buttons.tsx'
import { lookTexts } from './texts.ts'

/**
 * What is waited for, or its outcome. While `running`, scripts ask for the page anew each second and put this part of it in place;
 * without them there is a link that does. When it is done, the same part holds what came of it.
 */
export function Waiting({ id, running, children }: { id: string; running: boolean; children: Child }) {
  return (
    <div id={id} class="tg-run" data-live data-poll={running ? '1000' : undefined}>
      {children}
    </div>
  )
}

/** How far something has come, in words and as a bar; a bar without an end where `total` is 0. Read aloud as it changes. */
export function Progress({ words, done, total }: { words: string; done: number; total: number }) {
  return (
    <div data-announce>
      <p>{words}</p>
      <progress {...(total > 0 ? { max: total, value: Math.min(done, total) } : {})} aria-label={words} />
    </div>
  )
}

/** For the form around what is waited for: stops it (`_do` is "stop"), and asks for the page anew. */
export function WaitingButtons({ lang, href }: { lang: Lang; href: string }) {
  const t = lookTexts[lang]
  return (
    <ButtonRow>
      <Button name="_do" value="stop" variant="secondary">
        {t.stop}
      </Button>
      <LinkButton href={href} variant="tertiary" icon="repeat">
        {t.askAgain}
      </LinkButton>
    </ButtonRow>
  )
}
