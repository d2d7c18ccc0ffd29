import { build } from './bundle.ts'

console.log((await build()) ? 'Built dist/.' : 'dist/ is up to date.')
