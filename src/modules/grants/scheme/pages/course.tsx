import { Icon, type IconName } from '#platform/look/index.ts'
import { formatDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { ReportDefinition, SchemeDefinition } from '../../model.ts'
import { saySpan } from '../../payment/texts/spans.ts'
import { outsideBody } from '../rules/decided-outside.ts'
import { schemesTexts } from '../texts/schemes.ts'
import { schemeTexts } from '../texts/scheme.ts'
import type { Standing } from './scheme-facts.ts'

interface Stop {
  icon: IconName
  title: string
  when?: string
}

/** From sending to the closed report, in the order the scheme says: each step with when it happens. */
export function Course({ definition, standing, lang }: { definition: SchemeDefinition; standing: Standing; lang: Lang }) {
  return (
    <ol class="tg-course">
      {stops(definition, standing, lang).map((stop) => (
        <li>
          <span class="tg-course__mark">
            <Icon name={stop.icon} />
          </span>
          <span class="tg-course__title">{stop.title}</span>
          {stop.when ? <span class="tg-course__when">{stop.when}</span> : null}
        </li>
      ))}
    </ol>
  )
}

function stops(definition: SchemeDefinition, standing: Standing, lang: Lang): Stop[] {
  const t = schemeTexts[lang]
  const { closesAt, decisionBy } = standing.round ?? { closesAt: null, decisionBy: null }
  const isAhead = standing.kind === 'open' || standing.kind === 'soon'
  const answer =
    isAhead && decisionBy ? t.courseAnswerBy(formatDate(decisionBy, lang)) : answerText(definition, closesAt !== null, lang)
  const payments = definition.payment.plan.map((part): Stop & { early: boolean } => ({
    icon: 'bank',
    title: definition.payment.plan.length === 1 ? t.coursePaid : `${part.title[lang]} (${part.sharePercent} %)`,
    when: [t.coursePaidOn[part.releaseOn], saySpan(part, lang)].filter(Boolean).join(', '),
    early: part.releaseOn !== 'report-approved',
  }))
  const outside = outsideBody(definition)
  const report: Stop[] = definition.report
    ? [{ icon: 'receipt', title: t.courseReport, when: reportText(definition.report, lang) }]
    : []
  return [
    closesAt || standing.kind !== 'rolling'
      ? { icon: 'edit', title: t.courseDeadline, when: isAhead && closesAt ? formatDate(closesAt, lang) : undefined }
      : { icon: 'edit', title: t.courseAnyTime },
    { icon: 'gavel', title: outside ? t.courseOutside(outside.title[lang]) : t.courseAnswer, when: answer },
    ...(definition.acceptance.needed
      ? [{ icon: 'handshake' as const, title: t.courseAccept, when: t.courseAcceptWithin(definition.acceptance.withinDays) }]
      : []),
    ...payments.filter((part) => part.early),
    ...report,
    ...payments.filter((part) => !part.early),
  ]
}

function answerText(definition: SchemeDefinition, hasDeadline: boolean, lang: Lang): string {
  const t = schemesTexts[lang]
  return `${t.within(definition.answerWithinWeeks).toLocaleLowerCase(lang)} ${hasDeadline ? t.afterDeadline : t.afterArrival}`
}

function reportText(report: ReportDefinition, lang: Lang): string {
  const t = schemeTexts[lang]
  const { due } = report
  if (due.kind === 'days-after-award') return t.reportAfterAward(due.days)
  if (due.kind === 'days-after-answer') return t.reportAfterAnswer(due.days)
  const [month = 1, day = 1] = due.monthDay.split('-').map(Number)
  const at = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : `${lang}-NO`, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return t.reportOnDay(at.format(new Date(Date.UTC(2024, month - 1, day))), due.yearsAfter)
}
