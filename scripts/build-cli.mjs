import { readFileSync } from 'node:fs'
import { build } from 'vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Builds the terminal's program into one folder that needs nothing else but node. */
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  // write-file-atomic asks for its own name, which there is only in CommonJS.
  define: { __VERSION__: JSON.stringify(version), __filename: 'import.meta.filename' },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: process.argv[2] ?? 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    license: { fileName: 'licenses.md' },
  },
  ssr: { noExternal: true },
})
