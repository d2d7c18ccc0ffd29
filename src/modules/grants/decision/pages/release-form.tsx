import { caseSlug } from '#cases'
import { FormStart, type Ctx, type Form } from '#platform/http/index.ts'
import {
  Button,
  ButtonRow,
  DataTable,
  DateField,
  HiddenFields,
  LinkButton,
  RadioGroup,
  Section,
  Tag,
  TextField,
} from '#platform/look/index.ts'
import { formatDateTime } from '#platform/time.ts'
import { caseWords } from '../../review/texts/words.ts'
import type { WaitingLetter } from '../queries/list-letters.ts'
import { outcomeWithAmount } from '../texts/decide.ts'
import { lettersTexts } from '../texts/letters.ts'

/** The decisions to tick, and when they are to be sent. */
export function ReleaseForm(props: { c: Ctx; letters: WaitingLetter[]; form: Form | undefined; roundId: string }) {
  const { c, letters, form } = props
  const lang = c.var.lang
  const t = lettersTexts[lang]
  const unread = letters.find((each) => !each.isProofread)
  return (
    <form method="post" action="/saker/vedtak/slipp">
      <FormStart c={c} />
      <HiddenFields values={{ utlysning: props.roundId }} />
      {unread ? (
        <ButtonRow>
          <LinkButton href={`/saker/${caseSlug(unread.number)}/brev`} icon="edit" variant="secondary" small>
            {t.toProofread}
          </LinkButton>
        </ButtonRow>
      ) : null}
      <DataTable
        lang={lang}
        caption={t.caption(letters.length)}
        rows={letters}
        keyboard
        rowId={(row) => `decision-${row.decisionId}`}
        rowHref={(row) => `/saker/${caseSlug(row.number)}/brev`}
        select={{
          name: 'vedtak',
          value: (row) => row.decisionId,
          label: (row) => `${row.number} ${row.applicantName}`,
          checked: (row) => (form ? form.all('vedtak').includes(row.decisionId) : row.isProofread && row.releaseAt === null),
        }}
        columns={[
          { label: t.columns.number, heading: true, narrow: true, cell: (row) => row.number },
          {
            label: t.columns.applicant,
            cell: (row) => (
              <span class="tg-cut" title={row.applicantName}>
                {row.applicantName}
              </span>
            ),
          },
          { label: t.columns.outcome, cell: (row) => outcomeWithAmount(caseWords[lang].outcome[row.outcome], row.ore, lang) },
          {
            label: t.columns.letter,
            narrow: true,
            cell: (row) => <Tag tone={row.isProofread ? 'success' : 'warning'}>{row.isProofread ? t.isRead : t.notRead}</Tag>,
          },
          {
            label: t.columns.when,
            cell: (row) => (row.releaseAt ? <Tag tone="info">{t.scheduled(formatDateTime(row.releaseAt, lang))}</Tag> : ''),
          },
        ]}
      />
      <Section>
        <RadioGroup
          lang={lang}
          name="nar"
          label={t.when}
          value={form?.text('nar') || 'na'}
          options={[
            { value: 'na', label: t.now },
            { value: 'senere', label: t.later },
          ]}
        />
        <DateField lang={lang} name="dag" label={t.day} value={form?.text('dag') ?? ''} optional="quiet" />
        <TextField
          lang={lang}
          name="tid"
          label={t.time}
          help={t.timeHelp}
          value={form?.text('tid') || '08.00'}
          size={6}
          optional="quiet"
        />
      </Section>
      <ButtonRow>
        <Button name="gjor" value="se" icon="eye">
          {t.seeWhat}
        </Button>
        {letters.some((each) => each.releaseAt) ? (
          <Button name="gjor" value="angre" variant="tertiary" icon="undo">
            {t.cancel}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  )
}
