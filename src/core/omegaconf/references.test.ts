import { expect, test } from 'vitest'
import { parse } from '../omegaconf/parse'
import { parsePath, printPath } from '../path'
import { printReference, referencesIn, referencesTo, retarget } from './references'

test.each([
  ['model.optim.betas[0]', '${model.optim.betas[0]}'],
  ['a-b.c', '${a-b.c}'],
  ['a["b.c"]', null],
  ['a["b c"]', null],
  ['', null],
  ['["${x}"]', null],
])('the reference to %s is %s', (path, written) => {
  expect(printReference(parsePath(path) ?? [])).toBe(written)
})

const text = `a:
  b: {c: 1, d: "\${.c}", e: "\${..l[1]}"}
  l: [x, y]
r: \${a.b}
s: p-\${r.c}-\${a.l.0}
t: \${nope.x}
u: \${a.\${v}.c}
v: b
`
test.each([
  ['a.b.d', ['a.b.c']],
  ['a.b.e', ['a.l[1]']],
  ['r', ['a.b']],
  ['s', ['a.b.c', 'a.l[0]']],
  ['t', [null]],
  ['u', [null, 'v']],
])('what %s refers to', (referrer, targets) => {
  const found = referencesIn(parse(text)).filter((reference) => printPath(reference.referrer.path) === referrer)
  expect(found.map(({ target }) => target && printPath(target))).toEqual(targets)
})

test.each([
  ['a.b', ['r', 's']],
  ['a.b.c', ['a.b.d', 's']],
  ['a.l', ['a.b.e', 's']],
  ['v', ['u']],
  ['r', ['s']],
  ['t', []],
])('what refers to %s', (path, referrers) => {
  const found = referencesTo(parse(text), parsePath(path) ?? [])
  expect([...new Set(found.map(({ referrer }) => printPath(referrer.path)))]).toEqual(referrers)
})

test('a renamed key is renamed in what refers to it', () => {
  const parsed = parse(text)
  const referrers = referencesTo(parsed, ['a', 'b']).map(({ referrer, steps }) => {
    const value = referrer.scalar?.t === 'str' ? referrer.scalar.v : ''
    return retarget(value, steps, (path) => (printPath(path) === 'a.b' ? 'z' : null))
  })
  expect(referrers).toEqual(['${a.z}', 'p-${r.c}-${a.l.0}'])
})
