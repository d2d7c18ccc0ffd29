import type { Answer } from '#test/app.ts'
import { hiddenOf, pdf } from '../application/choir-app.testing.ts'
import { givenAward, type FollowUpWorld, type GivenAward } from '../follow-up.testing.ts'

/** For tests: the report of a grant to youth, as Astrid writes it and Maren reads it. */

export const astrid = 'astrid-solheim'
export const maren = 'maren-lie'

const budget = [
  { side: 'cost' as const, category: 'rent', label: 'Leie av lokale', ore: 30_000_00 },
  { side: 'cost' as const, category: 'wages', label: 'Lønn', ore: 20_000_00 },
  { side: 'income' as const, category: 'own', label: 'Egne midler', ore: 10_000_00 },
]

/** 70 per cent at once, the rest when the report is approved; less granted than applied for. */
export const youthAward = (world: FollowUpWorld) =>
  givenAward(world, { slug: 'ungdommens-moteplasser', appliedOre: 40_000_00, ore: 30_000_00, budget })

export const path = (award: GivenAward, page = '') => `/min-side/rapport/${award.reportId}${page ? `/${page}` : ''}`
export const show = (world: FollowUpWorld, award: GivenAward, page: string) => world.get(path(award, page), { as: astrid })

/** Fills in a page of the report and presses a button. */
export async function fill(
  world: FollowUpWorld,
  award: GivenAward,
  page: string,
  values: Record<string, string>,
  button = 'next',
  files: [string, File][] = [],
): Promise<Answer> {
  const shown = await show(world, award, page)
  return await world.post(path(award, page), {
    as: astrid,
    form: { ...hiddenOf(shown.text, path(award, page)), ...values, _do: button },
    ...(files.length > 0 ? { files } : {}),
  })
}

export const result = { openEvenings: '40', averageVisitors: '25', voices: 'Vi vil ha mer musikk.' }
export const accounts = {
  'accounts.0.amount': '24 000',
  'accounts.1.amount': '16 000',
  'accounts.2.amount': '10 000',
}

/** The whole report, ready to be sent. */
export async function write(world: FollowUpWorld, award: GivenAward): Promise<Answer> {
  await fill(world, award, 'resultat', result, 'upload', [['accounts', pdf('regnskap.pdf')]])
  await fill(world, award, 'resultat', result)
  await fill(world, award, 'regnskap', accounts)
  return await fill(world, award, 'bekreft', { torgTruth: 'on' })
}

export async function send(world: FollowUpWorld, award: GivenAward): Promise<Answer> {
  const check = await show(world, award, 'kontroll')
  return await world.post(path(award, 'kontroll'), { as: astrid, form: hiddenOf(check.text, path(award, 'kontroll')) })
}

/** What staff do with a report that was sent. */
export async function review(
  world: FollowUpWorld,
  award: GivenAward,
  gjor: string,
  form: Record<string, string> = {},
  as = maren,
): Promise<Answer> {
  const address = `/saker/rapporter/${award.reportId}`
  const shown = await world.get(address, { as })
  return await world.post(address, { as, form: { ...hiddenOf(shown.text, address), gjor, ...form } })
}

export const statusOf = (world: FollowUpWorld, award: GivenAward) =>
  world.inCity((trx) =>
    trx
      .selectFrom('report')
      .selectAll()
      .where('id', '=', award.reportId ?? '')
      .executeTakeFirstOrThrow(),
  )
