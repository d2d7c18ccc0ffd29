import type { Child } from 'hono/jsx'
import type { Field } from '../../model.ts'
import { inSections, type SectionField } from '../rules/sections.ts'
import type { Asking } from './asking.ts'
import { FieldInput } from './field-input.tsx'

/** A page's questions, those of a section as a group under its heading. `level`: of the sections' headings. */
export function Questions({ ask, fields, level = 2 }: { ask: Asking; fields: readonly Field[]; level?: 2 | 4 }) {
  return (
    <>
      {inSections(fields).map((group) => {
        const inputs = group.fields.map((field) => <FieldInput ask={ask} field={field} />)
        return group.section ? (
          <QuestionSection ask={ask} section={group.section} level={level}>
            {inputs}
          </QuestionSection>
        ) : (
          inputs
        )
      })}
    </>
  )
}

function QuestionSection({
  ask,
  section,
  level,
  children,
}: {
  ask: Asking
  section: SectionField
  level: 2 | 4
  children?: Child
}) {
  const id = `q-${section.key}`
  const title = section.label[ask.lang]
  return (
    <div class="tg-questions" role="group" aria-labelledby={id} {...(section.help ? { 'aria-describedby': `${id}-help` } : {})}>
      {level === 2 ? <h2 id={id}>{title}</h2> : <h4 id={id}>{title}</h4>}
      {section.help ? (
        <p id={`${id}-help`} class="tg-help">
          {section.help[ask.lang]}
        </p>
      ) : null}
      {children}
    </div>
  )
}
