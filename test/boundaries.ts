import type { VariableDeclarator } from '@swc/core'
import { Visitor } from '@swc/core/Visitor.js'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'

/** Which modules a module may use, through their front doors. One that is not listed uses the platform only. */
export const mayUse: Record<string, string[]> = {
  cases: [],
  grants: ['cases'],
}

/** Files a module's rules may import: other rules, types, and what is pure on the platform. */
const pure = [
  '^src/modules/.+/rules/',
  '^src/modules/[^/]+/(model|lifecycle|verdict)\\.ts$',
  '^src/modules/.+/model\\.ts$',
  '^src/platform/(time|money|verdict)\\.ts$',
  '^src/platform/feel/',
]
const tests = '\\.(test|testing)\\.tsx?$'
const inModule = '^src/modules/([^/]+)/'

/** The rules of ARCHITECTURE.md, as dependency-cruiser reads them. */
export const boundaries: IFlattenedRuleSet = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules/|routes|server|cli)' },
    },
    {
      name: 'modules-by-the-front-door',
      severity: 'error',
      from: { path: inModule },
      to: { path: inModule, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    ...Object.entries({ ...mayUse, '(?!(?:cases|grants)/)[^/]+': [] }).map(([module, others]) => ({
      name: 'modules-may-use',
      severity: 'error' as const,
      from: { path: `^src/modules/${module}/` },
      to: { path: inModule, pathNot: [`^src/modules/${module}/`, ...others.map((other: string) => `^src/modules/${other}/`)] },
    })),
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^src/modules/.+/rules/', pathNot: tests },
      to: { pathNot: pure, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^src/modules/.+/rules/', pathNot: tests },
      // Another module's words, a reason and a language may be named; a table's row may not.
      to: {
        pathNot: [...pure, '^src/modules/[^/]+/index\\.ts$', '^src/platform/(errors|texts/texts)\\.ts$'],
        dependencyTypes: ['type-only'],
      },
    },
    {
      name: 'pages-read-by-queries',
      severity: 'error',
      from: { path: '^src/modules/.+/pages/', pathNot: tests },
      to: { path: ['/tables\\.ts$', '^node_modules/(kysely|pg)/'] },
    },
    {
      name: 'nothing-comes-back-up',
      severity: 'error',
      from: { path: '^src/modules/.+/(rules|actions|queries)/', pathNot: tests },
      to: { path: '^src/modules/.+/(pages|api)/' },
    },
    {
      name: 'queries-do-not-act',
      severity: 'error',
      from: { path: '^src/modules/.+/(rules|queries)/', pathNot: tests },
      to: { path: '^src/modules/.+/actions/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^(test|e2e|bench)/', tests] },
    },
    {
      name: 'the-product-needs-no-tools',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
}

// The reader does not know `using` yet, and gives up on the file: its declarations are read as those of a `const`.
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  const { type, decls } = statement as { type: string; decls?: VariableDeclarator[] }
  if (type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  this.visitVariableDeclarators(decls ?? [])
  return statement
}

/** Reads every import below the folder's `src` (or other parts) and returns what was read and which rules it breaks. */
export async function readImports(folder: string, parts = ['src']): Promise<ICruiseResult> {
  const { output } = await cruise(parts, {
    baseDir: folder,
    validate: true,
    ruleSet: boundaries,
    // With TypeScript 7 alone nothing is read, and no rule is broken: its parser has no programming interface yet.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?raw$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'types'] },
  })
  return output as ICruiseResult
}
