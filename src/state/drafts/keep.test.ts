import { expect, test } from 'vitest'
import { defaultFile, docOf } from '../../core/document/doc'
import { createStore, type Store } from '../store'
import { activeOf, readDraft, restored } from './draft'
import { type DraftKeeper, keepDrafts, keepLeftDocuments } from './keep'

/** Storage that answers when it is told to, and a page that is left when it is told to. */
function page() {
  const written: object[] = []
  let answer: ((kept: boolean) => void) | null = null
  let leave = () => {}
  let wouldAsk = () => false
  return {
    written,
    /** Writes that have begun and not ended, now and at most. */
    underWay: 0,
    most: 0,
    left: [] as object[],
    room: Number.POSITIVE_INFINITY,
    epoch: () => 0,
    whenIdle: (run: () => void) => {
      run()
      return () => {}
    },
    leave: () => leave(),
    wouldAsk: () => wouldAsk(),
    /** Lets the write under way end, and the next begin. */
    async finish(kept = true) {
      for (let i = 0; i < 10; i++) await Promise.resolve()
      answer?.(kept)
      for (let i = 0; i < 10; i++) await Promise.resolve()
    },
    drafts: {
      readAll: async () => [],
      remove: async () => {},
      write: (_tab: string, draft: object) => {
        written.push(draft)
        self.underWay += 1
        self.most = Math.max(self.most, self.underWay)
        return new Promise<void>((done, fail) => {
          answer = (kept) => {
            answer = null
            self.underWay -= 1
            if (kept) done()
            else fail(new Error('full'))
          }
        })
      },
      writeAtOnce(_tab: string, draft: object) {
        const fits = JSON.stringify(draft).length <= self.room
        if (fits) self.left.push(draft)
        return fits
      },
    },
    whenLeaving: (run: () => void) => {
      leave = run
      return () => {}
    },
    askBeforeLeaving: (wanted: () => boolean) => {
      wouldAsk = wanted
      return () => {}
    },
  }
}
let self: ReturnType<typeof page>
let keeper: DraftKeeper

async function started(text = 'a: 1\n') {
  self = page()
  const store = createStore(() => 0)
  store.restore({ doc: docOf(text) })
  keeper = keepDrafts(store, self, 'tab', 5)
  await self.finish()
  await self.finish()
  return store
}

const textOf = (draft: object | undefined): string | undefined => {
  const read = readDraft(draft)
  return read === null ? undefined : restored(activeOf(read)).doc.text
}
/** What a draft says, apart from when and as which it was written. */
const contentOf = (draft: object | undefined) => readDraft(draft)?.documents
const type = (store: Store, insert: string) => store.dispatch({ edits: [{ from: 3, to: 4, insert }], origin: 'form' })

async function typeAndFinish(store: Store, kept: boolean) {
  type(store, '2')
  await self.finish(kept)
}

test('the newest text is written, one write at a time, each draft with a higher number', async () => {
  const store = await started()
  for (const insert of ['2', '3', '4']) {
    type(store, insert)
    // The page has shown it, and the write begins while the one before goes on.
    for (let i = 0; i < 10; i++) await Promise.resolve()
  }
  await self.finish()
  await self.finish()
  await self.finish()
  expect(textOf(self.written.at(-1))).toBe('a: 4\n')
  const serials = self.written.map((draft) => readDraft(draft)?.serial ?? 0)
  expect(serials.every((serial, i) => serial > (serials[i - 1] ?? 5))).toBe(true)
  expect(self.written.length).toBeLessThan(5)
  expect(self.most).toBe(1)
})

test.each<[string, (store: Store) => void, boolean]>([
  ['typing', (store) => type(store, '2'), true],
  ['a new name of the file', (store) => store.dispatch({ edits: [], origin: 'form', rename: 'new.yaml' }), true],
  ['a save', (store) => store.markSaved({ ...store.getState().doc, text: 'a: 0\n' }), true],
  ['the place of the user', (store) => store.setFocus({ path: ['a'], from: 'form', reveal: false }), true],
  ['the kind that the user names', (store) => store.pin({ family: 'sd', task: 'train' }), true],
  ['where the file lies', (store) => store.setDisk('', { handle: null, name: 'x.yaml', seen: null }), true],
  ['environment variables', (store) => store.setEnvironment({ HOME: '/' }), false],
  ['texts of closed tabs', (store) => store.setOthers([]), false],
  ['an undo where there is nothing to undo', (store) => store.undo(), false],
  ['rules that come', (store) => store.addRules('base', []), false],
])('what a draft holds is written when it changes, and nothing else is: %s', async (_, change, isWritten) => {
  const store = await started()
  const before = self.written.length
  change(store)
  await self.finish()
  await self.finish()
  expect(self.written.length).toBe(before + (isWritten ? 1 : 0))
  if (isWritten) expect(contentOf(self.written.at(-1))).not.toEqual(contentOf(self.written[before - 1]))
})

