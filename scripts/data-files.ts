import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Plugin, runnerImport } from 'vite'
import type { Draft } from '../src/config/json-schema'

/**
 * Modules whose one export is data that is worked out when the app is built and fetched by it: file below src/, name of the export,
 * whether the page asks for it before its script runs.
 */
const modules = [
  { file: 'config/schema-data.ts', name: 'schemaData', atOnce: true },
  { file: 'config/recipe-values-data.ts', name: 'recipeValuesData', atOnce: false },
  { file: 'i18n/fields-en.ts', name: 'fieldsEn', atOnce: false },
  { file: 'i18n/fields-zh.ts', name: 'fieldsZh', atOnce: false },
  { file: 'i18n/rules-en.ts', name: 'rulesEn', atOnce: false },
  { file: 'i18n/rules-zh.ts', name: 'rulesZh', atOnce: false },
  { file: 'i18n/rule-sources.ts', name: 'ruleSources', atOnce: false },
] as const

/**
 * Puts the data of `modules`, and the text of each recipe, into files of their own beside the built code. A module that needs them is ready once they are there.
 */
export function dataFiles(): Plugin {
  const references = new Map<string, string>()
  const moduleOf = (id: string) => modules.find(({ file }) => id.endsWith(`/src/${file}`))
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
      if (/\/presets\/[^/]+\.yaml\?raw$/.test(id)) {
        const file = id.slice(0, id.indexOf('?'))
        const reference = this.emitFile({ type: 'asset', name: basename(file), source: readFileSync(file) })
        return `export default await (await fetch(import.meta.ROLLUP_FILE_URL_${reference})).text()`
      }
      const found = moduleOf(id)
      if (found === undefined) return null
      const address = `import.meta.ROLLUP_FILE_URL_${references.get(found.file)}`
      return `export const ${found.name} = await (await fetch(${address})).json()`
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
      const { module } = await runnerImport<typeof import('../src/config/json-schema')>('./src/config/json-schema.ts', {
        configFile: false,
      })
      const { module: data } = await runnerImport<typeof import('../src/config/schema-data')>(
        './src/config/schema-data.ts',
        { configFile: false },
      )
      const { module: words } = await runnerImport<typeof import('../src/i18n/fields-en')>('./src/i18n/fields-en.ts', {
        configFile: false,
      })
      for (const [draft, fileName] of Object.entries(drafts))
        this.emitFile({
          type: 'asset',
          fileName,
          source: JSON.stringify(module.jsonSchemaOf(data.schemaData.root, words.fieldsEn, draft as Draft), null, 1),
        })
    },
  }
}
