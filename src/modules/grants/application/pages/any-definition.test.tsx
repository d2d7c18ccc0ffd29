import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAnswer, anyScheme } from '../../any-form.testing.ts'
import { type Answers, type EffectiveDefinition, type FormPage, SchemeDefinition } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import { choirAround, shipped } from '../choir.testing.ts'
import { frozenApplication } from '../frozen-application.ts'
import { copyAnswers } from '../rules/copy-answers.ts'
import { listFields } from '../rules/fields.ts'
import { workOutForm } from '../rules/form-state.ts'
import { sentAnswers } from '../rules/sent-answers.ts'
import { validateForm } from '../rules/validate.ts'
import { describeProblem } from '../texts/problems.ts'
import { askingOf } from './asking.testing.ts'
import { Questions } from './questions.tsx'
import { WholeForm } from './whole-form.tsx'

/** As it goes for an application; and its report, which is a form too. */
const definitions: fc.Arbitrary<EffectiveDefinition> = fc.tuple(anyScheme, fc.boolean()).map(([scheme, report]) => {
  const definition = forPart(scheme, 'first')
  const page = { key: 'report', title: scheme.title, fields: scheme.report?.fields ?? [] } as FormPage
  return report ? { ...definition, form: { ...definition.form, pages: [page] } } : definition
})
const filled = definitions.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.tuple(
      ...listFields(definition).map(({ field }) =>
        fc.option(anyAnswer, { nil: undefined }).map((value) => [field.key, value] as const),
      ),
    ),
  ),
)

test('any form that the schema accepts, with anything in it, is worked out, judged, shown and frozen', () => {
  const sound = fc.property(filled, fc.constantFrom('nb' as const, 'nn' as const, 'en' as const), ([definition, given], lang) => {
    const answers = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Answers
    const before = JSON.stringify(answers)
    const state = workOutForm(definition, answers, choirAround)
    const problems = validateForm(definition, answers, state, { districts: ['sentrum'] })
    const ask = askingOf(
      { lang, definition, answers, state },
      {
        errors: new Map(problems.map((problem) => [problem.name, describeProblem(problem, problem.field, lang)])),
        markOf: () => ({ text: 'Hentet', changed: false }),
      },
    )
    for (const page of definition.form.pages) String(<Questions ask={ask} fields={page.fields} />)
    String(<WholeForm lang={lang} definition={definition} answers={answers} state={state} districts={ask.districts} />)
    const sent = sentAnswers(definition, answers, state)
    copyAnswers(definition, answers)
    frozenApplication(
      {
        caseId: '1',
        caseNumber: '2026/1',
        caseTitle: '',
        applicantName: 'A',
        schemeId: '',
        versionId: '',
        roundId: '',
        definition,
        answers: sent,
        senderId: '',
        senderName: 'B',
        organisation: null,
        mandate: null,
        appliedOre: 0,
        calculatedOre: null,
        amountLines: [],
        points: null,
        budgetIncomeOre: 0,
        budgetCostOre: 0,
        submittedAt: new Date(0),
        channel: 'digital',
        lateReason: null,
        language: lang,
        files: [],
        districts: [],
      },
      { name: 'Fjordvik', organisation_number: null },
      lang,
    )
    const told = problems.every((problem) => describeProblem(problem, 'x', lang) !== '')
    const kept = JSON.stringify(answers) === before
    return told && kept && Object.keys(sent).every((each) => !state.hidden.has(each))
  })
  expect(fc.check(sound, { numRuns: 150 })).toMatchObject({ failed: false, counterexample: null })
})

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
  'what every object has by itself is no key, so that nobody seems to have answered it: %s',
  (key) => {
    const choirs = shipped('kor-og-korps')
    const field = { type: 'shortText', key, label: choirs.title }
    const page = { key: 'one', title: choirs.title, fields: [field] }
    expect(SchemeDefinition.safeParse({ ...choirs, form: { ...choirs.form, pages: [page] } }).success).toBe(false)
  },
)

test('a page of the form cannot stand where the form’s own last pages do', () => {
  const choirs = shipped('kor-og-korps')
  for (const key of ['kontroll', 'kvittering', 'slett']) {
    const page = { key, title: choirs.title, fields: [] }
    expect(SchemeDefinition.safeParse({ ...choirs, form: { ...choirs.form, pages: [page] } }).success).toBe(false)
  }
})
