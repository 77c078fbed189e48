import { expect, test } from 'vitest'
import { folderOf } from '../folder.test-support'

const a = 'trainer:\n  devices: 2 # two\n  precision: 16\nname: x\n'
const b = '# other words\nname: "x"\ntrainer: {devices: 4, precision: "16", num_nodes: 2}\n'

const rows: { name: string; a: string; b: string; format?: string; code: number; out: string; err?: RegExp }[] = [
  { name: 'nothing', a, b: a.replace(' # two', ''), code: 0, out: '' },
  { name: 'nothing as text', a, b: a, format: 'text', code: 0, out: '' },
  { name: 'nothing as json', a, b: a, format: 'json', code: 0, out: '[]\n' },
  {
    name: 'values by their type',
    a,
    b,
    code: 1,
    out: 'trainer.devices=4\ntrainer.precision="16"\n+trainer.num_nodes=2\n',
  },
  {
    name: 'values by their type as text',
    a,
    b,
    format: 'text',
    code: 1,
    out: 'trainer.devices: 2 → 4\ntrainer.precision: 16 → "16"\ntrainer.num_nodes: not there → 2\n',
  },
  {
    name: 'values by their type as json',
    a: 'x: null\ny: {z: [1, 2]}\n',
    b: 'y: {z: [1]}\n',
    format: 'json',
    code: 1,
    out: `${JSON.stringify(
      [
        { path: 'x', a: 'null', b: null },
        { path: 'y.z', a: '[1, 2]', b: '[1]' },
      ],
      null,
      2,
    )}\n`,
  },
  {
    name: 'what no override can say',
    a: 'defaults: [a]\nb: 1\n',
    b: 'defaults: [c]\nb: 2\n',
    code: 1,
    out: 'b=2\n',
    err: /^B: No override can express defaults; change it in the file\.$/,
  },
  {
    name: 'a list',
    a: '- 1\n',
    b: '',
    code: 1,
    out: '',
    err: /^A is no map of keys and values; use --format text or json\.$/,
  },
  { name: 'a list as text', a: '- 1\n', b: '', format: 'text', code: 1, out: 'the whole file: [1] → {}\n' },
  { name: 'a text that is no YAML', a, b: 'a: [1\nb: 2\n', code: 1, out: '', err: /^B:2:2: error: .+ \[yaml-flow\]$/ },
]

test.each(rows)('diff: $name', async ({ a, b, format, code, out, err }) => {
  const args = format === undefined ? [] : ['--format', format]
  const outcome = await folderOf({ A: a, B: b }).t2i(['diff', 'A', 'B', ...args])
  expect(outcome).toMatchObject({ code, out })
  expect(outcome.err.trimEnd()).toMatch(err ?? /^$/)
})

test('more differences than a command line takes', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => `k${i}: 1\n`).join('')
  const outcome = await folderOf({ A: many, B: '' }).t2i(['diff', 'A', 'B'])
  expect(outcome).toMatchObject({ code: 1, out: '' })
  expect(outcome.err).toBe('B: 1001 places differ, too many for overrides; use --format text or json.\n')
})

test('the overrides of diff make B of A', async () => {
  const folder = folderOf({ A: a, B: b })
  const { out } = await folder.t2i(['diff', 'A', 'B'])
  expect(await folder.t2i(['set', '-i', 'A', '--', ...out.trimEnd().split('\n')])).toMatchObject({ code: 0, err: '' })
  expect(await folder.t2i(['diff', 'A', 'B'])).toMatchObject({ code: 0, out: '', err: '' })
  expect(folder.text('A')).toContain('# two')
})

test('a file against standard input, and a file that is not there', async () => {
  const folder = folderOf({ A: a })
  expect(await folder.t2i(['diff', 'A', '-'], { stdin: a })).toMatchObject({ code: 0, out: '', err: '' })
  expect(await folder.t2i(['diff', 'A', 'nothing'])).toMatchObject({ code: 2, out: '' })
})
