import { applicationPages, registerPages, schemePages } from '#grants'
import { servicePages } from '#cases'
import { get, post, type Route } from '#platform/http/index.ts'
import { identityRoutes } from '#platform/identity/index.ts'

/** Every URL, who may use it and what answers: the site map. */
export const routes: readonly Route[] = [
  ...identityRoutes,

  // Find and apply
  get('/', 'anyone', schemePages.showFront),
  get('/tilskudd', 'anyone', schemePages.showSchemes),
  get('/tilskudd/:slug', 'anyone', schemePages.showScheme),
  get('/tilskudd/:slug/frist.ics', 'anyone', schemePages.deadlineCalendar),
  get('/tilskudd/:slug/varsel', 'anyone', schemePages.reminderAsked),
  post('/tilskudd/:slug/varsel', 'anyone', schemePages.askToBeReminded),
  get('/varsel/avmeld/:token', 'anyone', schemePages.confirmStop),
  post('/varsel/avmeld/:token', 'anyone', schemePages.stopBeingReminded),
  get('/tilskudd/:slug/sok', 'resident', applicationPages.showStartPage),
  post('/tilskudd/:slug/sok', 'resident', applicationPages.beginApplication),
  get('/tilskudd/:slug/soknad/:draftId', 'resident', applicationPages.openDraft),
  get('/tilskudd/:slug/soknad/:draftId/kontroll', 'resident', applicationPages.showCheckPage),
  post('/tilskudd/:slug/soknad/:draftId/kontroll', 'resident', applicationPages.sendApplication),
  get('/tilskudd/:slug/soknad/:draftId/kvittering', 'resident', applicationPages.showReceipt),
  get('/tilskudd/:slug/soknad/:draftId/slett', 'resident', applicationPages.askDeleteDraft),
  post('/tilskudd/:slug/soknad/:draftId/slett', 'resident', applicationPages.removeDraft),
  get('/tilskudd/:slug/soknad/:draftId/fil/:attachmentId', 'resident', applicationPages.downloadDraftFile),
  get('/tilskudd/:slug/soknad/:draftId/:page', 'resident', applicationPages.showDraftStep),
  post('/tilskudd/:slug/soknad/:draftId/:page', 'resident', applicationPages.saveDraftStep, { maxBody: 80_000_000 }),

  // My page

  // The desk
  get('/saker/livslop', 'staff', schemePages.showLifecycles),

  // The register
  get('/register', 'anyone', registerPages.registerPage),
  get('/register.csv', 'anyone', registerPages.registerCsv),

  // The service itself
  get('/tilgjengelighet', 'anyone', servicePages.accessibilityPage),
  get('/personvern', 'anyone', servicePages.privacyPage),
  get('/kontakt', 'anyone', servicePages.contactPage),
  get('/postkasse', 'anyone', servicePages.mailboxPage),
  get('/postkasse/:id', 'anyone', servicePages.mailPage),
  get('/saker/innstillinger', ['administrator'], servicePages.settingsPage),
  post('/saker/innstillinger/ansatte', ['administrator'], servicePages.addStaff),
  get('/saker/innstillinger/ansatte/:id', ['administrator'], servicePages.rolesPage),
  post('/saker/innstillinger/ansatte/:id', ['administrator'], servicePages.saveRoles),
  get('/saker/innstillinger/jobber', ['administrator'], servicePages.failedJobsPage),
  post('/saker/innstillinger/jobber', ['administrator'], servicePages.retryFailedJob),
]
