import type { Child } from 'hono/jsx'
import type { Lang } from '../../texts/texts.ts'
import { lookTexts } from '../texts.ts'

/** What every field can be told. `error` is the reason and what to do, in the person's language. */
export interface FieldBase {
  lang: Lang
  name: string
  label: Child
  /** Only when the name occurs twice on a page; otherwise it comes from the name. */
  id?: string
  /** Under the label; examples belong here, never in a placeholder. */
  help?: Child
  error?: Child
  /** Shows "Valgfritt"; fields are required unless this is set. `quiet` says nothing: filters and searches. */
  optional?: boolean | 'quiet'
  /** The label is there for screen readers only (a cell in a table whose heading says it). */
  hideLabel?: boolean
  /** Part of a page that autosave may renew; see README in src/assets. */
  live?: boolean
}

/** The id of a field's first control, made from its name: "budget[0][post]" becomes "f-budget-0-post". Error links use it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '')}`
}

/** The ids that a control points to with aria-describedby, in reading order. */
export function describedBy(id: string, field: Pick<FieldBase, 'help' | 'error'>, extra?: string): string | undefined {
  const ids = [field.help ? `${id}-help` : '', extra ?? '', field.error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that tie a control to its label, help and error, in plain HTML. */
export function controlAttributes(field: FieldBase, extra?: string) {
  const id = field.id ?? fieldId(field.name)
  return {
    id,
    name: field.name,
    'aria-describedby': describedBy(id, field, extra),
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-required': field.optional ? undefined : ('true' as const),
  }
}

/** Label, help, control and error in their order. For a group of choices use Fieldset. */
export function Field(props: FieldBase & { children?: Child; note?: Child }) {
  const id = props.id ?? fieldId(props.name)
  return (
    <div
      class="ds-field tg-field"
      id={`${id}-field`}
      data-live={props.live ? '' : undefined}
      data-invalid={props.error ? '' : undefined}
    >
      <label class={props.hideLabel ? 'ds-sr-only' : 'ds-label'} for={id}>
        {props.label}
        {props.optional === true && !props.hideLabel ? <Optional lang={props.lang} /> : null}
      </label>
      <Help id={`${id}-help`}>{props.help}</Help>
      {props.children}
      {props.note}
      <FieldError id={`${id}-error`}>{props.error}</FieldError>
    </div>
  )
}

/** A group of choices under one question: legend, help, choices, error. */
export function Fieldset(props: FieldBase & { children?: Child }) {
  const id = props.id ?? fieldId(props.name)
  return (
    <fieldset
      class="ds-fieldset tg-field"
      id={`${id}-field`}
      aria-describedby={describedBy(id, props)}
      data-live={props.live ? '' : undefined}
      data-invalid={props.error ? '' : undefined}
    >
      <legend class={props.hideLabel ? 'ds-sr-only' : 'ds-label'}>
        {props.label}
        {props.optional === true && !props.hideLabel ? <Optional lang={props.lang} /> : null}
      </legend>
      <Help id={`${id}-help`}>{props.help}</Help>
      {props.children}
      <FieldError id={`${id}-error`}>{props.error}</FieldError>
    </fieldset>
  )
}

function Optional({ lang }: { lang: Lang }) {
  return <span class="tg-optional">{lookTexts[lang].optional}</span>
}

function Help({ id, children }: { id: string; children?: Child }) {
  return children ? (
    <div class="tg-help" data-field="description" id={id}>
      {children}
    </div>
  ) : null
}

function FieldError({ id, children }: { id: string; children?: Child }) {
  return children ? (
    <p class="ds-validation-message" data-field="validation" id={id}>
      {children}
    </p>
  ) : null
}
