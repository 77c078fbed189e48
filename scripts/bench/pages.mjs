import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { parse } from 'yaml'
import { schemaFor } from './rjsf-schema.mjs'
import { sdTrain } from './texts.mjs'

const cache = resolve('node_modules/.cache/bench')

const schema = () => schemaFor(JSON.parse(readFileSync('dist/t2i-config.draft-07.schema.json', 'utf8')), parse(sdTrain))

/** What the pages of the peers import as `bench:…`. */
const data = {
  name: 'bench-data',
  resolveId: (id) => (id.startsWith('bench:') ? `\0${id}.js` : null),
  load(id) {
    if (id === '\0bench:sd_train.yaml.js') return `export default ${JSON.stringify(sdTrain)}`
    return id === '\0bench:schema.json.js' ? `export default ${JSON.stringify(schema())}` : null
  },
}

/** Serves a built folder on a free port; returns its address. */
async function serve(root, outDir) {
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  })
  return server.resolvedUrls.local[0]
}

/** Builds a page of scripts/bench/pages and serves it; returns its address. */
export async function servePage(name) {
  const root = `scripts/bench/pages/${name}`
  const outDir = `${cache}/${name}`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react(), data],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 9000 },
  })
  return serve(root, outDir)
}

/** Serves a built app; returns its address. */
export const serveApp = (outDir) => serve('.', resolve(outDir))
