import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

/** The words the script in the browser says, handed over as a template: nothing is shown, nothing runs. */
export function LookMessages({ lang }: { lang: Lang }) {
  const t = lookTexts[lang]
  const messages = {
    saving: t.saving,
    saved: t.saved,
    savedAt: t.savedAt('{time}'),
    saveFailed: t.saveFailed,
    saveClash: t.saveClash,
    sessionGone: t.sessionGone,
    updated: t.updated,
    confirmTitle: t.confirmTitle,
    confirmYes: t.confirmYes,
    confirmNo: t.confirmNo,
    close: t.close,
    keysTitle: t.keysTitle,
    keyNext: t.keyNext,
    keyPrevious: t.keyPrevious,
    keySelect: t.keySelect,
    keyOpen: t.keyOpen,
    keySearch: t.keySearch,
    keyHelp: t.keyHelp,
    keysOn: t.keysOn,
    keysOff: t.keysOff,
  }
  return <template id="look-messages" data-messages={JSON.stringify(messages)}></template>
}
