// Plain JavaScript that any Node reads: npm scripts go through here, so that an old Node gets a sentence and not a syntax error.
const major = Number(process.versions.node.split('.')[0])
const script = process.argv[2]
if (major < 24) {
  console.error(
    `Torg needs Node 24 or newer, and this is Node ${process.versions.node}. On Linux (x64 and arm64) \`npm install\` brings it: ` +
      'run `npm install` again, without --omit=optional or --no-optional, and start with `npm start`. ' +
      'Elsewhere install Node 24 from https://nodejs.org and try again.',
  )
  process.exit(1)
}
const program = { start: 'server', torg: 'cli' }[script]
if (program) {
  const { runProgram } = await import('./program.mjs')
  await runProgram(program, process.argv.slice(3))
} else {
  process.argv.splice(1, 2, new URL(`./${script}.ts`, import.meta.url).pathname)
  await import(`./${script}.ts`)
}
