export { beginScheme, showNewScheme, showStudioList } from './list.tsx'
export { showOverview } from './overview.tsx'
export { undoOrRedo } from './undo.ts'
