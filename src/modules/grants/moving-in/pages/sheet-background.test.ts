import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { openKeyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import { routes } from '#src/routes.ts'
import { importBatch } from '../actions/sheet-import.ts'
import { sheetRunJob } from '../jobs.ts'
import { getBatch, readStaged } from '../queries/sheet-batches.ts'
import { AT_ONCE } from '../rules/sheet-runs.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(routes, new Date('2026-11-10T10:00:00Z'))
})
afterAll(() => app.close())

const liv = 'liv-tangen'
const rows = AT_ONCE + 500
const text = (answer: { text: string }) => answer.text.replaceAll(/[\u00a0\u202f]/g, ' ')
const scope = () => app.ground[0]?.scope ?? { municipalityId: '' }
const show = async (path: string) => text(await app.get(path, { as: liv }))
const press = (path: string, form: Record<string, string>) => app.post(path, { as: liv, form })
const later = (seconds: number) => (app.clock.now = new Date(app.clock.now.getTime() + seconds * 1_000))
const inFjordvik = <T>(run: (trx: Trx) => Promise<T>) => app.services.db.inTransaction(scope(), run)
const brought = () =>
  inFjordvik(
    async (trx) => (await trx.selectFrom('imported_award').select('id').where('recipient', 'like', 'Lag %').execute()).length,
  )

/** As the worker does when the queue gives it what was begun. */
async function work(services: Partial<TestApp['services']> = {}): Promise<void> {
  const open = await inFjordvik((trx) => trx.selectFrom('job_run').select('id').where('ended_at', 'is', null).execute())
  for (const { id } of open) await sheetRunJob.run({ ...app.services, ...services }, scope(), { runId: id })
}

const columns = {
  'vist-ark': '0',
  ark: '0',
  'vist-linje': '1',
  linje: '1',
  k0: 'year',
  k1: 'recipient',
  k2: 'result',
  'f-stage': 'adopted',
}

/** A large list of a year, uploaded with its columns said; the dry run is begun. */
async function upload(year: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, n) => `${year};Lag ${n};${1_000 + n}`)
  const file = new File([`År;Mottaker;Tildelt\n${lines.join('\n')}\n`], `liste-${year}.csv`)
  const done = await app.post('/saker/flytt-inn', { as: liv, form: { hva: 'awards' }, files: [['fil', file]] })
  const batch = (done.headers.get('location') ?? '').replace('/kolonner', '')
  const on = await press(`${batch}/kolonner`, { ...columns, gjor: 'videre' })
  expect(on.headers.get('location')).toBe(`${batch}/proving`)
  return batch
}
const idOf = (batch: string) => batch.split('/').at(-1) ?? ''

