import { expect, test } from 'vitest'
import { docOf } from '../../core/document/doc'
import type { Issue } from '../../core/issue'
import { pathKey } from '../../core/path'
import { applyFix } from '../edits'
import { createStore } from '../store'
import { fieldView, sameFieldView } from './field-view'

const key = pathKey(['a', 'b'])
const issue: Issue = {
  code: 'range',
  path: ['a', 'b'],
  span: { from: 3, to: 4 },
  level: 'error',
  facts: { got: '1', min: 2 },
  fix: { kind: 'set', path: ['a', 'b'], source: '2' },
}

/** A file as it was opened, read after it has become another text, with these issues. */
function viewOf(opened: string, text: string, issues: readonly Issue[] = []) {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(opened) })
  store.dispatch({ edits: [{ from: 0, to: opened.length, insert: text }], origin: 'editor' })
  return fieldView({ ...store.getState(), issues }, key)
}

/** Both ways round, and each view is like itself. */
function expectSame(a: ReturnType<typeof viewOf>, b: ReturnType<typeof viewOf>, isSame: boolean) {
  expect([sameFieldView(a, b), sameFieldView(b, a)]).toEqual([isSame, isSame])
  expect([sameFieldView(a, { ...a }), sameFieldView(b, { ...b })]).toEqual([true, true])
}

const other: Issue = { ...issue, code: 'enum' }

test.each<[string, readonly Issue[], readonly Issue[], boolean]>([
  ['none before', [], [issue], false],
  ['one more', [issue], [issue, other], false],
  ['another code', [issue], [other], false],
  ['another level', [issue], [{ ...issue, level: 'warning' }], false],
  ['another fact', [issue], [{ ...issue, facts: { got: '0', min: 2 } }], false],
  ['another sentence of the same code', [issue], [{ ...issue, variant: 'none' }], false],
  ['another repair', [issue], [{ ...issue, fix: { kind: 'remove', path: ['a', 'b'] } }], false],
  ['another order', [issue, other], [other, issue], false],
  ['only the second differs', [issue, issue], [issue, other], false],
  ['elsewhere in the text', [issue], [{ ...issue, span: { from: 8, to: 9 } }], true],
  ['of another place', [issue], [issue, { ...other, path: ['a', 'c'] }], true],
])('a row shows its issues anew when they differ: %s', (_, before, after, isSame) => {
  const text = 'a:\n  b: 1\n'
  expectSame(viewOf(text, text, before), viewOf(text, text, after), isSame)
})

test.each<[string, string, string, boolean]>([
  ['another value', 'a:\n  b: 1\n', 'a:\n  b: 2\n', false],
  ['the value in quotes', 'a:\n  b: x\n', "a:\n  b: 'x'\n", false],
  ['the same characters as a literal', 'a:\n  b: |-\n    x\n', 'a:\n  b: >-\n    x\n', false],
  ['gone', 'a:\n  b: 1\n', 'a: {}\n', false],
  ['nothing written', 'a:\n  b:\n', 'a: {}\n', false],
  ['a list for a map', 'a:\n  b: [1]\n', 'a:\n  b: {c: 1}\n', false],
  ['a block for brackets', 'a:\n  b: [1]\n', 'a:\n  b:\n  - 1\n', false],
  ['by a merge', 'a: {b: 1}\n', 'x: &x {b: 1}\na: {<<: *x}\n', false],
  ['text above and a comment beside', 'a:\n  b: 1\n', '# new\na:\n  b: 1 # new\n', true],
  ['another value beside', 'a:\n  b: 1\n', 'a:\n  c: 1\n  b: 1\n', true],
  ['an item more', 'a:\n  b:\n  - 1\n', 'a:\n  b:\n  - 1\n  - 2\n', true],
])('a row is shown anew when its place differs: %s', (_, before, after, isSame) => {
  // Both differ from what was opened, or both do not.
  expectSame(viewOf('', before), viewOf('', after), isSame)
})

test.each<[string, string, string, string, boolean]>([
  ['changed or not', 'a: {b: 1}\n', 'a: {b: 2}\n', 'a: {b: 1}\n', false],
  ['changed from another value', 'a: {b: 2}\n', 'a: {b: 3}\n', 'a: {b: 1}\n', false],
  ['changed or new', 'a: {b: 2}\n', 'a: {}\n', 'a: {b: 1}\n', false],
  ['gone or never there', 'a: {b: 2}\n', 'a: {}\n', 'a: {}\n', false],
  ['the file differs elsewhere', 'a: {b: 1}\n', 'a: {b: 1}\nc: 2\n', 'a: {b: 1}\n', true],
])('a row is shown anew when the opened file differs there: %s', (_, before, after, text, isSame) => {
  expectSame(viewOf(before, text), viewOf(after, text), isSame)
})

test('the repair that a row shows is made where the value stands now', () => {
  const place = pathKey(['infer', 'out_path'])
  const store = createStore(() => 0)
  store.restore({ doc: docOf('infer:\n  out_path: ! "5"\n') })
  const before = fieldView(store.getState(), place)
  store.dispatch({ edits: [{ from: 0, to: 0, insert: '# a line above\n' }], origin: 'editor' })
  const after = fieldView(store.getState(), place)
  const [shown] = (sameFieldView(before, after) ? before : after).issues
  expect(shown?.fix).toBeDefined()
  if (shown?.fix !== undefined) applyFix(store, shown.fix)
  expect(store.getState().doc.text).toBe('# a line above\ninfer:\n  out_path: "5"\n')
})
