import './tables.ts'

export { lifecycles, type CaseStatus } from './lifecycle.ts'
export { loadSchemes, type LoadedScheme, type LoadOptions } from './scheme/actions/load-schemes.ts'
export { publishScheme, type Published } from './scheme/actions/publish-scheme.ts'
export { describeFault } from './scheme/texts/definition.ts'
export * as registerPages from './register/pages/index.ts'
