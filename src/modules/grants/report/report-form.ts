// A report is filled in with the same engine as an application: the scheme's own questions, and those every report ends with.

import type { EffectiveDefinition, Field, FormPage } from '../model.ts'
import { ACCOUNTS_PAGE, CONFIRM_PAGE, RESULT_PAGE } from './rules/report-pages.ts'
import { reportFieldTexts as t } from './texts/fields.ts'

const base = { required: true, checks: [] as Field['checks'], classified: false, copied: false }

const auditorField: Field = {
  ...base,
  type: 'file',
  key: 'torgAuditor',
  ...t.auditor,
  maxFiles: 3,
  maxMegabytes: 10,
  photosToPdf: true,
}
const truthField: Field = { ...base, type: 'declaration', key: 'torgTruth', ...t.truth }
const secondField: Field = { ...base, type: 'person', key: 'torgSecond', ...t.second }
const secondReadField: Field = { ...base, type: 'declaration', key: 'torgSecondRead', ...t.secondRead }

interface ReportForm {
  /** The application's pages come first, so that conditions may read what was applied for; they are not asked again. */
  definition: EffectiveDefinition
  pages: FormPage[]
}

const made = new WeakMap<EffectiveDefinition, { audited?: ReportForm; plain?: ReportForm }>()

/** The report as a form. Throws when the scheme asks for none. */
export function reportForm(scheme: EffectiveDefinition, isAudited: boolean): ReportForm {
  let forms = made.get(scheme)
  if (!forms) made.set(scheme, (forms = {}))
  return (forms[isAudited ? 'audited' : 'plain'] ??= makeForm(scheme, isAudited))
}

function makeForm(scheme: EffectiveDefinition, isAudited: boolean): ReportForm {
  const { report } = scheme
  if (!report) throw new Error(`${scheme.slug} asks for no report`)
  const auditor = isAudited ? [auditorField] : []
  const pages: FormPage[] = [
    ...(report.fields.length > 0 ? [{ key: RESULT_PAGE, title: t.resultPage, fields: report.fields }] : []),
    ...(report.accountsAgainstBudget ? [{ key: ACCOUNTS_PAGE, title: t.accountsPage, fields: auditor }] : []),
    {
      key: CONFIRM_PAGE,
      title: t.confirmPage,
      fields: [
        ...(report.accountsAgainstBudget ? [] : auditor),
        truthField,
        ...(report.signatures > 1 ? [secondField, secondReadField] : []),
      ],
    },
  ]
  const definition: EffectiveDefinition = {
    ...scheme,
    rules: [],
    amount: { steps: [], roundDownToOre: 100 },
    form: { ...scheme.form, pages: [...scheme.form.pages, ...pages] },
  }
  return { definition, pages }
}
