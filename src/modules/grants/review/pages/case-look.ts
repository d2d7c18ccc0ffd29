import type { LoggedEvent } from '#cases'
import type { Ctx } from '#platform/http/index.ts'
import type { Answers } from '../../model.ts'
import type { CaseFile } from '../queries/case-access.ts'
import type { CaseDetails } from '../queries/case-page.ts'
import type { Impartiality } from '../rules/impartiality.ts'
import type { Step } from '../rules/next-steps.ts'
import type { Typed } from './typed.ts'

/** Everything one look at a case needs. */
export interface CaseLook {
  c: Ctx
  caseFile: CaseFile
  details: CaseDetails
  impartiality: Impartiality
  assessor: boolean
  steps: Step[]
  /** The step whose form is open. */
  open: Step | undefined
  /** What was typed in it, and what is wrong with it. */
  typed: Typed | undefined
  /** Classified answers, opened for this once; that they were read is logged. */
  opened: Answers | undefined
  events: LoggedEvent[]
  names: ReadonlyMap<string, string>
  caseworkers: { id: string; name: string }[]
  assessors: { id: string; name: string }[]
}

/** The address of a case's step, and where its form is sent. */
export const stepPaths: Record<Step, string> = {
  take: 'ta',
  declare: 'habilitet',
  ask: 'sporsmal',
  remind: 'paminnelse',
  assess: 'vurdering',
  recommend: 'innstilling',
  takeBack: 'trekk-innstilling',
  assign: 'fordel',
  assessor: 'vurderer',
  due: 'frist',
  note: 'notat',
  document: 'dokument',
}
