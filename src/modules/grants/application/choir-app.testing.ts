import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from '#platform/database/tables.ts'
import type { Trx } from '#platform/database/db.ts'
import { routes } from '#src/routes.ts'
import { openTestApp, type Answer, type TestApp } from '#test/app.ts'

/** For tests: the running application with a choir that Astrid may apply for. */
export interface ChoirApp extends TestApp {
  choirId: string
  inFjordvik<T>(work: (trx: Trx) => Promise<T>): Promise<T>
}

export const astrid = 'astrid-solheim'

export async function openChoirApp(now = new Date('2026-11-10T09:00:00Z')): Promise<ChoirApp> {
  const torg = await openTestApp(routes, now)
  torg.services.dataDir = mkdtempSync(path.join(tmpdir(), 'torg-application-'))
  const [fjordvik] = torg.ground
  if (!fjordvik) throw new Error('the demo has no municipality')
  const inFjordvik = <T>(work: (trx: Trx) => Promise<T>) => torg.services.db.inTransaction(fjordvik.scope, work)
  const choirId = await inFjordvik(async (trx) => {
    const { settings } = await trx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
    const { id } = await trx
      .insertInto('organisation')
      .values({
        name: 'Prøvekoret',
        number: '313130002',
        form: 'FLI',
        register_facts: json({
          source: 'Enhetsregisteret',
          form: 'FLI',
          municipality: settings['kommunenummer'],
          inVoluntaryRegister: true,
          bankrupt: false,
          deleted: false,
        }),
        register_read_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('mandate')
      .values({
        person_id: fjordvik.people.get(astrid) ?? '',
        organisation_id: id,
        role: 'chair',
        source: 'Enhetsregisteret',
        valid_from: '2025-01-01',
      })
      .execute()
    return id
  })
  return { ...torg, choirId, inFjordvik }
}

/** The hidden fields of the form that goes to an address, as a browser sends them along. */
export function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes(`action="${action}"`))
  if (!form) throw new Error(`no form to ${action} on the page`)
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}

export const pdf = (name: string) =>
  new File(
    [
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    ],
    name,
    { type: 'application/pdf' },
  )

/** What Astrid types on each page of the choir's form. */
export const typed: Record<string, Record<string, string>> = {
  about: {
    kind: 'choir',
    schoolBased: 'no',
    members: '42',
    youngMembers: '0',
    district: 'indrehavn',
    'contact.name': 'Astrid Solheim',
    contactEmail: 'post@provekoret.example',
  },
  activity: { rehearsals: '40', plan: 'Vi øver hver tirsdag og holder to konserter.', openForNew: 'yes' },
  money: {
    applied: '40 000',
    savings: '15 000,-',
    'budget.0.category': 'rent',
    'budget.0.label': 'Bydelshuset',
    'budget.0.amount': '30 000',
    'budget.1.category': 'conductor',
    'budget.1.amount': '90.000',
    'budget.2.category': 'fees',
    'budget.2.amount': '60000',
    'budget.3.category': 'tickets',
    'budget.3.amount': '20 000,00',
    'budget.hours': '300',
  },
  confirm: { account: '8601.11.17947', truth: 'on' },
}

/** Starts a draft for the choir and returns its address. */
export async function startChoir(torg: ChoirApp, form: Record<string, string> = {}): Promise<string> {
  const answer = await torg.post('/tilskudd/kor-og-korps/sok', { as: astrid, form: { who: torg.choirId, ...form } })
  const to = answer.headers.get('location') ?? ''
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(0, 2000)}`)
  return to.replace(/\/[^/]+$/, '')
}

/** Fills in one page as it stands and presses a button. */
export async function fillPage(
  torg: ChoirApp,
  draft: string,
  page: string,
  values: Record<string, string>,
  button = 'next',
  as = astrid,
): Promise<Answer> {
  const shown = await torg.get(`${draft}/${page}`, { as })
  return await torg.post(`${draft}/${page}`, {
    as,
    form: { ...hiddenOf(shown.text, `${draft}/${page}`), ...values, _do: button },
  })
}

/** Everything but sending. */
export async function fillChoir(torg: ChoirApp, draft: string, as = astrid): Promise<void> {
  for (const [page, values] of Object.entries(typed)) {
    // The second time the questions that came from the answers are on the page too.
    await fillPage(torg, draft, page, values, 'next', as)
    await fillPage(torg, draft, page, values, 'next', as)
  }
  const shown = await torg.get(`${draft}/attachments`, { as })
  const form = { ...hiddenOf(shown.text, `${draft}/attachments`), _do: 'upload' }
  await torg.post(`${draft}/attachments`, {
    as,
    form,
    files: [
      ['accounts', pdf('regnskap.pdf')],
      ['annualReport', pdf('årsmelding.pdf')],
    ],
  })
}

export async function sendChoir(torg: ChoirApp, draft: string, key?: string, as = astrid): Promise<Answer> {
  const check = await torg.get(`${draft}/kontroll`, { as })
  return await torg.post(`${draft}/kontroll`, {
    as,
    form: { ...hiddenOf(check.text, `${draft}/kontroll`), ...(key ? { _key: key } : {}) },
  })
}
