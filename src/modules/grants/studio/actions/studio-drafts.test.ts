import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Invalid, NotFound } from '#platform/errors.ts'
import { openDatabase, type Scope, type Trx } from '#platform/database/db.ts'
import { fjordvik } from '#demo/municipalities.ts'
import { addUnitsAndDistricts } from '#demo/places.ts'
import { inTestTransaction, type TestDatabase, testDatabase, testMunicipality } from '#test/database.ts'
import { loadSchemes } from '../../scheme/actions/load-schemes.ts'
import { publishScheme } from '../../scheme/actions/publish-scheme.ts'
import { getSchemeBySlug } from '../../scheme/queries/schemes.ts'
import '../../index.ts'
import { listRecentChanges } from '../queries/changes.ts'
import { getDraft, listDrafts } from '../queries/drafts.ts'
import { listFindings } from '../queries/findings.ts'
import { valueAt } from '../rules/paths.ts'
import type { Op } from '../rules/ops.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { discardDraft, publishDraft } from './close-draft.ts'
import { editDraft } from './edit-draft.ts'
import { startDraft } from './start-draft.ts'
import { redo, undoLast } from './undo.ts'

const now = new Date('2026-11-22T09:00:00Z')
let database: TestDatabase
let city: Scope
let elsewhere: Scope
let eva: string
let odd: string

beforeAll(async () => {
  database = await testDatabase()
  city = { ...(await testMunicipality(database, 'fjordvik')), now }
  elsewhere = { ...(await testMunicipality(database, 'lyngsund')), now }
  await database.handle.inTransaction(city, async (trx) => {
    await addUnitsAndDistricts(trx, fjordvik)
    const person = async (name: string) =>
      (await trx.insertInto('person').values({ name, kind: 'staff' }).returning('id').executeTakeFirstOrThrow()).id
    eva = await person('Eva Lund')
    odd = await person('Odd Nes')
  })
  await loadSchemes(database.handle, city, path.resolve(import.meta.dirname, '../../../../../schemes'), {
    now,
    only: ['kor-og-korps', 'kunst-og-kulturtiltak'],
  })
})
afterAll(() => database.drop())

/** A transaction of one person's that stays. */
const as = <T>(personId: string, work: (trx: Trx) => Promise<T>) => database.handle.inTransaction({ ...city, personId }, work)
const set = (at: string, before: unknown, after: unknown): Op => ({ do: 'set', path: at, before, after })

async function choirDraft(trx: Trx) {
  const scheme = await getSchemeBySlug(trx, 'kor-og-korps')
  return await startDraft(trx, { from: 'version', schemeId: scheme.id })
}

