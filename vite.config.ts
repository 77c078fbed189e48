import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataFiles, dataModules, jsonSchemas } from './scripts/data-files.ts'
import { securityHeaders } from './scripts/headers.ts'
import { licenseTexts, packageLicenses } from './scripts/licenses.ts'
import { page } from './scripts/page.ts'
import { shorten } from './scripts/shorten.ts'

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** The entry: it fetches the schema, and imports `start` only then. Modules of these are in no other group. */
const isOpening = (id: string): boolean => /\/src\/(main\.tsx|config\/schema-data\.ts)$|vite\/preload-helper/.test(id)

/** What is loaded together is one file: many small ones compress worse. What both need goes to the first. */
const groups = [
  { name: 'start', entries: ['app/begin.ts', ...dataModules] },
  { name: 'rules', entries: ['config/rules/group-base.ts'] },
].map(({ name, entries }, i) => {
  const modules = new Set<string>()
  const nameOf = (id: string, graph: ModuleGraph): string | null => {
    if (modules.size === 0)
      for (const entry of entries) addReachable(fileURLToPath(new URL(`src/${entry}`, import.meta.url)), modules, graph)
    return modules.has(id) && !isOpening(id) ? name : null
  }
  return { name: nameOf, debugName: name, priority: 2 - i }
})
const chunks = [{ name: 'open', test: isOpening, priority: 3 }, ...groups]

function addReachable(id: string, found: Set<string>, graph: ModuleGraph): void {
  if (found.has(id)) return
  found.add(id)
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) addReachable(next, found, graph)
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    dataFiles(),
    jsonSchemas(),
    shorten,
    page(),
    securityHeaders,
    licenseTexts,
    VitePWA({
      registerType: 'prompt',
      // src/boot/service-worker.ts registers it, later.
      injectRegister: false,
      manifest: {
        name: 't2i-config',
        short_name: 't2i-config',
        description: 'Edit, understand and check NeMo 2.0 Text2Img configs.',
        display: 'standalone',
        start_url: './',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      workbox: {
        globIgnores: ['screenshot.png', '*.schema.json'],
        globPatterns: ['**/*.{js,css,html,svg,ttf,json}'],
        // One script: it may not import another by an address that no policy has let pass.
        inlineWorkboxRuntime: true,
        maximumFileSizeToCacheInBytes: 8_000_000,
      },
    }),
  ],
  // Nothing is inlined as a data: address; the content security policy would refuse to fetch it.
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    license: { fileName: packageLicenses },
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
})
