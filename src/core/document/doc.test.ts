import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Edit } from '../text'
import {
  canUndo,
  closedDoc,
  type Doc,
  docOf,
  formerFile,
  goBackDoc,
  type Origin,
  openDoc,
  otherDocuments,
  redoDoc,
  savedDoc,
  transact,
  undoDoc,
} from './doc'
import { encodeFile, plainFormat } from './file-format'
import { maxHeldCharacters, maxSteps } from './history'

interface Act {
  readonly edit?: Edit
  readonly origin?: Origin
  readonly group?: string
  readonly at?: number
  readonly file?: string
}

const act = (doc: Doc, { edit, origin = 'editor', group, at = 0, file }: Act): Doc =>
  transact(doc, {
    edits: edit === undefined ? [] : [edit],
    origin,
    at,
    ...(group === undefined ? {} : { group }),
    ...(file === undefined ? {} : { file: { id: file, name: file, format: plainFormat } }),
  })

const insert = (from: number, text: string): Edit => ({ from, to: from, insert: text })

/** The texts that undo walks through, newest first; redo must walk the same way back. */
function walk(doc: Doc): string[] {
  const texts = [doc.text]
  let at = doc
  for (let step = undoDoc(at); step !== null; step = undoDoc(at)) {
    at = step.doc
    texts.push(at.text)
  }
  expect(canUndo(at)).toBe(false)
  const forth = [at.text]
  for (let i = 1; i < texts.length; i++) {
    at = redoDoc(at)?.doc ?? at
    forth.push(at.text)
  }
  expect(forth.reverse()).toEqual(texts)
  return texts
}

/** The document that was open before this one, by a step whose edits lead there. */
function goBack(doc: Doc): Doc {
  const { doc: former, edits } = goBackDoc(doc) as NonNullable<ReturnType<typeof goBackDoc>>
  expect(applyEdits(doc.text, edits)).toBe(former.text)
  return former
}

describe('what one undo takes back', () => {
  test.each<{ name: string; acts: Act[]; texts: string[] }>([
    {
      name: 'letters typed one after the other are one step',
      acts: [{ edit: insert(1, 'x') }, { edit: insert(2, 'y'), at: 100 }, { edit: insert(3, 'z'), at: 590 }],
      texts: ['axyz', 'a'],
    },
    {
      name: 'a pause begins a new step',
      acts: [{ edit: insert(1, 'x') }, { edit: insert(2, 'y'), at: 500 }],
      texts: ['axy', 'ax', 'a'],
    },
    {
      name: 'typing elsewhere begins a new step',
      acts: [{ edit: insert(1, 'x') }, { edit: insert(0, 'y'), at: 1 }],
      texts: ['yax', 'ax', 'a'],
    },
    {
      name: 'letters deleted one after the other are one step',
      acts: [
        { edit: insert(1, 'bc') },
        { edit: { from: 2, to: 3, insert: '' }, at: 1 },
        { edit: { from: 1, to: 2, insert: '' }, at: 2 },
      ],
      texts: ['a', 'abc', 'a'],
    },
    {
      name: 'a paste stands alone',
      acts: [{ edit: insert(1, 'x') }, { edit: insert(2, 'paste'), at: 1 }, { edit: insert(7, 'y'), at: 2 }],
      texts: ['axpastey', 'axpaste', 'ax', 'a'],
    },
    {
      name: 'an input method composes in one step',
      acts: [
        { edit: insert(1, 'n') },
        { edit: { from: 1, to: 2, insert: 'ni' }, at: 100 },
        { edit: { from: 1, to: 3, insert: '你' }, at: 200 },
        { edit: insert(2, '😀'), at: 300 },
      ],
      texts: ['a你😀', 'a'],
    },
    {
      name: 'typing over a selection is one step',
      acts: [
        { edit: { from: 0, to: 1, insert: 'x' } },
        { edit: insert(1, 'y'), at: 1 },
        { edit: insert(2, '\n  '), at: 2 },
      ],
      texts: ['xy\n  ', 'a'],
    },
    {
      name: 'a quote that the editor closes and what is typed in it are one step',
      acts: [{ edit: insert(1, "''") }, { edit: insert(2, 'x'), at: 1 }],
      texts: ["a'x'", 'a'],
    },
    {
      name: 'typing and deleting it again leaves no step',
      acts: [{ edit: insert(1, 'x') }, { edit: { from: 1, to: 2, insert: '' }, at: 1 }],
      texts: ['a'],
    },
    {
      name: 'a change of nothing leaves no step',
      acts: [{ edit: { from: 0, to: 1, insert: 'a' } }, {}],
      texts: ['a'],
    },
    {
      name: 'the clock set back begins a new step',
      acts: [
        { edit: insert(1, 'x'), at: 1000 },
        { edit: insert(2, 'y'), at: 10 },
      ],
      texts: ['axy', 'ax', 'a'],
    },
    {
      name: 'the form and the editor never share a step',
      acts: [
        { edit: insert(1, 'x'), group: '/a' },
        { edit: insert(2, 'y'), origin: 'form', group: '/a', at: 1 },
      ],
      texts: ['axy', 'ax', 'a'],
    },
    {
      name: 'a change of the form without a place stands alone',
      acts: [
        { edit: insert(1, 'x'), origin: 'form' },
        { edit: insert(2, 'y'), origin: 'form', at: 1 },
      ],
      texts: ['axy', 'ax', 'a'],
    },
    {
      name: 'changes of one field are one step, of two fields two',
      acts: [
        { edit: insert(1, '1'), origin: 'form', group: '/a' },
        { edit: insert(2, '2'), origin: 'form', group: '/a', at: 10 },
        { edit: insert(3, '3'), origin: 'form', group: '/b', at: 20 },
      ],
      texts: ['a123', 'a12', 'a'],
    },
    {
      name: 'a fix stands alone',
      acts: [
        { edit: insert(1, '1'), origin: 'fix' },
        { edit: insert(2, '2'), origin: 'fix', at: 1 },
      ],
      texts: ['a12', 'a1', 'a'],
    },
  ])('$name', ({ acts, texts }) => expect(walk(acts.reduce(act, docOf('a')))).toEqual(texts))
})

