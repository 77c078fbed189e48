import { expect, test } from 'vitest'
import { decodeText, encodeFile } from '../core/document/file-format'
import { patience, rounds } from '../core/laws/rounds.test-support'
import type { Path } from '../core/path'
import { applyEdits, type Edit } from '../core/text'
import { activeOf, copied, draftOf, readDraft, restored } from './drafts/draft'
import { insertItem, insertKey, moveItem, removeField, renameKey, replaceText, setField } from './edits'
import { createStore, issuesOf, type Store } from './store'

/** A seeded stream of numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const files = [
  'name: a\ntrainer:\n  devices: 1\n  precision: 16 # 注释\nmodel:\n  optim: {lr: 1e-4, betas: [0.9, 0.99]}\n',
  '\ufeffname: b\r\nlist:\r\n- a\r\n- b: 1\r\n  c: ${name}\r\ntext: |\r\n  one\r\n  two\r\nlast: x',
  'a: 1\r\nb: 2\nc: 3\rd: &x {k: v}\ne: *x\nf:\n  <<: *x\n',
  '',
  'broken: "\n',
  '# only a comment\n',
  '- 1\n- [2, 3]\n-\n  k: v\n',
]
const typed = ['x', '9', ' # note', ' ', '\n', '\n  ', ': ', '"', '[', '- ', '${name}', '中', '😀', '\t']
const values = ['1', '1e-4', 'text', '"q: x"', '[1, 2]', '{a: b}', '???', '${name}', 'null', "''"]

/** An offset that does not split a character in two: no file can hold the halves. */
function wholeCharacter(text: string, offset: number): number {
  const at = Math.min(offset, text.length)
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at
}

/** A store beside what the user may rely on: the bytes that each document was opened with, and a second pane that follows the edits. */
class World {
  store: Store
  pane = ''
  at = 0
  /** By the id of the document; a store begins with an empty one. */
  readonly opened = new Map([['', '']])
  readonly faults: unknown[] = []
  private stop = () => {}

  constructor(readonly random: () => number) {
    this.store = this.fresh()
    this.open()
  }

  private fresh(): Store {
    this.stop()
    const store = createStore(() => this.at, {
      onFault: (error) => this.faults.push(error),
      afterPaint: (run) => this.frames.push(run),
    })
    this.stop = store.subscribe(({ revision, lastChange }, previous) => {
      if (revision === previous.revision || lastChange === null || this.isTakenUp) return
      this.pane = applyEdits(this.pane, lastChange.edits)
    })
    this.pane = ''
    this.keys = []
    return store
  }

  /** What waits for the next frame. */
  private frames: (() => void)[] = []
  private keys: (readonly Edit[])[] = []
  private isTakenUp = false

