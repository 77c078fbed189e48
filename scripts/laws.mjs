import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { installMissing, run } from './install.mjs'

// Whatever is tried at random, on many more texts than `npm test` takes: LAWS=… is how many, LAWS_SEED=… which.

installMissing()
process.env.LAWS ??= '50000'
const src = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(src + file, 'utf8').includes('/rounds.test-support'))
  .map((file) => `src/${file}`)
run('npx', ['--no-install', 'vitest', 'run', ...files], 'A law does not hold; the failing texts stand above as JSON.')
