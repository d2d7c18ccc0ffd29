import { readModel } from './read-model.ts'
import { evaluate, type Evaluated } from './index.ts'

const NOW = '2026-03-29T12:00:00+02:00'

/** A DMN 1.5 file around elements of its own; `<` and `&` in FEEL are written as XML has them. */
export function dmn(elements: string, namespace = 'https://torg.example/test'): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="test" id="test" namespace="${namespace}">${elements}</definitions>`,
  )
}

/** A decision: its name, what it needs (ids), its type, and its boxed expression. */
export function decision(name: string, needs: readonly string[], logic: string, type = ''): string {
  const requirements = needs.map((id) =>
    id.startsWith('f_')
      ? `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
      : `<informationRequirement><required${id.startsWith('d_') ? 'Decision' : 'Input'} href="#${id}"/></informationRequirement>`,
  )
  const typeRef = type === '' ? '' : ` typeRef="${type}"`
  return `<decision id="d_${name}" name="${name}"><variable name="${name}"${typeRef}/>${requirements.join('')}${logic}</decision>`
}

export const input = (name: string, type = ''): string =>
  `<inputData id="i_${name}" name="${name}"><variable name="${name}"${type === '' ? '' : ` typeRef="${type}"`}/></inputData>`

export const feel = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`

/** A table: `a | b | out` lines; inputs, outputs and rules. */
export function table(policy: string, inputs: readonly string[], outputs: readonly string[], rules: readonly string[]): string {
  const cells = (rule: string): string[] => rule.split('|').map((cell) => cell.trim())
  return `<decisionTable ${policy}>${inputs
    .map((text) => `<input><inputExpression><text>${text}</text></inputExpression></input>`)
    .join('')}${outputs.join('')}${rules
    .map(
      (rule) =>
        `<rule>${cells(rule)
          .map((cell, index) => {
            const kind = index < inputs.length ? 'inputEntry' : 'outputEntry'
            return `<${kind}><text>${cell}</text></${kind}>`
          })
          .join('')}</rule>`,
    )
    .join('')}</decisionTable>`
}

/** What a decision of the first file gives. */
export function run(
  files: Uint8Array | readonly Uint8Array[],
  name: string,
  given: Record<string, unknown> = {},
  limitMs?: number,
): Evaluated {
  const [first, ...rest] = (files instanceof Uint8Array ? [files] : files).map(readModel)
  if (!first) throw new Error('no file')
  return evaluate([first, ...rest], name, given, NOW, limitMs)
}
