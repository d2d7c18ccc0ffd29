import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decision, dmn, feel, input } from '#platform/dmn/dmn.testing.ts'
import { Usage } from '../command.ts'
import { dmnEval } from './dmn.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'torg-dmn-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function evaluate(file: Uint8Array, options: Record<string, string>): Promise<{ code: number; printed: unknown }> {
  const name = path.join(folder, 'model.dmn')
  writeFileSync(name, file)
  const lines: string[] = []
  const nothing = undefined as never
  const code = await dmnEval.run({ args: [name], options, say: (line) => lines.push(line), torg: nothing, config: nothing })
  expect(lines).toHaveLength(1)
  return { code, printed: JSON.parse(lines[0] ?? '') }
}

const born = dmn(input('born', 'date') + decision('grown', ['i_born'], feel('born + @"P18Y" &lt;= today()')))

test('a decision is printed as JSON, without a database', async () => {
  const options = { decision: 'grown', input: '{"born": "2008-05-17"}', now: '2026-05-17T00:00:00+02:00' }
  expect(await evaluate(born, options)).toEqual({ code: 0, printed: { result: true } })
  expect(dmnEval.needsDatabase).toBe(false)
})

test('the input may stand in a file', async () => {
  const file = path.join(folder, 'input.json')
  writeFileSync(file, '{"born": "2020-01-01"}')
  expect(await evaluate(born, { decision: 'grown', 'input-file': file, now: '2026-05-17T00:00:00Z' })).toEqual({
    code: 0,
    printed: { result: false },
  })
})

test('why something is nothing is told beside it', async () => {
  const { code, printed } = await evaluate(born, { decision: 'grown', input: '{"born": "yesterday"}' })
  expect(code).toBe(0)
  expect(printed).toEqual({
    result: null,
    messages: [
      { message: 'a string is not date', place: 'born' },
      { message: 'null + months has no result', place: 'grown' },
      { message: 'the two sides of <= are of different kinds', place: 'grown' },
    ],
  })
})

test('what cannot be evaluated is an error with its place, and the exit code tells', async () => {
  expect(await evaluate(born, { decision: 'nobody' })).toEqual({
    code: 1,
    printed: { error: { message: 'there is no decision "nobody"; there is: grown', place: 'test' } },
  })
  expect(await evaluate(born, { decision: 'grown', input: '[1]' })).toMatchObject({
    code: 1,
    printed: { error: { place: '--input' } },
  })
  expect(await evaluate(born, { decision: 'grown', input: '{' })).toMatchObject({
    code: 1,
    printed: { error: { place: '--input' } },
  })
  expect(await evaluate(new TextEncoder().encode('<!DOCTYPE a><a/>'), { decision: 'a' })).toMatchObject({
    code: 1,
    printed: { error: { place: 'line 1' } },
  })
})

test('an imported model is found beside the file', async () => {
  const shared = dmn(decision('rate', [], feel('200')), 'https://torg.example/rates')
  writeFileSync(path.join(folder, 'rates.dmn'), shared)
  writeFileSync(path.join(folder, 'broken.dmn'), 'no model')
  const main = dmn(
    `<import name="rates" namespace="https://torg.example/rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
     <decision id="d_sum" name="sum"><informationRequirement><requiredDecision href="https://torg.example/rates#d_rate"/>
     </informationRequirement>${feel('rates.rate * 3')}</decision>`,
  )
  expect(await evaluate(main, { decision: 'sum' })).toEqual({ code: 0, printed: { result: 600 } })
})

test('wrong words are answered with the usage', async () => {
  await expect(evaluate(born, {})).rejects.toThrow(Usage)
  await expect(evaluate(born, { decision: 'grown', now: 'soon' })).rejects.toThrow(Usage)
})
