import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import type { Keyring } from '#platform/crypto.ts'
import { scopeOf, type Trx } from '#platform/database/db.ts'
import { isLang, type Lang } from '#platform/texts/texts.ts'
import { daysBetween, osloDate } from '#platform/time.ts'
import { SchemeDefinition, type Answers, type EffectiveDefinition } from '../../model.ts'
import { forPart } from '../../scheme/rules/for-part.ts'
import type { RoundDates } from '../../scheme/rules/round-state.ts'
import { getDefinition } from '../../scheme/queries/versions.ts'
import type { ApplicantFacts, Surroundings, Trial } from '../rules/facts.ts'
import { listFields } from '../rules/fields.ts'
import type { KnownFacts } from '../rules/prefill.ts'
import { SELF_DECLARED, type MandateRole } from './mandate.ts'
import { openAnswers } from '../sealed-answers.ts'
import { asRead } from '../../scheme/rules/who-may-apply.ts'

export interface Attachment {
  id: string
  field: string
  fileId: string
  name: string
  size: number
}

export interface District {
  id: string
  key: string
  name: string
}

export type { MandateRole } from './mandate.ts'

/** Who applies: an organisation somebody acts for, or a person. */
export interface Applicant {
  kind: 'organisation' | 'person'
  organisationId: string | null
  name: string
  number: string | null
  mandate: { id: string; role: MandateRole; source: string } | null
}

/** A draft with everything around it: what the form, the rules and the sending need. */
export interface Draft {
  id: string
  schemeId: string
  slug: string
  unitId: string | null
  versionId: string
  /** The scheme has been published anew since: the draft follows the version it was begun under. */
  overtaken: boolean
  roundId: string
  round: RoundDates & { decisionBy: string | null }
  person: { id: string; name: string; email: string | null }
  applicant: Applicant
  /** Opened: also classified ones, and the attachments' files under their fields. */
  answers: Answers
  attachments: Attachment[]
  districts: District[]
  copiedFrom: string | null
  language: Lang
  revision: number
  openedAt: Date
  savedAt: Date
  sentAt: Date | null
  /** Set when this only tries the form of a scheme that is being written: its scheme, version and round are empty, and sending it makes no case. */
  trialOf: string | null
  /** As it goes for the draft's part. */
  definition: EffectiveDefinition
  /** What a new draft begins with, to say where an answer came from. */
  facts: KnownFacts
  /** Without `earlier`: see listEarlier. */
  around: Surroundings
}

interface Row {
  id: string
  scheme_id: string | null
  slug: string | null
  unit_id: string | null
  version_id: string | null
  overtaken: boolean
  round_id: string | null
  scheme_draft_id: string | null
  trial: Trial | null
  opens_at: Date | null
  closes_at: Date | null
  grace_minutes: number | null
  decision_by: string | null
  person_id: string
  person_name: string
  person_email: string | null
  born_on: string | null
  organisation_id: string | null
  organisation_name: string | null
  organisation_number: string | null
  organisation_form: string | null
  own_unit: boolean | null
  address: string | null
  postcode: string | null
  place: string | null
  register_facts: Record<string, unknown> | null
  register_read_at: Date | null
  mandate: Applicant['mandate']
  answers: Answers
  attachments: Attachment[] | null
  districts: District[] | null
  copied_from: string | null
  part: string | null
  language: string
  revision: number
  opened_at: Date
  saved_at: Date
  sent_at: Date | null
  kommunenummer: string | null
}

export interface DraftQuestion {
  draftId: string
  personId: string
  keyring: Keyring
  now: Date
  /** Holds the draft until the transaction ends: for those who change it. */
  lock?: boolean
}

/** The person's own draft, in one statement. Throws NotFound for anybody else's. */
export async function getDraft(trx: Trx, question: DraftQuestion): Promise<Draft> {
  const row = await readRow(trx, question)
  if (!row) throw new NotFound('draft')
  const definition = row.trial
    ? forPart(SchemeDefinition.parse(row.trial.definition), row.part)
    : await getDefinition(trx, { versionId: row.version_id ?? '', part: row.part })
  const { municipalityId } = scopeOf(trx)
  const answers = openAnswers(definition, row.answers, question.keyring, { municipalityId, kind: 'draft', id: row.id })
  const attachments = row.attachments ?? []
  const today = osloDate(question.now)
  return {
    id: row.id,
    schemeId: row.scheme_id ?? '',
    slug: row.slug ?? definition.slug,
    unitId: row.unit_id,
    versionId: row.version_id ?? '',
    overtaken: row.overtaken,
    roundId: row.round_id ?? '',
    // A trial may be sent whenever it is tried.
    round: {
      opensAt: row.opens_at ?? row.opened_at,
      closesAt: row.closes_at,
      graceMinutes: row.grace_minutes ?? 0,
      decisionBy: row.decision_by,
    },
    person: { id: row.person_id, name: row.person_name, email: row.person_email },
    applicant: row.trial
      ? triedBy(row.trial)
      : {
          kind: row.organisation_id ? 'organisation' : 'person',
          organisationId: row.organisation_id,
          name: row.organisation_name ?? row.person_name,
          number: row.organisation_number,
          mandate: row.mandate,
        },
    answers: withFiles(definition, answers, attachments),
    attachments,
    districts: row.districts ?? [],
    copiedFrom: row.copied_from,
    language: isLang(row.language) ? row.language : 'nb',
    revision: row.revision,
    openedAt: row.opened_at,
    savedAt: row.saved_at,
    sentAt: row.sent_at,
    trialOf: row.scheme_draft_id,
    definition,
    facts: knownFacts(row),
    around: {
      applicant: row.trial ? row.trial.applicant.facts : asRead(definition.applicants, applicantFacts(row, today)),
      ...(row.kommunenummer ? { municipalityNumber: row.kommunenummer } : {}),
      round: { opens: osloDate(row.opens_at ?? row.opened_at), ...(row.closes_at ? { closes: osloDate(row.closes_at) } : {}) },
      today,
    },
  }
}

