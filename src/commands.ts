import type { Command } from './command.ts'
import { backup, restore } from './commands/backup.ts'
import { checksReplay } from './commands/checks.ts'
import { awardsImport, obligationsImport, organisationsImport } from './commands/imports.ts'
import { dmnEval } from './commands/dmn.ts'
import { formImport, formTemplate } from './commands/form.ts'
import { keysRotate } from './commands/keys.ts'
import { rulesTry } from './commands/rules.ts'
import { adminAdd, municipalityAdd, schemesLoad } from './commands/setup.ts'

/** Every command, in the order --help shows them. */
export const commands: readonly Command[] = [
  municipalityAdd,
  adminAdd,
  schemesLoad,
  formImport,
  formTemplate,
  awardsImport,
  organisationsImport,
  obligationsImport,
  backup,
  restore,
  keysRotate,
  checksReplay,
  rulesTry,
  dmnEval,
]
