import { z } from 'zod'
import { SchemeDefinition } from './model.ts'

/** The JSON Schema of a scheme's file (draft 2020-12). */
export function schemeSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(SchemeDefinition, { io: 'input', target: 'draft-2020-12' })
  return {
    ...schema,
    title: 'Torg: a grant scheme',
    description: 'One version of a grant scheme. Amounts are whole øre, days YYYY-MM-DD in Oslo, expressions FEEL.',
    properties: { $schema: { type: 'string' }, ...schema.properties },
  }
}
