import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import pg from 'pg'
import { answerQuestions } from './program.ts'
import { replaySession, replayTransaction, type Script } from './replay.ts'

// As little as a Hono server with `pg` can do and still write the same: session, form, token, the same statements, redirect.
const { BENCH_APP_URL, BENCH_SCRIPT = '', BENCH_CONNECTIONS = '8' } = process.env
const script = JSON.parse(readFileSync(BENCH_SCRIPT, 'utf8')) as Script
const pool = new pg.Pool({ connectionString: BENCH_APP_URL, max: Number(BENCH_CONNECTIONS), application_name: 'bench-hono' })

const app = new Hono()
app.post('/tilskudd/:slug/soknad/:draftId/kontroll', async (c) => {
  const token = getCookie(c, 'torg') ?? ''
  const person = await replaySession(pool, script, token)
  if (!person) return c.text('no session', 401)
  const form = await c.req.parseBody()
  const csrf = createHash('sha256').update('csrf:').update(createHash('sha256').update(token).digest()).digest('base64url')
  if (form['_csrf'] !== csrf) return c.text('forged', 403)
  await replayTransaction(pool, script, { draft: c.req.param('draftId'), person, key: String(form['_key']) })
  return c.redirect(c.req.path.replace('kontroll', 'kvittering'), 303)
})

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
server.once('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))
answerQuestions()
