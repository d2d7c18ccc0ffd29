/** A DMN model as read: names and texts, nothing evaluated. */
export interface Model {
  readonly namespace: string
  readonly name: string
  readonly items: ReadonlyMap<string, Item>
  readonly inputs: readonly InputData[]
  readonly decisions: readonly Decision[]
  readonly functions: readonly KnowledgeModel[]
  readonly services: readonly Service[]
  readonly imports: readonly { readonly name: string; readonly namespace: string; readonly type: string }[]
  /** prefixes of the file's own namespaces, which older files put before the names of types */
  readonly prefixes: ReadonlyMap<string, string>
}

/** An item definition. */
export interface Item {
  readonly name: string
  readonly typeRef?: string | undefined
  readonly collection: boolean
  /** a cell of tests that every value must pass; and one that the whole (a list) must */
  readonly allowed?: string | undefined
  readonly constraint?: string | undefined
  readonly components: readonly Item[]
  readonly function?: { readonly params: readonly Formal[]; readonly result?: string | undefined } | undefined
}

/** A name with a type, where one is written. */
export interface Formal {
  readonly name: string
  readonly typeRef?: string | undefined
}

export interface InputData extends Formal {
  readonly id: string
}

interface Named {
  readonly id: string
  readonly name: string
  /** the name that its value has in expressions, and its type */
  readonly variable: Formal
  /** references to what it needs, in the file's order */
  readonly needs: readonly string[]
}

export interface Decision extends Named {
  readonly logic?: Boxed | undefined
}

export interface KnowledgeModel extends Named {
  readonly logic?: Boxed | undefined
}

export interface Service extends Omit<Named, 'needs'> {
  readonly outputs: readonly string[]
  readonly inputDecisions: readonly string[]
  readonly inputs: readonly string[]
}

/** A boxed expression; `line` is where it stands in its file. */
export type Boxed = { readonly line: number; readonly typeRef?: string | undefined } & (
  | { readonly kind: 'literal'; readonly text: string; readonly language: string }
  | {
      readonly kind: 'context'
      readonly entries: readonly { readonly variable?: Formal | undefined; readonly value?: Boxed | undefined }[]
    }
  | {
      readonly kind: 'invocation'
      readonly called?: Boxed | undefined
      readonly bindings: readonly (Formal & { readonly value?: Boxed | undefined })[]
    }
  | {
      readonly kind: 'function'
      readonly language: string
      readonly params: readonly Formal[]
      readonly body?: Boxed | undefined
    }
  | { readonly kind: 'relation'; readonly columns: readonly Formal[]; readonly rows: readonly (readonly (Boxed | undefined)[])[] }
  | { readonly kind: 'list'; readonly items: readonly (Boxed | undefined)[] }
  | {
      readonly kind: 'if'
      readonly condition?: Boxed | undefined
      readonly then?: Boxed | undefined
      readonly otherwise?: Boxed | undefined
    }
  | { readonly kind: 'filter'; readonly list?: Boxed | undefined; readonly match?: Boxed | undefined }
  | {
      readonly kind: 'for' | 'some' | 'every'
      readonly variable: string
      readonly source?: Boxed | undefined
      readonly body?: Boxed | undefined
    }
  | ({ readonly kind: 'table' } & Table)
)

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER'
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX'

/** A decision table; every cell is FEEL. */
export interface Table {
  readonly hitPolicy: HitPolicy
  readonly aggregation?: Aggregation | undefined
  readonly inputs: readonly {
    readonly expression: string
    readonly typeRef?: string | undefined
    readonly allowed?: string | undefined
  }[]
  readonly outputs: readonly {
    readonly name?: string | undefined
    readonly typeRef?: string | undefined
    readonly allowed?: string | undefined
    readonly fallback?: string | undefined
  }[]
  readonly rules: readonly {
    readonly tests: readonly string[]
    readonly results: readonly { readonly text: string; readonly typeRef?: string | undefined }[]
  }[]
}
