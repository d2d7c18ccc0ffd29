import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// npm leaves a package's builds for other systems out of the lockfile when the registry in use does not carry them. `npm ci`
// then refuses the lockfile, and an `npm install` on such a system never looks for its own build. Their entries are added here:
// the version is the one their package names, the system stands in their name. Run after every change of dependencies.
interface Entry {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const file = path.join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const added: string[] = []
for (const [parent, { optionalDependencies, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    if (`node_modules/${name}` in lock.packages || `${parent}/node_modules/${name}` in lock.packages) continue
    const entry = { version, ...systemOf(name), ...(dev ? { dev } : {}), optional: true }
    if (!/^\d+\.\d+\.\d+/.test(version) || entry.cpu.length + entry.os.length === 0)
      throw new Error(`${name}@${version} is no build for a system.`)
    lock.packages[`node_modules/${name}`] = entry
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} builds for other systems were added${added.length > 0 ? `: ${added.join(', ')}` : ''}.`)

function systemOf(name: string): { cpu: string[]; os: string[]; libc?: string[] } {
  const words = name.split(/[/-]/)
  const cpu = processors.filter((word) => words.includes(word))
  const os = systems.filter((word) => words.includes(word))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined
  return { cpu, os, ...(libc && os.includes('linux') ? { libc } : {}) }
}
