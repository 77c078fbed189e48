import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultFile, docOf } from '../../core/document/doc'
import { share } from '../../core/laws/rounds.test-support'
import { createStore, type Store } from '../store'
import { activeOf, draftOf, keptCharacters, keptSteps, readDraft, restored } from './draft'

const asDraft = (store: Store, change: object = {}): object => ({
  version: 2,
  tab: 'a',
  at: 0,
  serial: 1,
  active: 0,
  documents: [{ ...draftOf(store.getState()), ...change }],
})

/** The store of the next visit. */
function reloaded(draft: object): Store {
  const read = readDraft(structuredClone(draft))
  const store = createStore(() => 0)
  if (read !== null) store.restore(restored(activeOf(read)))
  return store
}

function edited(texts: readonly string[]): Store {
  let at = 0
  const store = createStore(() => (at += 1000))
  store.restore({ doc: docOf(texts[0] ?? '') })
  for (const text of texts.slice(1))
    store.dispatch({ edits: [{ from: 0, to: store.getState().doc.text.length, insert: text }], origin: 'form' })
  return store
}

test('undo and redo walk the same texts after a reload as before it', () => {
  const store = edited(['a: 1\n', 'a: 2\n', 'a: 3\n', 'b: "\n'])
  store.undo()
  const again = reloaded(asDraft(store))
  again.redo()
  expect(again.getState().doc.text).toBe('b: "\n')
  for (const text of ['a: 3\n', 'a: 2\n', 'a: 1\n', 'a: 1\n']) {
    again.undo()
    expect(again.getState().doc.text).toBe(text)
  }
})

test('other documents come back with their files and places on the disk', () => {
  const store = edited(['a: 1\n', 'a: 2\n'])
  const seen = { modified: 1, digest: 'd' }
  store.setDisk('b', { handle: null, name: 'b.yaml', seen })
  store.dispatch({ edits: [], origin: 'open', file: { ...defaultFile, id: 'b', name: 'b.yaml' } })
  store.setDisk('x', { handle: null, name: 'forgotten.yaml', seen })
  const again = reloaded(asDraft(store))
  expect([...again.getState().disks.keys()]).toEqual(['b'])
  again.goBack()
  expect([again.getState().doc.text, again.getState().doc.file.name]).toEqual(['a: 2\n', 'config.yaml'])
  again.redo()
  expect(again.getState().doc.file.id).toBe('b')
})

test('of a long history the newest steps are kept singly, and undo still leads to the opened text', () => {
  const large = 'x'.repeat(keptCharacters / 10)
  const store = edited(['a: 1\n', ...Array.from({ length: 30 }, (_, i) => `a: ${i}${large}\n`)])
  const again = reloaded(asDraft(store))
  const { past } = again.getState().doc.history
  expect(past.length).toBeLessThanOrEqual(keptSteps)
  expect(past.length).toBeLessThan(15)
  for (let i = 0; i < past.length; i++) again.undo()
  expect(again.getState().doc.text).toBe('a: 1\n')
})

test.each<[string, object | string | null]>([
  ['nothing', null],
  ['a text', 'a: 1'],
  ['another version', { version: 3 }],
  ['no document', { version: 2, tab: 'a', at: 0, serial: 0, active: 0, documents: [] }],
  ['no text', asDraft(edited(['a']), { text: 5 })],
  ['no file', asDraft(edited(['a']), { file: { name: 'a' } })],
])('%s is no draft', (_, value) => expect(readDraft(value)).toBeNull())

test('what the first version kept is read', () => {
  const file = { name: 'a.yaml', format: { bom: true, ends: [{ end: '\r\n', count: 1 }] } }
  const first = {
    version: 1,
    text: 'a: 2\n',
    file,
    openedText: 'a: 1\n',
    openedFile: file,
    handle: null,
    focusPath: null,
  }
  const store = reloaded(first)
  expect([store.getState().doc.text, store.getState().doc.file.format]).toEqual(['a: 2\n', file.format])
  store.undo()
  expect(store.getState().doc.text).toBe('a: 1\n')
})

test('a text that was changed without the app comes back, and undo leads to the opened one', () => {
  const draft = asDraft(edited(['a: 1\n', 'a: 2\n']), { text: 'changed: 1\n', history: undefined, caret: undefined })
  const store = reloaded(JSON.parse(JSON.stringify(draft)))
  expect(store.getState().doc.text).toBe('changed: 1\n')
  store.undo()
  expect(store.getState().doc.text).toBe('a: 1\n')
})

test('a history that does not fit its text is given up, the text is not; nothing of it ever throws', () => {
  const number = fc.integer({ min: -2, max: 12 })
  const step = fc.record({
    edits: fc.array(fc.record({ from: number, to: number, insert: fc.string({ maxLength: 3 }) }), { maxLength: 3 }),
    context: fc.constant({ file: defaultFile, opened: null }),
    size: fc.constant(0),
    isOpening: fc.boolean(),
  })
  const history = fc.record({ past: fc.array(step, { maxLength: 3 }), future: fc.array(step, { maxLength: 3 }) })
  fc.assert(
    fc.property(history, (broken) => {
      const read = readDraft(asDraft(edited(['a: 1\n', 'a: 2\n']), { history: broken }))
      if (read === null) return
      const store = createStore(() => 0)
      store.restore(restored(activeOf(read)))
      expect(store.getState().doc.text).toBe('a: 2\n')
      for (let i = 0; i < 4; i++) store.undo()
      for (let i = 0; i < 8; i++) store.redo()
      store.goBack()
    }),
    { seed: 3, numRuns: share(2000) },
  )
})
