import type { Site } from './site.ts'

export interface SentIdea {
  /** 2026-47 */
  number: string
  /** Address of the receipt. */
  receipt: string
}

const path = '/tilskudd/narmiljotilskudd/sok'

/** Sends a neighbour's small idea without a browser: a case that one who is decided by delegated authority can be made of at once. */
export async function sendIdeaQuickly(site: Site, person: string, title: string): Promise<SentIdea> {
  const began = await site.send(path, person, path, { who: 'self' })
  const draft = began.location.replace(/\/[^/]+$/, '')
  const pages: Record<string, Record<string, string>> = {
    idea: {
      ideaTitle: title,
      ideaText: 'Vi snekrer tre benker sammen og setter dem der de eldre går tur.',
      district: 'indrehavn',
      doneBy: '2027-06-01',
      together: 'neighbours',
      needsPermission: 'no',
    },
    money: { applied: '5 000', 'purchases.0.item': 'Materialer', 'purchases.0.price': '5 000' },
    last: { phone: '00 00 03 00', email: 'svar@ungdom.example', livesHere: 'yes', account: '8601.11.17947', truth: 'on' },
  }
  for (const [page, fields] of Object.entries(pages)) {
    const answer = await site.send(`${draft}/${page}`, person, `${draft}/${page}`, { ...fields, _do: 'next' })
    if (answer.status !== 303) throw new Error(`The page ${page} was not taken: ${answer.status} ${faultsOf(answer.text)}`)
  }
  const answer = await site.send(`${draft}/kontroll`, person, `${draft}/kontroll`, {})
  if (!answer.location.endsWith('/kvittering')) throw new Error(`It was not sent: ${answer.status} ${faultsOf(answer.text)}`)
  const receipt = (await site.read(answer.location, person)).text.replaceAll(/<[^>]*>/g, ' ')
  const number = /\b(20\d\d)\/(\d+)\b/.exec(receipt)?.slice(1).join('-')
  if (!number) throw new Error('The receipt has no case number.')
  return { number, receipt: answer.location }
}

const faultsOf = (html: string) => (/id="error-summary".*?<\/ul>/s.exec(html)?.[0] ?? '').replaceAll(/<[^>]*>/g, ' ')
