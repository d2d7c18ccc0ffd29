import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder with package.json, whether this runs from src or from dist. */
export function projectRoot(): string {
  let dir = import.meta.dirname
  while (!existsSync(path.join(dir, 'package.json')) && path.dirname(dir) !== dir) dir = path.dirname(dir)
  return dir
}