test('undo stops at the text that was opened; one goes back to the former document with its file and baseline', () => {
  const before = act(docOf('a'), { edit: insert(1, 'b') })
  const after = act(before, { edit: { from: 0, to: 2, insert: 'z' }, origin: 'open', file: 'other.yaml' })
  expect([after.text, after.file.name, after.opened.text]).toEqual(['z', 'other.yaml', 'z'])
  expect([undoDoc(after), formerFile(after), formerFile(before)]).toEqual([null, before.file, null])
  const edited = act(act(after, { edit: insert(1, 'y') }), { edit: insert(0, 'x'), at: 5000 })
  expect(walk(edited)).toEqual(['xzy', 'zy', 'z'])
  const back = goBack(edited)
  expect([back.text, back.file, back.opened.text]).toEqual(['ab', before.file, 'a'])
  expect(walk(back)).toEqual(['ab', 'a'])
  const redone = ['z', 'zy', 'xzy'].reduce((doc) => redoDoc(doc)?.doc ?? doc, back)
  expect([redone.text, redone.file.name, redone.opened.text]).toEqual(['xzy', 'other.yaml', 'z'])
  expect(goBackDoc(back)).toBeNull()
})

test('a document that comes with its own history is opened with it', () => {
  const first = act(docOf('a'), { edit: insert(1, 'b') })
  const other = act(act(docOf('k: 1', { id: 'o', name: 'o.yaml', format: plainFormat }), { edit: insert(4, '2') }), {
    edit: insert(5, '3'),
    at: 5000,
  })
  const both = openDoc(first, other)
  expect([both.text, both.file.name, formerFile(both)?.name]).toEqual(['k: 123', 'o.yaml', 'config.yaml'])
  expect(walk(both)).toEqual(['k: 123', 'k: 12', 'k: 1'])
  expect(walk(goBack(both))).toEqual(['ab', 'a'])
})

test('the documents that a history leads to are told, each as it was left', () => {
  const open = (doc: Doc, file: string) =>
    act(doc, { edit: { from: 0, to: doc.text.length, insert: file }, origin: 'open', file })
  const edited = (doc: Doc) => act(doc, { edit: insert(0, '+'), origin: 'fix' })
  const last = edited(open(edited(open(edited(docOf('a')), 'b')), 'c'))
  const texts = (doc: Doc, ways?: 'redo') => otherDocuments(doc, ways).map(({ text }) => text)
  expect([texts(last), texts(last, 'redo')]).toEqual([['+b', '+a'], []])
  const first = goBack(goBack(last))
  expect([first.text, texts(first), texts(first, 'redo')]).toEqual(['+a', ['+b', '+c'], ['+b', '+c']])
  const half = undoDoc(first)?.doc as Doc
  expect(texts(half, 'redo')).toEqual(['+b', '+c'])
  expect(openDoc(docOf('x'), last).history.past).toHaveLength(2)
})

