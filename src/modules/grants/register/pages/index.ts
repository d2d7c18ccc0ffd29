export { matchRecipient, showMatching, undoMatch } from './match.tsx'
export { organisationPage } from './organisation.tsx'
export { registerPage } from './register.tsx'
export { registerCsv } from './register-csv.ts'
