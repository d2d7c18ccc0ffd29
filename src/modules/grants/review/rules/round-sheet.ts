/** What a sheet of recommended amounts would change, row by row, and what is wrong with it. Amounts in øre. */

/** A row of the sheet, as it was read. */
export interface SheetRow {
  row: number
  number: string
  ore: number | undefined
  reasons: string
  revision: number | undefined
}

export interface KnownCase {
  id: string
  number: string
  applicantName: string
  revision: number
  editable: boolean
  declared: boolean
  ore: number | undefined
  reasons: string
  potId: string | null
}

export interface SheetChange {
  row: number
  caseId: string
  number: string
  applicantName: string
  beforeOre: number | undefined
  ore: number
  reasons: string
  potId: string | null
  revision: number
}

export interface SheetFault {
  row: number
  number: string
  key: 'unknownCase' | 'twice' | 'changedMeanwhile' | 'noRevision' | 'notEditable' | 'notDeclared' | 'negative' | 'reasonsMissing'
}

/** Rows that say what the case says already change nothing and are no fault. */
export function readChanges(
  rows: readonly SheetRow[],
  cases: readonly KnownCase[],
): { changes: SheetChange[]; faults: SheetFault[]; unchanged: number } {
  const known = new Map(cases.map((each) => [each.number, each]))
  const seen = new Set<string>()
  const changes: SheetChange[] = []
  const faults: SheetFault[] = []
  let unchanged = 0
  for (const row of rows) {
    const number = row.number.trim().replace('-', '/')
    const fault = (key: SheetFault['key']) => faults.push({ row: row.row, number, key })
    const found = known.get(number)
    if (!found) {
      fault('unknownCase')
      continue
    }
    if (seen.has(number)) {
      fault('twice')
      continue
    }
    seen.add(number)
    const reasons = row.reasons.trim()
    const same = row.ore === found.ore && reasons === found.reasons.trim()
    if (row.ore === undefined || same) {
      unchanged++
      continue
    }
    if (row.ore < 0) fault('negative')
    else if (!found.editable) fault('notEditable')
    else if (row.revision === undefined) fault('noRevision')
    else if (row.revision !== found.revision) fault('changedMeanwhile')
    else if (!found.declared) fault('notDeclared')
    else if (reasons === '') fault('reasonsMissing')
    else {
      changes.push({
        row: row.row,
        caseId: found.id,
        number,
        applicantName: found.applicantName,
        beforeOre: found.ore,
        ore: row.ore,
        reasons,
        potId: found.potId,
        revision: found.revision,
      })
    }
  }
  return { changes, faults, unchanged }
}

/** A pot as it stands without the cases that a sheet changes. */
export interface PotRoom {
  id: string | null
  name: string
  totalOre: number
  usedOre: number
  /** Recommended now, in all cases. */
  plannedOre: number
}

/** The pots that the changes would take above what they hold, and by how much. */
export function potsExceeded(pots: readonly PotRoom[], changes: readonly SheetChange[]): { name: string; overOre: number }[] {
  return pots.flatMap((pot) => {
    const within = changes.filter((change) => pot.id === null || change.potId === pot.id)
    const moved = within.reduce((sum, change) => sum + change.ore - (change.beforeOre ?? 0), 0)
    const over = pot.usedOre + pot.plannedOre + moved - pot.totalOre
    return over > 0 && moved > 0 ? [{ name: pot.name, overOre: over }] : []
  })
}
