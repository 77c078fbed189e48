#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// The package has the program built; in a clone it is built when it is missing or older than its sources.
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = join(root, 'dist-cli')
const main = join(built, 'main.js')
const sources = ['src', 'package.json', 'scripts/build-cli.mjs'].map((name) => join(root, name))

if (Number.parseInt(process.versions.node, 10) < 20)
  stop(`it needs Node.js 20.19 or newer; this is ${process.version}.`)
if (existsSync(sources[0]) && Math.max(...sources.map(newest)) > modified(main)) buildNow()
await import(pathToFileURL(main).href)

/** When a file, or anything in a folder, was last changed. */
function newest(place) {
  const inside = statSync(place).isDirectory() ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : []
  return inside.reduce((latest, file) => Math.max(latest, modified(join(place, file))), modified(place))
}

/** 0 for what is not there. */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
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
  replace(fresh)
}

/** Another call may be doing the same: then its build is as good as this one. */
function replace(fresh) {
  const old = `${fresh}.old`
  try {
    if (existsSync(built)) renameSync(built, old)
    renameSync(fresh, built)
  } catch {
    if (!existsSync(main)) renameSync(fresh, built)
  }
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
}

function step(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) stop(`the step "${name}" failed; see above.`)
}

function stop(sentence) {
  process.stderr.write(`t2i-config: ${sentence}\n`)
  process.exit(2)
}
