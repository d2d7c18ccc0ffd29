export { identityRoutes } from './routes.ts'
export { openIdentity, type Identity } from './identity.ts'
export { missingProviders, readProviders, standardLabels, type Provider, type ProviderKind, type Providers } from './providers.ts'
export { currentSession } from './current-session.ts'
export {
  createSession,
  endSession,
  endSessionsOf,
  loadSession,
  touchSession,
  type EndReason,
  type NewSession,
  type Session,
} from './session.ts'
export { endLogin, listLogins, type Login } from './logins.ts'
export { keepPendingPost } from './pages/kept-form.tsx'
export {
  findByNationalId,
  keepNationalId,
  provisionPerson,
  readNationalId,
  rotateNationalIds,
  type Claims,
  type Provisioned,
} from './person.ts'
export { inviteStaff, type Invitation } from './invitation.ts'
export { deactivatePerson } from './deactivate.ts'
export { cleanUpLogins } from './clean-up.ts'
export { birthDateOf, isNationalId, isSynthetic } from './national-id.ts'
export { localPath } from './return-path.ts'
