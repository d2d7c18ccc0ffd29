/**
 * Writes src/platform/look/icons.generated.ts from the icons named below.
 * Source: @navikt/aksel-icons (MIT, Nav). Run with `node scripts/build-icons.ts` after adding a name.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const icons = {
  calendar: 'Calendar',
  clock: 'Clock',
  hourglass: 'Hourglass',
  check: 'Checkmark',
  'check-circle': 'CheckmarkCircle',
  warning: 'ExclamationmarkTriangle',
  stop: 'XMarkOctagon',
  info: 'InformationSquare',
  question: 'QuestionmarkCircle',
  'arrow-right': 'ArrowRight',
  'arrow-left': 'ArrowLeft',
  'arrow-up': 'ArrowUp',
  'arrow-down': 'ArrowDown',
  'chevron-down': 'ChevronDown',
  'chevron-right': 'ChevronRight',
  undo: 'ArrowUndo',
  repeat: 'ArrowCirclepath',
  search: 'MagnifyingGlass',
  filter: 'Funnel',
  person: 'Person',
  people: 'PersonGroup',
  building: 'Buildings3',
  wallet: 'Wallet',
  money: 'SackKroner',
  bank: 'BankNote',
  calculator: 'Calculator',
  gavel: 'Gavel',
  tasks: 'Tasklist',
  inbox: 'Inbox',
  bell: 'Bell',
  mail: 'EnvelopeClosed',
  phone: 'Phone',
  chat: 'Chat',
  file: 'FileText',
  pdf: 'FilePdf',
  files: 'Files',
  attach: 'Paperclip',
  upload: 'Upload',
  download: 'Download',
  camera: 'Camera',
  edit: 'Pencil',
  trash: 'Trash',
  plus: 'Plus',
  cross: 'XMark',
  forbidden: 'CircleSlash',
  lock: 'PadlockLocked',
  eye: 'Eye',
  archive: 'Archive',
  settings: 'Cog',
  chart: 'BarChart',
  table: 'Table',
  place: 'LocationPin',
  home: 'House',
  globe: 'Globe',
  menu: 'MenuHamburger',
  copy: 'Files',
  form: 'TasklistStart',
  login: 'Enter',
  logout: 'Leave',
  link: 'Link',
  external: 'ExternalLink',
  print: 'PrinterSmall',
  receipt: 'Receipt',
  megaphone: 'Megaphone',
  handshake: 'HandShakeHeart',
  star: 'Star',
} as const

const root = join(import.meta.dirname, '..')
const from = join(root, 'node_modules/@navikt/aksel-icons/dist/svg')

function inner(file: string): string {
  const svg = readFileSync(join(from, `${file}.svg`), 'utf8')
  const body = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1]
  if (!body || !svg.includes('viewBox="0 0 24 24"')) throw new Error(`${file}.svg is not a 24 × 24 icon`)
  return body.trim().replace(/\s*\n\s*/g, '')
}

const lines = Object.entries(icons).map(([name, file]) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: '${inner(file)}',`)
writeFileSync(
  join(root, 'src/platform/look/icons.generated.ts'),
  `// Written by scripts/build-icons.ts; do not edit by hand. Icons from @navikt/aksel-icons, MIT licence, © Nav.\nexport const icons = {\n${lines.join('\n')}\n} as const\n`,
)
