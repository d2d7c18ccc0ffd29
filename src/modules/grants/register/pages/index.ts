export { registerPage } from './register.tsx'
export { registerCsv } from './register-csv.ts'