test('what could not be kept is not written again before something changes', async () => {
  const store = await started()
  type(store, '2')
  await self.finish(false)
  await self.finish(false)
  expect([textOf(self.written.at(-1)), self.written.length]).toEqual(['a: 2\n', 2])
})

test.each<[string, (store: Store) => Promise<void>, boolean]>([
  ['nothing has changed', async () => {}, false],
  ['the last change is written', async (store) => typeAndFinish(store, true), false],
  ['the last change is being written', async (store) => type(store, '2'), true],
  ['the last change could not be written', async (store) => typeAndFinish(store, false), true],
])('a page that is left keeps at once what is not written: %s', async (_, before, isKept) => {
  const store = await started()
  await before(store)
  self.leave()
  expect(self.left.map(textOf)).toEqual(isKept ? ['a: 2\n'] : [])
})

test('what is not written when the page is left is kept then, with its history; what is written is not', async () => {
  const store = await started()
  self.leave()
  expect(self.left).toEqual([])
  type(store, '22')
  self.leave()
  const draft = readDraft(self.left.at(-1))
  expect(draft?.serial).toBeGreaterThan(readDraft(self.written.at(-1))?.serial ?? 0)
  store.restore(restored(activeOf(draft as NonNullable<typeof draft>)))
  expect(store.getState().doc.text).toBe('a: 22\n')
  store.undo()
  expect(store.getState().doc.text).toBe('a: 1\n')
})

test('where there is little room, undo leads to the opened text in one step', async () => {
  const store = await started()
  for (let i = 0; i < 100; i++) type(store, String(i % 10))
  type(store, '7')
  self.room = 1500
  self.leave()
  const draft = readDraft(self.left.at(-1))
  store.restore(restored(activeOf(draft as NonNullable<typeof draft>)))
  expect(store.getState().doc.history.past).toHaveLength(1)
  store.undo()
  expect(store.getState().doc.text).toBe('a: 1\n')
})

test('a failure is said until a later write succeeds; leaving unsaved text is asked for meanwhile', async () => {
  const store = await started()
  expect(self.wouldAsk()).toBe(false)
  type(store, '2')
  await self.finish(false)
  expect([store.getState().draftsKept, self.wouldAsk()]).toEqual([false, true])
  store.undo()
  expect(self.wouldAsk()).toBe(false)
  await self.finish()
  await self.finish()
  expect(store.getState().draftsKept).toBe(true)
})

test('a document that a change leaves for good is kept beside the texts of closed tabs, when it is unsaved', async () => {
  const store = await started()
  const told: (readonly string[])[] = []
  keepLeftDocuments(store, { ...self, newId: () => 'new' }, (names) => told.push(names))
  const open = () =>
    store.dispatch({
      edits: [{ from: 0, to: 5, insert: 'b: 1\n' }],
      origin: 'open',
      file: { ...defaultFile, id: 'b' },
    })
  open()
  store.goBack()
  type(store, '2')
  expect([told, store.getState().others]).toEqual([[], []])
  open()
  type(store, '7')
  store.goBack()
  store.redo()
  expect(told).toEqual([])
  store.goBack()
  type(store, '3')
  expect(told).toEqual([['config.yaml']])
  expect(store.getState().others.map(({ documents }) => documents[0]?.text)).toEqual(['b: 7\n'])
})

test('a document left for good that cannot be kept is told; going back and forth leaves none', async () => {
  const store = await started()
  keepLeftDocuments(store, { ...self, newId: () => 'new' }, () => {})
  type(store, '5')
  store.dispatch({ edits: [{ from: 0, to: 5, insert: 'b: 1\n' }], origin: 'open', file: { ...defaultFile, id: 'b' } })
  type(store, '7')
  store.goBack()
  store.undo()
  store.redo()
  store.redo()
  store.goBack()
  expect([store.getState().doc.text, store.getState().others]).toEqual(['a: 5\n', []])
  await self.finish()
  await self.finish()
  keeper.stop()
  self.drafts.write = () => Promise.reject(new Error('full'))
  type(store, '3')
  expect(store.getState().others).toHaveLength(1)
  for (let i = 0; i < 10; i++) await Promise.resolve()
  expect(store.getState().draftsKept).toBe(false)
})

test('whoever waits is told when all is kept; after stop nothing is kept any more', async () => {
  const store = await started()
  let isKept = false
  type(store, '2')
  self.whenIdle = (run) => {
    setImmediate(run)
    return () => {}
  }
  const kept = keeper.whenKept().then(() => {
    isKept = true
  })
  await new Promise<void>((done) => setImmediate(done))
  expect([isKept, textOf(self.written.at(-1))]).toEqual([false, 'a: 2\n'])
  await self.finish()
  await kept
  expect(self.underWay).toBe(0)
  keeper.stop()
  const { length } = self.written
  type(store, '3')
  await new Promise<void>((done) => setImmediate(done))
  expect(self.written).toHaveLength(length)
})
