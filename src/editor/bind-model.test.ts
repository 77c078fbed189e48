import { expect, test } from 'vitest'
import { defaultFile, docOf } from '../core/document/doc'
import type { Edit } from '../core/text'
import { removeField, setField } from '../state/edits'
import { createStore, type Store } from '../state/store'
import { bindModel } from './bind-model'
import { TextModel } from './text-model.test-support'

const config = 'a: 1\nb:\n  c: 2\n  d: 3\n'

interface Pair {
  readonly store: Store
  readonly model: TextModel
  readonly stop: () => void
}

/** A store and a model on the same text. `before` listens to the store earlier than the binding. */
function bound(text = config, before: (store: Store) => void = () => {}, staysFor?: () => boolean): Pair {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(text) })
  before(store)
  const model = new TextModel(text)
  return { store, model, stop: bindModel(model.monaco, store, staysFor) }
}

/** Both panes have this text. */
function expectBoth({ store, model }: Pair, text: string): void {
  expect([store.getState().doc.text, model.shown]).toEqual([text, text])
}

const edit = (from: number, to: number, insert: string): Edit => ({ from, to, insert })

test.each<[string, Edit[], string]>([
  ['a letter', [edit(4, 4, '0')], 'a: 10\nb:\n  c: 2\n  d: 3\n'],
  ['at three carets', [edit(3, 4, 'x'), edit(13, 14, 'x'), edit(20, 21, 'x')], 'a: x\nb:\n  c: x\n  d: x\n'],
  ['two deletions beside each other', [edit(0, 2, ''), edit(2, 5, '')], 'b:\n  c: 2\n  d: 3\n'],
  ['a line more', [edit(5, 5, '# note\n')], 'a: 1\n# note\nb:\n  c: 2\n  d: 3\n'],
  ['all of it', [edit(0, config.length, 'z: 1\n')], 'z: 1\n'],
])('what is typed is the store’s text, by the same edits: %s', (_, edits, text) => {
  const pair = bound()
  pair.model.type(...edits)
  expectBoth(pair, text)
  expect(pair.store.getState().lastChange).toMatchObject({ edits, origin: 'editor' })
  // Nothing is written back into what the user is typing in.
  expect(pair.model.calls.filter((call) => call !== 'getValue')).toEqual([])
  pair.store.undo()
  expectBoth(pair, config)
})

test.each<[string, (store: Store) => unknown, string]>([
  ['a field', (store) => setField(store, ['b', 'c'], '20'), 'a: 1\nb:\n  c: 20\n  d: 3\n'],
  ['a key that goes', (store) => removeField(store, ['b', 'c']), 'a: 1\nb:\n  d: 3\n'],
  [
    'two places at once',
    (store) => store.dispatch({ edits: [edit(3, 4, '9'), edit(20, 21, '9')], origin: 'fix' }),
    'a: 9\nb:\n  c: 2\n  d: 9\n',
  ],
])('an edit from elsewhere is made in the model as an edit, and taken back: %s', (_, act, text) => {
  const pair = bound()
  act(pair.store)
  expectBoth(pair, text)
  pair.store.undo()
  expectBoth(pair, config)
  pair.store.redo()
  expectBoth(pair, text)
  expect(pair.model.calls.filter((call) => call !== 'getValue')).toEqual(['applyEdits', 'applyEdits', 'applyEdits'])
})

/** Reacts once to a change of the text with another one. */
const reaction = (edits: Edit[]) => (store: Store) => {
  let done = false
  store.subscribe((state, previous) => {
    if (done || state.doc.text === previous.doc.text) return
    done = true
    store.dispatch({ edits, origin: 'form' })
  })
}

test.each<[string, Edit[], string]>([
  ['of another length', [edit(4, 4, '00')], 'a: 500\nb:\n  c: 2\n  d: 3\n'],
  ['at the same place', [edit(3, 4, '7')], 'a: 7\nb:\n  c: 2\n  d: 3\n'],
  ['of the same length', [edit(13, 14, '7')], 'a: 5\nb:\n  c: 7\n  d: 3\n'],
])('the store is right where a change brings about another one %s', (_, edits, text) => {
  const typedIn = bound(config, reaction(edits))
  typedIn.model.type(edit(3, 4, '5'))
  expectBoth(typedIn, text)
  const changed = bound(config, reaction(edits))
  setField(changed.store, ['a'], '5')
  expectBoth(changed, text)
  // From then on they go on together.
  setField(changed.store, ['b', 'd'], '4')
  changed.model.type(edit(0, 0, '# '))
  expectBoth(changed, `# ${text.replace('d: 3', 'd: 4')}`)
})

test('another document, its drafts and the way back are followed', () => {
  const pair = bound()
  pair.store.dispatch({ edits: [edit(0, config.length, 'z: 1\n')], origin: 'open', file: { ...defaultFile, id: 'z' } })
  expectBoth(pair, 'z: 1\n')
  pair.store.goBack()
  expectBoth(pair, config)
  pair.store.open({ doc: docOf('y: 1\n') })
  expectBoth(pair, 'y: 1\n')
  pair.store.restore({ doc: docOf('x: 1\n') })
  expectBoth(pair, 'x: 1\n')
})

test('what changes nothing in the text leaves the model alone', () => {
  const pair = bound()
  pair.store.setFocus({ path: ['a'], from: 'form', reveal: true })
  pair.store.setEnvironment({ HOME: '/' })
  pair.store.dispatch({ edits: [], origin: 'form', rename: 'new.yaml' })
  expect(pair.model.calls).toEqual([])
})

test('where another editor takes over, the model stays; what cannot be an edit of the store is taken as it stands, and told', () => {
  const pair = bound(
    config,
    () => {},
    () => false,
  )
  pair.store.dispatch({ edits: [edit(0, config.length, '')], origin: 'open' })
  expect(pair.model.shown).toBe(config)
  expect(() => pair.model.type(edit(20, 21, '4'))).toThrow(RangeError)
  expectBoth(pair, 'a: 1\nb:\n  c: 2\n  d: 4\n')
})

test('after stop, neither hears of the other', () => {
  const pair = bound()
  pair.stop()
  setField(pair.store, ['a'], '5')
  pair.model.type(edit(0, 0, '#'))
  expect([pair.store.getState().doc.text, pair.model.shown]).toEqual([config.replace('1', '5'), `#${config}`])
})

test.each([
  ['small', config, true],
  ['very large', `a: 1\n#${'x'.repeat(1_000_000)}`, false],
])('a %s text is compared as a whole at each key: %s', (_, text, isRead) => {
  const pair = bound(text)
  pair.model.type(edit(3, 4, '2'))
  expect(pair.model.calls.includes('getValue')).toBe(isRead)
  expectBoth(pair, text.replace('1', '2'))
})
