import { by, schemeDraft, sendEmpty, type Listed } from './find.ts'

/** The pages of the studio, in the order of src/routes.ts. */
export const studioPages: readonly Listed[] = [
  { route: '/saker/ordninger', views: [by('liv-tangen', 'filled', '/saker/ordninger')] },
  {
    route: '/saker/ordninger/ny',
    views: [
      by('liv-tangen', 'filled', '/saker/ordninger/ny'),
      by('liv-tangen', 'error', '/saker/ordninger/ny', { act: sendEmpty }),
    ],
  },
  { route: '/saker/ordninger/:draftId', views: [by('liv-tangen', 'filled', schemeDraft())] },
]
