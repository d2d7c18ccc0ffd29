/** The part of saxen that is used; the package brings no types. */
declare module 'saxen' {
  interface Place {
    line: number
    column: number
  }
  type Decode = (text: string) => string
  export class Parser {
    on(
      event: 'openTag',
      call: (name: string, attributes: () => Record<string, string>, decode: Decode, closed: boolean, at: () => Place) => void,
    ): this
    on(event: 'closeTag', call: (name: string) => void): this
    on(event: 'text', call: (text: string, decode: Decode, at: () => Place) => void): this
    on(event: 'cdata' | 'comment', call: (text: string) => void): this
    on(event: 'attention', call: (text: string, decode: Decode, at: () => Place) => void): this
    on(event: 'error' | 'warn', call: (error: Error, at: () => Place) => void): this
    parse(text: string): void
    stop(): void
  }
}
