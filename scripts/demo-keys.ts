import { createHash } from 'node:crypto'

/** The key of demo data that is kept in the repository: no secret, and never used for anything else. */
export const demoKeys = `demo:${createHash('sha256').update('Torg demo data, no secret').digest('base64')}`
