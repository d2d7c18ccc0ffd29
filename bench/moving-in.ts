import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { randomToken, tokenHash } from '#platform/crypto.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { buildTorgServer } from './build-torg-server.ts'
import type { BenchDatabase } from './database.ts'
import { percentiles, type Percentiles } from './figures.ts'
import { BENCH_HOST, withOwner } from './ground.ts'
import { startProgram, type Usage } from './program.ts'
import { ask, type Door, type Reply } from './send.ts'

/** Seconds from pressing the button to the page that tells it is done. */
export interface MovingInFigures {
  rows: number
  organisations: number
  uploading: number
  trying: number
  bringingIn: number
  takingBack: number
  /** CPU seconds of the server in all. */
  cpu: number
  /** What somebody else waited for a small page meanwhile, in milliseconds. */
  others: Percentiles & { most: number }
}

const words = {
  places: ['Fjordvik', 'Havna', 'Solsiden', 'Nordre', 'Søndre', 'Gamle', 'Indre', 'Ytre', 'Haugen', 'Dalen', 'Lia', 'Strand'],
  kinds: ['mannskor', 'skolekorps', 'turlag', 'idrettslag', 'teaterlag', 'seilforening', 'velforening', 'danselag', 'bokklubb'],
}
const nameOf = (n: number) =>
  [words.places[n % 12], words.kinds[Math.floor(n / 12) % 9], Math.floor(n / 108) || ''].join(' ').trim()

/**
 * Brings in a list of earlier awards through the pages, as a scheme owner does: uploaded, tried, brought in, taken back. Recipients
 * are so many different names, all to be compared with those of the organisations there are; another asks for a page all the while.
 */
export async function movingInBench(
  database: BenchDatabase,
  { rows, organisations }: { rows: number; organisations: number },
): Promise<MovingInFigures> {
  const token = await addOwner(database, organisations)
  const torg = await startProgram(await buildTorgServer(), {
    BENCH_APP_URL: database.appUrl,
    BENCH_CONNECTIONS: '8',
    BENCH_KEYS: database.keys,
    BENCH_DATA_DIR: database.folder,
    BENCH_JOBS: 'worked',
  })
  const door: Door = { port: Number(torg.ready['port']), host: BENCH_HOST }
  const waits: number[] = []
  let working = true
  const other = (async () => {
    for (; working; await setTimeout(20)) waits.push((await timed(() => ask(door, 'GET', '/personvern'))).seconds * 1_000)
  })()
  const post = (path: string, fields: Record<string, string>) =>
    ask(door, 'POST', path, token, new URLSearchParams({ _csrf: csrfToken(token), _key: randomUUID(), ...fields }).toString())
  const until = async (path: string, sign: string) => {
    for (;;) {
      const { text } = await ask(door, 'GET', path, token)
      if (text.includes(sign)) return
      if (!text.includes('data-poll')) throw new Error(`${path} did not come to “${sign}”: ${text.slice(-3_000)}`)
      await setTimeout(100)
    }
  }
  try {
    const { cpuMs } = await torg.ask<Usage>({ ask: 'usage' })
    const uploaded = await timed(() => upload(door, token, rows))
    const batch = String(uploaded.value.headers.location).replace('/kolonner', '')
    const columns = { 'vist-ark': '0', ark: '0', 'vist-linje': '1', linje: '1', 'f-stage': 'adopted' }
    const fields = { k0: 'year', k1: 'recipient', k2: 'purpose', k3: 'applied', k4: 'result', k5: 'scheme', gjor: 'videre' }
    const trying = await timed(async () => {
      await post(`${batch}/kolonner`, { ...columns, ...fields })
      await until(`${batch}/proving`, 'value="hent-inn"')
    })
    const bringingIn = await timed(async () => {
      await post(`${batch}/proving`, { gjor: 'hent-inn' })
      await until(batch, `action="${batch}/angre"`)
    })
    const brought = await countAwards(database)
    const takingBack = await timed(async () => {
      await post(`${batch}/angre`, {})
      await until(batch, 'Filen er tatt tilbake')
    })
    if (brought !== rows || (await countAwards(database)) !== 0)
      throw new Error(
        `${brought} of ${rows} rows were brought in, and ${await countAwards(database)} left when it was taken back.`,
      )
    return {
      rows,
      organisations,
      uploading: uploaded.seconds,
      trying: trying.seconds,
      bringingIn: bringingIn.seconds,
      takingBack: takingBack.seconds,
      cpu: ((await torg.ask<Usage>({ ask: 'usage' })).cpuMs - cpuMs) / 1_000,
      others: { ...percentiles(waits), most: Math.max(...waits) },
    }
  } finally {
    working = false
    await other.catch(() => undefined)
    await torg.stop()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - began) / 1_000 }
}

async function upload(door: Door, token: string, rows: number): Promise<Reply> {
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `${2010 + (n % 12)};${nameOf(n % 9_000)}${n % 3 ? '' : ' i kommunen'};Drift ${n};${1_000 + n};${500 + n};Kulturmidler`,
  )
  const form = new FormData()
  for (const [name, value] of Object.entries({ _csrf: csrfToken(token), _key: randomUUID(), hva: 'awards' }))
    form.set(name, value)
  form.set('fil', new File([`År;Mottaker;Formål;Søkt;Tildelt;Ordning\n${lines.join('\n')}\n`], 'liste.csv'))
  const body = new Response(form)
  const answer = await ask(door, 'POST', '/saker/flytt-inn', token, await body.text(), {
    'content-type': body.headers.get('content-type') ?? '',
  })
  if (answer.status !== 303) throw new Error(`The upload is answered ${answer.status}: ${answer.text.slice(0, 500)}`)
  return answer
}

/** Somebody who owns schemes, logged in, and the organisations of the place. */
async function addOwner(database: BenchDatabase, organisations: number): Promise<string> {
  const [token, person] = [randomToken(), randomUUID()]
  await withOwner(database.ownerUrl, database.ground.municipalityId, async (client) => {
    await client.query(`insert into person (id, name, kind) values ($1, 'Eier av ordninger', 'staff')`, [person])
    await client.query(`insert into staff_role (person_id, role) values ($1, 'scheme-owner')`, [person])
    await client.query(
      `insert into session (token_hash, person_id, issuer, created_at, last_seen_at, valid_until, ends_at)
       values ($1, $2, 'bench', now(), now() + interval '30 minutes', now() + interval '6 hours', now() + interval '10 hours')`,
      [tokenHash(token), person],
    )
    const names = Array.from({ length: organisations }, (_, n) => nameOf(n))
    await client.query('insert into organisation (name) select unnest($1::text[])', [names])
    await client.query('analyze organisation')
  })
  return token
}

async function countAwards(database: BenchDatabase): Promise<number> {
  return await withOwner(database.ownerUrl, database.ground.municipalityId, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int from imported_award')
    return rows[0]?.count ?? 0
  })
}
