import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'

/**
 * Installs the packages of package-lock.json when they are missing or older than it; ends the program with a sentence when that fails.
 * Packages that another folder lends by a link are left as they are.
 */
export function installMissing() {
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return
  const installed = 'node_modules/.package-lock.json'
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
  if (!fresh)
    run(
      'npm',
      ['ci', '--include=dev', '--no-audit', '--no-fund'],
      'Installing packages failed. Check the network and `npm config get registry`.',
    )
}

/** Runs a program with its output shown; ends this one with `sentence` when it fails. */
export function run(command, args, sentence, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  if (status !== 0) {
    console.error(`\n${sentence}`)
    process.exit(status ?? 1)
  }
}
