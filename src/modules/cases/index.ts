import './tables.ts'

export { recordEvent, listEvents, type LoggedEvent, type NewEvent } from './events.ts'
export { caseSlug, changeCase, findCaseByNumber, lockCase, openCase, requireRevision, type NewCase } from './case-file.ts'
export { saveMunicipality, type NewMunicipality } from './municipality.ts'
export { pageSections, type PageSection } from './sections.ts'
export { MunicipalitySettings, RegisterFacts, staffRoles, type StaffRole } from './model.ts'
export * as servicePages from './pages/index.ts'
