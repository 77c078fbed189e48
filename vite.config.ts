import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataFiles, dataModules, jsonSchemas } from './scripts/data-files.ts'
import { securityHeaders } from './scripts/headers.ts'
import { licenseTexts, packageLicenses } from './scripts/licenses.ts'
import { page } from './scripts/page.ts'

/** The app, and the few lines that fetch each file of data. */
const isStart = (id: string): boolean => ['app/begin.ts', ...dataModules].some((file) => id.endsWith(`/src/${file}`))

/** What is loaded together, with all that it imports, is one file: many small ones compress worse. What several need goes to the first. */
const chunks = [
  // The entry: it fetches the schema, and imports `start` only then.
  { name: 'open', test: /\/src\/(main\.tsx|config\/schema\/schema-data\.ts)$|vite\/preload-helper/, priority: 3 },
  { name: 'start', test: isStart, priority: 2 },
  { name: 'rules', test: /\/src\/config\/rules\/group-base\.ts$/, priority: 1 },
]

export default defineConfig({
  base: './',
  plugins: [
    react(),
    dataFiles(),
    jsonSchemas(),
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
