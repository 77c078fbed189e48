import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEdits } from '../text'
import { applyOverrides } from './apply-overrides'

interface Case {
  id: string
  config: string
  overrides: string[]
  ok: boolean
  container?: unknown
  error?: string
  stage?: string
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL('../oracle/overrides-apply.json', import.meta.url), 'utf8'),
)

test.each(cases.map((row) => [`${row.id} ${row.overrides.join(' ')}`, row] as const))('%s', (_, row) => {
  const applied = applyOverrides(row.config, row.overrides)
  if (!applied.ok)
    expect({ error: applied.error, stage: applied.stage }).toEqual({ error: row.error, stage: row.stage })
  else {
    expect(applied.parsed.typed).toEqual(row.container)
    expect(applyEdits(row.config, applied.edits)).toBe(applied.text)
  }
})

const config = `# head
model:
    lr: 1e-4   # rate
    name: "sd"   # quoted
    betas: [0.9, 0.999]

    sched:
        name: Warm   # s
        # c
        steps: 3
    nul: null  # none
    list:
    - a  # first
    - b
    ref: \${model.lr}
trainer: {devices: 1, x: {y: 2}}
`
const changed = (...overrides: string[]): string => {
  const applied = applyOverrides(config, overrides)
  if (!applied.ok) throw new Error(JSON.stringify(applied))
  expect(applyEdits(config, applied.edits)).toBe(applied.text)
  return applied.text
}

test.each<[string[], string, string]>([
  [['model.lr=6.0e-4'], 'lr: 1e-4   # rate', 'lr: 6.0e-4   # rate'],
  [['model.lr=.5e3'], 'lr: 1e-4   # rate', 'lr: 500.0   # rate'],
  [['model.lr=017'], 'lr: 1e-4   # rate', 'lr: "017"   # rate'],
  [['model.name=xl'], '"sd"   # quoted', '"xl"   # quoted'],
  [['model.name=null'], '"sd"   # quoted', 'null   # quoted'],
  [['model.betas=[0.5,0.999]'], '[0.9, 0.999]', '[0.5, 0.999]'],
  [['model.betas.1=1e-05'], '[0.9, 0.999]', '[0.9, 1e-05]'],
  [['model.list=[a,c]'], '    - b', '    - c'],
  [['model.list=[a,b,c]'], '    - b\n', '    - b\n    - c\n'],
  [['model.list=[a]'], '    - b\n', ''],
  [['model.ref=x'], '${model.lr}', 'x'],
  [['model.name=${model.lr}'], '"sd"   # quoted', '"${model.lr}"   # quoted'],
  [['+model.q.r=5'], '${model.lr}\n', '${model.lr}\n    q:\n        r: 5\n'],
  [
    ['+model.q={a:1,b:{c:2,d:[x,y z]}}'],
    '${model.lr}\n',
    '${model.lr}\n    q:\n        a: 1\n        b:\n            c: 2\n            d: [x, y z]\n',
  ],
  [['model.nul={a:1,b:2}'], '    nul: null  # none\n', '    nul:  # none\n        a: 1\n        b: 2\n'],
  [
    ['model.nul={a:{b:1,c:[x]},d:2}'],
    '    nul: null  # none\n',
    '    nul:  # none\n        a:\n            b: 1\n            c: [x]\n        d: 2\n',
  ],
  [['model.sched={steps:4}'], 'steps: 3', 'steps: 4'],
  [['~model.sched.steps'], '        steps: 3\n', ''],
  [['trainer.x={y:5}', '+trainer.x.z=1'], '{y: 2}', '{y: 5, z: 1}'],
  [['+trainer.n={a:1}'], '{y: 2}}', '{y: 2}, n: {a: 1}}'],
  [['+trainer.x={7:a,1.5:b}'], '{y: 2}', '{y: 2, 7: a, 1.5: b}'],
  [['+top=1'], 'trainer: {devices: 1, x: {y: 2}}\n', 'trainer: {devices: 1, x: {y: 2}}\ntop: 1\n'],
  [['+a=1', '~a'], '', ''],
])('%j changes %j to %j and nothing else', (overrides, before, after) => {
  expect(changed(...overrides)).toBe(config.replace(before, () => after))
})

