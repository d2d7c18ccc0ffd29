import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openKeyring, parseKeys, randomToken, tokenHash } from '#platform/crypto.ts'
import { sealAnswers } from '../src/modules/grants/application/sealed-answers.ts'
import type { SchemeDefinition } from '../src/modules/grants/model.ts'
import { answersFor, benchDefinition, benchSlugs, type BenchSlug } from './definition.ts'

/** A municipality with the measured schemes. */
export interface BenchGround {
  municipalityId: string
  host: string
  schemes: Record<BenchSlug, { id: string; versionId: string; roundId: string; definition: SchemeDefinition }>
  keys: string
}

/** Somebody logged in, with a finished draft that waits to be sent. */
export interface Applicant {
  token: string
  personId: string
  draftId: string
  slug: BenchSlug
  /** Of the page the form was shown on: the same again when it is sent again. */
  key: string
}

const root = path.join(import.meta.dirname, '..')
export const BENCH_HOST = 'bench.localhost'
const DISTRICTS = 9

/** Adds the municipality, as an operator does first of all; afterwards the database is not empty, and no demo is put in it. */
export async function addMunicipality(env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const settings = path.join(folder, 'municipality.json')
  writeFileSync(settings, JSON.stringify({ language: 'nb', kommunenummer: '9901' }))
  await torg(env, 'municipality', 'add', 'bench', '--name', 'Benk kommune', '--host', BENCH_HOST, '--settings', settings)
}

/**
 * Adds the municipality's units and districts, and the two schemes.
 */
export async function layBenchGround(input: {
  env: NodeJS.ProcessEnv
  folder: string
  ownerUrl: () => string
  keys: () => string
}): Promise<BenchGround> {
  const schemes = path.join(input.folder, 'schemes')
  mkdirSync(schemes, { recursive: true })
  const definitions = Object.values(benchSlugs).map((slug) => benchDefinition(slug, new Date()))
  for (const each of definitions) writeFileSync(path.join(schemes, `${each.slug}.json`), JSON.stringify(each))
  const municipalityId = await withOwner(input.ownerUrl(), undefined, async (client) => {
    const { rows } = await client.query<{ id: string }>('select municipality_id as id from host_name where host = $1', [
      BENCH_HOST,
    ])
    return rows[0]?.id ?? ''
  })
  await withOwner(input.ownerUrl(), municipalityId, async (client) => {
    const units = new Map(
      definitions.flatMap(
        (each) =>
          [[each.unit, 'department'], ...each.authority.flatMap((band) => (band.body ? [[band.body, 'body']] : []))] as [
            string,
            string,
          ][],
      ),
    )
    for (const [key, kind] of units)
      await client.query(
        `insert into unit (key, name, kind) values ($1, jsonb_build_object('nb', $1::text, 'nn', $1::text, 'en', $1::text), $2)`,
        [key, kind],
      )
    await client.query(
      `insert into district (key, name, tile_column, tile_row, position) select 'd' || n, 'Bydel ' || n, n, 1, n from generate_series(1, ${DISTRICTS}) n`,
    )
  })
  await torg(input.env, 'schemes', 'load', schemes, '--municipality', 'bench')
  const found = await withOwner(input.ownerUrl(), municipalityId, async (client) => {
    const { rows } = await client.query<{ slug: BenchSlug; id: string; versionId: string; roundId: string }>(
      `select s.slug, s.id, s.current_version_id as "versionId", r.id as "roundId" from scheme s join round r on r.scheme_id = s.id`,
    )
    return rows
  })
  const byslug = Object.fromEntries(
    found.map((row) => [row.slug, { ...row, definition: definitions.find((each) => each.slug === row.slug) }]),
  )
  return { municipalityId, host: BENCH_HOST, schemes: byslug as unknown as BenchGround['schemes'], keys: input.keys() }
}

/** Makes `count` residents, each with a session, an organisation of their own in the registers, and a draft ready to send. */
export async function addApplicants(ownerUrl: string, ground: BenchGround, slug: BenchSlug, count: number): Promise<Applicant[]> {
  const scheme = ground.schemes[slug]
  const keyring = openKeyring(parseKeys(ground.keys))
  const applicants = Array.from({ length: count }, () => {
    const [draftId, number] = [randomUUID(), String(100_000_000 + (randomBytes(4).readUInt32LE() % 899_999_999))]
    const place = { municipalityId: ground.municipalityId, kind: 'draft' as const, id: draftId }
    const answers = JSON.stringify(sealAnswers(scheme.definition, answersFor(slug), keyring, place))
    return {
      token: randomToken(),
      personId: randomUUID(),
      organisationId: randomUUID(),
      draftId,
      number,
      answers,
      slug,
      key: randomUUID(),
    }
  })
  await withOwner(ownerUrl, ground.municipalityId, async (client) => {
    const list = (of: (each: (typeof applicants)[number]) => unknown) => applicants.map(of)
    const facts = {
      form: 'FLI',
      municipality: '9901',
      inVoluntaryRegister: true,
      bankrupt: false,
      deleted: false,
      source: 'bench',
    }
    await client.query('begin')
    await client.query(
      `insert into person (id, name, kind, email) select p, 'Kari Nordmann ' || left(p::text, 8), 'resident', left(p::text, 8) || '@example.org' from unnest($1::uuid[]) p`,
      [list((each) => each.personId)],
    )
    await client.query(
      `insert into session (token_hash, person_id, issuer, created_at, last_seen_at, valid_until, ends_at)
       select t, p, 'bench', now(), now() + interval '30 minutes', now() + interval '6 hours', now() + interval '10 hours' from unnest($1::bytea[], $2::uuid[]) as each (t, p)`,
      [list((each) => tokenHash(each.token)), list((each) => each.personId)],
    )
    await client.query(
      `insert into organisation (id, number, name, form, register_facts, register_read_at)
       select o, n, 'Songlaget ' || n, 'FLI', $3::jsonb, now() from unnest($1::uuid[], $2::text[]) as each (o, n) on conflict do nothing`,
      [list((each) => each.organisationId), list((each) => each.number), JSON.stringify(facts)],
    )
    await client.query(
      `insert into mandate (person_id, organisation_id, role, source) select p, o, 'chair', 'register' from unnest($1::uuid[], $2::uuid[]) as each (p, o)`,
      [list((each) => each.personId), list((each) => each.organisationId)],
    )
    await client.query(
      `insert into draft (id, scheme_id, version_id, round_id, person_id, organisation_id, answers)
       select d, $4, $5, $6, p, o, a from unnest($1::uuid[], $2::uuid[], $3::uuid[], $7::jsonb[]) as each (d, p, o, a)`,
      [
        list((each) => each.draftId),
        list((each) => each.personId),
        list((each) => each.organisationId),
        scheme.id,
        scheme.versionId,
        scheme.roundId,
        list((each) => each.answers),
      ],
    )
    await client.query('commit')
  })
  return applicants
}

/** Runs work on a connection of the tables' owner, who is under the policies too. */
export async function withOwner<T>(
  ownerUrl: string,
  municipalityId: string | undefined,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    if (municipalityId) await client.query(`select set_config('torg.municipality', $1, false)`, [municipalityId])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The password that an installation with these keys gives the application's role. */
export function newKeys(): string {
  return `bench:${randomBytes(32).toString('base64')}`
}

/** Runs the built command line. Throws with what it said when it fails. */
export async function torg(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args], {
    env,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`torg ${args.join(' ')} ended with ${code}: ${said}`)
  return said
}
