import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Model } from './model.ts'
import { DmnProblem } from './problem.ts'
import { readModel } from './read-model.ts'

const NEIGHBOURS = 50

/**
 * Reads a DMN file and those it imports: of the files named, else of the .dmn files in its own folder; nothing else is opened.
 * @throws DmnProblem when a file cannot be read, is no DMN, or what it imports is not there
 */
export function loadModels(file: string, others: readonly string[]): [Model, ...Model[]] {
  const models: [Model, ...Model[]] = [open(file), ...others.map(open)]
  let neighbours: Model[] | undefined
  for (const model of models)
    for (const { namespace } of model.imports.filter(isDmn)) {
      if (models.some((one) => one.namespace === namespace)) continue
      neighbours ??= readNeighbours(file)
      const found = neighbours.find((one) => one.namespace === namespace)
      if (!found) throw new DmnProblem(`the model ${namespace} that is imported is not among the files`, model.name)
      models.push(found)
    }
  return models
}

/** Tables of values and PMML are imported too; only DMN is read. */
const isDmn = ({ type }: { type: string }): boolean => /\/spec\/DMN\//.test(type)

function open(file: string): Model {
  return readModel(read(file))
}

function read(file: string): Uint8Array {
  try {
    // a device or a pipe has no end
    if (!statSync(file).isFile()) throw new DmnProblem('this is no file', file)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof DmnProblem) throw error
    throw new DmnProblem(`the file cannot be read: ${(error as Error).message}`, file)
  }
}

/** The DMN files beside a file that can be read; one that cannot is no neighbour. */
function readNeighbours(file: string): Model[] {
  const folder = path.dirname(file)
  const names = readdirSync(folder).filter((name) => name.endsWith('.dmn') && name !== path.basename(file))
  return names.slice(0, NEIGHBOURS).flatMap((name) => {
    try {
      return [open(path.join(folder, name))]
    } catch (error) {
      if (error instanceof DmnProblem) return []
      throw error
    }
  })
}
