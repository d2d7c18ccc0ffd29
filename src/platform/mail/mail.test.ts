import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#platform/database/db.ts'
import { Invalid, NotFound } from '#platform/errors.ts'
import { installJobs, openJobs } from '#platform/jobs/jobs.ts'
import { testDatabase, type TestDatabase, testMunicipality } from '#test/database.ts'
import { getMail, listMailbox } from './mailbox.ts'
import { type Mail, queueMail, sendMailJob, sendQueued } from './queue-mail.ts'
import { isMailAddress } from './send-mail.ts'

const now = new Date('2026-03-03T10:00:00Z')
const mail: Mail = {
  to: 'kari@koret.example',
  subject: 'Du har fått svar på søknaden – æøå',
  text: 'Hei.\n\nVedtaket ligger på Min side: https://tilskudd.example/min-side.\n\nHilsen oss',
  lang: 'nb',
  kind: 'decision-waiting',
}
let database: TestDatabase
let boss: Awaited<ReturnType<typeof openJobs>>
let scope: Scope
let smtp: SmtpStandIn

beforeAll(async () => {
  database = await testDatabase()
  await installJobs(database.ownerUrl, [sendMailJob.name])
  boss = await openJobs(database.handle)
  scope = await testMunicipality(database)
  smtp = await startSmtp()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await database.drop()
  smtp.server.close()
})
beforeEach(() => {
  smtp.received.length = 0
  smtp.refuse = false
})

const queue = (what: Mail = mail) => database.handle.inTransaction(scope, (trx) => queueMail(trx, what))
const services = (smtpUrl?: string) => ({
  db: database.handle,
  now: () => now,
  mail: { from: 'ikke-svar@byfjord.example', ...(smtpUrl ? { smtpUrl } : {}) },
})
const read = (id: string) => database.handle.reading(scope, (trx) => getMail(trx, id))
const jobsFor = async (id: string) =>
  (await database.handle.pool.query(`select 1 from pgboss.job where name = 'send-mail' and data->>'noticeId' = $1`, [id]))
    .rowCount

