import { runProgram } from './programs.ts'

await runProgram('cli', process.argv.slice(2))