test('many steps of one document do not cost the one before it', () => {
  let doc = act(act(docOf('a'), { edit: insert(1, 'b') }), {
    edit: { from: 0, to: 2, insert: 'z' },
    origin: 'open',
    file: 'o',
  })
  for (let i = 0; i < maxSteps + 5; i++) doc = act(doc, { edit: insert(0, '#'), at: i * 1000 })
  expect(doc.history.past).toHaveLength(maxSteps)
  expect([goBack(doc).text, undoDoc(goBack(doc))?.doc.text]).toEqual(['ab', 'a'])
})

test('changes of one field are one step until it is left, whatever the time between', () => {
  const key = (doc: Doc, i: number) =>
    act(doc, { edit: insert(doc.text.length, String(i)), origin: 'form', group: '/a', at: i * 60_000 })
  const visited = [1, 2, 3].reduce(key, docOf('a: '))
  expect(walk(visited)).toEqual(['a: 123', 'a: '])
  expect(walk(key(closedDoc(visited), 4))).toEqual(['a: 1234', 'a: 123', 'a: '])
})

const typed = (doc: Doc, edits: Edit[], at: number): Doc => transact(doc, { edits, origin: 'editor', at })

test('typing with several carets is one step', () => {
  const first = typed(docOf('a: 1\nb: 2\n'), [insert(4, '0'), insert(9, '0')], 0)
  const second = typed(first, [insert(5, '5'), insert(11, '5')], 100)
  expect(walk(second)).toEqual(['a: 105\nb: 205\n', 'a: 1\nb: 2\n'])
  expect(walk(typed(second, [insert(6, '7')], 200))).toHaveLength(3)
})

test('a save keeps what it saved as the baseline, back and forth, and ends the step', () => {
  const saved = savedDoc(act(docOf('a'), { edit: insert(1, 'b') }))
  const more = act(saved, { edit: insert(2, 'c'), at: 1 })
  expect(walk(more)).toEqual(['abc', 'ab', 'a'])
  const back = undoDoc(saved)?.doc
  expect([back?.text, back?.opened.text, back?.opened.parsed.text]).toEqual(['a', 'ab', 'ab'])
})

test('opening is redone with its file, and a save before it is kept', () => {
  const saved = savedDoc(act(docOf('a'), { edit: insert(1, 'b') }))
  const other = act(saved, { edit: { from: 0, to: 2, insert: 'z' }, origin: 'open', file: 'other.yaml' })
  const back = goBack(other)
  expect([back.text, back.opened.text, back.file.name]).toEqual(['ab', 'ab', 'config.yaml'])
  const again = redoDoc(back)?.doc
  expect([again?.text, again?.opened.text, again?.opened.file.name, again?.file.name]).toEqual([
    'z',
    'z',
    'other.yaml',
    'other.yaml',
  ])
})

test('another file that cannot be read shows nothing of the former one', () => {
  const before = docOf('a: 1\n')
  const broken = act(before, { edit: { from: 0, to: 5, insert: 'a: "' }, origin: 'open', file: 'broken.yaml' })
  expect([broken.parsed.sound, broken.lastGood]).toEqual([false, null])
  expect(goBack(broken).lastGood?.text).toBe('a: 1\n')
})

test('a new name is undone as any change', () => {
  const renamed = transact(docOf('a: 1\n'), { edits: [], origin: 'form', at: 0, rename: 'b.yaml' })
  expect([renamed.file.name, renamed.opened.file.name]).toEqual(['b.yaml', 'config.yaml'])
  expect(undoDoc(renamed)?.doc.file.name).toBe('config.yaml')
})

test('a text given as parsed is believed only when it is the new one', () => {
  const doc = docOf('a: 1\n')
  const after = docOf('a: 12\n').parsed
  const edits = [insert(4, '2')]
  expect(transact(doc, { edits, origin: 'form', at: 0 }, after).parsed).toBe(after)
  expect(transact(doc, { edits: [insert(4, '3')], origin: 'form', at: 0 }, after).parsed.text).toBe('a: 13\n')
})

