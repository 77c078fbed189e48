import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataFiles, jsonSchemas } from './scripts/data-files.ts'

// Monaco and Base UI write <style> elements at run time; everything else comes from files of this origin.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const strictPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}
const startModules = new Set<string>()

/** What the page needs at once is one file: many small ones compress worse. */
function startGroup(id: string, graph: ModuleGraph): string | null {
  if (startModules.size === 0) {
    const ahead = [fileURLToPath(new URL('src/main.tsx', import.meta.url))]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (startModules.has(next)) continue
      startModules.add(next)
      ahead.push(...(graph.getModuleInfo(next)?.importedIds ?? []))
    }
  }
  return startModules.has(id) ? 'start' : null
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    dataFiles(),
    jsonSchemas(),
    strictPolicy,
    VitePWA({
      registerType: 'prompt',
      injectRegister: 'script',
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
        globPatterns: ['**/*.{js,css,html,svg,ttf,json,yaml}'],
        maximumFileSizeToCacheInBytes: 8_000_000,
      },
    }),
  ],
  // Nothing is inlined as a data: address; the content security policy would refuse to fetch it.
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: startGroup, debugName: 'start' }] } } },
  },
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
})
