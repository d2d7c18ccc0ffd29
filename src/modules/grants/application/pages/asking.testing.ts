import type { Lang } from '#platform/texts/texts.ts'
import type { Answers, SchemeDefinition } from '../../model.ts'
import type { FormState } from '../rules/form-state.ts'
import type { Asking } from './asking.ts'

/** For tests: a form as it is shown in a town with one district, with nothing said at its fields. */
export function askingOf(
  form: { lang: Lang; definition: SchemeDefinition; answers: Answers; state: FormState },
  more: Partial<Asking> = {},
): Asking {
  return {
    ...form,
    districts: [{ id: '1', key: 'sentrum', name: 'Sentrum' }],
    attachments: [],
    errors: new Map(),
    markOf: () => undefined,
    fileHref: () => '/',
    storedElsewhere: new Map(),
    ...more,
  }
}
