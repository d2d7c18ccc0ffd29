// Pages that show every component with the content that breaks things: long names, 0, 1 and many rows, every error.
import type { Lang } from '../../src/platform/texts/texts.ts'
import { Case, cases, Worklist } from './desk.tsx'
import { Figures } from './figures.tsx'
import { FormStep } from './form.tsx'
import { Scheme, Schemes } from './schemes.tsx'
import { Done, Small } from './small.tsx'

/** Every page of the gallery by name. */
export function galleryPages(lang: Lang): Record<string, unknown> {
  return {
    schemes: <Schemes lang={lang} />,
    scheme: <Scheme lang={lang} />,
    form: <FormStep lang={lang} errors={false} />,
    errors: <FormStep lang={lang} errors />,
    worklist: <Worklist lang={lang} list={cases(30)} />,
    rows: <Worklist lang={lang} list={cases(30, false)} calm />,
    empty: <Worklist lang={lang} list={[]} />,
    one: <Worklist lang={lang} list={cases(2).slice(1)} />,
    case: <Case lang={lang} />,
    figures: <Figures lang={lang} />,
    receipt: <Done lang={lang} />,
    small: <Small lang={lang} />,
  }
}

export { assetUrl, loadAssets, serveAsset, serveTheme } from '../../src/platform/look/index.ts'
