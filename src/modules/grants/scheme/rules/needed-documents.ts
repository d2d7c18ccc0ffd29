import type { Field, SchemeDefinition } from '../../model.ts'

/** What an applicant should have at hand before starting: attachments, a budget, a bank account. */

export interface Needed {
  kind: 'file' | 'budget' | 'account'
  field: Field
  /** 'if': asked only of some. */
  when: 'always' | 'if' | 'optional'
}

const kinds: Partial<Record<Field['type'], Needed['kind']>> = { file: 'file', budget: 'budget', bankAccount: 'account' }

export function neededDocuments(definition: SchemeDefinition): Needed[] {
  const common = new Set(definition.form.pages)
  return [...common, ...(definition.parts ?? []).flatMap((part) => part.pages)].flatMap((page) =>
    page.fields.flatMap((field): Needed[] => {
      const kind = kinds[field.type]
      if (!kind) return []
      const some = !common.has(page) || page.showIf !== undefined || field.showIf !== undefined || field.requiredIf !== undefined
      return [{ kind, field, when: some ? 'if' : field.required ? 'always' : 'optional' }]
    }),
  )
}
