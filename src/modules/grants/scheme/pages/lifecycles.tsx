import { page, type Ctx } from '#platform/http/index.ts'
import { DataTable, Details, PageTitle, Section } from '#platform/look/index.ts'
import { lifecycles } from '../../lifecycle.ts'
import { layOut, movesOf } from '../rules/draw-lifecycle.ts'
import { lifecycleNames, lifecycleTexts } from '../texts/lifecycle.ts'
import { LifecycleSvg } from './lifecycle-picture.tsx'

const names = Object.keys(lifecycles) as (keyof typeof lifecycles)[]

/** GET /saker/livslop: each lifecycle table as a picture with the table under it. */
export async function showLifecycles(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = lifecycleTexts[lang]
  return await page(
    c,
    { title: t.title, room: 'desk', wide: true },
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {names.map((name) => {
        const words = lifecycleNames[lang][name]
        const [status, action]: Record<string, string>[] = [words.status, words.action]
        const moves = movesOf(lifecycles[name])
        const count = Object.keys(lifecycles[name]).length
        return (
          <Section title={words.title} id={name} intro={words.intro}>
            <div class="tg-life-box" tabindex={0} role="group" aria-label={words.title}>
              <LifecycleSvg
                id={`life-${name}`}
                picture={layOut(lifecycles[name])}
                words={{ status: status ?? {}, action: action ?? {} }}
                label={t.picture(words.title.toLocaleLowerCase(lang), count, moves.length)}
              />
            </div>
            <Details summary={t.showTable}>
              <DataTable
                lang={lang}
                caption={t.tableOf(words.title.toLocaleLowerCase(lang))}
                hideCaption
                rows={moves}
                columns={[
                  { label: t.from, cell: (move) => status?.[move.from] },
                  { label: t.action, cell: (move) => action?.[move.action] },
                  {
                    label: t.to,
                    cell: (move) => (move.from === move.to ? `${status?.[move.to]} (${t.stays})` : status?.[move.to]),
                  },
                ]}
              />
            </Details>
          </Section>
        )
      })}
    </>,
  )
}
