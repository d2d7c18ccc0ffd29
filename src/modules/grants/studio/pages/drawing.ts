import type { Lang } from '#platform/texts/texts.ts'
import type { StudioView } from '../queries/studio-view.ts'
import type { Around } from '../rules/inputs.ts'
import type { Clash } from '../rules/ops.ts'

/** What every input of a page is drawn with. */
export interface Drawing {
  lang: Lang
  view: StudioView
  around: Around
  /** What was typed here and could not be saved, since another changed the place meanwhile; by place. */
  clashes: ReadonlyMap<string, Clash>
  /** The mark of the value the page was first drawn with, for the places that clash. */
  seen?: (path: string) => string
}

export function drawingOf(
  view: StudioView,
  lang: Lang,
  clashes: readonly Clash[] = [],
  seen?: (path: string) => string,
): Drawing {
  const { draft, units, districts } = view
  return {
    lang,
    view,
    around: { document: draft.document, units, districts, published: draft.schemeId !== undefined },
    clashes: new Map(clashes.flatMap((clash) => (clash.op.do === 'set' ? [[clash.op.path, clash] as const] : []))),
    ...(seen ? { seen } : {}),
  }
}
