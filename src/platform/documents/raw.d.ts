/** A file's text, put in by the bundler: how templates travel inside the built program. */
declare module '*.typ?raw' {
  const text: string
  export default text
}
