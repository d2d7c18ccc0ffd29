/**
 * Builds what browsers fetch: styles, scripts, fonts and the icon, each named by the hash of its content,
 * with manifest.json from plain name to built name. `buildAssets(outDir)`; assets.ts serves them.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { torgThemeCss } from '../src/platform/look/theme/theme.ts'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src/assets')
const fonts = ['torg-sans-400.woff2', 'torg-sans-600.woff2']

/** Writes all assets into `outDir`, emptying it first. Takes about a second. */
export async function buildAssets(outDir: string): Promise<void> {
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  const manifest: Record<string, string> = {}
  const put = (name: string, content: string | Uint8Array) => {
    const built = hashed(name, content)
    writeFileSync(join(outDir, built), content)
    manifest[name] = built
  }
  for (const font of fonts) put(font, readFileSync(join(source, 'fonts', font)))
  put('icon.svg', readFileSync(join(source, 'icon.svg')))
  const bundled = await bundle()
  const css = (name: string) => {
    const file = bundled.find((each) => each.type === 'asset' && each.names.includes(name.replace('.css', '-css.css')))
    if (file?.type !== 'asset') throw new Error(`${name} was not built`)
    return String(file.source)
  }
  put('torg.css', `@layer theme,ground,ds,torg;${fontCss(manifest)}${torgThemeCss()}${css('torg.css')}`)
  put('desk.css', css('desk.css'))
  for (const file of bundled) {
    if (file.type !== 'chunk' || file.name.endsWith('-css')) continue
    // Chunks point at each other by name, so theirs come from the bundler.
    const built = basename(file.fileName)
    writeFileSync(join(outDir, built), file.code)
    manifest[`${file.name}.js`] = built
  }
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 1))
}

async function bundle(): Promise<(Rolldown.OutputAsset | Rolldown.OutputChunk)[]> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: '/assets/',
    css: { transformer: 'lightningcss' },
    build: {
      write: false,
      cssMinify: 'lightningcss',
      cssTarget: ['chrome109', 'firefox115', 'safari16'],
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          torg: join(source, 'scripts/torg.ts'),
          desk: join(source, 'scripts/desk.ts'),
          'torg-css': join(source, 'css/torg.css'),
          'desk-css': join(source, 'css/desk.css'),
        },
        output: {
          entryFileNames: '[name].[hash].js',
          chunkFileNames: '[name].[hash].js',
          assetFileNames: '[name].[hash][extname]',
        },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  return outputs.flatMap((each) => ('output' in each ? each.output : []))
}

function fontCss(manifest: Record<string, string>): string {
  const face = (weight: number) =>
    `@font-face{font-family:"Torg Sans";font-weight:${weight};font-style:normal;font-display:swap;src:url(/assets/${manifest[`torg-sans-${weight}.woff2`]}) format("woff2")}`
  // The same width as Torg Sans while it is on its way, so that nothing jumps.
  const fallback =
    '@font-face{font-family:"Torg Sans Fallback";src:local("Arial"),local("Liberation Sans");size-adjust:93%;ascent-override:110%;descent-override:43%;line-gap-override:0%}'
  return face(400) + face(600) + fallback
}

function hashed(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return name.replace(/\.(\w+)$/, `.${hash}.$1`)
}
