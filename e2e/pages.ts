import { deskPages } from './pages-desk.ts'
import { movingInPages } from './pages-moving-in.ts'
import { squarePages } from './pages-square.ts'
import { studioPages } from './pages-studio.ts'
import type { Listed } from './find.ts'

/** GET routes that answer no page of ours, and what they answer. */
export const notPages: Readonly<Record<string, string>> = {
  '/tilskudd/:slug/frist.ics': 'a calendar file',
  '/register.csv': 'a file',
  '/tilskudd/:slug/ordning.json': 'a file',
  '/ordning.schema.json': 'a file',
  '/saker/ordninger/hent/mal.xlsx': 'a file',
  '/saker/ordninger/:draftId/eksport.json': 'a file',
  '/saker/ordninger/:draftId/hentet': 'only for what came from a file; looked at in its journey',
  '/tilskudd/:slug/soknad/:draftId': 'goes on to the first page that is not done',
  '/tilskudd/:slug/soknad/:draftId/fil/:attachmentId': 'a download',
  '/logg-inn/innbygger': 'goes on to the provider',
  '/logg-inn/ansatt': 'goes on to the provider',
  '/logg-inn/svar': 'comes from the provider',
  '/logg-ut/fra-leverandor': 'the provider’s own frame',
  '/min-side/rapport/:reportId': 'goes on to the first page that is not done',
  '/min-side/rapport/:reportId/fil/:attachmentId': 'a download',
  '/min-side/saker/:number/dokument/:documentId': 'a download',
  '/min-side/saker/:number/vedtak.pdf': 'a file',
  '/saker/dokumenter/:id': 'a download',
  '/saker/excel': 'a file',
  '/saker/mote/:body/:round/liste.pdf': 'a file',
  '/saker/rapporter/:id/fil/:attachmentId': 'a download',
  '/saker/skjemaprove/:draftId': 'goes on to the first page of the trial',
  '/saker/skjemaprove/:draftId/kontroll': 'the applicant’s own page, looked at there and in the preview',
  '/saker/skjemaprove/:draftId/kvittering': 'the applicant’s own page, looked at there and in the preview',
  '/saker/skjemaprove/:draftId/fil/:attachmentId': 'a download',
  '/saker/skjemaprove/:draftId/:page': 'the applicant’s own page, looked at there and in the preview',
  '/saker/utlysing/:roundId/excel': 'a file',
  '/saker/utlysing/:roundId/uttalelse.pdf': 'a file',
  '/saker/flytt-inn/mal/:kind': 'a file',
  '/saker/flytt-inn/:batch/feil.csv': 'a file',
}

/** Every page, in the order of src/routes.ts. */
export const listed: readonly Listed[] = [...squarePages, ...deskPages, ...movingInPages, ...studioPages]
