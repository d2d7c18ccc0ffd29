import { request, type Agent, type IncomingHttpHeaders } from 'node:http'
import { csrfToken } from '#platform/http/csrf.ts'
import type { Applicant } from './ground.ts'

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Door {
  port: number
  host: string
  agent?: Agent
}

/** Sends the application as the check page's form does. */
export async function sendApplication(door: Door, applicant: Applicant): Promise<Reply> {
  const body = new URLSearchParams({ _csrf: csrfToken(applicant.token), _key: applicant.key }).toString()
  return await ask(door, 'POST', `/tilskudd/${applicant.slug}/soknad/${applicant.draftId}/kontroll`, applicant.token, body)
}

/** The receipt's page; its case number stands in it when the application is in. */
export async function readReceipt(door: Door, applicant: Applicant): Promise<Reply> {
  return await ask(door, 'GET', `/tilskudd/${applicant.slug}/soknad/${applicant.draftId}/kvittering`, applicant.token)
}

export async function ask(
  door: Door,
  method: 'GET' | 'POST',
  path: string,
  token?: string,
  body?: string,
  more: Record<string, string> = {},
): Promise<Reply> {
  const origin = `http://${door.host}:${door.port}`
  const headers = {
    host: `${door.host}:${door.port}`,
    ...(token ? { cookie: `torg=${token}` } : {}),
    ...(body === undefined
      ? {}
      : {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
    ...more,
  }
  return await new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: door.port, method, path, headers, agent: door.agent, timeout: 30_000 },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }),
        )
      },
    )
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('no answer within 30 seconds')))
    sent.end(body)
  })
}

/** Does all the work with so many at a time; returns the milliseconds each took. */
export async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<number[]> {
  const taken: number[] = []
  const waiting = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) {
        const began = performance.now()
        await work(item)
        taken.push(performance.now() - began)
      }
    }),
  )
  return taken
}
