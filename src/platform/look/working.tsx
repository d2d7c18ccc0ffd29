import type { Child } from 'hono/jsx'
import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

/** Where an autosaved form says that it is saved, and when. `savedAt` as "14.05" when the draft came from before. */
export function SaveState({ lang, savedAt }: { lang: Lang; savedAt?: string }) {
  const t = lookTexts[lang]
  return (
    <p class="tg-saved" data-saved data-no-print>
      {savedAt ? t.savedAt(savedAt) : t.notSavedYet}
    </p>
  )
}

/** What can be done with the ticked rows, within reach at the bottom of a list (desk). */
export function ActionBar({ lang, children }: { lang: Lang; children?: Child }) {
  const t = lookTexts[lang]
  return (
    <div class="tg-actionbar" role="group" aria-label={t.selectedMany.replace('{n}', '').trim()}>
      <span data-selected-count data-one={t.selectedOne} data-many={t.selectedMany}></span>
      {children}
    </div>
  )
}
