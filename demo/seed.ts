import { projectRoot, type Opened } from '#src/open.ts'
import { layGround } from './ground.ts'

/** Fills an empty database with the invented municipalities. Says what it does; see demo/README.md for who is in it. */
export async function seedDemo(torg: Opened, say: (line: string) => void): Promise<void> {
  say('The database is empty: filling it with two invented municipalities, their schemes and people …')
  const { db, keyring, now } = torg.services
  await layGround({ db, keyring, ownerUrl: torg.ownerUrl, root: projectRoot(), now: now() })
}
