import type { TestProject } from 'vitest/node'
import { startTorg } from './torg.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the Torg that all journeys share: `inject('url')`. */
    url: string
  }
}

/** One Torg with the demo in it for all journeys; each uses people and cases of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // While one writes a journey: a Torg that runs already, which is left as the journey leaves it.
  const running = process.env['TORG_URL']
  if (running) {
    project.provide('url', running)
    return async () => {}
  }
  const torg = await startTorg({ TORG_LOG: 'warn' })
  project.provide('url', torg.url)
  return async () => {
    await torg.stop()
    const errors = torg
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":"error"'))
    if (errors.length > 0) throw new Error(`The server logged errors during the journeys:\n${errors.join('\n')}`)
  }
}
