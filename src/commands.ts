import type { Command } from './command.ts'
import { awardsImport } from './commands/awards.ts'
import { backup, restore } from './commands/backup.ts'
import { checksReplay } from './commands/checks.ts'
import { keysRotate } from './commands/keys.ts'
import { adminAdd, municipalityAdd, schemesLoad } from './commands/setup.ts'

/** Every command, in the order --help shows them. */
export const commands: readonly Command[] = [
  municipalityAdd,
  adminAdd,
  schemesLoad,
  awardsImport,
  backup,
  restore,
  keysRotate,
  checksReplay,
]
