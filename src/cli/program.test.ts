import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { folderOf } from './folder.test-support'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { bin, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const script = join(root, bin['t2i-config'])
const config = 'trainer:\n  devices: 2 # two\n  precision: 16\n  max_steps: 10\n'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program as a shell does. `upTo`: the reader of its output goes away after so many characters. */
function program(
  args: readonly string[],
  { cwd = root, stdin = '', upTo = Number.POSITIVE_INFINITY, entry = script } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...args], { cwd, env: { PATH: process.env.PATH } })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    if (said.out.length >= upTo) child.stdout.destroy()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  child.stdin.on('error', () => {}).end(stdin)
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }))
  })
}

// Builds it, unless it is newer than its sources.
beforeAll(async () => {
  expect((await program(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
}, 120_000)

test('a clone: exit codes, both outputs, files changed in place', { timeout: 60_000 }, async () => {
  const { path: cwd, text } = folderOf({ 'c.yaml': config })
  expect(await program(['check', 'c.yaml'], { cwd })).toMatchObject({
    code: 0,
    out: '1 file: nothing found.\n',
    err: '',
  })
  expect(await program(['set', '-i', 'c.yaml', '++trainer.precision=17', 'trainer.devices=4'], { cwd })).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect(text('c.yaml')).toBe(config.replace('2 #', '4 #').replace('16', '17'))
  const checked = await program(['check', 'c.yaml'], { cwd })
  expect(checked).toMatchObject({ code: 1, out: '1 file: 1 error, 0 warnings, 0 notes.\n' })
  expect(checked.err).toMatch(/^c\.yaml:3:14: error: .+ \(trainer\.precision\) \[[\w-]+\]\n$/)
  expect(await program(['check', 'nothing'], { cwd })).toMatchObject({ code: 2, out: '' })
  expect(await program([], { cwd })).toMatchObject({ code: 2, out: '' })
})

test('pipes, one call into the next', { timeout: 60_000 }, async () => {
  const recipe = await program(['recipes', 'sd_train'])
  const changed = await program(['set', '-', 'trainer.devices=4'], { stdin: recipe.out })
  expect(changed).toMatchObject({ code: 0, err: '' })
  expect(changed.out.length - recipe.out.length).toBeLessThan(5)
  expect(await program(['resolve', '-', '--path', 'trainer.devices'], { stdin: changed.out })).toEqual({
    code: 0,
    out: '4\n',
    err: '',
  })
})

test('a reader that goes away ends nothing with a trace', { timeout: 60_000 }, async () => {
  const whole = await program(['schema'])
  expect(whole.out.length).toBeGreaterThan(200_000)
  expect(JSON.parse(whole.out).type).toBe('object')
  const { code, out, err } = await program(['schema'], { upTo: 1 })
  expect([code, err]).toEqual([0, ''])
  expect(out.length).toBeLessThan(whole.out.length)
})

test('a package is packed without what only the app is built of, and package.json comes back', async () => {
  const whole = '{"name":"a","bin":"b.mjs","dependencies":{"react":"1"},"devDependencies":{"vite":"1"}}'
  const { path: cwd, text } = folderOf({ 'package.json': whole })
  const entry = join(root, 'scripts/package-manifest.mjs')
  // Once more: an earlier packing was interrupted.
  for (const step of ['bare', 'bare']) {
    expect(await program([step], { cwd, entry })).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(text('package.json'))).toEqual({ name: 'a', bin: 'b.mjs' })
  }
  expect(await program(['whole'], { cwd, entry })).toMatchObject({ code: 0, err: '' })
  expect(text('package.json')).toBe(whole)
})

test('what the package holds runs without any other package', { timeout: 60_000 }, async () => {
  const { path } = folderOf()
  for (const name of ['package.json', ...files]) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    cpSync(join(root, name), join(path, name), { recursive: true })
  }
  const entry = join(path, bin['t2i-config'])
  expect(await program(['check', '-', '--lang', 'zh'], { cwd: path, entry, stdin: config })).toEqual({
    code: 0,
    out: '1 个文件：未发现问题。\n',
    err: '',
  })
  for (const args of [['recipes', 'sd_xl_base'], ['schema', '--draft', '07'], ['--help']])
    expect(await program(args, { cwd: path, entry })).toMatchObject({ code: 0, err: '' })
  // npm adds LICENSE by itself.
  expect(readFileSync(join(path, 'NOTICE'), 'utf8')).toMatch(/NeMo.*PyYAML.*OmegaConf.*Hydra/s)
  expect(readFileSync(join(path, 'dist-cli/licenses.md'), 'utf8')).toMatch(/^## zod - .*\(MIT\)$/m)
})
