import { parseAllDocuments } from 'yaml'
import { readCells } from '#platform/sheets/read-cells.ts'
import type { ReadFile } from './rules/group-files.ts'
import { CannotImport, importLimits, isLoose, refuseMonsters } from './rules/source.ts'

export interface FormFile {
  /** With its folders, as far as they are known: "forms/kuva/schema.json". */
  name: string
  bytes: Uint8Array
}

/** Reads one file by its ending and its bytes. Never throws on content. */
export async function parseFormFile(file: FormFile): Promise<ReadFile> {
  const { name, bytes } = file
  try {
    if (bytes.length > importLimits.bytes)
      throw new CannotImport('', `the file is ${Math.ceil(bytes.length / 1_000_000)} MB; at most 10 MB is read`)
    if (bytes.length === 0) throw new CannotImport('', 'the file is empty')
    if (/\.(xlsx|csv)$/i.test(name) || isZip(bytes)) return await parseSheet(name, bytes)
    const text = decode(bytes)
    if (/\.ya?ml$/i.test(name)) return { name, kind: 'value', format: 'yaml', value: withElements(parseYaml(text)) }
    const value = parseJson(text)
    refuseMonsters(value)
    return { name, kind: 'value', format: 'json', value }
  } catch (error) {
    if (error instanceof CannotImport) return { name, kind: 'refused', path: error.path, why: error.why }
    throw error
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CannotImport('', 'the file is not text in UTF-8')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CannotImport(placeOf(error instanceof Error ? error.message : '', text), 'it is not JSON')
  }
}

/** The line that the parser stopped at: it says the position, or the token and what stands around it. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  const around = /^Unexpected token '([\s\S]+?)', (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)
  const found = around?.[2] === undefined ? -1 : text.indexOf(around[2])
  const at =
    position !== undefined ? Number(position) : found < 0 ? undefined : found + (around?.[2] ?? '').lastIndexOf(around?.[1] ?? '')
  // What ends too early has no sign to point at: then it is the end.
  return `line ${text.slice(0, at === undefined ? text.length : at + 1).split('\n').length}`
}

const sheetReasons: Record<string, string> = {
  'sheet.too-large': 'the workbook is larger than it may be, packed or unpacked',
  'sheet.too-many-rows': 'the workbook has too many rows or columns',
  'sheet.unreadable': 'it cannot be read as a workbook',
  'sheet.empty': 'the file is empty',
}

async function parseSheet(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const cells = await readCells(bytes)
  if ('refused' in cells) throw new CannotImport('', sheetReasons[cells.refused] ?? 'it cannot be read')
  return { name, kind: 'sheet', rows: cells.rows }
}

function refuseLongYaml(text: string): void {
  const { bytes, lines, marks, anchors } = importLimits.yaml
  const most = (count: number, limit: number, why: string) => {
    if (count > limit) throw new CannotImport('', why)
  }
  most(text.length, bytes, `YAML of more than ${bytes / 1_000_000} MB is not read`)
  most(text.split('\n').length, lines, `YAML of more than ${lines} lines is not read`)
  most(text.match(/[,:]/g)?.length ?? 0, marks, `YAML with more than ${marks} commas and colons is not read`)
  most(text.match(/(?:^|[\s[{,:-])&/g)?.length ?? 0, anchors, `YAML with more than ${anchors} anchors is not read`)
}

/** Deep text is refused before it is parsed: a parser that calls itself for each level has only so many. */
function refuseDeepText(text: string): void {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91 || code === 123) depth += 1
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1)
    if (depth > 1000) throw new CannotImport('', `nested more than ${importLimits.depth} levels deep`)
  }
  const indent = /^[ \t-]{2000,}/m.exec(text)
  if (indent) throw new CannotImport('', `nested more than ${importLimits.depth} levels deep`)
}

/** A webform's questions are YAML within YAML, and so are its lists of choices. */
function withElements(value: unknown): unknown {
  if (!isLoose(value)) return value
  const inner = ['elements', 'options'].flatMap((word): [string, unknown][] => {
    const text = value[word]
    return typeof text !== 'string' ? [] : [[word, text.trim() === '' ? {} : parseYaml(text)]]
  })
  return inner.length === 0 ? value : { ...value, ...Object.fromEntries(inner) }
}

const misplaced = 'something stands where it cannot stand'
const missing = 'a sign or a space is missing'
const tagged = 'a tag or an anchor is not understood'
/** By the parser's own codes; its sentences are for programmers. */
const yamlFaults: Record<string, string> = {
  BAD_INDENT: 'a line is not indented as those around it',
  TAB_AS_INDENT: 'a line is indented with a tab',
  DUPLICATE_KEY: 'the same name stands twice',
  MISSING_CHAR: missing,
  BAD_DQ_ESCAPE: 'a text has a backslash that is not understood',
  BLOCK_AS_IMPLICIT_KEY: misplaced,
  BLOCK_IN_FLOW: misplaced,
  MULTILINE_IMPLICIT_KEY: misplaced,
  UNEXPECTED_TOKEN: misplaced,
  BAD_SCALAR_START: 'a text begins with a sign that must stand in quotes',
  TAG_RESOLVE_FAILED: tagged,
  BAD_ALIAS: tagged,
  ALIAS_PROPS: tagged,
  MULTIPLE_ANCHORS: tagged,
  MULTIPLE_TAGS: tagged,
  BAD_COLLECTION_TYPE: tagged,
}

/** YAML's core only: no tags of its own, few aliases, and none that multiply. */
function parseYaml(text: string): unknown {
  refuseLongYaml(text)
  refuseDeepText(text)
  try {
    const documents = parseAllDocuments(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
    const [document] = Array.isArray(documents) ? documents : []
    if (!document) throw new CannotImport('', 'the file is empty')
    const [fault] = document.errors
    if (fault)
      throw new CannotImport(
        `line ${fault.linePos?.[0].line ?? '?'}`,
        `it is not YAML: ${yamlFaults[fault.code] ?? 'it is not understood'}`,
      )
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    refuseMonsters(value)
    return value
  } catch (error) {
    if (error instanceof CannotImport) throw error
    throw new CannotImport(
      '',
      error instanceof RangeError
        ? 'it is nested too deeply'
        : error instanceof ReferenceError
          ? 'its aliases multiply beyond what is read'
          : 'it is not YAML',
    )
  }
}
