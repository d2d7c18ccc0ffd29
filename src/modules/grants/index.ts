import './tables.ts'

export { lifecycles, type CaseStatus } from './lifecycle.ts'
