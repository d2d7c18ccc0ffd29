import { caseSlug } from '#cases'
import { currentPerson, FormStart, page, type Ctx, type Form } from '#platform/http/index.ts'
import {
  Alert,
  Button,
  ButtonRow,
  DefinitionList,
  Grid,
  HiddenFields,
  LinkButton,
  PageTitle,
  Section,
  TextArea,
} from '#platform/look/index.ts'
import { formatKr, parseKr } from '#platform/money.ts'
import { formatDateTime } from '#platform/time.ts'
import type { Outcome } from '../../model.ts'
import { getCaseForStaff } from '../queries/case-access.ts'
import { getCaseDetails } from '../queries/case-page.ts'
import { caseTexts } from '../texts/case.ts'
import { conflictTexts } from '../texts/conflict.ts'
import { stepTexts } from '../texts/steps.ts'
import { caseWords } from '../texts/words.ts'

/** Somebody else changed the case first: both texts beside each other, and the choice. Nothing typed is lost. */
export async function renderConflict(c: Ctx, form: Form): Promise<Response> {
  const lang = c.var.lang
  const t = conflictTexts[lang]
  const steps = stepTexts[lang]
  const person = currentPerson(c)
  const { caseFile, details } = await c.var.services.db.reading(c.var.scope, async (trx) => {
    const found = await getCaseForStaff(trx, c.req.param('number') ?? '', person)
    return { caseFile: found.caseFile, details: await getCaseDetails(trx, found.caseFile, person) }
  })
  const theirs = details.recommendation
  const ore = parseKr(form.text('ore'))
  const outcomes: Record<string, string> = caseWords[lang].outcome
  const href = `/saker/${caseSlug(caseFile.number)}`
  const version = (outcome: string, amount: string, reasons: string, conditions: string[]) => (
    <DefinitionList
      narrow
      items={[
        { label: steps.outcome, value: outcomes[outcome] ?? '–' },
        { label: steps.ore, value: amount || '–' },
        { label: steps.reasons, value: reasons || '–' },
        { label: steps.conditions, value: conditions.length > 0 ? conditions.join('\n') : '–' },
      ]}
    />
  )
  const titles = new Map(details.sent.definition.conditions.map((each) => [each.key, each.text[lang]]))
  return await page(
    c,
    {
      title: t.title,
      room: 'desk',
      wide: true,
      status: 409,
      breadcrumbs: [
        { label: caseTexts[lang].cases, href: '/saker' },
        { label: caseTexts[lang].caseNumber(caseFile.number), href },
        { label: t.title },
      ],
    },
    <>
      <PageTitle title={t.title} />
      <Alert kind="info">{theirs ? t.body(theirs.by, formatDateTime(theirs.at, lang)) : t.otherChange}</Alert>
      <Grid>
        <Section title={t.yours}>
          {version(
            form.text('outcome'),
            ore === undefined ? form.text('ore') : formatKr(ore, lang),
            form.text('reasons'),
            [...form.all('conditions').map((key) => titles.get(key) ?? key), form.text('ownCondition')].filter(Boolean),
          )}
        </Section>
        <Section title={t.theirs}>
          {theirs
            ? version(
                theirs.outcome satisfies Outcome,
                formatKr(theirs.ore, lang),
                theirs.reasons,
                theirs.conditions.map((each) => each.text),
              )
            : t.noRecommendation}
        </Section>
      </Grid>
      <form method="post" action={`${href}/innstilling`} class="tg-form">
        <FormStart c={c} />
        <HiddenFields
          values={{
            revision: caseFile.revision,
            outcome: form.text('outcome'),
            ore: form.text('ore'),
            pot: form.text('pot'),
            ownCondition: form.text('ownCondition'),
          }}
        />
        {[
          ...form.all('conditions').map((key) => ['conditions', key]),
          ...form.all('standard').map((key) => ['standard', key]),
        ].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextArea lang={lang} name="reasons" label={t.merge} help={t.mergeHelp} rows={8} value={form.text('reasons')} />
        <ButtonRow>
          <Button>{t.useMine}</Button>
          <LinkButton href={href} variant="secondary">
            {t.keepTheirs}
          </LinkButton>
        </ButtonRow>
      </form>
    </>,
  )
}
