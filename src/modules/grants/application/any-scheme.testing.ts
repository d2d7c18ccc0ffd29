import { createHash } from 'node:crypto'
import { json } from '#platform/database/tables.ts'
import type { SchemeDefinition } from '../model.ts'
import { publishScheme } from '../scheme/actions/publish-scheme.ts'
import { canonicalJson } from '../scheme/rules/canonical.ts'
import { astrid, type ChoirApp } from './choir-app.testing.ts'
import { shipped } from './choir.testing.ts'

/** For tests: a published scheme that becomes any other from version to version, and that Astrid's choir applies to. */
export interface AnySchemeApp {
  /** The next version: anything the schema accepts, also what the checks before publishing would stop. */
  publish(definition: SchemeDefinition): Promise<void>
  /** Begins a draft for the choir; in a scheme with parts, for the first. */
  begin(): Promise<string>
  pathOf(draftId: string, page?: string): string
}

export const anySlug = 'hva-som-helst'

export async function openAnyScheme(torg: ChoirApp): Promise<AnySchemeApp> {
  const definition = { ...shipped('kor-og-korps'), slug: anySlug }
  const { schemeId } = await torg.inFjordvik((trx) => publishScheme(trx, { definition, now: torg.clock.now }))
  let versions = 1
  return {
    publish: (next) =>
      torg.inFjordvik(async (trx) => {
        const version = {
          scheme_id: schemeId,
          number: ++versions,
          format: next.format,
          definition: json({ ...next, slug: anySlug }),
          definition_sha256: createHash('sha256').update(canonicalJson(next)).digest(),
          published_at: torg.clock.now,
        }
        const { id } = await trx.insertInto('scheme_version').values(version).returning('id').executeTakeFirstOrThrow()
        await trx.updateTable('scheme').set({ current_version_id: id }).where('id', '=', schemeId).execute()
      }),
    begin: async () => {
      const answer = await torg.post(`/tilskudd/${anySlug}/sok`, { as: astrid, form: { who: torg.choirId, del: 'first' } })
      const id = /soknad\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
      if (!id) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`)
      return id
    },
    pathOf: (draftId, page = '') => `/tilskudd/${anySlug}/soknad/${draftId}${page && `/${page}`}`,
  }
}
