import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { dataFiles, jsonSchemas } from './scripts/data-files.ts'
import { shorten } from './scripts/shorten.ts'

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
/** What is loaded together is one file: many small ones compress worse. What both need goes to the first. */
const chunks = ['src/main.tsx', 'src/config/rules/group-base.ts'].map((entry, i) => {
  const name = i === 0 ? 'start' : 'rules'
  const modules = new Set<string>()
  const nameOf = (id: string, graph: ModuleGraph): string | null => {
    if (modules.size === 0) addReachable(fileURLToPath(new URL(entry, import.meta.url)), modules, graph)
    return modules.has(id) ? name : null
  }
  return { name: nameOf, debugName: name, priority: 2 - i }
})

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
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
})
