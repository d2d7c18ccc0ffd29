import { fjordvikPeople } from './people-fjordvik.ts'
import { lyngsundPeople } from './people-lyngsund.ts'
import type { DemoPerson } from './person.ts'

export type { DemoMunicipality, DemoPerson } from './person.ts'

/** Everybody in the demo. */
export const demoPeople: readonly DemoPerson[] = [...fjordvikPeople, ...lyngsundPeople]

/** The demo's people of one municipality, as the picker shows them. */
export function listDemoPeople(municipality: string, kind: DemoPerson['kind']): DemoPerson[] {
  return demoPeople.filter((person) => person.municipality === municipality && person.kind === kind)
}
