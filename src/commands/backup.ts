import { existsSync } from 'node:fs'
import { copyFile, chmod } from 'node:fs/promises'
import path from 'node:path'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { readBackup, restoreBackup } from '#platform/backup/restore-backup.ts'
import { openFileStore } from '#platform/files/store.ts'
import { Usage, type Command } from '../command.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'FOLDER [--with-keys]',
  help: 'Writes everything (rows, stored files, jobs that wait) into a new folder, as one moment saw it; the server may run.\nThe keys are left out unless asked for: keep them apart, or whoever has the backup can read classified fields.',
  options: { 'with-keys': { type: 'boolean' } },
  async run({ args, options, torg, config, say }) {
    const [into] = args
    if (!into) throw new Usage('name a folder to write into')
    const keysFile = path.join(config.dataDir, 'keys')
    const withKeys = options['with-keys'] === true
    if (withKeys && !existsSync(keysFile))
      throw new Usage('the keys of this installation come from TORG_KEYS: keep that setting instead')
    const made = await makeBackup({
      ownerUrl: torg.ownerUrl,
      filesRoot: openFileStore(config.dataDir).root,
      into: path.resolve(into),
      keyId: torg.services.keyring.currentKeyId,
      now: torg.services.now(),
      ...(withKeys ? { keysFile } : {}),
    })
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${rows} rows of ${made.tables.length} tables and ${made.files.length} files are in ${into}.`)
    if (!withKeys) say(`Classified fields are sealed with the key "${made.keyId}": keep it, apart from the backup.`)
    return 0
  },
}

export const restore: Command = {
  name: 'restore',
  usage: 'FOLDER',
  help: 'Puts a backup into an empty installation (a new TORG_DATA_DIR or database), all of it or nothing.',
  async run({ args, torg, config, say }) {
    const [from] = args
    if (!from) throw new Usage('name the folder of the backup')
    const manifest = await readBackup(path.resolve(from))
    if (manifest.withKeys && !config.TORG_KEYS) {
      await copyFile(path.join(from, 'keys'), path.join(config.dataDir, 'keys'))
      await chmod(path.join(config.dataDir, 'keys'), 0o600)
    } else if (torg.services.keyring.currentKeyId !== manifest.keyId) {
      say(`Note: the backup was sealed with the key "${manifest.keyId}". Give it in TORG_KEYS, or classified fields stay closed.`)
    }
    const restored = await restoreBackup({
      ownerUrl: torg.ownerUrl,
      filesRoot: openFileStore(config.dataDir).root,
      from: path.resolve(from),
    })
    const rows = Object.values(restored).reduce((sum, count) => sum + count, 0)
    say(
      `${rows} rows of ${Object.keys(restored).length} tables and ${manifest.files.length} files are back, as of ${manifest.madeAt}.`,
    )
    return 0
  },
}
