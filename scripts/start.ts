import { runProgram } from './programs.ts'

await runProgram('server', process.argv.slice(2))