test.each<[string[], object]>([
  [
    ['model.lr=1', 'bad'],
    { stage: 'parse', index: 1, error: 'OverrideParseException', code: 'no-equals', position: 3 },
  ],
  [['bad', 'model.lr=1,2'], { stage: 'parse', index: 0 }],
  [['nope=1', 'model.lr=1,2'], { stage: 'sweep', index: 1, code: 'simple_choice_sweep' }],
  [['model.lr=range(3)'], { stage: 'sweep', index: 0, code: 'range_sweep' }],
  [['model.lr=1', 'nope=1'], { stage: 'apply', index: 1, code: 'no-such-key', key: 'nope' }],
  [['model={sched:{x:1}}'], { stage: 'apply', code: 'no-such-key', key: 'model.sched.x' }],
  [['+model.lr=1'], { stage: 'apply', code: 'key-exists' }],
  [['~nope'], { stage: 'apply', code: 'nothing-to-delete' }],
  [['~model.nul'], { stage: 'apply', code: 'nothing-to-delete' }],
  [['~model.lr=3'], { stage: 'apply', code: 'other-value' }],
  [['~model.list.0'], { stage: 'apply', code: 'list-item', error: 'TypeError' }],
  [['model.list.5=1'], { stage: 'apply', code: 'no-such-item' }],
  [['model.list.x=1'], { stage: 'apply', code: 'not-an-index', error: 'ValueError' }],
  [['model.list.x.y=1'], { stage: 'apply', code: 'not-an-index', error: 'TypeError' }],
  [['model.sched=[1]'], { stage: 'apply', code: 'kind' }],
  [["model.name='${'"], { stage: 'apply', code: 'interpolation-syntax' }],
  [['model.ref=${oc.env:X}', '~model.ref'], { stage: 'apply', index: 1, code: 'unresolved' }],
  [['+model.q={null:1}'], { stage: 'apply', code: 'dict-key' }],
  [['model@x=1'], { stage: 'apply', code: 'group' }],
  [[`+${'a.'.repeat(5000)}b=1`], { stage: 'apply', code: 'too-deep' }],
  [['model.lr=[choice(1)]'], { stage: 'apply', code: 'value' }],
])('%j is refused: %j', (overrides, failure) => {
  expect(applyOverrides(config, overrides)).toMatchObject({ ok: false, ...failure })
})

test('what cannot be written into the text is refused, with the argument and the place', () => {
  const text = 'base: &b {x: 1}\nuse: *b\nmerged:\n  <<: *b\n  y: 2\n'
  expect(applyOverrides(text, ['merged.y=3', 'use.x=5'])).toMatchObject({
    ok: false,
    stage: 'edit',
    index: 1,
    refusal: 'alias',
    path: ['use', 'x'],
  })
  expect(applyOverrides(text, ['merged.x=7'])).toMatchObject({ ok: true })
})

test('a merged key is deleted by writing out what else is merged', () => {
  const text = 'base: &b {x: 1, z: 0}\nmerged:\n  <<: *b # n\n  y: 2\n'
  const after = 'base: &b {x: 1, z: 0}\nmerged:\n  z: 0 # n\n  y: 2\n'
  expect(applyOverrides(text, ['~merged.x'])).toMatchObject({ ok: true, text: after })
})

test('a text that is no config is refused as a whole', () => {
  expect(applyOverrides('a: [', ['a=1'])).toMatchObject({ ok: false, stage: 'load', index: -1, error: 'ParserError' })
  expect(applyOverrides('[1]', ['a=1'])).toMatchObject({ ok: false, stage: 'load', index: -1 })
  expect(applyOverrides('', ['+a.b=1'])).toMatchObject({ ok: true, text: 'a:\n  b: 1\n' })
  expect(applyOverrides('a: ${\n', ['a=1'])).toMatchObject({ ok: true, text: 'a: 1\n' })
})

test('variables that are given are seen by references', () => {
  const text = 'a: ${oc.env:X}\n'
  expect(applyOverrides(text, ['~a'], { env: { X: '1' } })).toMatchObject({ ok: true, text: '' })
})
