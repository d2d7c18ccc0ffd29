/**
 * Looks at every page in every language, light and dark, on a desk and a phone, filled, empty, wrong and very long:
 * `node e2e/looks.ts [--quick] [WORD …]`. Pictures come into screenshots/pages; ends with an error when anything is wrong.
 * `--quick` takes bokmål alone; words choose the pages whose address holds one of them, or is it: `=/saker`.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openBrowser } from './browser.ts'
import type { View } from './find.ts'
import { listed } from './pages.ts'
import { openSite } from './site.ts'
import { startTorg } from './torg.ts'
import { folderFor, look, type Lang } from './looks/visit.ts'

const root = path.join(import.meta.dirname, '..')
const words = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const langs: readonly Lang[] = process.argv.includes('--quick') ? ['nb'] : ['nb', 'nn', 'en']
const visits = listed.flatMap(({ route, views }) =>
  views
    .map((view, at) => ({ route, view, name: fileName(route, view, views, at) }))
    .filter(
      () => words.length === 0 || words.some((word) => (word.startsWith('=') ? route === word.slice(1) : route.includes(word))),
    ),
)

const began = performance.now()
const running = process.env['TORG_URL'] ? undefined : await startTorg({ TORG_LOG: 'warn' })
const browser = await openBrowser()
const site = openSite(process.env['TORG_URL'] ?? running?.url ?? '')
const folder = folderFor(root)
const wrong: string[] = []
const waiting = [...visits]
try {
  // Two cores: a third at work keeps them busy while another waits for the server.
  await Promise.all(
    [1, 2, 3].map(async () => {
      const context = await browser.newContext({ reducedMotion: 'reduce' })
      context.setDefaultTimeout(60_000)
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const found = await look(context, site, { ...next, langs, folder })
        wrong.push(...found)
        console.log(
          `${found.length === 0 ? 'ok   ' : 'WRONG'} ${next.route} ${next.view.kind}${next.view.as ? ` as ${next.view.as}` : ''}`,
        )
        for (const line of found) console.log(`      ${line}`)
      }
      await context.close()
    }),
  )
} finally {
  await browser.close()
  await running?.stop()
}
const logged = (running?.output() ?? '').split('\n').filter((line) => line.includes('"level":"error"'))
wrong.push(...logged.map((line) => `the server logged: ${line}`))
for (const line of logged) console.error(line)
const pictures = visits.length * langs.length * 4
console.log(
  `${visits.length} views in ${langs.length} languages, ${pictures} pictures, ${((performance.now() - began) / 1000).toFixed(0)} s.`,
)
console.log(wrong.length === 0 ? 'Nothing wrong was found.' : `${wrong.length} problems:\n${wrong.join('\n')}`)
const results = process.env['TEST_RESULTS']
if (results) {
  const bad = new Set(wrong.map((line) => line.split(' ').slice(0, 2).join(' '))).size
  const counts = { numPassedTests: visits.length - bad, numFailedTests: bad }
  writeFileSync(path.join(results, `looks-${process.pid}.json`), JSON.stringify(counts))
}
process.exitCode = wrong.length === 0 ? 0 : 1

function fileName(route: string, view: View, views: readonly View[], at: number): string {
  const place = route === '/' ? 'front' : route.slice(1).replace(/[^\w-]+/g, '-')
  const same = views.slice(0, at).filter((each) => each.kind === view.kind).length
  return same === 0 ? place : `${place}-${same + 1}`
}
