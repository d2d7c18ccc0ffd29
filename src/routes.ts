import { type Route } from '#platform/http/index.ts'

/** Every URL, who may use it and what answers: the site map. */
export const routes: readonly Route[] = []
