import { createHash } from 'node:crypto'
import { recordEvent } from '#cases'
import { Invalid } from '#platform/errors.ts'
import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import { SchemeDefinition } from '../../model.ts'
import { getSurroundings } from '../queries/surroundings.ts'
import { getVersion } from '../queries/versions.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { checkDefinition } from '../rules/check-definition.ts'
import { publishRounds } from './publish-rounds.ts'

export interface Published {
  schemeId: string
  versionId: string
  number: number
  /** False when the very same document was the current version already. */
  isNew: boolean
}

/**
 * Makes a definition the scheme's current version: immutable from now on, with its rounds and pots. The same document again
 * changes nothing. Throws Invalid with one reason per fault; nothing is written then.
 */
export async function publishScheme(trx: Trx, input: { definition: unknown; now: Date; note?: string }): Promise<Published> {
  const definition = read(input.definition)
  const problems = checkDefinition(definition, await getSurroundings(trx))
  if (problems.length > 0) throw new Invalid(problems.map(({ path, key, data }) => ({ key, field: path, data })))

  const scheme = await lockScheme(trx, definition.slug)
  if (scheme.current_version_id) {
    const current = await getVersion(trx, scheme.current_version_id)
    if (canonicalJson(current.definition) === canonicalJson(definition)) {
      return { schemeId: scheme.id, versionId: current.id, number: current.number, isNew: false }
    }
  }
  const version = await addVersion(trx, scheme.id, definition, input)
  const unit = await trx.selectFrom('unit').select('id').where('key', '=', definition.unit).executeTakeFirst()
  await trx
    .updateTable('scheme')
    .set({ current_version_id: version.id, unit_id: unit?.id ?? null, retired_at: null })
    .where('id', '=', scheme.id)
    .execute()
  await publishRounds(trx, scheme.id, definition, input.now)
  await recordEvent(trx, {
    subjectId: scheme.id,
    subjectKind: 'scheme',
    type: 'scheme-published',
    at: input.now,
    changes: { version: version.id, number: version.number },
    basedOn: { format: definition.format, sha256: version.sha256 },
  })
  return { schemeId: scheme.id, versionId: version.id, number: version.number, isNew: true }
}

function read(document: unknown): SchemeDefinition {
  const parsed = SchemeDefinition.safeParse(document)
  if (parsed.success) return parsed.data
  throw new Invalid(
    parsed.error.issues.map((issue) => ({ key: 'format', field: issue.path.join('.'), data: { why: issue.message } })),
  )
}

async function lockScheme(trx: Trx, slug: string) {
  await trx
    .insertInto('scheme')
    .values({ slug })
    .onConflict((oc) => oc.columns(['municipality_id', 'slug']).doNothing())
    .execute()
  return await trx
    .selectFrom('scheme')
    .select(['id', 'current_version_id'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function addVersion(trx: Trx, schemeId: string, definition: SchemeDefinition, { now, note }: { now: Date; note?: string }) {
  const text = canonicalJson(definition)
  const hash = createHash('sha256').update(text).digest()
  const last = await trx
    .selectFrom('scheme_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('scheme_id', '=', schemeId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const { id } = await trx
    .insertInto('scheme_version')
    .values({
      scheme_id: schemeId,
      number,
      format: definition.format,
      definition: json(definition),
      definition_sha256: hash,
      published_at: now,
      note: note?.trim() || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, number, sha256: hash.toString('hex') }
}