async function readRow(trx: Trx, { draftId, personId, now, lock }: DraftQuestion): Promise<Row | undefined> {
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(draftId)) return undefined
  const today = osloDate(now)
  const { rows } = await sql<Row>`
    select d.id, d.scheme_id, s.slug, s.unit_id, d.version_id, coalesce(s.current_version_id <> d.version_id, false) as overtaken, d.round_id, d.scheme_draft_id, d.trial, r.opens_at, r.closes_at, r.grace_minutes,
      to_char(r.decision_by, 'YYYY-MM-DD') as decision_by, d.person_id, p.name as person_name, p.email as person_email,
      to_char(p.born_on, 'YYYY-MM-DD') as born_on, d.organisation_id, o.name as organisation_name, o.number as organisation_number,
      o.form as organisation_form, o.own_unit, o.address, o.postcode, o.place, o.register_facts, o.register_read_at, d.answers, d.copied_from, d.part, d.language, d.revision,
      d.opened_at, d.saved_at, d.sent_at,
      (select settings->>'kommunenummer' from municipality) as kommunenummer,
      (select json_build_object('id', m.id, 'role', m.role, 'source', m.source) from mandate m
        where m.person_id = d.person_id and m.organisation_id = d.organisation_id and m.valid_from <= ${today}::date
          and (m.valid_until is null or m.valid_until >= ${today}::date)
        order by m.source = 'self-declared', m.valid_from limit 1) as mandate,
      (select json_agg(json_build_object('id', a.id, 'field', a.field, 'fileId', a.file_id, 'name', f.name, 'size', f.size) order by a.created_at, a.id)
        from draft_attachment a join stored_file f on f.municipality_id = a.municipality_id and f.id = a.file_id
        where a.draft_id = d.id) as attachments,
      (select json_agg(json_build_object('id', id, 'key', key, 'name', name) order by position) from district) as districts
    from draft d
    left join scheme s on s.municipality_id = d.municipality_id and s.id = d.scheme_id
    left join round r on r.municipality_id = d.municipality_id and r.id = d.round_id
    join person p on p.municipality_id = d.municipality_id and p.id = d.person_id
    left join organisation o on o.municipality_id = d.municipality_id and o.id = d.organisation_id
    where d.id = ${draftId}::uuid and d.person_id = ${personId}::uuid ${lock ? sql`for update of d` : sql``}`.execute(trx)
  return rows[0]
}

/** The invented applicant of a trial; an organisation's mandate is taken for granted. */
function triedBy({ applicant }: Trial): Applicant {
  return {
    kind: applicant.facts.kind === 'person' ? 'person' : 'organisation',
    organisationId: null,
    name: applicant.name,
    number: applicant.facts.number ?? null,
    mandate: null,
  }
}

/** Files are answers too: their ids under the field they were attached to. */
function withFiles(definition: SchemeDefinition, answers: Answers, attachments: readonly Attachment[]): Answers {
  const all = { ...answers }
  for (const { field } of listFields(definition)) {
    if (field.type !== 'file') continue
    const files = attachments.filter((each) => each.field === field.key).map((each) => each.fileId)
    if (files.length > 0) all[field.key] = files
    else delete all[field.key]
  }
  return all
}

/** Only a confirmed mandate opens what is known of the organisation. */
function knownFacts(row: Row): KnownFacts {
  const person = { name: row.person_name, email: row.person_email }
  if (!row.organisation_id || !row.mandate || row.mandate.source === SELF_DECLARED) return { person }
  const account = row.register_facts?.['bankAccount']
  return {
    person,
    organisation: {
      name: row.organisation_name ?? '',
      number: row.organisation_number,
      address: row.address,
      postcode: row.postcode,
      place: row.place,
      bankAccount: typeof account === 'string' ? account : null,
    },
  }
}

/** The columns that tell who applies. */
export type ApplicantRow = Pick<
  Row,
  'organisation_id' | 'born_on' | 'register_facts' | 'organisation_form' | 'own_unit' | 'organisation_number' | 'register_read_at'
>

/** What the registers said, and only that: what they did not say is unknown. */
export function applicantFacts(row: ApplicantRow, today: string): ApplicantFacts {
  if (!row.organisation_id) return { kind: 'person', ...(row.born_on ? { age: wholeYears(row.born_on, today) } : {}) }
  const facts = row.register_facts ?? {}
  const flag = (key: string) => (typeof facts[key] === 'boolean' ? { [key]: facts[key] } : {})
  const form = row.organisation_form ?? facts['form']
  return {
    kind: row.own_unit ? 'unit' : 'organisation',
    ...(row.organisation_number ? { number: row.organisation_number } : {}),
    ...(typeof form === 'string' ? { form } : {}),
    ...(typeof facts['municipality'] === 'string' ? { municipality: facts['municipality'] } : {}),
    ...flag('inVoluntaryRegister'),
    ...flag('bankrupt'),
    ...flag('deleted'),
    ...(row.register_read_at ? { registered: true } : row.organisation_number ? {} : { registered: false }),
  }
}

function wholeYears(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  const had = daysBetween(`${today.slice(0, 4)}${born.slice(4)}`.replace('-02-29', '-02-28'), today) >= 0
  return had ? years : years - 1
}
