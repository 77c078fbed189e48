import { describe, expect, test } from 'vitest'
import { defaultFile, docOf } from '../core/document/doc'
import type { Path } from '../core/path'
import { applyFix, insertItem, insertKey, moveItem, removeField, renameKey, setField } from './edits'
import { createStore, type Store } from './store'

function storeOf(text: string): Store {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(text, defaultFile) })
  return store
}

/** The action gives this text, and one undo the text before. */
function expectText(before: string, act: (store: Store) => unknown, after: string): void {
  const store = storeOf(before)
  expect(act(store)).toBeNull()
  expect(store.getState().doc.text).toBe(after)
  store.undo()
  expect(store.getState().doc.text).toBe(before)
}

describe('a parameter that is absent is inserted where the schema has it', () => {
  test.each<readonly [string, string, Path, string, string]>([
    [
      'behind its predecessor',
      'trainer:\n  devices: 1\n  accelerator: gpu\n',
      ['trainer', 'num_nodes'],
      '2',
      'trainer:\n  devices: 1\n  num_nodes: 2\n  accelerator: gpu\n',
    ],
    [
      'behind the nearest one',
      'trainer:\n  devices: 1\n  max_steps: 5\n',
      ['trainer', 'accelerator'],
      'gpu',
      'trainer:\n  devices: 1\n  accelerator: gpu\n  max_steps: 5\n',
    ],
    [
      'in front of all',
      'trainer:\n  max_steps: 5\n',
      ['trainer', 'devices'],
      '1',
      'trainer:\n  devices: 1\n  max_steps: 5\n',
    ],
    [
      'with the maps it needs',
      'name: x\ntrainer:\n  devices: 1\n',
      ['exp_manager', 'ema', 'enable'],
      'true',
      'name: x\ntrainer:\n  devices: 1\nexp_manager:\n  ema:\n    enable: true\n',
    ],
    ['into an empty file', '', ['trainer', 'devices'], '8', 'trainer:\n  devices: 8\n'],
    [
      'below a bare key',
      'model:\n  data:\n    train:\n      filterings:\n',
      ['model', 'data', 'train', 'filterings', 'estimated_portion'],
      '0.9',
      'model:\n  data:\n    train:\n      filterings:\n        estimated_portion: 0.9\n',
    ],
  ])('%s', (_, before, path, source, after) => expectText(before, (store) => setField(store, path, source), after))
})

test('the rest of what a form does', () => {
  expectText('a: 1 # n\n', (store) => setField(store, ['a'], '2'), 'a: 2 # n\n')
  expectText('a: 1\nb: 2\n', (store) => removeField(store, ['a']), 'b: 2\n')
  expectText('a: 1\n', (store) => renameKey(store, ['a'], 'b'), 'b: 1\n')
  expectText('l: [1]\n', (store) => insertItem(store, ['l'], 1, '2'), 'l: [1, 2]\n')
  expectText('l: [1, 2]\n', (store) => moveItem(store, ['l'], 0, 1), 'l: [2, 1]\n')
  expectText('m: {a: 1}\n', (store) => insertKey(store, ['m'], 'b', 'null'), 'm: {a: 1, b: null}\n')
})

test('what is refused changes nothing', () => {
  const store = storeOf('a: "x\n')
  expect(setField(store, ['a'], '1')).toBe('syntax')
  expect([store.getState().doc.text, store.getState().revision]).toEqual(['a: "x\n', 1])
})

test('typing in one place is one step when it names its group, and a step each without; a repair says that it is one', () => {
  const texts = (how?: { group: string }) => {
    const store = storeOf('a: 1\n')
    for (const source of ['2', '3']) setField(store, ['a'], source, how)
    store.undo()
    return store.getState().doc.text
  }
  expect([texts({ group: 'a' }), texts()]).toEqual(['a: 1\n', 'a: 2\n'])
  const store = storeOf('a: 1\n')
  setField(store, ['a'], '2')
  expect(store.getState().lastChange?.origin).toBe('form')
  applyFix(store, { kind: 'set', path: ['a'], source: '3' })
  expect(store.getState().lastChange?.origin).toBe('fix')
})
