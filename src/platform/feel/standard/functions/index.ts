import type { FunctionValue } from '../values.ts'
import { CONTEXT_FUNCTIONS } from './contexts.ts'
import { DATE_FUNCTIONS } from './dates.ts'
import { LIST_FUNCTIONS } from './lists.ts'
import { NUMBER_FUNCTIONS } from './numbers.ts'
import { RANGE_FUNCTIONS } from './ranges.ts'
import { TEXT_FUNCTIONS } from './texts.ts'

/** Every function that the standard has, by its name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionValue> = new Map(
  Object.entries({
    ...CONTEXT_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...RANGE_FUNCTIONS,
    ...TEXT_FUNCTIONS,
  }),
)
