/** The one part of htmx that our own scripts call. */
declare module 'htmx.org/dist/htmx.esm.min.js' {
  const htmx: {
    swap(part: { target: Element; text: string; swap: 'outerMorph'; sourceElement: Element }): Promise<void>
  }
  export default htmx
}
