import { caseSlug } from '#cases'
import { Invalid, NotFound, type Reason } from '#platform/errors.ts'
import type { Trx } from '#platform/database/db.ts'
import { openFileStore, storeUpload, type StoredBytes } from '#platform/files/store.ts'
import { fileReasonText } from '#platform/files/texts.ts'
import { readForm, type Ctx, type Form } from '#platform/http/index.ts'
import { isMailAddress } from '#platform/mail/send-mail.ts'
import { osloDate } from '#platform/time.ts'
import { isLang } from '#platform/texts/texts.ts'
import { registerApplication } from '../../application/actions/register-application.ts'
import { compactDigits } from '../../application/rules/numbers.ts'
import { validateForm } from '../../application/rules/validate.ts'
import { lookUpAnswers } from '../../application/pages/look-up.ts'
import { takeUploads } from '../../application/pages/take-uploads.ts'
import { readWholeForm } from '../../application/pages/whole-form.tsx'
import { addScan } from '../actions/add-document.ts'
import { roleFor } from '../actions/actor.ts'
import { proposeDismissal } from '../actions/propose-dismissal.ts'
import { isLate, organisationName, plainSurroundings, registerGround, type RegisterGround } from '../queries/register-ground.ts'
import { registerTexts } from '../texts/register.ts'
import { act, type Act } from './act.ts'
import { renderRegister } from './register.tsx'
import { isUuid } from '../rules/worklist-filter.ts'

/** POST /saker/registrer */
export async function doRegister(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const slug = form.text('ordning')
  const { services, scope } = c.var
  const ground = await services.db.reading(scope, (trx) => registerGround(trx, slug, form.text('del')))
  const { scheme } = ground
  if (!scheme) throw new NotFound('scheme')
  const kind = form.text('kind') === 'person' ? 'person' : 'organisation'
  const around = plainSurroundings(scheme, kind, osloDate(services.now()))
  const said = await lookUpAnswers(c, scheme.definition, readWholeForm(scheme.definition, form, around).answers)
  const whole = readWholeForm(scheme.definition, form, around, said)
  // A row more or less, a number to look up, or a form sent before it was all there: shown again as it stands.
  if (whole.changed || form.text('_do') !== 'register')
    return await renderRegister(c, { slug, part: form.text('del') }, { form, reasons: [], problems: [], said })
  const problems = validateForm(scheme.definition, whole.answers, whole.state, {
    districts: ground.districts.map((each) => each.key),
  })
  const again = (reasons: Reason[]) => {
    const own = reasons.filter((reason) => !problems.some((problem) => problem.name === reason.field))
    const inForm = problems.filter((problem) => reasons.some((reason) => reason.field === problem.name))
    return renderRegister(c, { slug, part: form.text('del') }, { form, reasons: own, problems: inForm, said })
  }
  const before = faultsAround(form)
  if (before.length > 0) return await again(before)
  const papers = await takePapers(c, ground, form)
  if ('refused' in papers) return await again(papers.refused)
  const { answers } = whole
  const done = await act(c, 'register-application', (trx, given) => register(trx, given, { c, ground, kind, answers, ...papers }))
  return done.ok ? c.redirect(`/saker/${caseSlug(done.value)}?gjort=registrert`, 303) : await again(done.reasons)
}

interface Papers {
  scan: StoredBytes | undefined
  files: { field: string; file: StoredBytes }[]
}

async function register(
  trx: Trx,
  { form, by, now }: Act,
  with_: Papers & {
    c: Ctx
    ground: RegisterGround
    kind: 'organisation' | 'person'
    answers: ReturnType<typeof readWholeForm>['answers']
  },
): Promise<string> {
  const { c, ground, kind } = with_
  const t = registerTexts[c.var.lang]
  const number = compactDigits(form.text('number'))
  const dismiss = form.text('lateHow') === 'dismiss'
  const lang = form.text('language')
  const channel = form.text('channel')
  const caseLanguage = c.var.municipality.settings['language']
  const cases = await registerApplication(trx, {
    slug: ground.scheme?.slug ?? '',
    part: form.text('del'),
    ...(isUuid(form.text('round')) ? { roundId: form.text('round') } : {}),
    ...(kind === 'organisation'
      ? {
          organisation: {
            name: (number && (await organisationName(trx, number))) || form.text('organisation'),
            number,
            ownUnit: ground.scheme?.definition.applicants.units === true && form.has('ownUnit'),
          },
        }
      : {}),
    person: { name: form.text('name'), email: form.text('email') },
    answers: with_.answers,
    files: with_.files,
    channel: channel === 'email' || channel === 'phone' ? channel : 'paper',
    receivedOn: form.text('receivedOn'),
    lateReason: form.text('lateReason').trim() || (dismiss ? t.lateProposed : ''),
    language: isLang(lang) ? lang : 'nb',
    caseLanguage: isLang(caseLanguage) ? caseLanguage : 'nb',
    actorRole: roleFor(by, 'registerApplication') ?? '',
    keyring: c.var.services.keyring,
    now,
  })
  const [first] = cases
  if (!first) throw new Invalid([{ key: 'other' }])
  for (const each of cases) {
    if (with_.scan) await addScan(trx, { caseId: each.id, title: t.scan, file: with_.scan, by })
    if (dismiss && (await isLate(trx, each.id))) await proposeDismissal(trx, { caseId: each.id, by })
  }
  return first.number
}

function faultsAround(form: Form): Reason[] {
  const faults: Reason[] = []
  if (!['paper', 'email', 'phone'].includes(form.text('channel'))) faults.push({ key: 'choose', field: 'channel' })
  const email = form.text('email').trim()
  if (email !== '' && !isMailAddress(email)) faults.push({ key: 'badEmail', field: 'email' })
  return faults
}

/** The letter itself and the form's attachments, safe on disk before any row. */
async function takePapers(c: Ctx, ground: RegisterGround, form: Form): Promise<Papers | { refused: Reason[] }> {
  const refused: Reason[] = []
  const files: Papers['files'] = []
  for (const formPage of ground.scheme?.definition.form.pages ?? []) {
    const taken = await takeUploads(c, { attachments: [] }, formPage, form)
    files.push(...taken.files)
    refused.push(...taken.refused.map((each) => ({ key: 'other', field: each.name, data: { text: each.message } })))
  }
  const [upload] = form.files('scan')
  let scan: StoredBytes | undefined
  if (upload) {
    const stored = await storeUpload(openFileStore(c.var.services.dataDir), c.var.scope, upload, { name: upload.name })
    if (stored.ok) scan = stored.file
    else refused.push({ key: 'other', field: 'scan', data: { text: fileReasonText(stored.reason, c.var.lang) } })
  }
  return refused.length > 0 ? { refused } : { scan, files }
}
