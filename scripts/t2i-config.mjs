#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// The package has the program built; in a clone it is built when it is missing or older than its sources.
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = join(root, 'dist-cli')
const main = join(built, 'main.js')
const sources = join(root, 'src')

if (existsSync(sources) && (!existsSync(main) || newest(sources) > statSync(main).mtimeMs)) buildNow()
await import(pathToFileURL(main).href)

function newest(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (latest, file) => Math.max(latest, statSync(join(folder, file)).mtimeMs),
    0,
  )
}

/** Standard output belongs to the program: what building says goes to standard error. */
function buildNow() {
  const fresh = `${built}.${process.pid}`
  step('install', [
    '--input-type=module',
    '-e',
    "import { installMissing } from './scripts/install.mjs'; installMissing()",
  ])
  step('build', ['scripts/build-cli.mjs', fresh])
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
}

function step(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  process.stderr.write(`t2i-config: the step "${name}" failed; see above.\n`)
  process.exit(2)
}
