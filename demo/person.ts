import type { Text3 } from '#platform/texts/texts.ts'

/** The demo's municipalities are invented, and so is everybody in them. */
export type DemoMunicipality = 'fjordvik' | 'lyngsund'

export interface DemoPerson {
  /** Also the subject that the demo's provider vouches for. */
  key: string
  name: string
  municipality: DemoMunicipality
  kind: 'resident' | 'staff'
  /** Who this is and what to try as them. */
  about: Text3
  language: 'nb' | 'nn' | 'en'
  email: string
  /** Residents: a synthetic number (eighty added to the month), which belongs to nobody. */
  nationalId?: string
  /** Staff: what they may do. */
  roles: readonly string[]
  /** Staff: the key of the one they answer to. */
  superior?: string
}
