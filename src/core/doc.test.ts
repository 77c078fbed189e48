import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Doc, docOf, type Origin, redoDoc, transact, undoDoc } from './doc'
import { encodeFile, plainFormat } from './file-format'
import type { Edit } from './text'

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
    ...(file === undefined ? {} : { file: { name: file, format: plainFormat } }),
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
  const forth = [at.text]
  for (let step = redoDoc(at); step !== null; step = redoDoc(at)) {
    at = step.doc
    forth.push(at.text)
  }
  expect(forth.reverse()).toEqual(texts)
  return texts
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

test('opening a file is undone with its name and what counted as opened', () => {
  const before = act(docOf('a'), { edit: insert(1, 'b') })
  const after = act(before, { edit: { from: 0, to: 2, insert: 'z' }, origin: 'open', file: 'other.yaml' })
  expect([after.text, after.file.name, after.opened.text]).toEqual(['z', 'other.yaml', 'z'])
  const back = undoDoc(after)?.doc
  expect([back?.text, back?.file, back?.opened.text]).toEqual(['ab', before.file, 'a'])
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
