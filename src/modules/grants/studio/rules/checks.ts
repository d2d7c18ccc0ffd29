import { checkDefinition, type Surroundings } from '../../scheme/rules/check-definition.ts'
import type { SchemeDefinition } from '../../model.ts'
import type { DraftDocument } from './ops.ts'
import { pathOf } from './paths.ts'
import { readDocument, type Finding } from './read-document.ts'

/** Everything that is looked at before a draft is published, in the order of the document. Empty: it can be published. */
export function checkBeforePublishing(document: DraftDocument, around: Surroundings): Finding[] {
  const { definition, findings } = readDocument(document)
  return definition ? [...hangsTogether(definition, around)] : findings
}

function hangsTogether(definition: SchemeDefinition, around: Surroundings): Finding[] {
  return checkDefinition(definition, around).map(({ path, key, data }) => ({
    path: pathOf(definition, path.split('.')),
    key,
    data,
    level: 'stops',
  }))
}
