import { type Plugin, runnerImport } from 'vite'
import type { Draft } from '../src/config/schema/json-schema'

/**
 * Modules whose one export is data that is worked out when the app is built and fetched by it: file below src/, name of the export,
 * whether the page asks for it before its script runs.
 */
const modules = [
  { file: 'config/schema/schema-data.ts', name: 'schemaData', atOnce: true },
  { file: 'config/recipes/recipe-values-data.ts', name: 'recipeValuesData', atOnce: false },
] as const

/** The files of those modules; in the built app each is a few lines that fetch. */
export const dataModules: readonly string[] = modules.map(({ file }) => file)

/** A module whose `load` fetches the data once, and again after a failure. The export itself is there when `load` has resolved. */
const fetching = (name: string, address: string): string => `
export let ${name}
let asked = null
async function ask() {
  const answer = await fetch(${address})
  if (!answer.ok) throw new Error(\`\${answer.status} \${answer.url}\`)
  ${name} = await answer.json()
  return ${name}
}
export function load() {
  asked ??= ask().catch((error) => {
    asked = null
    throw error
  })
  return asked
}
`

/** Puts the data of `modules` into files of their own beside the built code. */
export function dataFiles(): Plugin {
  const references = new Map<string, string>()
  return {
    name: 'data-files',
    enforce: 'pre',
    apply: 'build',
    async buildStart() {
      for (const { file, name } of modules) {
        const { module } = await runnerImport<Record<string, unknown>>(`./src/${file}`, { configFile: false })
        const reference = this.emitFile({
          type: 'asset',
          name: `${name}.json`,
          source: JSON.stringify(module[name]),
        })
        references.set(file, reference)
      }
    },
    load(id) {
      const found = modules.find(({ file }) => id.endsWith(`/src/${file}`))
      return found === undefined
        ? null
        : fetching(found.name, `import.meta.ROLLUP_FILE_URL_${references.get(found.file)}`)
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => modules.some((module) => module.atOnce && name.startsWith(`assets/${module.name}-`)))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${name}` },
            injectTo: 'head' as const,
          })),
    },
  }
}

const drafts: Readonly<Record<Draft, string>> = {
  '2020-12': 't2i-config.schema.json',
  '07': 't2i-config.draft-07.schema.json',
}

/** Serves the schema as JSON Schema, one file a draft, for other editors. */
export function jsonSchemas(): Plugin {
  return {
    name: 'json-schemas',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport<typeof import('../src/config/schema/json-schema')>(
        './src/config/schema/json-schema.ts',
        {
          configFile: false,
        },
      )
      const { module: data } = await runnerImport<typeof import('../src/config/schema/schema-data')>(
        './src/config/schema/schema-data.ts',
        { configFile: false },
      )
      const { module: words } = await runnerImport<typeof import('../src/i18n/fields/fields-en')>(
        './src/i18n/fields/fields-en.ts',
        {
          configFile: false,
        },
      )
      for (const [draft, fileName] of Object.entries(drafts))
        this.emitFile({
          type: 'asset',
          fileName,
          source: JSON.stringify(module.jsonSchemaOf(data.schemaData.root, words.fieldsEn, draft as Draft), null, 1),
        })
    },
  }
}
