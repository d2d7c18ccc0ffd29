import { z } from 'zod'
import { fileTypes, type FileType } from '#platform/files/types.ts'

/** The form part of the scheme definition: kinds of questions, pages, and the words and measures all parts use. */

/**
 * Words that are no keys: what every object has by itself, so that an answer nobody gave would seem to be there, and the addresses
 * of the form's own last pages.
 */
const inherited = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]
const ownPages = ['kontroll', 'kvittering', 'slett']
/** What makers of keys keep clear of. */
export const reservedKeys: ReadonlySet<string> = new Set([...inherited, ...ownPages])

const keyBut = (words: readonly string[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(?!(?:${words.join('|')})$)[a-z][a-zA-Z0-9]{0,39}$`),
      `small letters and digits, starting with a letter, at most 40, and not one of ${words.join(', ')}`,
    )
export const Key = keyBut(inherited)
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,80}$/)
export const Ore = z.int().min(0)
export const Day = z.iso.date()
/** What a form can hold at most. Importers keep to the same numbers. */
export const formLimits = { pages: 40, fields: 60, columns: 20, rows: 100, expression: 4000 } as const

/** An expression in FEEL over the facts named in src/modules/grants/application/rules/facts.ts. */
export const Feel = z.string().min(1).max(formLimits.expression)

export const Text3 = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })

const fieldBase = {
  key: Key,
  label: Text3,
  help: Text3.optional(),
  /** Answer must be given; `requiredIf` asks only when the expression is true. */
  required: z.boolean().default(false),
  requiredIf: Feel.optional(),
  showIf: Feel.optional(),
  /** Further demands on the answer; false shows the message at the field. */
  checks: z.array(z.strictObject({ when: Feel, message: Text3 })).default([]),
  /** Encrypted at rest, hidden from roles that do not need it, left out of exports and of the public journal. */
  classified: z.boolean().default(false),
  /** Taken along by "same as last year". */
  copied: z.boolean().default(true),
}

const Option = z.strictObject({ key: Key, label: Text3 })
const BudgetCategory = z.strictObject({ key: Key, side: z.enum(['income', 'cost']), label: Text3 })

const fieldShapes = {
  shortText: z.strictObject({ type: z.literal('shortText'), ...fieldBase, maxLength: z.int().min(1).max(500).default(200) }),
  longText: z.strictObject({ type: z.literal('longText'), ...fieldBase, maxLength: z.int().min(1).max(20_000).default(2000) }),
  number: z.strictObject({
    type: z.literal('number'),
    ...fieldBase,
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(4).default(0),
    unit: Text3.optional(),
  }),
  amount: z.strictObject({ type: z.literal('amount'), ...fieldBase, minOre: Ore.optional(), maxOre: Ore.optional() }),
  percentage: z.strictObject({
    type: z.literal('percentage'),
    ...fieldBase,
    min: z.number().default(0),
    max: z.number().default(100),
  }),
  date: z.strictObject({ type: z.literal('date'), ...fieldBase, earliest: Feel.optional(), latest: Feel.optional() }),
  period: z.strictObject({ type: z.literal('period'), ...fieldBase }),
  yesNo: z.strictObject({ type: z.literal('yesNo'), ...fieldBase }),
  oneOf: z.strictObject({ type: z.literal('oneOf'), ...fieldBase, options: z.array(Option).min(2) }),
  severalOf: z.strictObject({
    type: z.literal('severalOf'),
    ...fieldBase,
    options: z.array(Option).min(1),
    atMost: z.int().min(1).optional(),
  }),
  person: z.strictObject({ type: z.literal('person'), ...fieldBase }),
  organisation: z.strictObject({ type: z.literal('organisation'), ...fieldBase }),
  address: z.strictObject({ type: z.literal('address'), ...fieldBase }),
  /** One or several of the municipality's districts. */
  district: z.strictObject({ type: z.literal('district'), ...fieldBase, several: z.boolean().default(false) }),
  bankAccount: z.strictObject({ type: z.literal('bankAccount'), ...fieldBase }),
  /** Income and cost lines that must balance against the amount applied for. */
  budget: z.strictObject({
    type: z.literal('budget'),
    ...fieldBase,
    categories: z.array(BudgetCategory).min(2),
    volunteerHours: z.boolean().default(false),
  }),
  calculated: z.strictObject({ type: z.literal('calculated'), ...fieldBase, value: Feel, format: z.enum(['number', 'amount']) }),
  file: z.strictObject({
    type: z.literal('file'),
    ...fieldBase,
    maxFiles: z.int().min(1).max(20).default(5),
    maxMegabytes: z.int().min(1).max(50).default(10),
    photosToPdf: z.boolean().default(false),
    /** Only these kinds of file; without it all that Torg can read. */
    accept: z
      .array(z.enum(Object.keys(fileTypes) as FileType[]))
      .min(1)
      .optional(),
  }),
  declaration: z.strictObject({ type: z.literal('declaration'), ...fieldBase, statement: Text3 }),
  info: z.strictObject({ type: z.literal('info'), ...fieldBase }),
  /** A heading inside a page; takes no answer. Its `showIf` goes for the fields after it, to the next section or the page's end. */
  section: z.strictObject({ type: z.literal('section'), ...fieldBase }),
} as const

export const PlainField = z.discriminatedUnion(
  'type',
  Object.values(fieldShapes) as [typeof fieldShapes.shortText, ...(typeof fieldShapes)[keyof typeof fieldShapes][]],
)
const { file: _file, budget: _budget, section: _section, ...rowShapes } = fieldShapes
const RowField = z.discriminatedUnion(
  'type',
  Object.values(rowShapes) as [typeof rowShapes.shortText, ...(typeof rowShapes)[keyof typeof rowShapes][]],
)
/** A repeating group: one row per thing, each row with the same fields. Files, budgets and sections stand outside rows. */
export const TableField = z.strictObject({
  type: z.literal('table'),
  ...fieldBase,
  rowTitle: Text3,
  minRows: z.int().min(0).default(0),
  maxRows: z.int().min(1).max(formLimits.rows).default(20),
  fields: z.array(RowField).min(1).max(formLimits.columns),
})
export const Field = z.union([PlainField, TableField])

export const FormPage = z.strictObject({
  key: keyBut([...reservedKeys]),
  title: Text3,
  intro: Text3.optional(),
  showIf: Feel.optional(),
  fields: z.array(Field).max(formLimits.fields),
})

export type Field = z.infer<typeof Field>
export type PlainField = z.infer<typeof PlainField>
export type TableField = z.infer<typeof TableField>
export type FieldType = Field['type']
export type FormPage = z.infer<typeof FormPage>
