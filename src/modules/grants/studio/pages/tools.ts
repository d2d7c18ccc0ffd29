import type { IconName } from '#platform/look/index.ts'
import type { ToolKey } from '../texts/tools.ts'

/** THE list of what one can do with a draft beside writing it: pages of their own, linked from the overview. Words in texts/tools.ts. */
export const studioTools: readonly { path: ToolKey; icon: IconName }[] = [
  { path: 'forhandsvis', icon: 'eye' },
  { path: 'eksempler', icon: 'tasks' },
  { path: 'prov', icon: 'calculator' },
  { path: 'papir', icon: 'print' },
  { path: 'endringer', icon: 'repeat' },
  { path: 'eksport.json', icon: 'download' },
]
