import { describe, expect, test } from 'vitest'
import type { Rule } from '../config/view/rule'
import { defaultFile, docOf } from '../core/document/doc'
import { type AppState, createStore, type Store } from './store'

const text = 'trainer:\n  devices: 1\n'

/** A store on a text, and each change that it told of: which parts of the state are others than before. */
function watched(now = () => 0) {
  const faults: unknown[] = []
  const store = createStore(now, { onFault: (error) => faults.push(error) })
  store.restore({ doc: docOf(text) })
  const told: (keyof AppState)[][] = []
  const stop = store.subscribe((state, previous) => {
    expect(state).toBe(store.getState())
    told.push((Object.keys(state) as (keyof AppState)[]).filter((key) => state[key] !== previous[key]).sort())
  })
  return { store, told, faults, stop }
}

const type = (store: Store, insert = '2') => store.dispatch({ edits: [{ from: 20, to: 21, insert }], origin: 'form' })
const rule: Rule = { id: 'a-rule', level: 'warning', check: () => ({ at: 'trainer.devices' }) }
const codes = (store: Store) => store.getState().issues.map(({ code }) => code)

describe('each change is told once, with what it is about', () => {
  test.each<[string, (store: Store) => void, (keyof AppState)[][]]>([
    ['an edit', (store) => type(store), [['doc', 'issues', 'lastChange', 'revision']]],
    ['no edit', (store) => store.dispatch({ edits: [], origin: 'form' }), []],
    [
      'a new name',
      (store) => store.dispatch({ edits: [], origin: 'form', rename: 'b' }),
      [['doc', 'lastChange', 'revision']],
    ],
    ['the place', (store) => store.setFocus({ path: [], from: 'form', reveal: false }), [['focus']]],
    ['nothing to undo', (store) => store.undo(), [['undoStops']]],
    ['nothing to redo', (store) => store.redo(), []],
    ['nothing to go back to', (store) => store.goBack(), []],
    ['no step to end', (store) => store.endStep(), []],
    ['variables', (store) => store.setEnvironment({ A: '1' }), [['env', 'issues']]],
    ['a kind', (store) => store.pin({ family: 'sd', task: 'train' }), [['issues', 'pinned']]],
    ['rules', (store) => store.addRules('base', [rule]), [['issues', 'rules']]],
    ['rules that fail', (store) => store.failRules(), [['rulesFailed']]],
    ['drafts that are kept as before', (store) => store.setDraftsKept(true), []],
    ['drafts that are not kept', (store) => store.setDraftsKept(false), [['draftsKept']]],
    ['a disk', (store) => store.setDisk('', null), [['disks']]],
    ['a save', (store) => store.markSaved({ ...store.getState().doc, text: 'a: 1\n' }), [['doc']]],
    [
      'a save of another document',
      (store) => store.markSaved({ ...store.getState().doc, file: { ...defaultFile, id: 'b' } }),
      [],
    ],
  ])('%s', (_, change, parts) => {
    const { store, told, faults, stop } = watched()
    change(store)
    expect(told).toEqual(parts)
    stop()
    type(store)
    expect([told.length, faults]).toEqual([parts.length, []])
  })
})

test('the kind that the user names stays while the document does, and goes with another one', () => {
  const { store } = watched()
  const kind = { family: 'sd', task: 'train' } as const
  store.pin(kind)
  type(store)
  store.undo()
  expect(store.getState().pinned).toBe(kind)
  store.dispatch({
    edits: [{ from: 0, to: text.length, insert: 'b: 1\n' }],
    origin: 'open',
    file: { ...defaultFile, id: 'b' },
  })
  expect(store.getState().pinned).toBeNull()
  store.pin(kind)
  store.goBack()
  expect([store.getState().doc.text, store.getState().pinned]).toEqual([text, null])
  store.open({ doc: docOf('c: 1\n'), pinned: kind })
  expect(store.getState().pinned).toBe(kind)
})

test('another document takes the place of this one with its place and disks, which are added to the others; a restored one has only its own', () => {
  const { store } = watched()
  const disk = (name: string) => ({ handle: null, name, seen: null })
  const focus = { path: ['c'], from: 'app', reveal: true } as const
  store.setDisk('a', disk('a'))
  store.open({ doc: docOf('c: 1\n'), focus, disks: new Map([['c', disk('c')]]) })
  expect([store.getState().focus, [...store.getState().disks.keys()]]).toEqual([focus, ['a', 'c']])
  store.setDisk('a', null)
  expect([...store.getState().disks.keys()]).toEqual(['c'])
  store.restore({ doc: docOf('d: 1\n') })
  expect([store.getState().focus, store.getState().disks.size]).toEqual([null, 0])
  store.undo()
  expect(store.getState().doc.text).toBe('d: 1\n')
})

test('what is typed in one place is one step until it is ended', () => {
  const { store } = watched()
  const inField = (insert: string) =>
    store.dispatch({ edits: [{ from: 20, to: 21, insert }], origin: 'form', group: 'devices' })
  inField('2')
  inField('3')
  store.endStep()
  inField('4')
  const texts = [0, 1, 2].map(() => {
    const before = store.getState().doc.text
    store.undo()
    return before
  })
  expect(texts).toEqual([text.replace('1', '4'), text.replace('1', '3'), text])
  expect(store.getState().undoStops).toBe(1)
})

test('rules are heard of from when they are there, also on the text of before', () => {
  const { store } = watched()
  store.failRules()
  expect(codes(store)).not.toContain('a-rule')
  store.addRules('base', [rule])
  expect(codes(store)).toContain('a-rule')
  expect(store.getState().rulesFailed).toBe(false)
  type(store)
  expect(codes(store)).toContain('a-rule')
})

test('a listener that fails and a rule that fails are told; the text and the other listeners go on', () => {
  const { store, told, faults } = watched()
  const bug = new Error('a bug')
  const fail = () => {
    throw bug
  }
  store.subscribe(fail)
  let heard = 0
  store.subscribe(() => {
    heard += 1
  })
  type(store)
  expect([told.length, heard, faults]).toEqual([1, 1, [bug]])
  store.addRules('base', [{ ...rule, check: fail }])
  type(store, '3')
  expect(store.getState().doc.text).toBe(text.replace('1', '3'))
  expect(faults.length).toBeGreaterThan(2)
})

test('a listener that stops while it is told hears no more; the others hear all', () => {
  const { store, told } = watched()
  let heard = 0
  const stop = store.subscribe(() => {
    heard += 1
    stop()
  })
  type(store)
  type(store, '3')
  expect([heard, told.length]).toEqual([1, 2])
})
