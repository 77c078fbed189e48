import { readFileSync } from 'node:fs'
import { build, type HtmlTagDescriptor, type Plugin } from 'vite'
import { policyInPage } from './headers.ts'

/** Files of src/boot that the page needs before, and without, the app's own script. */
const frame = 'frame.css'
const frameServed = 'frame-served.css'
const rescue = 'rescue'

interface Bundle {
  readonly [file: string]: {
    readonly type: string
    readonly fileName: string
    readonly name?: string
    readonly names?: readonly string[]
    readonly imports?: readonly string[]
    readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
  }
}

/** A module and what it imports as one classic script. */
async function classicScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2017',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'rescue', fileName: 'rescue' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error(`${entry} was not built`)
  return output.output[0].code
}

const tag = ({ tag, attrs = {} }: HtmlTagDescriptor): string => {
  const written = Object.entries(attrs).map(([name, value]) => (value === true ? name : `${name}="${value}"`))
  return `<${[tag, ...written].join(' ')}>${tag === 'script' ? '</script>' : ''}`
}
const style = (href: string, crossorigin: boolean): string =>
  tag({ tag: 'link', attrs: { rel: 'stylesheet', href, ...(crossorigin ? { crossorigin } : {}) } })

/** What stands right behind the charset. The script is deferred: it runs in front of the app's own, which comes later. */
const headOf = (address: (name: string) => string, type: 'module' | null): string =>
  [
    style(address(frame), false),
    style(address(frameServed), true),
    tag({
      tag: 'script',
      attrs: { ...(type === null ? { defer: true } : { type }), crossorigin: true, src: address(rescue) },
    }),
  ].join('\n    ')

/** What the app's script will import, asked for at once; its styles too, which are waited for there: the frame is painted without them. */
function startOf(bundle: Bundle, html: string): string {
  const start = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === 'start')
  if (start === undefined) throw new Error('there is no chunk named start')
  const preloads = [start.fileName, ...(start.imports ?? [])]
    .filter((file) => !html.includes(file))
    .map((file) => tag({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` } }))
  const styles = [...(start.viteMetadata?.importedCss ?? [])].map((file) =>
    tag({ tag: 'link', attrs: { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` } }),
  )
  return [...preloads, ...styles].join('\n    ')
}

/** Completes index.html: its policy, its frame, the script for a start that fails, and what the app's script will ask for. */
export function page(): Plugin {
  return {
    name: 'page',
    async buildStart() {
      if (this.environment.config.command !== 'build') return
      for (const name of [frame, frameServed])
        this.emitFile({ type: 'asset', name, source: readFileSync(`src/boot/${name}`) })
      this.emitFile({ type: 'asset', name: `${rescue}.js`, source: await classicScript(`src/boot/${rescue}.ts`) })
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const afterCharset = (more: string) => html.replace('<meta charset="utf-8" />', `$&\n    ${more}`)
        if (bundle === undefined)
          return afterCharset(headOf((name) => `/src/boot/${name === rescue ? `${name}.ts` : name}`, 'module'))
        const files = bundle as Bundle
        const address = (name: string) => {
          const file = Object.values(files).find(({ names }) => names?.some((own) => own.startsWith(`${name}`)))
          return `./${file?.fileName}`
        }
        const policy = tag({
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policyInPage },
        })
        return afterCharset([policy, headOf(address, null), startOf(files, html)].join('\n    '))
      },
    },
  }
}
