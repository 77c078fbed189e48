import { expect, test } from 'vitest'
import { folderOf } from '../folder.test-support'

const text = `a: \${b.c}
b: {c: 1e-4, d: '\${oc.env:HERE}'}
e: \${multiply:2,3}
f: \${nothing}
g: ???
h: '\${a} and \${e}'
`
const whole = (text: string) => text.replace(/^f.*\n/m, '')

const rows: { name: string; text: string; args?: string[]; code: number; out: string; err?: RegExp[] }[] = [
  {
    name: 'the whole config',
    text: whole(text),
    args: ['--env', 'HERE=1'],
    code: 0,
    out: "a: 0.0001\nb:\n  c: 0.0001\n  d: '1'\ne: 6\ng: ???\nh: 0.0001 and 6\n",
  },
  {
    name: 'what has no value stays as written and is said',
    text,
    code: 1,
    out: 'a: 0.0001\nb:\n  c: 0.0001\n  d: ${oc.env:HERE}\ne: 6\nf: ${nothing}\ng: ???\nh: 0.0001 and 6\n',
    err: [/^c:2:18: note: .+ \(b\.d\) \[unresolved-here\]$/, /^c:4:4: error: .+ \(f\) \[interpolation\]$/],
  },
  { name: 'a place', text, args: ['--path', 'h'], code: 0, out: '0.0001 and 6\n' },
  {
    name: 'a place that is a map',
    text: whole(text),
    args: ['--path=b', '--env=HERE=x'],
    code: 0,
    out: 'c: 0.0001\nd: x\n',
  },
  { name: 'an item of a list', text: 'a: [1, "2"]\n', args: ['--path', 'a[1]'], code: 0, out: "'2'\n" },
  {
    name: 'a place without a value',
    text,
    args: ['--path', 'f'],
    code: 1,
    out: '',
    err: [/^c:4:4: There is no key nothing\. \(f\)$/],
  },
  {
    name: 'a place that is to be filled in',
    text,
    args: ['--path', 'g'],
    code: 1,
    out: '',
    err: [/^c:5:4: .+\?\?\?.+ \(g\)$/],
  },
  {
    name: 'a place that is not there',
    text,
    args: ['--path', 'b.x'],
    code: 1,
    out: '',
    err: [/^c:2:4: .+b\.x.+ \(b\.x\)$/],
  },
  { name: 'a place of every object', text, args: ['--path', '__proto__'], code: 1, out: '', err: [/^c:1:1: /] },
  {
    name: 'a circle',
    text: 'a: ${b}\nb: ${a}\n',
    code: 1,
    out: 'a: ${b}\nb: ${a}\n',
    err: [/ error: .+ \[interpolation\]$/],
  },
  {
    name: 'a text that is no YAML',
    text: 'a: ${b\n',
    code: 1,
    out: '',
    err: [/^c:1:4: error: .+ \[interpolation-syntax\]$/],
  },
  { name: 'an empty file', text: '', code: 0, out: '{}\n' },
  { name: 'a list', text: '- 1\n- {a: 2}\n', code: 0, out: '- 1\n- a: 2\n' },
]

test.each(rows)('resolve: $name', async ({ text, args = [], code, out, err = [] }) => {
  const outcome = await folderOf({ c: text }).t2i(['resolve', 'c', ...args])
  const lines = outcome.err.split('\n').slice(0, -1)
  expect(outcome).toMatchObject({ code, out })
  expect(lines).toHaveLength(err.length)
  for (const [i, line] of lines.entries()) expect(line).toMatch(err[i] ?? /$^/)
})
