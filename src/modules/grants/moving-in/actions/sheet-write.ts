import type { Keyring } from '#platform/crypto.ts'
import type { Trx } from '#platform/database/db.ts'
import type { ImportKind } from '../rules/sheet-fields.ts'
import type { PlannedRow, Snapshot } from '../rules/sheet-plan.ts'
import { organisationAccountContext } from '../staged-cells.ts'

type Placed = PlannedRow & { id: string }
export interface Writer {
  insert(rows: readonly Placed[]): Promise<void>
  update(row: Placed): Promise<void>
}

interface WriteWith {
  trx: Trx
  keyring: Keyring
  batchId: string
  municipalityId: string
  personId: string | null
  now: Date
}

/** How the rows of each kind are written. */
export function writerOf(kind: ImportKind, given: WriteWith): Writer {
  return { awards: awardWriter, organisations: organisationWriter, obligations: obligationWriter }[kind](given)
}

function awardWriter(given: WriteWith): Writer {
  const { trx, batchId } = given
  return {
    insert: async (rows) => {
      const values = rows.map((row) => ({ ...awardColumns(row.after), ...matchOf(row, given), id: row.id, import_id: batchId }))
      await trx.insertInto('imported_award').values(values).execute()
    },
    update: async (row) => {
      await trx
        .updateTable('imported_award')
        .set({ ...awardColumns(row.after), ...matchOf(row, given), import_id: batchId })
        .where('id', '=', row.id)
        .execute()
    },
  }
}

function obligationWriter(given: WriteWith): Writer {
  const { trx, batchId } = given
  return {
    insert: async (rows) => {
      const values = rows.map((row) => ({
        ...obligationColumns(row.after),
        ...matchOf(row, given),
        id: row.id,
        import_id: batchId,
      }))
      await trx.insertInto('imported_obligation').values(values).execute()
    },
    update: async (row) => {
      await trx
        .updateTable('imported_obligation')
        .set({ ...obligationColumns(row.after), ...matchOf(row, given), import_id: batchId })
        .where('id', '=', row.id)
        .execute()
    },
  }
}

function organisationWriter(given: WriteWith): Writer {
  const { trx, keyring, batchId, municipalityId } = given
  const accountOf = (row: Placed) =>
    row.account === undefined
      ? {}
      : {
          account_cipher: keyring.encrypt(row.account, organisationAccountContext(municipalityId, row.id)),
          account_batch_id: batchId,
        }
  return {
    insert: async (rows) => {
      await trx
        .insertInto('organisation')
        .values(
          rows.map((row) => ({
            ...organisationColumns(row.after),
            account_cipher: null,
            account_batch_id: null,
            ...accountOf(row),
            id: row.id,
          })),
        )
        .execute()
    },
    update: async (row) => {
      await trx
        .updateTable('organisation')
        .set({ ...organisationColumns(row.after), ...accountOf(row) })
        .where('id', '=', row.id)
        .execute()
    },
  }
}

/** Who said that it is this organisation: kept where it stood so already. */
function matchOf(
  row: Placed,
  given: WriteWith,
): { organisation_id: string | null; matched_by?: string | null; matched_at?: Date | null } {
  const organisation = textOf(row.after, 'organisation_id')
  if (organisation !== null && row.before?.['organisation_id'] === organisation) return { organisation_id: organisation }
  return organisation === null
    ? { organisation_id: null, matched_by: null, matched_at: null }
    : { organisation_id: organisation, matched_by: given.personId, matched_at: given.now }
}

/** The columns of an earlier award, from its content. */
export function awardColumns(content: Snapshot) {
  return {
    source_key: textOf(content, 'source_key') ?? '',
    budget_year: Number(content['budget_year']),
    stage: content['stage'] === 'proposed' ? ('proposed' as const) : ('adopted' as const),
    recipient: textOf(content, 'recipient') ?? '',
    purpose: textOf(content, 'purpose'),
    stated_number: textOf(content, 'stated_number'),
    scheme_title: textOf(content, 'scheme_title'),
    scheme_id: textOf(content, 'scheme_id'),
    district_id: textOf(content, 'district_id'),
    decided_on: textOf(content, 'decided_on'),
    public: content['public'] !== false,
    prior_year_ore: numberOf(content, 'prior_year_ore'),
    applied_ore: numberOf(content, 'applied_ore'),
    result_ore: numberOf(content, 'result_ore') ?? 0,
    source_url: textOf(content, 'source_url'),
  }
}

/** The columns of an obligation from before, from its content. */
export function obligationColumns(content: Snapshot) {
  return {
    source_key: textOf(content, 'source_key') ?? '',
    demand: content['demand'] === 'condition' ? ('condition' as const) : ('report' as const),
    recipient: textOf(content, 'recipient') ?? '',
    stated_number: textOf(content, 'stated_number'),
    what: textOf(content, 'what') ?? '',
    scheme_title: textOf(content, 'scheme_title'),
    award_year: numberOf(content, 'award_year'),
    ore: numberOf(content, 'ore'),
    due_on: textOf(content, 'due_on') ?? '',
  }
}

/** The columns of an organisation, from its content. */
export function organisationColumns(content: Snapshot) {
  return {
    number: textOf(content, 'number'),
    name: textOf(content, 'name') ?? '',
    form: textOf(content, 'form'),
    email: textOf(content, 'email'),
    address: textOf(content, 'address'),
    postcode: textOf(content, 'postcode'),
    place: textOf(content, 'place'),
    district_id: textOf(content, 'district_id'),
  }
}

function textOf(content: Snapshot, column: string): string | null {
  const value = content[column]
  return typeof value === 'string' ? value : null
}

function numberOf(content: Snapshot, column: string): number | null {
  const value = content[column]
  return typeof value === 'number' ? value : null
}
