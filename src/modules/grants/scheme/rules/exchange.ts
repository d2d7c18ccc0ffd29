import { SchemeDefinition } from '../../model.ts'

/** A scheme as a file, to be read by people and carried between installations. */

/** Where the schema of the file is published, at every Torg. */
export const SCHEMA_PATH = '/ordning.schema.json'

/** The definition as a file: readable, its parts in the schema's order, pointing at its schema. */
export function writeSchemeFile(definition: SchemeDefinition): string {
  return `${JSON.stringify({ $schema: SCHEMA_PATH, ...SchemeDefinition.parse(definition) }, null, 2)}\n`
}

/** A draft as a file; it may lack anything. */
export function writeDraftFile(document: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ $schema: SCHEMA_PATH, ...document }, null, 2)}\n`
}

/** What stands in a scheme's file, if it is one; the pointer to the schema is no part of it. */
export function readSchemeFile(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { $schema: _schema, ...document } = value as Record<string, unknown>
  return document['format'] === 1 && typeof document['form'] === 'object' && 'rounds' in document ? document : undefined
}
