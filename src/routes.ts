import { registerPages } from '#grants'
import { get, type Route } from '#platform/http/index.ts'
import { identityRoutes } from '#platform/identity/index.ts'

/** Every URL, who may use it and what answers: the site map. */
export const routes: readonly Route[] = [
  ...identityRoutes,

  // Find and apply

  // My page

  // The desk

  // The register
  get('/register', 'anyone', registerPages.registerPage),
  get('/register.csv', 'anyone', registerPages.registerCsv),
]
