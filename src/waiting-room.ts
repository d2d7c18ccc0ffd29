import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Config } from './config.ts'

interface WaitingRoom {
  /** Tells how far it has come. */
  progress(done: number, of: number): void
  /** Lets go of the address. */
  close(): Promise<void>
}

/** Answers on Torg's address while the demo is filled, with how far it has come; the page asks again by itself. */
export async function openWaitingRoom(config: Pick<Config, 'PORT' | 'HOST'>): Promise<WaitingRoom> {
  let percent = 0
  const server = createServer((request, response) => {
    const isAlive = request.url === '/healthz'
    const isPage = !isAlive && request.url !== '/readyz'
    response.writeHead(isAlive ? 200 : 503, {
      'content-type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
      ...(isAlive ? {} : { 'retry-after': '2' }),
    })
    response.end(isAlive ? 'ok' : isPage ? page(percent) : `the demo is being filled: ${percent} %`)
  })
  server.listen(config.PORT, config.HOST)
  await once(server, 'listening')
  return {
    progress: (done, of) => void (percent = Math.min(99, Math.floor((done / of) * 100))),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function page(percent: number): string {
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2"><title>Torg gjøres klar</title>
<style>:root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}progress{width:100%}</style></head>
<body><h1>Torg gjøres klar</h1><p>Demoen fylles med oppdiktede kommuner, søkere og saker. Siden viser seg selv når alt er på plass.</p>
<p><progress max="100" value="${percent}" aria-label="Torg gjøres klar">${percent} %</progress> ${percent} %</p>
<p lang="nn">Demoen blir fylt med oppdikta kommunar, søkjarar og saker.</p><p lang="en">The demo is being filled with invented municipalities, applicants and cases.</p></body></html>`
}
