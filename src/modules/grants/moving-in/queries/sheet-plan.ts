import { sql } from 'kysely'
import type { Trx } from '#platform/database/db.ts'
import { isNationalId } from '#platform/identity/index.ts'
import { unfollowed, type Step } from '#platform/jobs/runs.ts'
import type { Mapping, Sheet } from '../rules/mapping.ts'
import { obligationKeys, planObligations } from '../rules/obligations-plan.ts'
import { planOrganisations, wantedIds } from '../rules/organisations-plan.ts'
import { awardKeys, planAwards } from '../rules/sheet-awards.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { Plan, Planning } from '../rules/sheet-plan.ts'
import { namesToCompare, type Known } from '../rules/sheet-recipients.ts'
import { readInParts, readRows, type ReadSheet } from '../rules/sheet-rows.ts'
import { readAwards, readContents, readKnown, readObligations, readPlaces } from './sheet-known.ts'

export interface Import {
  kind: ImportKind
  sheets: readonly Sheet[]
  mapping: Mapping
  /** What a person said of names: id of an organisation, 'new' or 'none'. */
  answers: Readonly<Record<string, string>>
}

/** The rows of a file by its mapping; the first `most` of them for a preview. */
export function readImport(given: Pick<Import, 'kind' | 'sheets' | 'mapping'>, most?: number): ReadSheet {
  const sheet = given.sheets[given.mapping.sheet]
  if (!sheet) return { rows: [], problems: [], passed: [], total: 0 }
  return readRows(sheet, { kind: given.kind, mapping: given.mapping, isNationalId }, most)
}

/**
 * What bringing the file in would do now. Writes nothing. `today` is an Oslo day. All of it is done a part at a time, each told
 * to `step`, so that others are let in between.
 */
export async function planImport(trx: Trx, given: Import, today: string, step: Step = unfollowed): Promise<Plan> {
  const tell = awake(trx, step)
  const read = await readAll(given, tell)
  const known = await readKnown(trx)
  await compareNames(given.kind, read, known, tell)
  const { answers } = given
  if (given.kind === 'awards')
    return await make(
      planAwards(read, {
        known,
        places: await readPlaces(trx),
        existing: await readAwards(trx, awardKeys(read.rows)),
        answers,
        hidden: given.mapping.hidden ?? false,
      }),
      tell,
    )
  if (given.kind === 'obligations')
    return await make(
      planObligations(read, { known, existing: await readObligations(trx, obligationKeys(read.rows)), answers, today }),
      tell,
    )
  return await make(
    planOrganisations(read, {
      known,
      contents: await readContents(trx, wantedIds(read, known)),
      places: await readPlaces(trx),
      answers,
      overwrite: given.mapping.overwrite ?? false,
    }),
    tell,
  )
}

async function make(planning: Planning, step: Step): Promise<Plan> {
  for (;;) {
    const { done, value } = planning.next()
    if (done) return value
    await step({ stage: 'planning', done: 0, total: 0 })
  }
}

async function readAll({ kind, sheets, mapping }: Import, step: Step): Promise<ReadSheet> {
  const sheet = sheets[mapping.sheet]
  if (!sheet) return { rows: [], problems: [], passed: [], total: 0 }
  const reader = readInParts(sheet, { kind, mapping, isNationalId })
  for (;;) {
    const { done, value } = reader.next()
    if (done) return value
    await step({ stage: 'reading', done: value, total: sheet.rows.length })
  }
}

/** Names compared between one step and the next. */
const NAMES = 100

/** What the index of names has found, it keeps: asked here in parts, it answers at once when the plan is made. */
async function compareNames(kind: ImportKind, read: ReadSheet, known: Known, step: Step): Promise<void> {
  const field = kind === 'organisations' ? 'name' : 'recipient'
  const list = read.rows.map(({ values }) => ({
    name: String(values[field]),
    ...(values['number'] === undefined ? {} : { number: String(values['number']) }),
  }))
  const names = namesToCompare(list, known)
  for (let at = 0; at < names.length; at += NAMES) {
    for (const name of names.slice(at, at + NAMES)) known.names.like(name)
    await step({ stage: 'comparing', done: Math.min(at + NAMES, names.length), total: names.length })
  }
}

/** The database ends a transaction that says nothing for half a minute: long work says something now and then. */
function awake(trx: Trx, step: Step): Step {
  let last = performance.now()
  return async (at) => {
    await step(at)
    if (performance.now() - last < 5_000) return
    last = performance.now()
    await sql`select 1`.execute(trx)
  }
}
