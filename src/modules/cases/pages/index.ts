export { accessibilityPage, contactPage, privacyPage } from './about.tsx'
export { failedJobsPage, retryFailedJob } from './failed-jobs.tsx'
export { mailboxPage, mailPage } from './mailbox.tsx'
export { addStaff, rolesPage, saveRoles, settingsPage } from './settings.tsx'
