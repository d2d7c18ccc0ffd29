import type { Ctx } from '#platform/http/index.ts'
import { RadioGroup } from '#platform/look/index.ts'
import type { SchemePart } from '../../model.ts'
import { applyTexts } from '../texts/apply.ts'

/** Which part of the scheme one applies for; a link to one part has it chosen. */
export function PartChoice({
  c,
  parts,
  chosen,
  error,
}: {
  c: Ctx
  parts: readonly SchemePart[]
  chosen?: string | undefined
  error?: string | undefined
}) {
  const { lang } = c.var
  if (parts.length === 0) return null
  return (
    <RadioGroup
      lang={lang}
      name="del"
      label={applyTexts[lang].whichPart}
      options={parts.map((part) => ({ value: part.key, label: part.title[lang], help: part.description[lang] }))}
      value={chosen ?? c.req.query('del') ?? (parts.length === 1 ? parts[0]?.key : undefined)}
      error={error}
    />
  )
}
