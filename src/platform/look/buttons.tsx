import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type Variant = 'primary' | 'secondary' | 'tertiary' | 'danger'

interface Looks {
  children?: Child
  /** One primary on a page; the rest secondary or tertiary. */
  variant?: Variant
  icon?: IconName
  /** The icon stands after the words (an arrow onwards). */
  iconAfter?: boolean
  small?: boolean
  id?: string
}

export interface ButtonProps extends Looks {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formaction?: string
  /** Leaves out the browser's own checks; drafts may be saved half done. */
  formnovalidate?: boolean
  disabled?: boolean
  /** Asks first, in a dialog, with this sentence. Without scripts the server's own page asks. */
  confirm?: string
  /** A key in the worklist: see DataTable's keyboard help. */
  shortcut?: string
  describedBy?: string
}

/** A button that does something: verbs as words ("Send søknaden"). */
export function Button(props: ButtonProps) {
  return (
    <button
      class="ds-button"
      type={props.type ?? 'submit'}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      formnovalidate={props.formnovalidate}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      data-confirm={props.confirm}
      data-shortcut={props.shortcut}
      {...looks(props)}
    >
      <Content {...props} />
    </button>
  )
}

/** A link that looks like a button: going somewhere is the page's main thing. */
export function LinkButton(props: Looks & { href: string; download?: boolean | string; shortcut?: string }) {
  return (
    <a
      class="ds-button"
      href={props.href}
      id={props.id}
      download={props.download}
      data-shortcut={props.shortcut}
      {...looks(props)}
    >
      <Content {...props} />
    </a>
  )
}

/** Buttons in a row, primary first; under each other on a phone. */
export function ButtonRow({ children }: { children?: Child }) {
  return <div class="tg-buttons">{children}</div>
}

function Content(props: Looks) {
  const icon = props.icon ? <Icon name={props.icon} /> : null
  return (
    <>
      {props.iconAfter ? null : icon}
      <span>{props.children}</span>
      {props.iconAfter ? icon : null}
    </>
  )
}

function looks(props: Looks) {
  const variant = props.variant ?? 'primary'
  return {
    'data-variant': variant === 'danger' ? 'primary' : variant,
    'data-color': variant === 'danger' ? 'danger' : undefined,
    'data-size': props.small ? 'sm' : undefined,
  }
}
