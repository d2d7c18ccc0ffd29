import { addMyCaseSection } from '../../application/pages/case-sections.ts'
import { afterOpening } from '../../decision/pages/after-opening.ts'
import { registerCaseSection } from '../../review/pages/case-sections.ts'
import { addEventSentences } from '../../review/texts/events.ts'
import { followUpEventTexts } from '../texts/events.ts'
import { ownFollowUp, ownReportNow, reportSection } from './case-sections.tsx'
import { obligationsSection } from './obligations.tsx'

// What reports and obligations put on the pages of a case, and tell in its timeline.
registerCaseSection(obligationsSection)
registerCaseSection(reportSection)
addMyCaseSection(afterOpening(ownReportNow))
addMyCaseSection(afterOpening(ownFollowUp))
addEventSentences(followUpEventTexts)

export { changeObligationPage } from './obligations.tsx'
export { downloadReportFile, openReport, sendReportPage, showReportCheck, showReportReceipt } from './report-check.tsx'
export { saveReportStep, showReportStep } from './report-step.tsx'
export { showReports } from './report-list.tsx'
export { downloadReviewFile } from './report-review.tsx'
export { judgeReport, showReviewPage } from './review-report.ts'
