import { type Plugin, runnerImport } from 'vite'

/** Modules whose one export is data that is worked out when the app is built and fetched by it: file below src/, name of the export. */
const modules = [{ file: 'config/schema-data.ts', name: 'schemaData' }] as const

/**
 * Puts the data of `modules` into files of their own beside the built code. A module that needs them is ready once they are there; the
 * page asks for them before its script runs.
 */
export function dataFiles(): Plugin {
  const references = new Map<string, string>()
  const moduleOf = (id: string) => modules.find(({ file }) => id.endsWith(`/src/${file}`))
  return {
    name: 'data-files',
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
      const found = moduleOf(id)
      if (found === undefined) return null
      const address = `import.meta.ROLLUP_FILE_URL_${references.get(found.file)}`
      return `export const ${found.name} = await (await fetch(${address})).json()`
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => modules.some((module) => name.startsWith(`assets/${module.name}-`)))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${name}` },
            injectTo: 'head' as const,
          })),
    },
  }
}
