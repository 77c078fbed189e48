import { expect, test } from 'vitest'
import { plainFormat } from '../core/document/file-format'
import { draftsOf, withText } from './kept-drafts'

const file = (name: string, format: unknown = plainFormat) => ({ name, format })
const record = (tab: string, more: object = {}) => ({
  version: 2,
  tab,
  at: 1,
  serial: 1,
  active: 0,
  documents: [{ text: `${tab}: 1\n`, file: file(`${tab}.yaml`) }],
  ...more,
})
const textsOf = (kept: [string, unknown][]) =>
  draftsOf(kept).drafts.map(({ key, documents, active }) => [key, documents[active]?.text])

test.each<[what: string, kept: [string, unknown][], texts: unknown[][]]>([
  ['nothing', [], []],
  [
    'the newest first',
    [
      ['tab:a', record('a')],
      ['tab:b', record('b', { at: 2 })],
    ],
    [
      ['tab:b', 'b: 1\n'],
      ['tab:a', 'a: 1\n'],
    ],
  ],
  [
    'the higher serial of one tab, wherever it stands',
    [
      ['tab:a', record('a', { serial: 3 })],
      ['t2i-config.left.a', record('a', { documents: [{ text: 'left' }] })],
    ],
    [['tab:a', 'a: 1\n']],
  ],
  [
    'what was kept on leaving, when it is the newer',
    [
      ['tab:a', record('a')],
      ['t2i-config.left.a', record('a', { serial: 2, documents: [{ text: 'left' }] })],
    ],
    [['tab:a', 'left']],
  ],
  [
    'the first version, what was kept on leaving before the rest',
    [
      ['current', { version: 1, text: 'old', file: file('x.yaml') }],
      ['t2i-config.left', { version: 1, text: 'left' }],
    ],
    [['current', 'left']],
  ],
  ['a tab that its record does not name', [['tab:a', record('a', { tab: 7 })]], [['tab:a', 'a: 1\n']]],
  ['an active document that is not there', [['tab:a', record('a', { active: 9 })]], [['tab:a', 'a: 1\n']]],
])('drafts: %s', (_, kept, texts) => {
  expect(textsOf(kept)).toEqual(texts)
})

test.each<[what: string, value: unknown]>([
  ['text', 'x'],
  ['null', null],
  ['a list', []],
  ['another version', { version: 3, documents: [{ text: 'x' }] }],
  ['no documents', { version: 2, documents: [] }],
  ['documents that are none', { version: 2, documents: 'x' }],
  ['a document without text', { version: 2, documents: [{ text: 1 }, null] }],
  ['the first version without text', { version: 1 }],
])('unreadable and given out as it is: %s', (_, value) => {
  expect(draftsOf([['tab:x', value]])).toEqual({ drafts: [], unreadable: [{ key: 'tab:x', value }] })
})

test('what can be read of a record is, and the whole is given out as well', () => {
  const value = record('a', {
    documents: [{ text: 3 }, { text: 'fine', file: file('', { bom: 1, ends: [{ end: 'x' }, null] }) }],
  })
  const { drafts, unreadable } = draftsOf([['tab:a', value]])
  expect(drafts[0]?.documents).toEqual([null, { text: 'fine', name: 'config.yaml', format: plainFormat }])
  expect(drafts[0]?.active).toBe(1)
  expect(unreadable).toEqual([{ key: 'tab:a', value }])
})

test('another text makes a newer record that reads back as itself, all else of it kept', () => {
  const more = { opened: { text: 'o' }, history: { past: [1] } }
  const value = record('a', { documents: [{ text: 'b' }, { text: 'a', ...more }], active: 1, handle: 'h' })
  const [draft] = draftsOf([['tab:a', value]]).drafts
  if (draft === undefined) throw new Error('no draft')
  const next = withText(draft, 'new', 50)
  expect(next.record).toEqual({
    ...value,
    at: 50,
    serial: 2,
    documents: [{ text: 'b' }, { text: 'new', opened: { text: 'o' } }],
  })
  expect(
    draftsOf([
      ['tab:a', value],
      ['t2i-config.left.a', next.record],
    ]).drafts,
  ).toEqual([next])
  expect(draft.record).toBe(value)
})
