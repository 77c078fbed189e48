import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../config/check/check'
import { parse } from '../../core/omegaconf/parse'
import { lineStarts, positionAt } from '../../core/text'
import { folderOf } from '../folder.test-support'

const fine = 'trainer:\n  precision: 16\n  max_steps: 10\n'
const duplicate = 'trainer:\n  precision: 16\n  precision: 32\n'
const unread = `${fine}optimm: 1\n`
const noted = `name: x\n${fine}`
const broken = 'trainer:\n  devices: 2\n bad: [1\n'
const variable = `${fine}notes: \${oc.env:HERE}\n`

const official = new URL(
  '../../../e2e/fixtures/nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml',
  import.meta.url,
)

interface Row {
  readonly name: string
  readonly files: Record<string, string>
  readonly args: readonly string[]
  readonly stdin?: string
  readonly env?: Record<string, string>
  readonly code: 0 | 1 | 2
  readonly out: string
  /** Each line of standard error matches, in order. */
  readonly err?: readonly RegExp[]
}

const rows: Row[] = [
  { name: 'nothing found', files: { a: fine }, args: ['a'], code: 0, out: '1 file: nothing found.\n' },
  { name: 'an empty file', files: { a: '' }, args: ['a'], code: 0, out: '1 file: nothing found.\n' },
  {
    name: 'an error, with its place',
    files: { 'a.yaml': duplicate },
    args: ['a.yaml'],
    code: 1,
    out: '1 file: 1 error, 0 warnings, 0 notes.\n',
    err: [/^a\.yaml:3:3: error: precision .+ \[yaml-duplicate-key\]$/],
  },
  {
    name: 'a text that is no YAML',
    files: { 'a.yaml': broken },
    args: ['a.yaml'],
    code: 1,
    out: '1 file: 1 error, 0 warnings, 0 notes.\n',
    err: [/^a\.yaml:3:2: error: .+ \[yaml-indent\]$/],
  },
  {
    name: 'a list instead of a map',
    files: { a: '- 1\n- 2\n' },
    args: ['a'],
    code: 1,
    out: '1 file: 1 error, 0 warnings, 0 notes.\n',
    err: [/^a:1:1: error: The file is a list.+ \[top-level-list\]$/],
  },
  {
    name: 'a warning counts by default',
    files: { a: unread },
    args: ['a'],
    code: 1,
    out: '1 file: 0 errors, 1 warning, 0 notes.\n',
    err: [/^a:4:1: warning: .+ \(optimm\) \[unknown-key\]$/],
  },
  {
    name: 'a warning does not count with --fail-on error',
    files: { a: unread },
    args: ['a', '--fail-on', 'error'],
    code: 0,
    out: '1 file: 0 errors, 1 warning, 0 notes.\n',
    err: [/\[unknown-key\]$/],
  },
  {
    name: 'notes are counted, not listed',
    files: { a: noted },
    args: ['a'],
    code: 0,
    out: '1 file: 0 errors, 0 warnings, 1 note. List the notes with --notes.\n',
  },
  {
    name: '--notes lists them and does not fail',
    files: { a: noted },
    args: ['--notes', 'a'],
    code: 0,
    out: '1 file: 0 errors, 0 warnings, 1 note.\n',
    err: [/^a:1:7: note: .+ \[name-unused\]$/],
  },
  {
    name: '--fail-on info lists what it fails on',
    files: { a: noted },
    args: ['--fail-on=info', 'a'],
    code: 1,
    out: '1 file: 0 errors, 0 warnings, 1 note.\n',
    err: [/\[name-unused\]$/],
  },
  {
    name: 'several files, each once',
    files: { a: duplicate, b: fine, c: unread },
    args: ['c', 'a', 'b', 'a'],
    code: 1,
    out: '3 files: 1 error, 1 warning, 0 notes.\n',
    err: [/^c:4:1: warning/, /^a:3:3: error/],
  },
  {
    name: 'one that cannot be read does not hide the others',
    files: { a: duplicate, 'dir/b': fine },
    args: ['nothing', 'dir', 'a'],
    code: 2,
    out: '1 file: 1 error, 0 warnings, 0 notes.\n',
    err: [/^nothing cannot be read: there is no such file/, /^dir cannot be read: it is a folder/, /^a:3:3: error/],
  },
  {
    name: 'no file that can be read',
    files: {},
    args: ['nothing'],
    code: 2,
    out: '',
    err: [/^nothing cannot be read/],
  },
  {
    name: 'standard input',
    files: {},
    args: ['-'],
    stdin: duplicate,
    code: 1,
    out: '1 file: 1 error, 0 warnings, 0 notes.\n',
    err: [/^<stdin>:3:3: error/],
  },
  {
    name: 'a name that looks like an option',
    files: { '-a': fine },
    args: ['--', '-a'],
    code: 0,
    out: '1 file: nothing found.\n',
  },
  {
    name: 'a variable that is not set',
    files: { a: variable },
    args: ['a', '--notes', '--fail-on', 'error'],
    code: 0,
    out: '1 file: 0 errors, 1 warning, 1 note.\n',
    err: [/\[unknown-key\]$/, /\[unresolved-here\]$/],
  },
  {
    name: 'a variable that is given',
    files: { a: variable },
    args: ['a', '--notes', '--fail-on', 'error', '--env', 'HERE=1', '--env=THERE=2=3'],
    code: 0,
    out: '1 file: 0 errors, 1 warning, 0 notes.\n',
    err: [/\[unknown-key\]$/],
  },
  {
    name: 'a suppressed rule',
    files: { a: `${fine}optimm: 1 # t2i-config: ignore unknown-key\n` },
    args: ['a'],
    code: 0,
    out: '1 file: nothing found.\n',
  },
  {
    name: 'Chinese by the environment',
    files: { a: duplicate },
    args: ['a'],
    env: { LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    code: 1,
    out: '1 个文件：1 个错误，0 个警告，0 个提示。\n',
    err: [/^a:3:3: 错误: .+ \[yaml-duplicate-key\]$/],
  },
  {
    name: '--lang goes before the environment',
    files: { a: fine },
    args: ['a', '--lang', 'en'],
    env: { LANG: 'zh_CN.UTF-8' },
    code: 0,
    out: '1 file: nothing found.\n',
  },
]

test.each(rows)('check: $name', async ({ files, args, stdin = '', env = {}, code, out, err = [] }) => {
  const outcome = await folderOf(files).t2i(['check', ...args], { stdin, env })
  const lines = outcome.err.split('\n').slice(0, -1)
  expect(outcome).toMatchObject({ code, out })
  expect(lines).toHaveLength(err.length)
  for (const [i, line] of lines.entries()) expect(line).toMatch(err[i] ?? /$^/)
})

describe('--format json', () => {
  test('is the list and the positions of the app, notes included', async () => {
    const text = readFileSync(official, 'utf8')
    const parsed = parse(text)
    const starts = lineStarts(text)
    const { code, out, err } = await folderOf({ 'sd.yaml': text }).t2i(['check', 'sd.yaml', '--format', 'json'])
    const [file, ...others] = JSON.parse(out)
    const issues = check(parsed)
    expect([err, others]).toEqual(['', []])
    expect(code).toBe(issues.some(({ level }) => level !== 'info') ? 1 : 0)
    expect(issues.length).toBeGreaterThan(5)
    expect(file.file).toBe('sd.yaml')
    expect(
      file.issues.map(({ code, level, line, column }: Record<string, unknown>) => [code, level, line, column]),
    ).toEqual(
      issues.map(({ code, level, span }) => {
        const { line, column } = positionAt(starts, span?.from ?? 0)
        return [code, level, line, column]
      }),
    )
  })

  test('has the documented shape, also for a text that is no YAML', async () => {
    const files = { good: fine, bad: broken, typo: 'trainer:\n  precision: 16\n  max_steps: 10\n  devicess: 2\n' }
    const { code, out } = await folderOf(files).t2i(['check', 'good', 'bad', 'typo', 'nothing', '--format=json'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toEqual([
      { file: 'good', issues: [] },
      {
        file: 'bad',
        issues: [
          expect.objectContaining({ code: 'yaml-indent', level: 'error', path: '', line: 3, column: 2, endLine: 3 }),
        ],
      },
      {
        file: 'typo',
        issues: [
          {
            code: 'unknown-key',
            level: 'error',
            path: 'trainer.devicess',
            message: expect.stringContaining('Did you mean devices?'),
            line: 4,
            column: 3,
            endLine: 4,
            endColumn: 11,
            fix: { kind: 'rename', path: ['trainer', 'devicess'], key: 'devices' },
          },
        ],
      },
    ])
  })

  test('counts lines and columns of a file with BOM and CRLF as an editor does', async () => {
    const files = { a: '\ufeffname: "\u{1f600}"; optimm: 1\r\n', b: '\ufeffa: "\u{1f600}" #\r\noptimm: 1\r\n' }
    const { out } = await folderOf(files).t2i(['check', 'b', '--format=json'])
    const places = JSON.parse(out)[0].issues.map(({ path, line, column }: Record<string, unknown>) => [
      path,
      line,
      column,
    ])
    expect(places).toEqual([
      ['a', 1, 1],
      ['optimm', 2, 1],
    ])
  })
})

test('--family decides what is needed', async () => {
  const folder = folderOf({ a: 'model:\n  unet_config: {}\n' })
  const codes = async (args: string[]) => {
    const { out } = await folder.t2i(['check', 'a', '--format', 'json', ...args])
    return JSON.parse(out)[0].issues.map(({ code }: { code: string }) => code)
  }
  expect(await codes(['--family', 'imagen'])).not.toEqual(await codes(['--family', 'controlnet']))
})