describe('a draft', () => {
  test('of a new scheme has every part, and says what is missing', async () => {
    const draft = await as(eva, (trx) =>
      startDraft(trx, { from: 'blank', title: 'Støtte til gårdsrom', lang: 'nb', unit: 'kultur' }),
    )
    expect(draft.document).toMatchObject({ slug: 'stotte-til-gardsrom', title: { nb: 'Støtte til gårdsrom', nn: '', en: '' } })
    const findings = await as(eva, (trx) => listFindings(trx, draft))
    expect(findings.map((each) => each.path)).toEqual(expect.arrayContaining(['title.nn', 'purpose', 'kostraFunction']))
    await expect(as(eva, (trx) => startDraft(trx, { from: 'blank', title: ' ', lang: 'nb', unit: '' }))).rejects.toThrow(Invalid)
    await as(eva, (trx) => discardDraft(trx, { draftId: draft.id, personId: eva }))
  })

  test('of a scheme that exists is one for all who write in it', async () => {
    await inTestTransaction(database, city, async (trx) => {
      const [one, two] = [await choirDraft(trx), await choirDraft(trx)]
      expect(two.id).toBe(one.id)
      expect(one.basedOn).toMatchObject({ number: 1 })
      expect((await listFindings(trx, one)).filter((finding) => finding.level === 'stops')).toEqual([])
    })
  })

  test('that is a copy gets an address of its own and none of the other’s deadlines', async () => {
    await inTestTransaction(database, city, async (trx) => {
      const { id } = await getSchemeBySlug(trx, 'kor-og-korps')
      const copy = await startDraft(trx, { from: 'copy', schemeId: id, title: 'Kor og korps', lang: 'nn' })
      expect(copy.document['slug']).toBe('kor-og-korps-2')
      expect(copy.schemeId).toBeUndefined()
      expect(valueAt(copy.document, 'rounds[2026-host].closes')).toBeUndefined()
      expect(valueAt(copy.document, 'purpose.nb')).toBeTypeOf('string')
    })
  })

  test('keeps what two write at once, and tells of the one place both changed', async () => {
    const draft = await as(eva, choirDraft)
    const nb = valueAt(draft.document, 'summary.nb')
    const nn = valueAt(draft.document, 'summary.nn')
    await as(eva, (trx) => editDraft(trx, { draftId: draft.id, ops: [set('summary.nb', nb, 'Eva sin')], seenRevision: 0 }))
    const second = await as(odd, (trx) =>
      editDraft(trx, {
        draftId: draft.id,
        ops: [set('summary.nn', nn, 'Odd sin'), set('summary.nb', nb, 'Odd si')],
        seenRevision: 0,
      }),
    )
    expect(valueAt(second.draft.document, 'summary')).toMatchObject({ nb: 'Eva sin', nn: 'Odd sin' })
    expect(second.clashes).toMatchObject([{ reason: 'changed', now: 'Eva sin' }])
    expect((await as(eva, (trx) => listRecentChanges(trx, draft.id))).map((change) => change.personName)).toEqual([
      'Odd Nes',
      'Eva Lund',
    ])
  })

  test('leads what is written in a list without keys to the right thing', async () => {
    const draft = await as(eva, choirDraft)
    const first = valueAt(draft.document, 'awardCriteria[0]')
    const second = valueAt(draft.document, 'awardCriteria[1].nb')
    await as(eva, (trx) =>
      editDraft(trx, {
        draftId: draft.id,
        ops: [{ do: 'remove', path: 'awardCriteria[0]', item: first }],
        seenRevision: draft.revision,
      }),
    )
    const edited = await as(odd, (trx) =>
      editDraft(trx, {
        draftId: draft.id,
        seenRevision: draft.revision,
        ops: [set('awardCriteria[1].nb', second, 'Endret'), set('awardCriteria[0].nb', '', 'Borte')],
      }),
    )
    expect(valueAt(edited.draft.document, 'awardCriteria[0].nb')).toBe('Endret')
    expect(edited.clashes).toMatchObject([{ reason: 'gone' }])
  })

  test('lets each take back their own, not what another has changed since, and do it again', async () => {
    const draft = await as(eva, choirDraft)
    const before = valueAt(draft.document, 'purpose.nb')
    const goal = valueAt(draft.document, 'goals[0]')
    const edit = (who: string, op: Op) => as(who, (trx) => editDraft(trx, { draftId: draft.id, ops: [op] }))
    const undo = (who: string) => as(who, (trx) => undoLast(trx, { draftId: draft.id, personId: who }))
    const again = (who: string) => as(who, (trx) => redo(trx, { draftId: draft.id, personId: who }))
    await edit(eva, set('purpose.nb', before, 'Formål 1'))
    await edit(eva, { do: 'remove', path: 'goals[0]', item: goal })
    await edit(odd, set('purpose.nn', valueAt(draft.document, 'purpose.nn'), 'Føremål 2'))
    expect(valueAt((await undo(eva)).draft.document, 'goals[0]')).toEqual(goal)
    expect(valueAt((await undo(eva)).draft.document, 'purpose')).toMatchObject({ nb: before, nn: 'Føremål 2' })
    expect(valueAt((await again(eva)).draft.document, 'purpose.nb')).toBe('Formål 1')
    expect(valueAt((await again(eva)).draft.document, 'goals[0]')).not.toEqual(goal)
    expect((await again(eva)).kind).toBe('nothing')
    await undo(eva)
    await edit(odd, set('purpose.nb', 'Formål 1', 'Formål 3'))
    expect(await undo(eva)).toMatchObject({ kind: 'changedSince', clashes: [{ now: 'Formål 3' }] })
  })

  test('is nobody else’s municipality’s', async () => {
    const draft = await as(eva, choirDraft)
    await database.handle.inTransaction(elsewhere, async (trx) => {
      expect(await listDrafts(trx)).toEqual([])
      await expect(getDraft(trx, draft.id)).rejects.toThrow(NotFound)
      await expect(editDraft(trx, { draftId: draft.id, ops: [] })).rejects.toThrow(NotFound)
    })
    await expect(as(eva, (trx) => getDraft(trx, 'tull'))).rejects.toThrow(NotFound)
  })
})

