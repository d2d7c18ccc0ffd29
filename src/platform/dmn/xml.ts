import { Parser } from 'saxen'
import { DmnProblem } from './problem.ts'

/** An element; names are without their prefix. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
  readonly line: number
}

const LIMITS = { bytes: 10_000_000, depth: 100, elements: 200_000 }

interface Open {
  name: string
  attributes: Record<string, string>
  children: Element[]
  text: string
  line: number
}

/**
 * Reads XML into elements. No entity but XML's own five is known; a document type is refused, so that nothing outside
 * the file is read and nothing grows.
 * @throws DmnProblem with the line
 */
export function readXml(bytes: Uint8Array): Element {
  if (bytes.length > LIMITS.bytes) throw new DmnProblem('the file is larger than 10 MB', 'the whole file')
  const stack: Open[] = [{ name: '', attributes: {}, children: [], text: '', line: 1 }]
  let count = 0
  let problem: DmnProblem | undefined
  const parser = new Parser()
  const text = textOf(bytes)
  const lines = countLines(text)
  const fail = (message: string, line: number): void => {
    problem ??= new DmnProblem(message, `line ${line}`)
    parser.stop()
  }
  const say = (part: string): void => {
    const top = stack.at(-1)
    if (top) top.text += part
  }
  parser.on('openTag', (name, attributes, decode) => {
    const line = lines.at(`<${name}`)
    count += 1
    if (count > LIMITS.elements) return fail('the file has too many elements', line)
    if (stack.length > LIMITS.depth) return fail('elements are nested too deeply', line)
    const decoded = Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [key, decode(value)]))
    stack.push({ name: name.slice(name.indexOf(':') + 1), attributes: decoded, children: [], text: '', line })
  })
  parser.on('closeTag', () => {
    const done = stack.pop()
    if (done) stack.at(-1)?.children.push(done)
  })
  parser.on('text', (part, decode) => say(decode(part)))
  parser.on('cdata', (part) => {
    lines.at('<![CDATA[', part.length)
    say(part)
  })
  parser.on('comment', (part) => void lines.at('<!--', part.length))
  parser.on('attention', (_text, _decode, at) => fail('a document type (DOCTYPE) is not allowed', at().line + 1))
  for (const event of ['error', 'warn'] as const) parser.on(event, (error, at) => fail(error.message, at().line + 1))
  parser.parse(text)
  if (problem) throw problem
  const [root, ...more] = stack[0]?.children ?? []
  if (!root || more.length > 0 || stack.length > 1) throw new DmnProblem('the file is not one XML document', 'the whole file')
  return root
}

/** Lines counted once from first to last: the parser's own count starts from the beginning each time it is asked. */
function countLines(text: string): { at(mark: string, skipped?: number): number } {
  let cursor = 0
  let line = 1
  const advance = (to: number): void => {
    line += text.slice(cursor, to).split('\n').length - 1
    cursor = to
  }
  return {
    at(mark, skipped = 0) {
      advance(Math.max(cursor, text.indexOf(mark, cursor)))
      const start = line
      advance(cursor + mark.length + skipped)
      return start
    },
  }
}

function textOf(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const declared = /^[^>]{0,100}encoding=["']([\w-]{1,30})["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1]
  try {
    return new TextDecoder(wide ?? declared ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DmnProblem('the file is not text in the encoding that it says', 'the whole file')
  }
}

/** The children of a name. */
export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

export function childNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name)
}

/** The text of a child, trimmed; undefined when there is no such child or nothing in it. */
export function textNamed(element: Element, name: string): string | undefined {
  return childNamed(element, name)?.text.trim() || undefined
}
