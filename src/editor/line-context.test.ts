import { expect, test } from 'vitest'
import { printPath } from '../core/path'
import { lineContext } from './line-context'

test.each([
  ['|', 'key of '],
  ['tra|', 'key of '],
  ['trainer:\n  |', 'key of trainer'],
  ['trainer:\n  devices: 1 # n\n  acc|', 'key of trainer'],
  ['model:\n  optim:\n    lr: 1\n  # x\n  mi|', 'key of model'],
  ['model:\n    data:\n        train:\n          au|', 'key of model.data.train'],
  ['base: &x\n  a: 1\n  b|', 'key of base'],
  ['l:\n  - a: 1\n    b|', 'key of l[0]'],
  ['l:\n  - a|', 'key of l[0]'],
  ['trainer:\n  precision: bf|', 'value of trainer.precision'],
  ['trainer:\n  precision: |', 'value of trainer.precision'],
  ['a: ${mod|', 'reference mod in a'],
  ['m:\n  b: x-${..mod|', 'reference ..mod in m.b'],
  ['m:\n  b: "${a.${k|', 'reference k in m.b'],
  ['m:\n  b: ${l[|', 'reference l[ in m.b'],
  ['m:\n  b: ${oc.env:HO|', 'reference HO in m.b'],
  ['l:\n  - ${mod|', 'reference mod in l[0]'],
  ['l:\n  - a: 1\n    b: ${.a|', 'reference .a in l[0].b'],
  ['m:\n  b: ${oc.|', 'reference oc. in m.b'],
  ['# tra|', 'nothing'],
  ['a: 1 # x|', 'nothing'],
])('%j is %s', (marked, expected) => {
  const lines = marked.replace('|', '').split('\n')
  const context = lineContext(lines.slice(0, -1), lines.at(-1) ?? '')
  const told =
    context === null
      ? 'nothing'
      : context.kind === 'key'
        ? `key of ${printPath(context.parent)}`
        : context.kind === 'value'
          ? `value of ${printPath(context.path)}`
          : `reference ${context.typed} in ${printPath(context.path)}`
  expect(told).toBe(expected)
})
