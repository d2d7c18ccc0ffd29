// The script of every page. Small: what only some pages need is fetched by those.
import { startAutosave } from './autosave.ts'
import { startConfirms } from './dialogs.ts'
import { startFilter } from './filters.ts'
import { focusFirst, startCounters, startOnce, startUnsavedWarning } from './small-things.ts'
import { startSums } from './sums.ts'

document.documentElement.dataset.scripts = 'on'
focusFirst()
startCounters()
startConfirms()
startSums()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) startAutosave(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autofilter]')) startFilter(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-outline]'))
  void import('./outline.ts').then(({ startOutline }) => startOutline(form))
if (document.querySelector('[data-poll]')) void import('./poll.ts').then(({ startPolling }) => startPolling())
startUnsavedWarning()
startOnce()

// htmx's own attributes work where a page uses them.
if (document.querySelector('[hx-get],[hx-post],[data-hx-get],[data-hx-post]')) void import('htmx.org/dist/htmx.esm.min.js')
