import { DATE_FUNCTIONS } from './dates.ts'
import { GRANT_FUNCTIONS } from './grants.ts'
import { LIST_FUNCTIONS } from './lists.ts'
import { NUMBER_FUNCTIONS } from './numbers.ts'
import type { FunctionSpec } from './spec.ts'
import { TEXT_FUNCTIONS } from './texts.ts'

/** Every function a rule can call. There is no other way to a function: facts are never called. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map(
  Object.entries({ ...TEXT_FUNCTIONS, ...NUMBER_FUNCTIONS, ...LIST_FUNCTIONS, ...DATE_FUNCTIONS, ...GRANT_FUNCTIONS }),
)
