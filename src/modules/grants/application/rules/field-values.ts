/** A posted form as the rules need it; the platform's Form is one. */
export interface FieldValues {
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  names(): string[]
}
