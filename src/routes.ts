import { applicationPages, paymentPages, registerPages, reviewPages, schemePages, whoMay, whoMayAny } from '#grants'
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
  get('/min-side', 'resident', applicationPages.showMyPage),
  get('/min-side/saker/:number', 'resident', applicationPages.showMyCase),
  post('/min-side/saker/:number/svar', 'resident', applicationPages.answerQuestion, { maxBody: 80_000_000 }),
  get('/min-side/saker/:number/trekk', 'resident', applicationPages.askWithdraw),
  post('/min-side/saker/:number/trekk', 'resident', applicationPages.withdraw),
  get('/min-side/saker/:number/dokument/:documentId', 'resident', applicationPages.downloadCaseFile),

  // Payments (before the cases, whose addresses begin the same)
  get('/saker/utbetalinger', whoMay('readPayments'), paymentPages.showPaymentList),
  post('/saker/utbetalinger', whoMay('readPayments'), paymentPages.changeManyPayments),
  post('/saker/utbetalinger/eksport', whoMay('readAccounts'), paymentPages.exportPayments),
  get('/saker/utbetalinger/:id', whoMay('readPayments'), paymentPages.showPaymentPage),
  post('/saker/utbetalinger/:id', whoMay('readPayments'), paymentPages.changeOnePayment),
  post('/saker/utbetalinger/:id/konto', whoMay('readAccounts'), paymentPages.showWholeAccount),

  // The desk
  get('/saker', whoMayAny('readCases', 'readAssignedCases'), reviewPages.showWorklist),
  post('/saker/valgte', whoMayAny('readCases', 'readAssignedCases'), reviewPages.doWithChosen),
  post('/saker/visninger', whoMayAny('readCases', 'readAssignedCases'), reviewPages.changeSavedViews),
  get('/saker/habilitet', whoMay('declareImpartiality'), reviewPages.showImpartiality),
  post('/saker/habilitet', whoMay('declareImpartiality'), reviewPages.doDeclareMany),
  get('/saker/dokumenter/:id', whoMayAny('readCases', 'readAssignedCases'), reviewPages.downloadDocument),
  get('/saker/:number{[0-9]{4}-[0-9]+}', whoMayAny('readCases', 'readAssignedCases'), reviewPages.showCase),
  post('/saker/:number{[0-9]{4}-[0-9]+}/ta', whoMay('prepareCase'), reviewPages.doTake),
  post('/saker/:number{[0-9]{4}-[0-9]+}/fordel', whoMay('assignCase'), reviewPages.doAssign),
  post('/saker/:number{[0-9]{4}-[0-9]+}/vurderer', whoMay('assignCase'), reviewPages.doAssignAssessor),
  post('/saker/:number{[0-9]{4}-[0-9]+}/habilitet', whoMay('declareImpartiality'), reviewPages.doDeclare),
  post('/saker/:number{[0-9]{4}-[0-9]+}/sporsmal', whoMay('prepareCase'), reviewPages.doAsk),
  post('/saker/:number{[0-9]{4}-[0-9]+}/paminnelse', whoMay('prepareCase'), reviewPages.doRemind),
  post('/saker/:number{[0-9]{4}-[0-9]+}/vurdering', whoMay('assessCase'), reviewPages.doAssess),
  post('/saker/:number{[0-9]{4}-[0-9]+}/innstilling', whoMay('prepareCase'), reviewPages.doRecommend),
  post('/saker/:number{[0-9]{4}-[0-9]+}/trekk-innstilling', whoMay('prepareCase'), reviewPages.doTakeBack),
  post('/saker/:number{[0-9]{4}-[0-9]+}/notat', whoMay('prepareCase'), reviewPages.doNote),
  post('/saker/:number{[0-9]{4}-[0-9]+}/frist', whoMay('prepareCase'), reviewPages.doDue),
  post('/saker/:number{[0-9]{4}-[0-9]+}/oppgave', whoMay('prepareCase'), reviewPages.doTask),
  post('/saker/:number{[0-9]{4}-[0-9]+}/dokument', whoMay('prepareCase'), reviewPages.doAddDocument, { maxBody: 30_000_000 }),
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
