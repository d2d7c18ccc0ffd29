import type { Input } from '../../rules/inputs.ts'
import { formal } from './about.ts'
import { conditions, payment, publicity, report } from './after.ts'
import { calls, who } from './call.ts'
import { assessment, authority, letters } from './handle.ts'
import { amount, parts, rules } from './rules.ts'

/** The questions of each part that is told as data, by its address. */
export const partForms: Readonly<Record<string, readonly Input[]>> = {
  formal,
  hvem: who,
  deler: parts,
  utlysning: calls,
  regler: rules,
  belop: amount,
  vurdering: assessment,
  fullmakt: authority,
  brev: letters,
  vilkar: conditions,
  utbetaling: payment,
  rapport: report,
  offentlighet: publicity,
}