  /** The page is painted. */
  paint() {
    const due = this.frames
    this.frames = []
    for (const run of due) run()
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  get doc() {
    return this.store.getState().doc
  }

  open() {
    const bytes = this.pick(files)
    const { text, format } = decodeText(bytes)
    const id = `file-${this.opened.size}`
    this.opened.set(id, bytes)
    this.store.setDisk(id, { handle: null, name: `${id}.yaml`, seen: null })
    replaceText(this.store, text, { origin: 'open', file: { id, name: `${id}.yaml`, format } })
  }

  /** What the next visit has, or another tab. */
  reload(how: 'reload' | 'copy') {
    const draft = { version: 2, tab: 't', at: 0, serial: 1, active: 0, documents: [draftOf(this.store.getState())] }
    const kept = readDraft(this.random() < 0.5 ? JSON.parse(JSON.stringify(draft)) : structuredClone(draft))
    expect(kept, 'a draft that was written is read').not.toBeNull()
    const document = activeOf(kept as NonNullable<typeof kept>)
    this.store = this.fresh()
    this.store.restore(restored(how === 'copy' ? copied(document) : document))
  }

  path(): Path {
    return this.pick([...this.doc.parsed.nodes.values()])?.path ?? []
  }

  type() {
    const text = this.pane
    const from = wholeCharacter(text, Math.floor(this.random() * (text.length + 1)))
    const to = this.random() < 0.7 ? from : wholeCharacter(text, from + Math.floor(this.random() * 6))
    const edits = [{ from, to, insert: this.pick(typed) }]
    this.pane = applyEdits(text, edits)
    this.keys.push(edits)
    this.store.later('text', () => {
      this.isTakenUp = true
      this.store.dispatchTyped(this.keys)
      this.isTakenUp = false
      this.keys = []
    })
  }

  /** Types into a field of the form, which is ahead of the text until the next frame. */
  typeField() {
    const path = this.pick([...this.store.shown().doc.parsed.nodes.values()])?.path ?? []
    const group = JSON.stringify(path)
    const value = this.pick(values)
    this.store.later(group, () => setField(this.store, path, value, { group }))
  }

  editForm() {
    const path = this.path()
    const last = path.at(-1)
    const act = this.pick(['set', 'set', 'set', 'remove', 'rename', 'insert', 'item', 'move'])
    const { store } = this
    if (act === 'set') setField(store, path, this.pick(values), { group: JSON.stringify(path) })
    if (act === 'remove' && last !== undefined) removeField(store, path)
    if (act === 'rename' && typeof last === 'string') renameKey(store, path, `${last}_`)
    if (act === 'insert') insertKey(store, path, `k${Math.floor(this.random() * 9)}`, this.pick(values))
    if (act === 'item') insertItem(store, path, Math.floor(this.random() * 3), this.pick(values))
    if (act === 'move') moveItem(store, path, Math.floor(this.random() * 3), Math.floor(this.random() * 3))
  }

  /** Nothing of the document is left to undo: its bytes are those that were opened; and all of it can be redone. */
  undoAll() {
    const { text, file } = this.doc
    let count = 0
    for (let before = this.doc; ; before = this.doc, count++) {
      this.store.undo()
      if (this.doc === before) break
    }
    const bytes = new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodeFile(this.doc.text, this.doc.file.format))
    expect(bytes).toBe(this.opened.get(this.doc.file.id))
    for (let i = 0; i < count; i++) this.store.redo()
    expect([this.doc.text, this.doc.file.id]).toEqual([text, file.id])
  }

  act() {
    this.at += Math.floor(this.random() * 1200)
    const chance = this.random()
    if (chance < 0.3) this.type()
    else if (chance < 0.4) this.typeField()
    else if (chance < 0.5) this.paint()
    else if (chance < 0.7) this.editForm()
    else if (chance < 0.78) this.store.undo()
    else if (chance < 0.84) this.store.redo()
    else if (chance < 0.87) this.store.endStep()
    else if (chance < 0.89) this.open()
    else if (chance < 0.91) this.store.goBack()
    else if (chance < 0.93) this.store.markSaved({ ...this.doc, file: { ...this.doc.file, name: 'saved.yaml' } })
    else if (chance < 0.95) this.reload('reload')
    else if (chance < 0.96) this.reload('copy')
    else if (chance < 0.98) this.store.dispatch({ edits: [], origin: 'form', group: 'file-name', rename: 'new.yaml' })
    else this.undoAll()
  }

  check() {
    if (this.random() < 0.5) return
    const { doc } = this
    expect(this.store.shown().issues).toEqual(issuesOf(this.store.shown()))
    expect(this.faults).toEqual([])
    expect(this.pane).toBe(doc.text)
    expect([doc.parsed.text === doc.text, doc.opened.parsed.text === doc.opened.text]).toEqual([true, true])
    expect(this.opened.has(doc.file.id)).toBe(true)
    expect(
      decodeText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodeFile(doc.text, doc.file.format))).text,
    ).toBe(doc.text)
  }
}

test(
  'whatever is done to a document: panes agree, nothing fails, and undo leads to the opened bytes, reloads in between',
  () => {
    const perWorld = 100
    const worlds = Math.ceil(rounds(3000) / perWorld)
    for (let seed = 1; seed <= worlds; seed++) {
      const world = new World(numbers(seed * 7919))
      for (let i = 0; i < perWorld; i++) {
        world.act()
        try {
          world.check()
        } catch (error) {
          throw new Error(`world ${seed}, act ${i}`, { cause: error })
        }
      }
      world.undoAll()
    }
  },
  patience,
)
