import type { Site } from '../site.ts'
import { sendIdeaQuickly } from '../world.ts'

/** Makes cases that wait for a decision by delegated authority: sent, taken, declared and recommended, without a browser. */
export async function makeRecommended(site: Site, count: number, caseworker = 'maren-lie'): Promise<string[]> {
  const numbers: string[] = []
  for (let n = 1; n <= count; n++) {
    const { number } = await sendIdeaQuickly(site, 'amina-warsame', `Benk nummer ${n}`)
    const path = `/saker/${number}`
    const send = (from: string, to: string, fields: Record<string, string>) => site.send(from, caseworker, to, fields)
    await send(path, `${path}/ta`, {})
    await send(`${path}?gjor=declare`, `${path}/habilitet`, { habil: 'ja' })
    const fields = { outcome: 'granted', ore: '5 000', reasons: 'Tiltaket er åpent for alle i nabolaget.', confirmed: 'on' }
    const done = await send(`${path}?gjor=recommend`, `${path}/innstilling`, fields)
    if (done.status !== 303) throw new Error(`${number} was not recommended: ${done.status}`)
    numbers.push(number)
  }
  return numbers
}
