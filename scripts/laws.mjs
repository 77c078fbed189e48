import process from 'node:process'
import { installMissing, run } from './install.mjs'

// The laws (`*.law.test.ts`) on many more texts than `npm test` takes: LAWS=… is how many, LAWS_SEED=… which.

installMissing()
process.env.LAWS ??= '50000'
run(
  'npx',
  ['--no-install', 'vitest', 'run', '.law.test.'],
  'A law does not hold; the failing texts stand above as JSON.',
)
