import { chmodSync, lstatSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../folder.test-support'

const text = `# a run
trainer:
  devices: 2   # GPUs
  precision: "16"
model: {lr: 1e-4, betas: [0.9, 0.95]}
`

interface Row {
  readonly name: string
  readonly before?: string | Uint8Array
  readonly args: readonly string[]
  readonly after: string
}

const applied: Row[] = [
  {
    name: 'a value; comments, quotes and spelling stay',
    args: ['trainer.devices=8'],
    after: text.replace('devices: 2 ', 'devices: 8 '),
  },
  {
    name: 'all kinds of overrides, in their order',
    args: ['++trainer.devices=4', '~trainer.precision', '+name=x', 'name=y', 'model.lr=6.0e-4'],
    after: '# a run\ntrainer:\n  devices: 4   # GPUs\nmodel: {lr: 6.0e-4, betas: [0.9, 0.95]}\nname: y\n',
  },
  {
    name: 'a negative number and a list',
    args: ['model.betas=[-0.5,1]'],
    after: text.replace('[0.9, 0.95]', '[-0.5, 1]'),
  },
  { name: 'a value that is there already', args: ['trainer.devices=2'], after: text },
  {
    name: 'a reference',
    args: ['model.lr=${trainer.devices}'],
    after: text.replace('lr: 1e-4', "lr: '${trainer.devices}'"),
  },
  { name: 'a key like no other', args: ['+__proto__.constructor=1'], after: `${text}__proto__:\n  constructor: 1\n` },
  { name: 'an empty file', before: '', args: ['+a.b=1'], after: 'a:\n  b: 1\n' },
  {
    name: 'BOM, CRLF and the missing last line end',
    before: '\ufefftrainer:\r\n  devices: 2 # two\r\n  precision: 16',
    args: ['trainer.devices=4', '+trainer.num_nodes=2', '~trainer.precision'],
    after: '\ufefftrainer:\r\n  devices: 4 # two\r\n  num_nodes: 2',
  },
  {
    name: 'mixed line ends, each kept',
    before: 'a: 1\r\nb: 2\nc: 3\r\nd: 4\n',
    args: ['b=5', '~c'],
    after: 'a: 1\r\nb: 5\nd: 4\n',
  },
  {
    name: 'a value that keeps the file from loading is fixed',
    before: 'a: ${b\nb: 1\n',
    args: ['a=2'],
    after: 'a: 2\nb: 1\n',
  },
]

test.each(applied)('set: $name', async ({ before = text, args, after }) => {
  const folder = folderOf({ 'c.yaml': before })
  expect(await folder.t2i(['set', 'c.yaml', ...args])).toMatchObject({ code: 0, out: after, err: '' })
  expect(folder.bytes('c.yaml')).toEqual(Buffer.from(before))
  expect(await folder.t2i(['set', 'c.yaml', '-o', 'out.yaml', ...args])).toMatchObject({ code: 0, out: '', err: '' })
  expect(folder.text('out.yaml')).toBe(after)
  expect(await folder.t2i(['set', '--in-place', 'c.yaml', '--', ...args])).toMatchObject({ code: 0, out: '', err: '' })
  expect(folder.text('c.yaml')).toBe(after)
  expect(folder.names()).toEqual(['c.yaml', 'out.yaml'])
})

const refused: [string, string | Uint8Array, readonly string[], RegExp][] = [
  ['no such key', text, ['trainer.nodes=2'], /^c: trainer\.nodes=2: There is no key trainer\.nodes/],
  ['the second of two', text, ['trainer.devices=4', '+trainer.devices=8'], /^c: \+trainer\.devices=8: .+already there/],
  ['a sweep', text, ['trainer.devices=1,2'], /^c: trainer\.devices=1,2: This is a sweep/],
  ['a sweep by a function', text, ['trainer.devices=range(1,5)'], /^c: .+: This is a sweep/],
  ['no override', text, ['trainer.devices'], /^c: trainer\.devices: An equals sign is missing/],
  ['what begins with a dash', text, ['--', '-trainer.devices=2'], /^c: -trainer\.devices=2: - cannot stand here/],
  ['an open quote', text, ["trainer.devices='2"], /^c: .+: A quote is not closed/],
  ['an alias', 'a: &a {b: 1}\nc: *a\n', ['c.b=2'], /^c: c\.b=2: c\.b cannot be written: .+alias/],
  ['a text that is no YAML', 'a: [1\nb: 2\n', ['b=3'], /^c:2:2: error: /],
  ['a duplicate key', 'a: 1\na: 2\n', ['a=3'], /^c:2:1: error: .+ \[yaml-duplicate-key\]$/],
  ['a list', '- 1\n', ['a=3'], /^c:1:1: The file is no map/],
  ['a text', 'hello\n', ['a=3'], /^c:1:1: warning: .+ \[yaml-top-level\]$/],
]

test.each(refused)('set refuses %s', async (_, before, args, sentence) => {
  const folder = folderOf({ c: before })
  for (const target of [[], ['-i'], ['-o', 'out']]) {
    const { code, out, err } = await folder.t2i(['set', 'c', ...target, ...args])
    expect([code, out]).toEqual([1, ''])
    expect(err.trimEnd()).toMatch(sentence)
  }
  expect(folder.names()).toEqual(['c'])
  expect(folder.bytes('c')).toEqual(Buffer.from(before))
})

test('standard input and output', async () => {
  const folder = folderOf()
  const args = ['set', '-', 'a=2', '-o', '-']
  expect(await folder.t2i(args, { stdin: 'a: 1 # one\n' })).toMatchObject({ code: 0, out: 'a: 2 # one\n', err: '' })
})

test('what is written in place keeps its rights and stays behind its link', async () => {
  const folder = folderOf({ 'dir/c': 'a: 1\n' })
  const [file, link] = [join(folder.path, 'dir/c'), join(folder.path, 'link')]
  chmodSync(file, 0o640)
  symlinkSync('dir/c', link)
  expect(await folder.t2i(['set', '-i', 'link', 'a=2'])).toMatchObject({ code: 0, err: '' })
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect([readlinkSync(link), folder.text('dir/c'), statSync(file).mode & 0o777]).toEqual(['dir/c', 'a: 2\n', 0o640])
})

test('a link to a file that is not there yet', async () => {
  const folder = folderOf({ c: 'a: 1\n', 'dir/other': '' })
  symlinkSync('dir/new', join(folder.path, 'link'))
  expect(await folder.t2i(['set', 'c', 'a=2', '-o', 'link'])).toMatchObject({ code: 0, err: '' })
  expect(folder.text('dir/new')).toBe('a: 2\n')
})

test('an old file is the old one or the new one for who has it open', async () => {
  const folder = folderOf({ c: 'a: 1\n' })
  const before = statSync(join(folder.path, 'c')).ino
  await folder.t2i(['set', 'c', 'a=2', '-i'])
  expect(statSync(join(folder.path, 'c')).ino).not.toBe(before)
})

const targets: [string, RegExp][] = [
  ['dir', /^dir cannot be written: it is a folder\. Nothing was written\.\n$/],
  ['nothing/x', /^nothing\/x cannot be written: there is no such file or folder\. Nothing was written\.\n$/],
  ['c/x', /^c\/x cannot be written: a part of its path is no folder\. Nothing was written\.\n$/],
  ['circle', /^circle cannot be written: its links lead in a circle\. Nothing was written\.\n$/],
  ['x'.repeat(300), /^x+ cannot be written: the name is too long\. Nothing was written\.\n$/],
]

test.each(targets)('set cannot write to %s', async (target, sentence) => {
  const folder = folderOf({ c: 'a: 1\n', 'dir/other': '' })
  symlinkSync('circle', join(folder.path, 'circle'))
  const { code, out, err } = await folder.t2i(['set', 'c', 'a=2', '-o', target])
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(sentence)
  expect(folder.names()).toEqual(['c', 'circle', 'dir'])
  expect(folder.text('c')).toBe('a: 1\n')
})

test('a folder or a file without the right to write leaves everything as it was', async () => {
  const folder = folderOf({ 'shut/c': 'a: 1\n', 'open/c': 'a: 1\n' })
  chmodSync(join(folder.path, 'shut'), 0o555)
  chmodSync(join(folder.path, 'open/c'), 0o444)
  for (const name of ['shut/c', 'open/c']) {
    const { code, err } = await folder.t2i(['set', '-i', name, 'a=2'])
    // Root may write everywhere.
    if (process.getuid?.() === 0) expect([code, err]).toEqual([0, ''])
    else expect([code, err]).toEqual([2, `${name} cannot be written: permission denied. Nothing was written.\n`])
    expect(folder.text(name)).toBe(code === 0 ? 'a: 2\n' : 'a: 1\n')
  }
  chmodSync(join(folder.path, 'shut'), 0o755)
})

test.runIf(process.platform === 'linux')('a device is written to, not replaced', async () => {
  const folder = folderOf({ c: 'a: 1\n' })
  expect(await folder.t2i(['set', 'c', 'a=2', '-o', '/dev/null'])).toMatchObject({ code: 0, err: '' })
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  const full = await folder.t2i(['set', 'c', 'a=2', '-o', '/dev/full'])
  expect(full).toMatchObject({ code: 2, err: '/dev/full cannot be written: the disk is full. Nothing was written.\n' })
  expect(readFileSync(join(folder.path, 'c'), 'utf8')).toBe('a: 1\n')
})
