import { describe, expect, test } from 'vitest'
import { defaultFile, docOf } from '../../core/document/doc'
import { parsePath } from '../../core/path'
import { createStore, type Store } from '../store'
import { completionsIn, matching } from './reference-completion'
import { referenceContext } from './reference-context'
import { link, removeWithReferences, renameWithReferences, unlink } from './reference-edits'
import { referenceTargets } from './reference-targets'

function storeOf(text: string, env = {}): Store {
  const store = createStore(() => 0, { env })
  store.restore({ doc: docOf(text, defaultFile) })
  return store
}

const config = `name: run
trainer:
  devices: 8
  precision: bf16-mixed
model:
  precision: \${trainer.precision}
  micro_batch_size: 4
  optim: {lr: 1e-4, betas: [0.9, 0.98], "a.b": 1}
  todo: ???
`

describe('what a value can refer to', () => {
  const fitting = (referrer: string, text = config) =>
    referenceTargets(storeOf(text).getState(), parsePath(referrer) ?? [])
      .filter(({ fits }) => fits)
      .map(({ written }) => written)

  test('by the schema’s type', () => {
    expect(fitting('model.micro_batch_size')).toEqual(['trainer.devices'])
    expect(fitting('trainer.num_nodes')).toEqual(['trainer.devices', 'model.micro_batch_size'])
    expect(fitting('model.optim.betas')).toEqual([])
    // A count, or words such as auto: counts first, because one stands there.
    expect(fitting('trainer.devices').slice(0, 2)).toEqual(['model.micro_batch_size', 'name'])
  })

  test('by what stands there, where the schema knows nothing', () => {
    expect(fitting('z', `${config}z: 0.5\n`)).toEqual([
      'trainer.devices',
      'model.micro_batch_size',
      'model.optim.lr',
      'model.optim.betas[0]',
      'model.optim.betas[1]',
    ])
  })

  test('nothing circular, nothing that cannot be written', () => {
    const all = referenceTargets(storeOf(config).getState(), ['trainer', 'precision']).map(({ written }) => written)
    expect(all).not.toContain('trainer')
    expect(all).not.toContain('trainer.precision')
    expect(all).not.toContain('model.precision')
    expect(all).not.toContain('model')
    expect(all.some((written) => written.includes('a.b'))).toBe(false)
    expect(all).toContain('model.optim')
  })

  test('each with its value', () => {
    const shown = referenceTargets(storeOf(config).getState(), ['x']).map(({ written, shown }) => [written, shown])
    expect(shown).toContainEqual(['model.precision', 'bf16-mixed'])
    expect(shown).toContainEqual(['model.optim', '{…}'])
    expect(shown).toContainEqual(['model.optim.betas', '[…]'])
  })
})

describe('the context at a caret', () => {
  test.each([
    ['lr: ', null],
    ['lr: ${', { kind: 'key', typed: '', isArgument: false }],
    ['lr: ${ mod', { kind: 'key', typed: 'mod', isArgument: false }],
    ['lr: ${model.optim.betas[', { kind: 'key', typed: 'model.optim.betas[', isArgument: false }],
    ['lr: x-${..op', { kind: 'key', typed: '..op', isArgument: false }],
    ['lr: ${a.${b', { kind: 'key', typed: 'b', isArgument: false }],
    ['lr: ${multiply:${a', { kind: 'key', typed: 'a', isArgument: false }],
    ['lr: ${oc.select:mo', { kind: 'key', typed: 'mo', isArgument: true }],
    ['lr: ${oc.env:HO', { kind: 'variable', typed: 'HO', isArgument: true }],
    ["lr: ${oc.env:'HO", { kind: 'variable', typed: 'HO', isArgument: true }],
    ['lr: ${oc.select:a, x', null],
    ['lr: ${a}', null],
    ['lr: ${a} b', null],
  ])('%j', (before, context) => expect(referenceContext(before)).toEqual(context))
})

describe('completions', () => {
  const offered = (before: string, referrer: string, env = {}) => {
    const context = referenceContext(before)
    if (context === null) return null
    const completions = completionsIn(storeOf(config, env).getState(), parsePath(referrer) ?? [], context)
    return matching(completions, context.typed).map(({ insert }) => insert)
  }
  test.each([
    ['${devi', 'trainer.num_nodes', ['trainer.devices']],
    ['${TRAINER.D', 'model.micro_batch_size', ['trainer.devices']],
    ['${.pre', 'model.micro_batch_size', ['.precision']],
    ['${..micro', 'model.optim.lr', ['..micro_batch_size']],
    ['${..optim.be', 'model.optim.lr', ['..optim.betas[0]', '..optim.betas[1]', '..optim.betas']],
    ['${betas[', 'x', ['model.optim.betas[0]', 'model.optim.betas[1]']],
    ['${mult', 'x', ['multiply:']],
    ['${oc.select:dev', 'x', ['trainer.devices']],
    ['${oc.env:', 'x', ['DATA']],
    ['${....', 'model.optim.lr', []],
    ['${zzz', 'x', []],
  ])('%j at %s', (before, referrer, expected) => expect(offered(before, referrer, { DATA: '/d' })).toEqual(expected))
})

test('link, unlink, rename and remove with references are one step each', () => {
  const store = storeOf('a: 1e-4\nb: 2 # n\nc: x${b}\n')
  const after = (act: () => unknown, text: string) => {
    const before = store.getState().doc.text
    expect(act()).toBeNull()
    expect(store.getState().doc.text).toBe(text)
    store.undo()
    expect(store.getState().doc.text).toBe(before)
    store.redo()
  }
  after(() => link(store, ['b'], 'a'), 'a: 1e-4\nb: ${a} # n\nc: x${b}\n')
  after(() => renameWithReferences(store, ['a'], 'z'), 'z: 1e-4\nb: ${z} # n\nc: x${b}\n')
  after(() => unlink(store, ['b']), 'z: 1e-4\nb: 1e-4 # n\nc: x${b}\n')
  after(() => removeWithReferences(store, ['b']), 'z: 1e-4\nc: x0.0001\n')
})

test('an unlink without a value says why and changes nothing', () => {
  const store = storeOf('a: ${oc.env:X}\n')
  expect(unlink(store, ['a'])).toEqual({ facts: { reason: 'no-variable', name: 'X' } })
  expect(store.getState().doc.text).toBe('a: ${oc.env:X}\n')
})
