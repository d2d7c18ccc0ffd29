import type { Child } from 'hono/jsx'
import { lookTexts } from '../texts.ts'
import { controlAttributes, Field, fieldId, type FieldBase } from './field.tsx'

export interface FileProps extends FieldBase {
  /** What the browser offers: ".pdf,.jpg,image/*". The server sniffs and decides. */
  accept?: string
  /** The same in words: "PDF, Word og bilder", and "20 MB". Both make the rule that is shown. */
  acceptedInWords?: string
  maxSizeInWords?: string
  multiple?: boolean
  /** What is already attached, with a button to remove each. */
  children?: Child
}

/** A file to attach, with the rules said before one chooses. Phones offer the camera by themselves. */
export function FileField(props: FileProps) {
  const id = props.id ?? fieldId(props.name)
  const rules =
    props.acceptedInWords && props.maxSizeInWords
      ? lookTexts[props.lang].fileRules(props.acceptedInWords, props.maxSizeInWords)
      : undefined
  return (
    <Field
      {...props}
      note={
        rules ? (
          <p class="tg-count" id={`${id}-rules`}>
            {rules}
          </p>
        ) : null
      }
    >
      {props.children}
      <input
        class="tg-file"
        type="file"
        {...controlAttributes(props, rules ? `${id}-rules` : undefined)}
        accept={props.accept}
        multiple={props.multiple}
      />
    </Field>
  )
}

/** Values that travel with the form unseen. Undefined ones are left out. */
export function HiddenFields({ values }: { values: Record<string, string | number | undefined> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
      )}
    </>
  )
}
