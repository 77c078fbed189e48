import { expect, test } from 'vitest'
import { defaultFile, docOf } from '../../core/document/doc'
import { printPath } from '../../core/path'
import { createStore } from '../store'
import { resolvedText } from './resolved-text'

function resolved(text: string, env = {}) {
  const store = createStore(() => 0, { env })
  store.restore({ doc: docOf(text, defaultFile) })
  return resolvedText(store.getState())
}

test('the config as NeMo sees it, with what differs from the source and what has no value', () => {
  const { lines, unresolved, missing } = resolved(
    'lr: 1e-4 # n\nopt: {lr: "${lr}", home: "${oc.env:HOME}"}\ncopy: ${opt}\nlist: ["${map}", x]\nmap: {a: 1, b: "???"}\nbad: ${opt.nope}\nalso: ${bad}\n',
    { HOME: '/root' },
  )
  expect(lines.map(({ text, mark, expression }) => [text, mark, expression])).toEqual([
    ['lr: 0.0001', null, null],
    ['opt:', null, null],
    ['  lr: 0.0001', 'resolved', '${lr}'],
    ['  home: /root', 'resolved', '${oc.env:HOME}'],
    ['copy:', 'resolved', '${opt}'],
    ['  lr: 0.0001', 'resolved', null],
    ['  home: /root', 'resolved', null],
    ['list:', null, null],
    ['  - a: 1', 'resolved', '${map}'],
    ['    b: ???', 'resolved', null],
    ['  - x', null, null],
    ['map:', null, null],
    ['  a: 1', null, null],
    ['  b: ???', 'missing', null],
    ['bad: ${opt.nope}', 'failed', null],
    ['also: ${bad}', 'failed', null],
  ])
  expect(unresolved.map(({ path, facts, at }) => [printPath(path), facts.reason, at && printPath(at)])).toEqual([
    ['bad', 'key-not-found', null],
    ['also', 'key-not-found', 'bad'],
  ])
  expect(missing.map(printPath)).toEqual(['map.b'])
})

test('a broken text shows the last that could be read', () => {
  const store = createStore(() => 0)
  store.restore({ doc: docOf('a: 1\nb: ${a}\n', defaultFile) })
  store.dispatch({ edits: [{ from: 3, to: 3, insert: '"' }], origin: 'editor' })
  expect(resolvedText(store.getState()).lines.map(({ text }) => text)).toEqual(['a: 1', 'b: 1'])
})

test('a config without expressions', () => {
  expect(resolved('a: 1\n')).toMatchObject({ hasExpressions: false, unresolved: [], missing: [] })
  expect(resolved('').lines.map(({ text }) => text)).toEqual(['{}'])
})
