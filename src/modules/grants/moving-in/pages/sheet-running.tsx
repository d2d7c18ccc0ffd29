import type { Child } from 'hono/jsx'
import { FormStart, type Ctx } from '#platform/http/index.ts'
import { Alert, Progress, Waiting, WaitingButtons } from '#platform/look/index.ts'
import { act } from '../../review/pages/act.ts'
import { stopSheetRuns } from '../actions/sheet-runs.ts'
import { getBatch, isRunning, type Batch } from '../queries/sheet-batches.ts'
import { runKinds } from '../rules/sheet-runs.ts'
import { howFar, runTexts } from '../texts/sheet-runs.ts'
import { MOVING_IN } from './sheet-start.tsx'

/** All of a file's page: while something is done with the file it renews itself, and becomes what came of it. */
export function FileState({ batch, children }: { batch: Batch; children: Child }) {
  return (
    <Waiting id="file" running={batch.run?.endedAs === null}>
      {children}
    </Waiting>
  )
}

/** How far it has come with a file, and a button that stops it. */
export function Running({ c, batch }: { c: Ctx; batch: Batch }) {
  const { lang } = c.var
  const t = runTexts[lang]
  const { run } = batch
  if (!run) return null
  return (
    <form method="post" action={`${MOVING_IN}/${batch.id}/stopp`}>
      <FormStart c={c} />
      <Progress words={howFar(run, lang)} done={run.done} total={run.stage ? run.total : 0} />
      <p class="tg-quiet">{isRunning(batch, 'trial') ? t.mayLeaveTrial : t.mayLeave}</p>
      <WaitingButtons lang={lang} href={c.req.path} />
    </form>
  )
}

/** What is to be known of a run that did not come to its end: nothing of it is left. */
export function Ended({ c, batch }: { c: Ctx; batch: Batch }) {
  const t = runTexts[c.var.lang]
  const { run } = batch
  const key = (Object.keys(runKinds) as (keyof typeof runKinds)[]).find((each) => runKinds[each] === run?.kind)
  if (!key || !run || (run.endedAs !== 'cancelled' && run.endedAs !== 'failed')) return null
  return <Alert kind={run.endedAs === 'failed' ? 'danger' : 'info'}>{t[run.endedAs][key]}</Alert>
}

/** POST /saker/flytt-inn/:batch/stopp: what is under way with the file is stopped, and leaves nothing behind. */
export async function stopSheet(c: Ctx): Promise<Response> {
  const id = c.req.param('batch') ?? ''
  const batch = await c.var.services.db.reading(c.var.scope, (trx) => getBatch(trx, id))
  await act(c, 'stop-import', async (trx) => {
    await stopSheetRuns(trx, batch.id)
    return null
  })
  return c.redirect(`${MOVING_IN}/${id}${batch.importedAt ? '' : '/proving'}`, 303)
}