describe('A message', () => {
  test('is sent once with its text, as plain text and as a page, from the municipality', async () => {
    const id = await queue()
    expect(await jobsFor(id)).toBe(1)
    await sendQueued(services(smtp.url), scope, id)
    await sendQueued(services(smtp.url), scope, id)
    expect(smtp.received).toHaveLength(1)
    const [sent] = smtp.received
    expect(sent).toMatchObject({ from: '<ikke-svar@byfjord.example>', to: ['<kari@koret.example>'] })
    const text = decoded(sent?.data ?? '')
    expect(text).toContain('From: byfjord <ikke-svar@byfjord.example>')
    expect(text).toContain(`Message-ID: <${id}@byfjord.example>`)
    expect(text).toContain('Auto-Submitted: auto-generated')
    expect(text).toContain('Vedtaket ligger på Min side: https://tilskudd.example/min-side.')
    expect(text).toContain('<a href="https://tilskudd.example/min-side">https://tilskudd.example/min-side</a>.')
    expect(text).toContain('<html lang="nb">')
    expect((await read(id)).sentAt).toEqual(now)
  })

  test('of two workers at once goes out once', async () => {
    const id = await queue()
    await Promise.all([1, 2, 3].map(() => sendQueued(services(smtp.url), scope, id)))
    expect(smtp.received).toHaveLength(1)
  })

  test('does not exist, and is never sent, when the transaction it belongs to rolls back', async () => {
    let id = ''
    const failing = database.handle.inTransaction(scope, async (trx) => {
      id = await queueMail(trx, mail)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await jobsFor(id)).toBe(0)
    await expect(read(id)).rejects.toBeInstanceOf(NotFound)
  })

  test('that the server refuses stays unsent and goes at the next attempt', async () => {
    const id = await queue()
    smtp.refuse = true
    await expect(sendQueued(services(smtp.url), scope, id)).rejects.toThrow(/451/)
    expect((await read(id)).sentAt).toBeNull()
    smtp.refuse = false
    await sendQueued(services(smtp.url), scope, id)
    expect(smtp.received).toHaveLength(1)
  })

  test('that no server answers for is an error within seconds, not a wait for ever', async () => {
    const id = await queue()
    const started = Date.now()
    await expect(sendQueued(services('smtp://127.0.0.1:9'), scope, id)).rejects.toThrow()
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  test('waits in the local mailbox, as it would look, when no server is set', async () => {
    const id = await queue({
      ...mail,
      to: 'ola@lag.example',
      subject: 'A <b>',
      text: '<script>x</script> & "y"\njavascript:alert(1)',
    })
    expect((await read(id)).sentAt).toBeNull()
    await sendQueued(services(), scope, id)
    const shown = await read(id)
    expect(shown).toMatchObject({ to: 'ola@lag.example', kind: 'decision-waiting', lang: 'nb', sentAt: now })
    expect(shown.html).toContain('&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;<br>javascript:alert(1)')
    expect(shown.html).not.toContain('<script')
    expect(shown.html).not.toContain('href')
    const [newest] = await database.handle.reading(scope, (trx) => listMailbox(trx, { to: 'ola@lag.example' }))
    expect(newest).toMatchObject({ id, subject: 'A <b>' })
    expect(smtp.received).toEqual([])
  })

  test('is not to be seen by another municipality', async () => {
    const id = await queue()
    const other = await testMunicipality(database, 'utvik')
    expect(await database.handle.reading(other, (trx) => listMailbox(trx))).toEqual([])
    await expect(database.handle.reading(other, (trx) => getMail(trx, id))).rejects.toBeInstanceOf(NotFound)
  })

  test('cannot add a header or a recipient by what stands in its subject', async () => {
    const id = await queue({ ...mail, subject: 'Hei\r\nBcc: alle@ond.example\r\n\r\n<script>' })
    await sendQueued(services(smtp.url), scope, id)
    expect(smtp.received[0]?.to).toEqual(['<kari@koret.example>'])
    expect(smtp.received[0]?.data).not.toMatch(/^Bcc:/im)
    expect(smtp.received[0]?.data).toMatch(/^Subject: Hei Bcc: alle@ond\.example <script>\r$/m)
  })

  test('that holds a line of one full stop is not cut there', async () => {
    const id = await queue({ ...mail, text: 'Før\n.\nEtter' })
    await sendQueued(services(smtp.url), scope, id)
    expect(decoded(smtp.received[0]?.data ?? '')).toMatch(/Før\r?\n\.\r?\nEtter/)
  })
})

test.each(['kari@koret.example', 'kåre+søknad@bø.example'])('%j is an address', (address) => {
  expect(isMailAddress(address)).toBe(true)
})

test.each([
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Kari <a@b.example>',
  'a@b@c.example',
  'ingenting',
  '',
  `${'a'.repeat(65)}@b.example`,
])('%j is not one address, and nothing is queued for it', async (address) => {
  expect(isMailAddress(address)).toBe(false)
  await expect(queue({ ...mail, to: address })).rejects.toBeInstanceOf(Invalid)
})

interface SmtpStandIn {
  server: Server
  url: string
  received: { from: string; to: string[]; data: string }[]
  /** Answers that it is busy instead of taking the message. */
  refuse: boolean
}

/** Speaks as much SMTP as a sender needs (RFC 5321), and keeps what it is given. */
async function startSmtp(): Promise<SmtpStandIn> {
  const server = createServer((socket) => {
    let buffer = ''
    let message: { from: string; to: string[] } = { from: '', to: [] }
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      for (;;) {
        const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const part = buffer.slice(0, end)
        buffer = buffer.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          standIn.received.push({ ...message, data: `${part.replaceAll('\r\n..', '\r\n.')}\r\n` })
          message = { from: '', to: [] }
          say('250 taken')
        } else if (/^(EHLO|HELO)/i.test(part)) say('250 stand-in')
        else if (/^MAIL FROM:/i.test(part)) {
          message.from = part.slice(10).split(' ')[0] ?? ''
          say(standIn.refuse ? '451 busy' : '250 ok')
        } else if (/^RCPT TO:/i.test(part)) {
          message.to.push(part.slice(8).split(' ')[0] ?? '')
          say('250 ok')
        } else if (/^DATA/i.test(part)) {
          inData = true
          say('354 go on')
        } else if (/^QUIT/i.test(part)) {
          say('221 bye')
          socket.end()
        } else say('250 ok')
      }
    })
    say('220 stand-in')
  })
  const standIn: SmtpStandIn = { server, url: '', received: [], refuse: false }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  standIn.url = `smtp://127.0.0.1:${(server.address() as { port: number }).port}?ignoreTLS=true`
  return standIn
}

/** The message's parts with quoted-printable and base64 undone, as a reader sees them. */
function decoded(data: string): string {
  return data
    .split(/(?=Content-Transfer-Encoding: )/)
    .map((part) => {
      const blank = part.indexOf('\r\n\r\n')
      const [head, body] = [part.slice(0, blank + 4), part.slice(blank + 4)]
      if (/base64/i.test(head)) return head + Buffer.from(body, 'base64').toString('utf8')
      if (!/quoted-printable/i.test(head)) return part
      const bytes = body
        .replaceAll('=\r\n', '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      return head + Buffer.from(bytes, 'latin1').toString('utf8')
    })
    .join('')
}
