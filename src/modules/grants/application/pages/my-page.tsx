import { caseSlug } from '#cases'
import { currentPerson, page, type Ctx } from '#platform/http/index.ts'
import {
  Card,
  DueDate,
  EmptyState,
  Grid,
  Icon,
  LinkButton,
  PageTitle,
  Section,
  Tag,
  type Fact,
  type FlashMessage,
  type Tone,
} from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import { formatDate, formatDateTime, osloDate } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CaseStatus } from '../../lifecycle.ts'
import { listDrafts, type DraftInList } from '../queries/list-drafts.ts'
import { listMyCases, listMyTasks, type MyCase, type MyTask } from '../queries/my-cases.ts'
import { myTexts } from '../texts/my-page.ts'
import { titleOf } from '../../scheme/rules/for-part.ts'

/** GET /min-side: what waits for me, what I have begun, and every case of mine and my organisations'. */
export async function showMyPage(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = myTexts[lang]
  const person = currentPerson(c)
  const now = services.now()
  const { cases, tasks, drafts } = await services.db.reading(scope, async (trx) => {
    const mine = await listMyCases(trx, person.id, osloDate(now), c.var.lang)
    return {
      cases: mine,
      tasks: await listMyTasks(
        trx,
        mine.map((each) => each.id),
      ),
      drafts: await listDrafts(trx, person.id),
    }
  })
  const flash: FlashMessage | undefined = c.req.query('slettet') === '1' ? { kind: 'success', text: t.draftDeleted } : undefined
  const [open, closed] = [cases.filter((each) => !isOver(each)), cases.filter(isOver)]
  return await page(
    c,
    { title: t.title, ...(flash ? { flash } : {}) },
    <>
      <PageTitle eyebrow={t.title} title={t.hello(person.name.split(' ')[0] ?? person.name)} />
      {cases.length + drafts.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={<LinkButton href="/tilskudd">{t.seeSchemes}</LinkButton>}>
          {t.emptyBody}
        </EmptyState>
      ) : (
        <Section title={t.doNow}>
          <Waiting lang={lang} tasks={tasks} cases={cases} now={now} />
        </Section>
      )}
      {drafts.length > 0 ? (
        <Section title={t.drafts}>
          <Grid>
            {drafts.map((draft) => (
              <DraftCard lang={lang} draft={draft} />
            ))}
          </Grid>
        </Section>
      ) : null}
      <Cases lang={lang} title={t.cases} cases={open} />
      <Cases lang={lang} title={t.closedCases} cases={closed} />
      <p>
        <a class="tg-iconlink" href="/min-side/innlogginger">
          <Icon name="lock" size="sm" />
          <span>{t.logins}</span>
        </a>
      </p>
    </>,
  )
}

/** What waits for the applicant, each with its way on and its day. */
export function Waiting({
  lang,
  tasks,
  cases,
  now,
}: {
  lang: Lang
  tasks: readonly MyTask[]
  cases: readonly MyCase[]
  now: Date
}) {
  const t = myTexts[lang]
  if (tasks.length === 0) return <p class="tg-quiet">{t.nothingNow}</p>
  return (
    <ul class="tg-waiting">
      {tasks.map((task) => {
        const about = cases.find((each) => each.id === task.caseId)
        return about ? (
          <li>
            <a href={`/min-side/saker/${caseSlug(about.number)}`}>
              <Icon name="arrow-right" size="sm" />
              <span>{t.task[task.kind]}</span>
            </a>
            <span>
              {about.title}, {about.applicantName}
            </span>
            {task.dueOn ? <DueDate at={task.dueOn} now={now} lang={lang} /> : null}
          </li>
        ) : null
      })}
    </ul>
  )
}

function DraftCard({ lang, draft }: { lang: Lang; draft: DraftInList }) {
  const t = myTexts[lang]
  const facts: Fact[] = [{ label: t.forWhom, value: draft.applicant }]
  if (draft.closesAt) facts.push({ label: t.due, value: formatDateTime(draft.closesAt, lang) })
  return (
    <Card title={titleOf(draft.definition, lang)} href={`/tilskudd/${draft.slug}/soknad/${draft.id}`} facts={facts} tinted>
      <p class="tg-quiet">{t.saved(formatDateTime(draft.savedAt, lang))}</p>
    </Card>
  )
}

function Cases({ lang, title, cases }: { lang: Lang; title: string; cases: readonly MyCase[] }) {
  const t = myTexts[lang]
  if (cases.length === 0) return null
  return (
    <Section title={title}>
      <Grid>
        {cases.map((each) => (
          <Card
            title={each.title}
            href={`/min-side/saker/${caseSlug(each.number)}`}
            eyebrow={<StatusTag lang={lang} status={each.status} />}
            facts={[
              { label: t.number, value: each.number },
              { label: t.forWhom, value: each.applicantName },
              ...(each.district ? [{ label: t.district, value: each.district }] : []),
              { label: t.appliedOre, value: formatKr(each.appliedOre, lang) },
              { label: t.received, value: formatDate(each.receivedAt, lang) },
            ]}
          />
        ))}
      </Grid>
    </Section>
  )
}

const tones: Record<CaseStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  'in-review': 'info',
  'waiting-for-applicant': 'warning',
  recommended: 'info',
  decided: 'info',
  notified: 'accent',
  'following-up': 'accent',
  closed: 'neutral',
  withdrawn: 'neutral',
}

/** The case's state in the applicant's words; what is not told them yet looks like work in progress. */
export function StatusTag({ lang, status }: { lang: Lang; status: CaseStatus }) {
  return <Tag tone={tones[status]}>{myTexts[lang].status[status]}</Tag>
}

function isOver(each: MyCase): boolean {
  return each.status === 'closed' || each.status === 'withdrawn'
}
