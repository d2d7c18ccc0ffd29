// What is done with a whole file: at once where it is small, else in the background while one follows it.

/** Rows that are worked off while one waits for the page: a second or so. */
export const AT_ONCE = 1_000

export const runKinds = { trial: 'import-trial', import: 'import', undo: 'import-undo' } as const
export type SheetRun = keyof typeof runKinds
