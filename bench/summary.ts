import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../scripts/bundle.ts'
import type { FeelFigures } from './feel.ts'
import { median, shown } from './figures.ts'
import type { FormFigures } from './form.ts'
import type { MovingInFigures } from './moving-in.ts'
import type { RulesFigures } from './rules.ts'
import type { StartFigures } from './start.ts'
import type { Figure, SubmitFigures, Way } from './submit.ts'
import type { WorklistFigure } from './worklist.ts'

/** What a run has measured so far. */
export interface Measured {
  /** Of the machine, before and after: running processes over the last minute. */
  load: number[]
  submit?: SubmitFigures
  form?: FormFigures
  rules?: RulesFigures
  movingIn?: MovingInFigures
  feel?: FeelFigures
  start?: StartFigures
  worklist?: WorklistFigure[]
}

const BEGIN = '<!-- npm run bench -->'
const END = '<!-- end of npm run bench -->'

/** The few figures that have targets, as README shows them; parts that were not measured are left out. */
export function summaryTable(measured: Measured): string {
  const rows = [
    ...submitRows(measured.submit),
    ...worklistRows(measured.worklist),
    ...formRows(measured.form),
    ...rulesRows(measured),
    ...movingInRows(measured.movingIn),
    ...startRows(measured.start),
  ]
  const load = measured.load.map((each) => shown(each, 1)).join(' to ')
  return [
    '| What | Measured | Target |',
    '| --- | --- | --- |',
    ...rows.map(([what, figure, target]) => `| ${what} | ${figure} | ${target} |`),
    '',
    `\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}; load average of the machine ${load}.`,
  ].join('\n')
}

type Row = [what: string, figure: string, target: string]

function submitRows(submit: SubmitFigures | undefined): Row[] {
  if (!submit) return []
  const { rounds } = submit
  const against = (way: Way, sum: (figure: Figure) => number) =>
    shown(median(rounds[way].flatMap((figure, n) => (rounds.hono[n] ? [sum(figure) / sum(rounds.hono[n])] : []))))
  const row = (way: Way, what: string, target: string): Row => {
    const of = (key: 'app' | 'database') => shown(median(rounds[way].map((figure) => figure[key])), 1)
    const all = against(way, (figure) => figure.app + figure.database)
    const figure = `${all} × a bare Hono + \`pg\` server that sends the same statements (server process alone ${against(way, ({ app }) => app)} ×); ${of('app')} ms CPU, database ${of('database')} ms`
    return [what, figure, target]
  }
  return [
    row('plain', 'Sending an application, no rules', '2 ×'),
    row('rules', 'Sending an application, the scheme’s 8 rules and 2 conditions', '6 ×'),
  ]
}

function worklistRows(worklist: WorklistFigure[] | undefined): Row[] {
  const all = worklist?.filter((figure) => figure.question === 'all questions together') ?? []
  const [ten, last] = [all.find((figure) => figure.cases === 10_000), all.at(-1)]
  if (!ten || !last) return []
  const ms = ({ p50, p95 }: WorklistFigure) => `${shown(p50, 1)} / ${shown(p95, 1)} ms`
  const growth = last === ten ? '' : `, at ${last.cases.toLocaleString('en')} ${ms(last)}: ${shown(last.p95 / ten.p95, 1)} ×`
  return [['Worklist, 50 rows, 24 questions, p50 / p95', `at 10,000 cases ${ms(ten)}${growth}`, 'p95 2 ×']]
}

function formRows(form: FormFigures | undefined): Row[] {
  if (!form) return []
  const figure = ({ p50, p95, app, database }: FormFigures['page']) =>
    `p50 ${shown(p50, 0)} ms, p95 ${shown(p95, 0)} ms; ${shown(app + database, 1)} ms CPU in all`
  return [
    ['A page of a form with 100 questions and 60 conditions', figure(form.page), ''],
    ['Saving one answer of it', figure(form.save), 'p95 50 ms'],
  ]
}

function movingInRows(figures: MovingInFigures | undefined): Row[] {
  if (!figures) return []
  const { rows, trying, bringingIn, others } = figures
  return [
    [
      `A list of ${rows.toLocaleString('en')} earlier awards`,
      `tried in ${shown(trying, 1)} s, brought in in ${shown(bringingIn, 1)} s; others’ pages meanwhile p95 ${shown(others.p95, 0)} ms`,
      '',
    ],
  ]
}

function rulesRows({ rules, feel }: Measured): Row[] {
  const tried: Row[] = rules
    ? [
        [
          `${rules.rules} rules over ${rules.applications.toLocaleString('en')} stored applications`,
          `${shown(rules.seconds, 1)} s, ${shown(rules.cpuSeconds, 1)} s CPU`,
          '60 s',
        ],
      ]
    : []
  const per = (ms: number) => Math.round(((feel?.rules ?? 0) / ms) * 1_000).toLocaleString('en')
  return feel
    ? [...tried, ['Rules per second, no database', `${per(feel.kept)}; feelin, reading each time, ${per(feel.reference)}`, '']]
    : tried
}

function startRows(start: StartFigures | undefined): Row[] {
  if (!start) return []
  const { page, memory } = start
  const kb = page.reduce((sum, each) => sum + each.bytes, 0) / 1_000
  const mb = ({ server, children, database }: StartFigures['memory']['afterWork']) =>
    `server ${shown(server, 0)} MB, its PDF process ${shown(children, 0)} MB, database ${shown(database ?? Number.NaN, 0)} MB`
  const seconds = (values: number[]) => shown(median(values) / 1_000, 2)
  return [
    ['Public scheme page, cold, compressed', `${shown(kb, 1)} kB in ${page.length} requests`, '100 kB'],
    ['First start to the first answer, with the demo played in', `${shown(start.firstStartMs / 1_000, 1)} s`, ''],
    ['Second start to the first answer', `${seconds(start.secondStartMs)} s, ${seconds(start.secondStartCpuMs)} s CPU`, '3 s'],
    [`Memory after ${start.sent} applications sent and ${start.read} pages read`, mb(memory.afterWork), ''],
  ]
}

/** Puts the table between the marks in README. */
export async function writeReadme(table: string, say: (line: string) => void): Promise<void> {
  const file = path.join(root, 'README.md')
  const text = await readFile(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} with ${END} after it.`)
  await writeFile(file, `${text.slice(0, from + BEGIN.length)}\n\n${table}\n\n${text.slice(to)}`)
  say('The table stands in README.md.')
}
