import type { Ctx } from '#platform/http/index.ts'
import { getSchemeBySlug } from '../queries/schemes.ts'
import { schemeSchema } from '../../scheme-schema.ts'
import { writeSchemeFile } from '../rules/exchange.ts'

/** GET /tilskudd/:slug/ordning.json: the scheme as it is published, whole: anyone may check it, or take it along. */
export async function schemeFile(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const scheme = await services.db.reading(scope, (trx) => getSchemeBySlug(trx, c.req.param('slug') ?? ''))
  return answerJson(writeSchemeFile(scheme.definition), `${scheme.slug}.json`)
}

/** GET /ordning.schema.json: what a scheme's file may hold. */
export function schemaFile(): Response {
  return answerJson(`${JSON.stringify(schemeSchema(), null, 2)}\n`, 'ordning.schema.json')
}

export function answerJson(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
