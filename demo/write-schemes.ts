import { editDraft, insertBlock, saveBlock, startDraft } from '#grants'
import type { World } from './world.ts'

const OWNER = 'liv-tangen'
const day = 86_400_000

/** What the scheme owner has on her desk: the next version of one scheme, and one of her own that she began yesterday. */
export async function writeSchemes(world: World, now: Date): Promise<void> {
  let blockId = ''
  await world.act(OWNER, new Date(now.getTime() - 2 * day), async (trx) => {
    const scheme = await trx.selectFrom('scheme').select('id').where('slug', '=', 'kor-og-korps').executeTakeFirstOrThrow()
    const draft = await startDraft(trx, { from: 'version', schemeId: scheme.id })
    const evaluation =
      'Hvert annet år leser vi rapportene samlet, spør et utvalg kor og korps, og legger fram det vi lærte for utvalget.'
    await editDraft(trx, {
      draftId: draft.id,
      ops: ({ document }) => {
        const before = document['evaluation'] as { nb: string }
        return [
          { do: 'set', path: 'evaluation.nb', before: before.nb, after: evaluation },
          { do: 'insert', list: 'awardCriteria', item: { nb: 'Tiltaket når unge under 20 år.', nn: '', en: '' } },
        ]
      },
    })
    // What every scheme asks at the end, kept once.
    const keys = ['account', 'truth']
    const place = 'form.pages[confirm].fields'
    blockId = (await saveBlock(trx, { draftId: draft.id, place, keys, name: 'Konto og bekreftelse', lang: 'nb' })).blockId
  })
  await world.act(OWNER, new Date(now.getTime() - day), async (trx) => {
    const draft = await startDraft(trx, { from: 'blank', title: 'Tilskudd til grønne gårdsrom', lang: 'nb', unit: 'kultur' })
    await editDraft(trx, {
      draftId: draft.id,
      ops: [
        { do: 'set', path: 'title.nn', before: '', after: 'Tilskot til grøne gardsrom' },
        { do: 'set', path: 'summary.nb', before: '', after: 'Penger til trær, benker og bed i gårdsrom som flere deler.' },
        { do: 'set', path: 'purpose.nb', before: '', after: 'Flere skal ha et grønt sted å møtes der de bor.' },
        { do: 'set', path: 'category', before: 'culture', after: 'neighbourhood' },
      ],
    })
    await insertBlock(trx, { draftId: draft.id, blockId, place: 'form.pages[om].fields', seenRevision: 1 })
  })
}
