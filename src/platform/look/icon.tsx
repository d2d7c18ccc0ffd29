import { raw } from 'hono/html'
import { icons } from './icons.generated.ts'

export type IconName = keyof typeof icons

/** A drawing beside words; never alone, so screen readers skip it. A new icon is a line in scripts/build-icons.ts. */
export function Icon({ name, size }: { name: IconName; size?: 'sm' | 'lg' }) {
  return (
    <svg
      class={size ? `tg-icon tg-icon--${size}` : 'tg-icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {raw(icons[name])}
    </svg>
  )
}
