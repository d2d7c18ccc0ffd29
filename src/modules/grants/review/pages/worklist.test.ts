import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listWorklist, type WorklistPage } from '../queries/worklist.ts'
import { readWorklistFilter } from '../rules/worklist-filter.ts'
import { openReviewWorld, receivedCase, stateOf, type ReviewWorld } from '../review.testing.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
  for (let n = 1; n <= 120; n++) {
    const kind = n % 3 === 0 ? 'kor' : 'idrettslag'
    await receivedCase(world, {
      applicant: `${n % 2 ? 'Åsheim' : 'Bekkelia'} ${kind} ${n}`,
      organisationId: undefined,
      appliedOre: n * 1_000_00,
      dueOn: n === 7 ? '2026-12-01' : `2027-0${(n % 8) + 1}-15`,
    })
  }
}, 120_000)
afterAll(() => world.close())

const ask = (query: string): Promise<WorklistPage> =>
  world.inCity((trx) =>
    listWorklist(trx, readWorklistFilter(new URLSearchParams(query)), {
      personId: world.person('maren-lie'),
      assignedOnly: false,
      closedIds: [],
      today: '2026-12-20',
    }),
  )

describe('The worklist', () => {
  test.each(['due', 'received', 'applied', 'number', 'applicant'])(
    'sorted by %s is read page by page, forwards and back',
    async (sort) => {
      for (const direction of ['opp', 'ned']) {
        const seen: string[] = []
        let query = `visning=all&sorter=${sort}&retning=${direction}`
        let first: WorklistPage | undefined
        for (;;) {
          const page = await ask(query)
          first ??= page
          seen.push(...page.rows.map((row) => row.id))
          const last = page.rows.at(-1)
          if (!page.hasNext || !last) break
          query = `visning=all&sorter=${sort}&retning=${direction}&etter=${last.id}.${encodeURIComponent(last.place)}`
        }
        expect(seen).toHaveLength(120)
        expect(new Set(seen).size).toBe(120)
        const middle = await ask(query)
        const top = middle.rows[0]
        const back = await ask(
          `visning=all&sorter=${sort}&retning=${direction}&foran=${top?.id}.${encodeURIComponent(top?.place ?? '')}`,
        )
        expect(back.rows.map((row) => row.id)).toEqual(seen.slice(50, 100))
        expect(first.count).toEqual({ n: 120, more: false })
      }
    },
  )

  test('sorts Norwegian names as Norwegians do, and numbers as numbers', async () => {
    const byName = await ask('visning=all&sorter=applicant&retning=opp')
    expect(byName.rows[0]?.applicantName).toMatch(/^Bekkelia/)
    const byNumber = await ask('visning=all&sorter=number&retning=opp')
    expect(byNumber.rows.slice(0, 12).map((row) => row.number)).toEqual(Array.from({ length: 12 }, (_, n) => `2026/${n + 1}`))
  })

  test('finds by words of applicant or title, the beginning of a word, and the case number', async () => {
    expect((await ask('visning=all&sok=kor')).count.n).toBe(40)
    expect((await ask('visning=all&sok=åsheim kor')).count.n).toBe(20)
    expect((await ask('visning=all&sok=bekkel')).count.n).toBe(60)
    expect((await ask('visning=all&sok=2026-17')).rows.map((row) => row.number)).toEqual(['2026/17'])
    expect((await ask('visning=all&sok=sjiraff')).rows).toEqual([])
    expect((await ask(`visning=all&sok=${encodeURIComponent("' & | ! :* (")}`)).rows).toEqual([])
  })

  test('filters, and counts what is left', async () => {
    expect((await ask('visning=all&status=submitted&kanal=digital')).count).toEqual({ n: 120, more: false })
    expect((await ask('visning=all&status=closed')).rows).toEqual([])
    expect((await ask('visning=due')).rows.map((row) => row.dueOn)).toEqual(['2026-12-01'])
    expect((await ask('visning=all&etter=00000000-0000-0000-0000-000000000000.tull&sorter=due')).rows).toHaveLength(50)
  })

  test('shows the cases of one version of a scheme, with a way back to all of them', async () => {
    const scheme = await world.inCity((trx) =>
      trx.selectFrom('scheme').select('id').where('slug', '=', 'klimatiltak').executeTakeFirstOrThrow(),
    )
    const on = (version: number) => `visning=all&ordning=${scheme.id}&versjon=${version}`
    expect((await ask(on(1))).count).toEqual({ n: 120, more: false })
    expect((await ask(on(2))).rows).toEqual([])
    expect((await world.get(`/saker?${on(1)}`, { as: 'maren-lie' })).text).toContain('Versjon 1 av ordningen')
  })

  test('takes many cases at once, keeps a view, and goes out as a workbook', async () => {
    const { rows } = await ask('visning=unassigned')
    const form = { gjor: 'ta', sak: rows[0]?.id ?? '', tilbake: 'visning=unassigned' }
    const taken = await world.post('/saker/valgte', { as: 'maren-lie', form })
    expect(taken.headers.get('location')).toContain('gjort=tatt&n=1')
    expect((await stateOf(world, rows[0]?.id ?? '')).caseworker_id).toBe(world.person('maren-lie'))
    expect((await ask('visning=mine')).rows).toHaveLength(1)
    await world.post('/saker/visninger', { as: 'maren-lie', form: { navn: 'Store korsaker', visning: 'visning=all&sok=kor' } })
    expect((await world.get('/saker', { as: 'maren-lie' })).text).toContain('Store korsaker')
    expect((await world.get('/saker', { as: 'sindre-hauge' })).text).not.toContain('Store korsaker')
    const none = await world.post('/saker/valgte', { as: 'maren-lie', form: { gjor: 'ta' } })
    expect(none.headers.get('location')).toContain('gjort=ingen')
    expect((await world.post('/saker/valgte', { as: 'rolf-vik', form })).status).toBe(404)
    expect(
      (await world.post('/saker/valgte', { as: 'rolf-vik', form: { gjor: 'eksport' } })).headers.get('content-type'),
    ).toContain('sheet')
  })
})

test('the list shows an empty, helpful page, and leads those who see no cases to their own desk', async () => {
  expect((await world.get('/saker', { as: 'sindre-hauge' })).text).toContain('Du har ingen saker no')
  const desks = {
    'nina-strand': '/saker/innstillinger',
    'petter-dahl': '/saker/utbetalinger',
    'vera-holt': '/logg-inn/ingen-rolle',
  }
  for (const [as, desk] of Object.entries(desks)) expect((await world.get('/saker', { as })).headers.get('location')).toBe(desk)
  expect((await world.get('/saker', { as: 'astrid-solheim' })).status).toBe(404)
  expect((await world.get('/saker')).status).not.toBe(200)
})
