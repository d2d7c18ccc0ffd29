import { Agent } from 'node:http'
import { csrfToken } from '#platform/http/csrf.ts'
import pg from 'pg'
import type { TestServer } from '../test/server.ts'
import { buildTorgServer } from './build-torg-server.ts'
import { backendCpu, cpuBetween } from './database-cpu.ts'
import type { BenchDatabase } from './database.ts'
import { benchSlugs } from './definition.ts'
import { percentiles, type Percentiles } from './figures.ts'
import { addApplicants, type Applicant } from './ground.ts'
import { startProgram, type Program, type Usage } from './program.ts'
import { ask, type Door } from './send.ts'

/** Milliseconds from the request to the whole answer, one at a time, and CPU of each process per request. */
export interface FormFigure extends Percentiles {
  app: number
  database: number
}

export interface FormFigures {
  page: FormFigure
  save: FormFigure
  /** Kilobytes of the page's HTML. */
  kilobytes: number
}

const PAGE = 'lang1'

/** Asks for a page of the long form, and saves one answer of it as the page's own script does. Through the HTTP door, one at a time. */
export async function formBench(server: TestServer, database: BenchDatabase, options: { times: number }): Promise<FormFigures> {
  const torg = await startProgram(await buildTorgServer(), {
    BENCH_APP_URL: database.appUrl,
    BENCH_CONNECTIONS: '4',
    BENCH_KEYS: database.keys,
    BENCH_DATA_DIR: database.folder,
  })
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    const [applicant] = await addApplicants(database.ownerUrl, database.ground, benchSlugs.form, 1)
    if (!applicant) throw new Error('no applicant')
    const agent = new Agent({ keepAlive: true })
    const door: Door = { port: Number(torg.ready['port']), host: database.ground.host, agent }
    const show = () => ask(door, 'GET', pathOf(applicant), applicant.token)
    const first = await show()
    let filled = fieldsOf(first.text)
    if (first.status !== 200 || filled.filter(([name]) => name.startsWith('q')).length < 50)
      throw new Error(`The long form is answered ${first.status}: ${first.text.slice(0, 500)}`)
    let saved = 0
    const save = async () => {
      const body = new URLSearchParams([['_csrf', csrfToken(applicant.token)], ['_key', applicant.key], ...filled])
      // Another number each time, as somebody who types.
      body.set('q1', String(120 + (++saved % 50)))
      const headers = { 'hx-request': 'true', 'torg-touched': 'q1' }
      return await ask(door, 'POST', pathOf(applicant), applicant.token, body.toString(), headers)
    }
    const page = await measure(torg, admin, options.times, show)
    // The page's script puts the answer's form in place of the old one: the next save tells what it saw there.
    const saving = await measure(torg, admin, options.times, save, ({ text }) => (filled = fieldsOf(text)))
    const last = fieldsOf((await show()).text).find(([name]) => name === 'q1')?.[1]
    if (last !== String(120 + (saved % 50)))
      throw new Error(`The last answer saved was ${120 + (saved % 50)}, and the form says ${last}.`)
    agent.destroy()
    return { page, save: saving, kilobytes: first.text.length / 1_000 }
  } finally {
    await admin.end()
    await torg.stop()
  }
}

function pathOf(applicant: Applicant): string {
  return `/tilskudd/${applicant.slug}/soknad/${applicant.draftId}/${PAGE}`
}

async function measure(
  torg: Program,
  admin: pg.Client,
  times: number,
  work: () => Promise<{ status: number; text: string }>,
  look: (reply: { text: string }) => void = () => undefined,
): Promise<FormFigure> {
  const taken: number[] = []
  const once = async () => {
    const began = performance.now()
    const reply = await work()
    const ms = performance.now() - began
    if (reply.status !== 200) throw new Error(`answered ${reply.status}: ${reply.text.slice(0, 500)}`)
    look(reply)
    return ms
  }
  for (let time = 0; time < 30; time++) await once()
  const [before, backendsBefore] = [await torg.ask<Usage>({ ask: 'usage' }), await backendCpu(admin, 'torg')]
  for (let time = 0; time < times; time++) taken.push(await once())
  const [after, backendsAfter] = [await torg.ask<Usage>({ ask: 'usage' }), await backendCpu(admin, 'torg')]
  return {
    ...percentiles(taken),
    app: (after.cpuMs - before.cpuMs) / times,
    database: cpuBetween(backendsBefore, backendsAfter) / times,
  }
}

/** What a browser would send of the page's questions. */
function fieldsOf(html: string): [string, string][] {
  const form = /<div id="questions"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    const isChoice = type === 'checkbox' || type === 'radio'
    return name && (!isChoice || /\schecked(\s|=|>|\/)/.test(tag)) ? [[name, attribute(tag, 'value') ?? 'on']] : []
  })
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', value = '']): [string, string] => [attribute(` ${tag}`, 'name') ?? '', value],
  )
  const selects = [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(
    ([, tag = '', inside = '']): [string, string] => [
      attribute(` ${tag}`, 'name') ?? '',
      attribute(
        [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => option).find((option) => option.includes('selected')) ?? '',
        'value',
      ) ?? '',
    ],
  )
  return [...inputs, ...areas, ...selects].filter(([name]) => name !== '')
}