describe('publishing a draft', () => {
  test('makes a new version, closes the draft, and leaves the old version as it was', async () => {
    await inTestTransaction(database, { ...city, personId: eva }, async (trx) => {
      const draft = await startDraft(trx, { from: 'version', schemeId: (await getSchemeBySlug(trx, 'kunst-og-kulturtiltak')).id })
      const before = valueAt(draft.document, 'summary.nb')
      const { draft: edited } = await editDraft(trx, { draftId: draft.id, ops: [set('summary.nb', before, 'Kort og klart.')] })
      await expect(publishDraft(trx, { draftId: draft.id, personId: eva, now, seenRevision: 0 })).rejects.toThrow(Conflict)
      const published = await publishDraft(trx, { draftId: draft.id, personId: eva, now, seenRevision: edited.revision })
      expect(published).toMatchObject({ number: 2, isNew: true, schemeId: draft.schemeId })
      expect((await getSchemeBySlug(trx, 'kunst-og-kulturtiltak')).definition.summary.nb).toBe('Kort og klart.')
      expect((await getDraft(trx, draft.id)).closedAs).toBe('published')
      await expect(editDraft(trx, { draftId: draft.id, ops: [] })).rejects.toThrow(Conflict)
    })
  })

  test('is refused with reasons while something is missing, and when the address is another scheme’s', async () => {
    await inTestTransaction(database, { ...city, personId: eva }, async (trx) => {
      const draft = await startDraft(trx, { from: 'blank', title: 'Ny', lang: 'nb', unit: 'kultur' })
      await editDraft(trx, { draftId: draft.id, ops: [set('slug', 'ny', 'kor-og-korps')] })
      const refusal = await publishDraft(trx, { draftId: draft.id, personId: eva, now }).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(Invalid)
      expect((refusal as Invalid).reasons.map((reason) => reason.key)).toEqual(expect.arrayContaining(['slugTaken', 'missing']))
    })
  })
})

test('a draft takes in what was published meanwhile, and keeps its own where both changed', async () => {
  await inTestTransaction(database, { ...city, personId: eva }, async (trx) => {
    const scheme = await getSchemeBySlug(trx, 'kunst-og-kulturtiltak')
    const draft = await startDraft(trx, { from: 'version', schemeId: scheme.id })
    const { summary, purpose } = scheme.definition
    await editDraft(trx, {
      draftId: draft.id,
      ops: [set('summary.nb', summary.nb, 'Utkastets.'), set('purpose.nn', purpose.nn, 'Utkastet sitt.')],
    })
    const published = {
      ...scheme.definition,
      summary: { ...summary, nb: 'Den publiserte.' },
      purpose: { ...purpose, nb: 'Nytt formål.' },
    }
    await publishScheme(trx, { definition: published, now })
    await expect(publishDraft(trx, { draftId: draft.id, personId: eva, now })).rejects.toThrow(Conflict)
    const { draft: brought, clashes } = await bringUpToDate(trx, { draftId: draft.id })
    expect(valueAt(brought.document, 'purpose')).toMatchObject({ nb: 'Nytt formål.', nn: 'Utkastet sitt.' })
    expect(valueAt(brought.document, 'summary.nb')).toBe('Utkastets.')
    expect(clashes).toMatchObject([{ now: 'Utkastets.' }])
    expect((await publishDraft(trx, { draftId: draft.id, personId: eva, now })).number).toBe(3)
  })
})

test('a draft is there again when the server has been stopped: it stands in the database, change by change', async () => {
  const draft = await as(eva, choirDraft)
  const before = valueAt(draft.document, 'title.en')
  await as(eva, (trx) => editDraft(trx, { draftId: draft.id, ops: [set('title.en', before, 'Choirs')] }))
  const another = openDatabase({ appUrl: database.appUrl, connections: 1 })
  const found = await another.reading(city, (trx) => getDraft(trx, draft.id))
  await another.close()
  expect(valueAt(found.document, 'title.en')).toBe('Choirs')
  expect(found.revision).toBe(draft.revision + 1)
})