test('the oldest steps become one when there are too many or too large ones: the opened text is never lost', () => {
  let doc = docOf('a')
  for (let i = 0; i < maxSteps + 5; i++) doc = act(doc, { edit: insert(0, '#'), at: i * 1000 })
  expect(doc.history.past).toHaveLength(maxSteps)
  expect(walk(doc).at(-1)).toBe('a')
  const large = 'x'.repeat(maxHeldCharacters / 2)
  for (let i = 0; i < 3; i++) {
    doc = act(doc, { edit: { from: 0, to: doc.text.length, insert: `${i}${large}` }, origin: 'fix' })
    doc = act(doc, { edit: { from: 0, to: doc.text.length, insert: '' }, origin: 'fix' })
  }
  expect(doc.history.past.length).toBeLessThan(5)
  expect(walk(doc).at(-1)).toBe('a')
})

test('of former documents, what is too large is forgotten first', () => {
  const large = 'x'.repeat(maxHeldCharacters - 10)
  const other = act(act(docOf(large), { edit: insert(0, 'y') }), {
    edit: { from: 0, to: large.length + 1, insert: 'b' },
    origin: 'open',
    file: 'b.yaml',
  })
  const edited = act(act(other, { edit: insert(1, '1') }), { edit: insert(0, '2'), at: 9000 })
  expect(formerFile(edited)).toBeNull()
  expect(walk(edited)).toEqual(['2b1', 'b1', 'b'])
})

test('a name that the disk gave holds back and forth', () => {
  const edited = act(docOf('a', { id: 'd', name: 'a.yaml', format: plainFormat }), { edit: insert(1, 'b') })
  const saved = savedDoc(edited, { ...edited, file: { ...edited.file, name: 'b.yaml' } })
  const names = [saved, undoDoc(saved)?.doc, redoDoc(undoDoc(saved)?.doc as Doc)?.doc].map((doc) => doc?.file.name)
  expect(names).toEqual(['b.yaml', 'b.yaml', 'b.yaml'])
  const later = act(edited, { edit: insert(2, 'c'), at: 1 })
  const during = savedDoc(later, edited)
  expect([during.text, during.opened.text]).toEqual(['abc', 'ab'])
})

test('an edit after undo forgets what was undone', () => {
  const undone = undoDoc(act(docOf('a'), { edit: insert(1, 'b') }))?.doc as Doc
  expect(redoDoc(act(undone, { edit: insert(1, 'c') }))).toBeNull()
})

test('broken text keeps the last good reading', () => {
  const broken = act(docOf('a: 1\n'), { edit: insert(3, '"') })
  expect([broken.parsed.sound, broken.lastGood?.text]).toEqual([false, 'a: 1\n'])
  expect(act(broken, { edit: { from: 3, to: 4, insert: '' } }).lastGood?.text).toBe('a: 1\n')
})

test('a document that is restored broken shows the newest text of its history that could be read', () => {
  const good = act(docOf('a: 1\n'), { edit: insert(4, '2') })
  const broken = act(act(good, { edit: insert(0, '"'), at: 5000 }), { edit: insert(0, '['), at: 9000 })
  const saved = savedDoc(broken)
  expect(docOf(saved.text, saved.file, saved.opened, { history: saved.history }).lastGood?.text).toBe('a: 12\n')
  expect(docOf(saved.text, saved.file, saved.opened).lastGood).toBeNull()
})

test('any changes, all undone, give the text back', () => {
  const change = fc.record({
    from: fc.nat(30),
    length: fc.nat(5),
    insert: fc.string({ maxLength: 4 }),
    at: fc.nat(2000),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let doc = docOf('name: x\nlist: [1, 2]\n')
      let at = 0
      for (const { from, length, insert: text, at: pause } of changes) {
        const start = Math.min(from, doc.text.length)
        at += pause
        doc = act(doc, { edit: { from: start, to: Math.min(start + length, doc.text.length), insert: text }, at })
      }
      expect(walk(doc).at(-1)).toBe('name: x\nlist: [1, 2]\n')
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('mixed line ends survive edits and undo', () => {
  const file = {
    id: 'a',
    name: 'a.yaml',
    format: {
      bom: true,
      ends: [
        { end: '\r\n', count: 1 },
        { end: '\n', count: 1 },
      ] as const,
    },
  }
  const doc = docOf('a: 1\nb: 2\n', file)
  const edited = act(doc, { edit: insert(4, '0') })
  const shown = (at: Doc) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodeFile(at.text, at.file.format))
  expect(shown(edited)).toBe('\ufeffa: 10\r\nb: 2\n')
  expect(shown(undoDoc(edited)?.doc as Doc)).toBe('\ufeffa: 1\r\nb: 2\n')
})
