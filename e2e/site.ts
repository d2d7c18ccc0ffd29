import type { Page } from 'playwright-core'
import { demoPeople, type DemoMunicipality, type DemoPerson } from '../demo/people.ts'
import { actionOf, fieldsOf, visitor, type Answer, type Visitor } from '../test/visitor.ts'

/** The running Torg as its people reach it: each municipality by its own host, each demo person logged in once. */
export interface Site {
  /** http://fjordvik.localhost:PORT */
  origin(municipality?: DemoMunicipality): string
  /** The session of a person, taken through the demo's own login the first time: value of the cookie `torg`. */
  sessionOf(person: string): Promise<string>
  /** Reads an address as that person without a browser; as nobody, in the city, where no one is named. */
  read(path: string, person?: string): Promise<Answer>
  /** Sends the form that goes to `action` from the page at `path`, with some of its fields filled; hidden ones come along. */
  send(path: string, person: string, action: string, fields: Record<string, string>): Promise<Answer>
}

export function openSite(url: string): Site {
  const port = Number(new URL(url).port)
  const visitors = new Map<string, Promise<Visitor>>()
  const enter = (person: string) => {
    let known = visitors.get(person)
    if (!known) visitors.set(person, (known = takeLogin(port, personOf(person))))
    return known
  }
  return {
    origin: (municipality = 'fjordvik') => `http://${municipality}.localhost:${port}`,
    sessionOf: async (person) => (await enter(person)).cookie('torg') ?? '',
    read: async (path, person) => (person ? await enter(person) : visitor(port, 'fjordvik.localhost')).get(path),
    send: async (path, person, action, fields) => {
      const who = await enter(person)
      return await who.post(action, { ...hiddenOf((await who.get(path)).text, action), ...fields })
    },
  }
}

/** The hidden fields of the form that goes to an address, as a browser sends them along. */
function hiddenOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((each) => each.includes(`action="${action}"`) && each.includes('method="post"')) ?? ''
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(
    inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  )
}

/** A demo person by key. Throws on an unknown key. */
export function personOf(key: string): DemoPerson {
  const person = demoPeople.find((each) => each.key === key)
  if (!person) throw new Error(`There is no demo person ${key}.`)
  return person
}

async function takeLogin(port: number, person: DemoPerson): Promise<Visitor> {
  const who = visitor(port, `${person.municipality}.localhost`)
  const picker = await who.follow(await who.get(loginOf(person)))
  const action = actionOf(picker.text)
  await who.follow(await who.post(action, { ...fieldsOf(picker.text, action), person: person.key }))
  if (!who.cookie('torg')) throw new Error(`${person.name} could not log in.`)
  return who
}

/** Logs a person in by pressing their button in the picker; ends on `to`, or where the login leaves them. */
export async function logIn(page: Page, origin: string, person: string, to = ''): Promise<void> {
  const { name } = personOf(person)
  await page.goto(`${origin}${loginOf(personOf(person))}${to ? `?til=${encodeURIComponent(to)}` : ''}`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => !/^\/(demo-innlogging|logg-inn\/svar)/.test(url.pathname))
}

const loginOf = (person: DemoPerson) => (person.kind === 'resident' ? '/logg-inn/innbygger' : '/logg-inn/ansatt')