describe('A large file', () => {
  let batch: string

  test('is tried in the background: the page tells that it goes on, renews itself, and becomes what came of it', async () => {
    batch = await upload(2001)
    const waiting = await show(`${batch}/proving`)
    expect(waiting).toContain('Venter på å begynne')
    expect(waiting).toContain('data-poll')
    expect(waiting).toContain(`href="${batch}/proving"`)
    expect(waiting).not.toContain('hent-inn')
    await work()
    const tried = await show(`${batch}/proving`)
    expect(tried).toContain('Hent inn 1 500 rader')
    expect(tried).not.toContain('data-poll')
    expect(await brought()).toBe(0)
  })

  test('is brought in while one follows it, or does something else and comes back to a notice', async () => {
    expect((await press(`${batch}/proving`, { gjor: 'hent-inn' })).headers.get('location')).toBe(batch)
    expect(await show(batch)).toContain('Filen hentes inn')
    expect(await show('/saker/flytt-inn')).toContain('Venter på å begynne')
    expect((await app.get(`${batch}/kolonner`, { as: liv })).headers.get('location')).toBe(batch)
    await work()
    expect(await show(batch)).toContain('Filen er hentet inn')
    expect(await show('/saker/flytt-inn')).toContain('liste-2001.csv er hentet inn.')
    expect(await brought()).toBe(rows)
    later(3_600)
    expect(await show('/saker/flytt-inn')).not.toContain('liste-2001.csv er hentet inn.')
  })

  test('is taken back in the same way, whole', async () => {
    await press(`${batch}/angre`, {})
    expect(await show(batch)).toContain('Filen tas tilbake')
    expect(await brought()).toBe(rows)
    await work()
    expect(await show(batch)).toContain('1 500 rader er fjernet')
    expect(await brought()).toBe(0)
  })

  test('waits for another import to end, tells of it, and can be stopped: nothing of it is left', async () => {
    batch = await upload(2002)
    await work()
    await press(`${batch}/proving`, { gjor: 'hent-inn' })
    later(1)
    const stopping = (async () => {
      while (!(await show(batch)).includes('Venter til en annen fil er hentet inn')) await setTimeout(20)
      expect(await show('/saker/flytt-inn')).toContain('Venter til en annen fil er hentet inn')
      await press(`${batch}/stopp`, { _do: 'stop' })
    })()
    await whileImporting(() => Promise.all([work(), stopping]))
    expect(await brought()).toBe(0)
    expect((await app.get(batch, { as: liv })).headers.get('location')).toBe(`${batch}/proving`)
    const page = await show(`${batch}/proving`)
    expect(page).toContain('Ingenting av filen er hentet inn.')
    expect(page).toContain('Hent inn 1 500 rader')
  })

  test('that a fault stops is left as it was, with a word of it; and then goes in all the same', async () => {
    await press(`${batch}/proving`, { gjor: 'hent-inn' })
    later(1)
    await work({ keyring: openKeyring([{ id: 'other', secret: Buffer.alloc(32, 7) }]) })
    expect(await brought()).toBe(0)
    expect(await show(`${batch}/proving`)).toContain('noe gikk galt hos oss. Ingenting av den er hentet inn')
    await press(`${batch}/proving`, { gjor: 'hent-inn' })
    await work()
    expect(await brought()).toBe(rows)
  })

  test('whose server ended in the middle is begun anew by the queue, and comes in once', async () => {
    batch = await upload(2003)
    await work()
    await press(`${batch}/proving`, { gjor: 'hent-inn' })
    const dying = inFjordvik(async (trx) => {
      const { kind, mapping, answers } = await getBatch(trx, idOf(batch))
      const sheets = await readStaged(trx, app.services.keyring, idOf(batch))
      if (!mapping || !sheets) throw new Error('nothing is staged')
      await importBatch(trx, app.services.keyring, idOf(batch), { kind, sheets, mapping, answers })
      throw new Error('the server is gone')
    })
    await expect(dying).rejects.toThrow('the server is gone')
    expect(await brought()).toBe(rows)
    await work()
    await work()
    expect(await brought()).toBe(2 * rows)
  })

  test('is brought in once when two press at once, and its columns and answers stand fast meanwhile', async () => {
    batch = await upload(2004)
    await work()
    const answers = await Promise.all([1, 2].map(() => press(`${batch}/proving`, { gjor: 'hent-inn' })))
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual([batch, batch])
    expect((await press(`${batch}/kolonner`, { ...columns, gjor: 'videre' })).headers.get('location')).toBe(batch)
    await press(`${batch}/forkast`, {})
    await work()
    expect(await brought()).toBe(3 * rows)
    expect(await show(batch)).toContain('Filen er hentet inn')
  })

  test('whose columns are changed is tried anew: what was tried before is not shown', async () => {
    batch = await upload(2005)
    await work()
    await press(`${batch}/kolonner`, { ...columns, 'f-stage': 'proposed' })
    expect(await show(`${batch}/proving`)).toContain('Prøv hele filen')
    await press(`${batch}/proving`, { gjor: 'prov' })
    await work()
    expect(await show(`${batch}/proving`)).toContain('1 500 forslag')
  })
})

/** Works while somebody else's import has the turn. */
async function whileImporting(run: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.appUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 7206714))', [`import ${scope().municipalityId}`])
    await run()
  } finally {
    await client.end()
  }
}
