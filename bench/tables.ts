import { median, shown } from './figures.ts'
import type { FeelFigures } from './feel.ts'
import type { FormFigures } from './form.ts'
import type { HostileFigures } from './hostile.ts'
import type { Fetched } from './page-weight.ts'
import type { MovingInFigures } from './moving-in.ts'
import type { RulesFigures } from './rules.ts'
import type { StartFigures } from './start.ts'
import { ways, type Figure, type SubmitFigures, type Way } from './submit.ts'

export function submitTable({ rounds, statements, perRound, rssMb }: SubmitFigures): string {
  const names: Record<Way, string> = {
    sql: 'the same SQL through `pg`, no HTTP',
    hono: 'bare Hono + `pg` server',
    plain: 'Torg, scheme without rules',
    rules: 'Torg, scheme with 8 rules and 2 conditions',
  }
  const of = (way: Way, key: keyof Figure) => median(rounds[way].map((figure) => figure[key]))
  // Round by round, since neighbours in time had the same neighbours on the machine.
  const against = (way: Way, sum: (figure: Figure) => number) => {
    const each = rounds[way].flatMap((figure, round) => {
      const bare = rounds.hono[round]
      return bare ? [sum(figure) / sum(bare)] : []
    })
    return `${shown(median(each))} × (${shown(Math.min(...each))}–${shown(Math.max(...each))})`
  }
  const rows = ways.map((way) => {
    const cells = [
      shown(of(way, 'app')),
      shown(of(way, 'database')),
      against(way, ({ app }) => app),
      against(way, ({ app, database }) => app + database),
      shown(of(way, 'p50'), 1),
      shown(of(way, 'perSecond'), 0),
    ]
    return `| ${names[way]} | ${cells.join(' | ')} |`
  })
  const head = [
    'CPU ms, server process',
    'CPU ms, database',
    'server ÷ bare server',
    'server + database ÷ bare',
    'answer, ms p50',
    'per second',
  ]
  return [
    `| Sending an application: 10 answers, 5 budget lines, ${statements} statements | ${head.join(' | ')} |`,
    `| --- | ${head.map(() => '---:').join(' | ')} |`,
    ...rows,
    '',
    `Medians of ${rounds.plain.length} rounds of ${perRound} applications each, in turns; 8 connections, 8 senders; in brackets the lowest and highest round. The measured Torg process held ${shown(rssMb, 0)} MB afterwards.`,
  ].join('\n')
}

export function startTable({ firstStartMs, secondStartMs, secondStartCpuMs, page, memory, sent, read }: StartFigures): string {
  const bytes = (kind?: Fetched['kind']) =>
    page.filter((each) => !kind || each.kind === kind).reduce((sum, each) => sum + each.bytes, 0)
  const kb = (value: number) => `${shown(value / 1_000, 1)} kB`
  const count = page.length
  const parts = (['page', 'style', 'script', 'font', 'picture'] as const)
    .filter((kind) => bytes(kind) > 0)
    .map((kind) => `${kind} ${kb(bytes(kind))}`)
  const memoryRow = ({ server: own, children, database }: StartFigures['memory']['afterStart']) =>
    `server ${shown(own, 0)} MB, its PDF process ${shown(children, 0)} MB, database ${shown(database ?? Number.NaN, 0)} MB`
  return [
    '| What | Measured |',
    '| --- | --- |',
    `| Public scheme page, cold, compressed | ${kb(bytes())} in ${count} requests (${parts.join(', ')}) |`,
    `| First start on an empty folder, with the demo, to the first answer | ${shown(firstStartMs / 1_000, 1)} s |`,
    `| Second start to the first answer | ${shown(median(secondStartMs) / 1_000, 2)} s, of which ${shown(median(secondStartCpuMs) / 1_000, 2)} s CPU (medians of ${secondStartMs.length}) |`,
    `| Memory after the start | ${memoryRow(memory.afterStart)} |`,
    `| Memory after ${sent} applications sent and ${read} pages read | ${memoryRow(memory.afterWork)} |`,
  ].join('\n')
}

export function hostileTable({ expressions, outcomes, worst, pageMs, grownMb }: HostileFigures): string {
  const { answered, refused, counted, late } = outcomes
  return [
    '| Expressions made to do harm | Measured |',
    '| --- | --- |',
    `| ${expressions} of them, read and run once each | ${answered} answered, ${refused} refused when read, ${counted} stopped by counting, ${late} stopped by the clock |`,
    `| The longest of them (\`${worst.expression}…\`) | ${shown(worst.ms, 0)} ms |`,
    `| A form with 60 conditions that never end | ${shown(pageMs, 0)} ms |`,
    `| Memory grown by all of them | ${shown(grownMb, 0)} MB |`,
  ].join('\n')
}

export function formTable({ page, save, kilobytes }: FormFigures): string {
  const row = (what: string, figure: FormFigures['page']) =>
    `| ${what} | ${shown(figure.p50, 1)} / ${shown(figure.p95, 1)} | ${shown(figure.app, 1)} | ${shown(figure.database, 1)} |`
  return [
    '| A form with 100 questions and 60 conditions, one request at a time | answer, ms p50 / p95 | CPU ms, server process | CPU ms, database |',
    '| --- | ---: | ---: | ---: |',
    row(`a page of 50 questions, ${shown(kilobytes, 0)} kB of HTML`, page),
    row('saving one answer, with the page’s conditions worked out again', save),
  ].join('\n')
}

export function rulesTable({ applications, rules, seconds, cpuSeconds }: RulesFigures): string {
  return [
    '| Rules over stored applications | seconds | CPU s of the judging process | outcomes per second of its CPU |',
    '| --- | ---: | ---: | ---: |',
    `| ${rules} rules over ${applications} applications | ${shown(seconds, 1)} | ${shown(cpuSeconds, 1)} | ${shown((applications * rules) / cpuSeconds, 0)} |`,
  ].join('\n')
}

export function movingInTable({
  rows,
  organisations,
  uploading,
  trying,
  bringingIn,
  takingBack,
  cpu,
  others,
}: MovingInFigures): string {
  const row = (what: string, seconds: number) => `| ${what} | ${shown(seconds, 1)} | ${shown(rows / seconds, 0)} |`
  return [
    `| A list of ${rows} earlier awards, ${organisations} organisations known | seconds | rows per second |`,
    '| --- | ---: | ---: |',
    row('uploaded and read', uploading),
    row('tried: every row read, every name compared', trying),
    row('brought in: all of that again, and written', bringingIn),
    row('taken back', takingBack),
    '',
    `${shown(cpu, 1)} s CPU of the server in all. Somebody else’s page meanwhile: ${shown(others.p50, 0)} / ${shown(others.p95, 0)} ms p50 / p95, ${shown(others.most, 0)} ms at most.`,
  ].join('\n')
}

export function feelTable({ rules, kept, fresh, reference, watchdog }: FeelFigures): string {
  const row = (what: string, ms: number) =>
    `| ${what} | ${shown(ms, 3)} | ${shown((rules / ms) * 1_000, 0)} | ${shown(reference / ms, 0)} × |`
  return [
    `| ${rules} rules of one application, no database | CPU ms | rules per second | against feelin |`,
    '| --- | ---: | ---: | ---: |',
    row('Torg: read once, under one watchdog', kept),
    row('Torg: never seen before', fresh),
    row('feelin `evaluate()`, reads each time, no limits', reference),
    '',
    `Of Torg's, ${shown(watchdog, 3)} ms is the watchdog that keeps an expression from running for ever.`,
  ].join('\n')
}
