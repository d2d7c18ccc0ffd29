import { icsEvent, icsMediaType, type CalendarEvent } from '#platform/calendar/ics.ts'
import { NotFound } from '#platform/errors.ts'
import { visitorOrigin } from '#platform/http/visitor.ts'
import type { Ctx } from '#platform/http/index.ts'
import { osloDate } from '#platform/time.ts'
import { getSchemeBySlug } from '../queries/schemes.ts'
import { getVersion } from '../queries/versions.ts'
import { schemeTexts } from '../texts/scheme.ts'
import { standingOf, type Standing } from './scheme-facts.ts'

/** GET /tilskudd/:slug/frist.ics: the deadline, or the day the scheme opens. Throws NotFound when neither is coming. */
export async function deadlineCalendar(c: Ctx): Promise<Response> {
  const { lang, services, scope } = c.var
  const now = services.now()
  const { scheme, version } = await services.db.reading(scope, async (trx) => {
    const found = await getSchemeBySlug(trx, c.req.param('slug') ?? '')
    return { scheme: found, version: await getVersion(trx, found.versionId) }
  })
  const { definition, slug } = scheme
  const event = eventOf(standingOf(scheme, now), definition.title[lang], schemeTexts[lang])
  if (!event) throw new NotFound('deadline')
  const url = `${visitorOrigin(c)}/tilskudd/${slug}`
  // A new version of the scheme may move the deadline; its number tells the calendar which is newer.
  const body = icsEvent({ ...event, description: definition.summary[lang], url, sequence: version.number }, now)
  return c.body(body, 200, { 'content-type': icsMediaType, 'content-disposition': `attachment; filename="${slug}.ics"` })
}

function eventOf(standing: Standing, title: string, t: (typeof schemeTexts)['nb']): CalendarEvent | undefined {
  const { round } = standing
  if (standing.kind === 'open' && round?.closesAt)
    return {
      uid: `${round.id}-frist@torg`,
      start: osloDate(round.closesAt),
      allDay: true,
      summary: t.icsTitle(title),
      remindDaysBefore: 7,
    }
  if (standing.kind === 'soon' && round)
    return {
      uid: `${round.id}-apner@torg`,
      start: osloDate(round.opensAt),
      allDay: true,
      summary: t.icsOpens(title),
      remindDaysBefore: 0,
    }
  return undefined
}
