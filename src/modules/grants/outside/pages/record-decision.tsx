import { caseSlug } from '#cases'
import { Invalid, NotFound, type Reason } from '#platform/errors.ts'
import { openFileStore, storeUpload, type StoredBytes } from '#platform/files/store.ts'
import { fileReasonText } from '#platform/files/texts.ts'
import { currentPerson, FormStart, municipalityOrigin, page, readForm, type Ctx, type Form } from '#platform/http/index.ts'
import {
  AmountField,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  FileField,
  HiddenFields,
  LinkButton,
  PageTitle,
  RadioGroup,
  TextField,
} from '#platform/look/index.ts'
import { typedKr } from '#platform/money.ts'
import { isLang } from '#platform/texts/texts.ts'
import { readOutcome } from '../../decision/pages/typed-decision.ts'
import { actOnCase, shownRevision } from '../../review/pages/act.ts'
import { behindGate } from '../../review/pages/gate.ts'
import { getCaseForStaff } from '../../review/queries/case-access.ts'
import { caseTexts } from '../../review/texts/case.ts'
import { stepTexts } from '../../review/texts/steps.ts'
import { caseWords } from '../../review/texts/words.ts'
import { recordOutsideDecision } from '../actions/record-outside-decision.ts'
import { findOutsideCase } from '../queries/outside-case.ts'
import { faultsOfTrace } from '../rules/outside-decision.ts'
import { outsideTexts } from '../texts/outside.ts'

const outcomes = ['granted', 'partly-granted', 'refused', 'dismissed'] as const

/** GET /saker/:number/vedtak-utenfra: what the outside body decided. */
export async function showRecord(c: Ctx): Promise<Response> {
  return await render(c)
}

/** POST /saker/:number/vedtak-utenfra */
export async function postRecord(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const origin = await municipalityOrigin(c.var.services, c.var.scope.municipalityId)
  await c.var.services.db.reading(c.var.scope, (trx) => getCaseForStaff(trx, c.req.param('number') ?? '', currentPerson(c)))
  const [upload] = form.files('file')
  let file: StoredBytes | undefined
  if (upload) {
    const stored = await storeUpload(openFileStore(c.var.services.dataDir), c.var.scope, upload, { name: upload.name })
    if (!stored.ok)
      return await render(c, form, [{ key: 'other', field: 'file', data: { text: fileReasonText(stored.reason, c.var.lang) } }])
    file = stored.file
  }
  const done = await behindGate(c, () =>
    actOnCase(c, 'outside-decision', async (trx, { caseFile, by, now, today }) => {
      const outside = await findOutsideCase(trx, caseFile.id)
      if (!outside) throw new NotFound('case')
      const read = readOutcome({ outcome: form.text('outcome'), ore: form.text('ore') }, caseFile.applied_ore)
      const [decidedOn, reference] = [form.text('decidedOn'), form.text('reference')]
      if (!read.ok) throw new Invalid([...read.reasons, ...faultsOfTrace({ decidedOn, reference }, today)])
      const lang = isLang(caseFile.language) ? caseFile.language : 'nb'
      const revision = shownRevision(form)
      await recordOutsideDecision(trx, {
        caseId: caseFile.id,
        outcome: read.outcome,
        ore: read.ore,
        decidedOn,
        reference,
        ...(file ? { document: { title: outsideTexts[lang].documentTitle(outside.body[lang]), file } } : {}),
        by,
        now,
        origin,
        ...(revision === undefined ? {} : { revision }),
      })
      return caseSlug(caseFile.number)
    }),
  )
  if (done instanceof Response) return done
  if (!done.ok) return await render(c, form, done.reasons)
  return c.redirect(`/saker/${done.value}#outside-decision`, 303)
}

async function render(c: Ctx, form?: Form, reasons: readonly Reason[] = []): Promise<Response> {
  const lang = c.var.lang
  const t = outsideTexts[lang]
  const { caseFile, outside } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const { caseFile } = await getCaseForStaff(trx, c.req.param('number') ?? '', currentPerson(c))
    const outside = await findOutsideCase(trx, caseFile.id)
    if (!outside) throw new NotFound('case')
    return { caseFile, outside }
  })
  const { decision } = outside
  const href = `/saker/${caseSlug(caseFile.number)}`
  const title = t.recordTitle(outside.body[lang])
  const say = (reason: Reason) =>
    reason.data?.['text'] ? String(reason.data['text']) : ((t.problem as Record<string, string>)[reason.key] ?? t.problem.other)
  const error = (field: string) => {
    const found = reasons.find((each) => each.field === field)
    return found ? say(found) : undefined
  }
  const value = (field: string, start: string) => (form ? form.text(field) : start)
  return await page(
    c,
    {
      title: `${title} – ${caseFile.number}`,
      room: 'desk',
      status: reasons.length > 0 ? 422 : 200,
      breadcrumbs: [{ label: caseTexts[lang].cases, href: '/saker' }, { label: caseFile.number, href }, { label: title }],
    },
    <>
      <PageTitle eyebrow={`${caseFile.number} ${caseFile.applicant_name}`} title={title} lead={t.recordLead} />
      <ErrorSummary
        lang={lang}
        problems={reasons.map((each) => ({ ...(each.field ? { name: each.field } : {}), message: say(each) }))}
      />
      <form method="post" action={`${href}/vedtak-utenfra`} enctype="multipart/form-data" class="tg-form" data-warn-unsaved>
        <FormStart c={c} />
        <HiddenFields values={{ revision: form?.text('revision') || caseFile.revision }} />
        <RadioGroup
          lang={lang}
          name="outcome"
          label={t.outcome}
          value={value('outcome', decision?.outcome ?? '')}
          error={error('outcome')}
          options={outcomes.map((each) => ({ value: each, label: caseWords[lang].outcome[each] }))}
        />
        <AmountField
          lang={lang}
          name="ore"
          label={t.ore}
          optional
          value={value('ore', decision && decision.ore > 0 ? typedKr(decision.ore) : '')}
          error={error('ore')}
        />
        <DateField
          lang={lang}
          name="decidedOn"
          label={t.decidedOn}
          value={value('decidedOn', decision?.decidedOn ?? '')}
          error={error('decidedOn')}
        />
        <TextField
          lang={lang}
          name="reference"
          label={t.reference}
          help={t.referenceHelp}
          size={20}
          value={value('reference', decision?.reference ?? '')}
          error={error('reference')}
        />
        <FileField
          lang={lang}
          name="file"
          label={t.document}
          help={t.documentHelp}
          optional
          acceptedInWords={stepTexts[lang].fileTypes}
          maxSizeInWords="25 MB"
          error={error('file')}
        />
        <ButtonRow>
          <Button icon="gavel">{t.saveRecord}</Button>
          <LinkButton href={href} variant="secondary">
            {caseFile.number}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}
