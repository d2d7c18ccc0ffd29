import type { Item, Model } from './model.ts'
import { DmnProblem } from './problem.ts'
import { boxedIn, formalIn } from './read-boxed.ts'
import { childNamed, childrenNamed, readXml, textNamed, type Element } from './xml.ts'

/**
 * Reads a DMN file, version 1.1 to 1.6.
 * @param bytes the file
 * @throws DmnProblem with the place, for what is not DMN or is over the limits
 */
export function readModel(bytes: Uint8Array): Model {
  const root = readXml(bytes)
  if (root.name !== 'definitions' || !Object.values(root.attributes).some((value) => /\/spec\/DMN\//.test(value)))
    throw new DmnProblem('the file is not a DMN model', `line ${root.line}`)
  const prefixes = Object.entries(root.attributes).filter(([key]) => key.startsWith('xmlns:'))
  return {
    namespace: root.attributes['namespace'] ?? '',
    name: root.attributes['name'] ?? '',
    items: new Map(childrenNamed(root, 'itemDefinition').map((one) => [one.attributes['name'] ?? '', readItem(one)])),
    inputs: childrenNamed(root, 'inputData').map((one) => ({ ...named(one), ...variableOf(one) })),
    decisions: childrenNamed(root, 'decision').map((one) => ({
      ...named(one),
      variable: variableOf(one),
      needs: needsOf(one),
      logic: boxedIn(one),
    })),
    functions: childrenNamed(root, 'businessKnowledgeModel').map((one) => ({
      ...named(one),
      variable: variableOf(one),
      needs: needsOf(one),
      logic: boxedIn(one),
    })),
    services: childrenNamed(root, 'decisionService').map((one) => ({
      ...named(one),
      variable: variableOf(one),
      outputs: hrefs(one, 'outputDecision'),
      inputDecisions: hrefs(one, 'inputDecision'),
      inputs: hrefs(one, 'inputData'),
    })),
    imports: childrenNamed(root, 'import').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      namespace: attributes['namespace'] ?? '',
      type: attributes['importType'] ?? '',
    })),
    prefixes: new Map(prefixes.map(([key, value]) => [key.slice('xmlns:'.length), value])),
  }
}

const named = (element: Element): { id: string; name: string } => ({
  id: element.attributes['id'] ?? element.attributes['name'] ?? '',
  name: element.attributes['name'] ?? '',
})

/** The variable of an element; its name is the element's where it has none of its own. */
function variableOf(element: Element): { name: string; typeRef?: string | undefined } {
  const variable = formalIn(element)
  return { name: variable?.name || named(element).name, typeRef: variable?.typeRef }
}

const NEEDS = ['requiredInput', 'requiredDecision', 'requiredKnowledge']

function needsOf(element: Element): string[] {
  return element.children
    .filter(({ name }) => name === 'informationRequirement' || name === 'knowledgeRequirement')
    .flatMap((one) => NEEDS.flatMap((name) => hrefs(one, name)))
}

function hrefs(element: Element, name: string): string[] {
  return childrenNamed(element, name).map(({ attributes }) => attributes['href'] ?? '')
}

function readItem(element: Element): Item {
  const result = childNamed(element, 'functionItem')
  const text = (name: string): string | undefined => {
    const found = childNamed(element, name)
    return found && textNamed(found, 'text')
  }
  return {
    name: element.attributes['name'] ?? '',
    typeRef: textNamed(element, 'typeRef') ?? element.attributes['typeRef'],
    collection: element.attributes['isCollection'] === 'true',
    allowed: text('allowedValues'),
    constraint: text('typeConstraint'),
    components: childrenNamed(element, 'itemComponent').map(readItem),
    function: result && {
      params: childrenNamed(result, 'parameters').map(({ attributes }) => ({
        name: attributes['name'] ?? '',
        typeRef: attributes['typeRef'],
      })),
      result: result.attributes['outputTypeRef'],
    },
  }
}
