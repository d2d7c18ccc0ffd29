import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv, Ctx, Services } from './context.ts'
import { visitorAddress, visitorOrigin } from './visitor.ts'

async function seen(
  peer: string,
  headers: Record<string, string>,
  services: Partial<Services>,
): Promise<{ address: string; origin: string }> {
  const app = new Hono<AppEnv>()
  app.get('*', (c) => {
    c.set('services', { trustedProxies: [], ...services } as Services)
    return c.json({ address: visitorAddress(c as Ctx), origin: visitorOrigin(c as Ctx) })
  })
  const incoming = { socket: { remoteAddress: peer, localAddress: '127.0.0.1', localPort: 3000 } }
  const answer = await app.request(
    'http://fjordvik.localhost:3000/',
    { headers: { host: 'fjordvik.localhost:3000', ...headers } },
    { incoming },
  )
  return (await answer.json()) as { address: string; origin: string }
}

const proxies = { trustedProxies: ['10.0.0.2', '10.0.0.3'] }

test('what a stranger says about where it comes from is not believed', async () => {
  const { address, origin } = await seen('203.0.113.9', { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' }, proxies)
  expect(address).toBe('203.0.113.9')
  expect(origin).toBe('http://fjordvik.localhost:3000')
})

test('a named proxy is believed about who came to it, and not about what that visitor says', async () => {
  const headers = { 'x-forwarded-for': '127.0.0.1, 198.51.100.7, 10.0.0.3', 'x-forwarded-proto': 'https' }
  const { address, origin } = await seen('::ffff:10.0.0.2', headers, proxies)
  expect(address).toBe('198.51.100.7')
  expect(origin).toBe('https://fjordvik.localhost:3000')
})

test('a public address with https makes every address ours begin with https', async () => {
  const { origin } = await seen('127.0.0.1', {}, { publicUrl: 'https://tilskudd.fjordvik.example' })
  expect(origin).toBe('https://fjordvik.localhost:3000')
})
