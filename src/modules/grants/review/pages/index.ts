export { doAddDocument, downloadDocument } from './case-documents.ts'
export { showCase } from './case-page.tsx'
export { doWithChosen } from './chosen-cases.ts'
export { doRecommend } from './do-recommend.ts'
export {
  doAsk,
  doAssess,
  doAssign,
  doAssignAssessor,
  doDeclare,
  doDue,
  doNote,
  doRemind,
  doTake,
  doTakeBack,
  doTask,
} from './do-steps.ts'
export { doDeclareMany, showImpartiality } from './impartiality.tsx'
export { changeSavedViews } from './saved-views.tsx'
export { showWorklist } from './worklist.tsx'
export { saveRound, showRound } from './round.tsx'
export { applySheet, exportRound, previewSheet } from './round-sheet.tsx'
export { showRounds } from './rounds.tsx'
export { showClassified } from './classified.ts'
export { doRegister } from './do-register.ts'
export { showRegister } from './register.tsx'
export { registerCaseSection } from './case-sections.ts'
export { exportWorklist } from './export-cases.ts'
