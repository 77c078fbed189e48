import { expect, test } from 'vitest'
import { docOf } from '../../core/document/doc'
import { printPath } from '../../core/path'
import { createStore } from '../store'
import { nextIssue, problemCounts, showIssue } from './problems'
import { fixAll, suppressIssue } from './repairs'

const text = `trainer:
  num_nodes: 0
  acelerator: gpu
  precison: 32
model:
  seed: 1.5
`
function storeOn(content: string) {
  const store = createStore(() => 0)
  store.restore({ doc: docOf(content) })
  return store
}
const grave = (store: ReturnType<typeof storeOn>) => store.getState().issues.filter(({ level }) => level !== 'info')

test('issues are walked one by one, around the end', () => {
  const store = storeOn(text)
  const places = grave(store).map(({ span }) => span?.from ?? 0)
  expect(places.length).toBeGreaterThan(2)
  const walk = (step: 1 | -1) =>
    Array.from({ length: places.length + 1 }, () => {
      const next = nextIssue(store.getState(), step)
      if (next !== null) showIssue(store, next)
      return next?.span?.from
    })
  expect(walk(1)).toEqual([...places, places[0]])
  expect(walk(-1)).toEqual([...places].reverse().concat(places.at(-1) ?? 0))
})

test('from a field, the next issue is the one after it in the text', () => {
  const store = storeOn(text)
  store.setFocus({ path: ['trainer', 'acelerator'], from: 'form', reveal: false })
  expect(printPath(nextIssue(store.getState(), 1)?.path ?? [])).toBe('trainer.precison')
})

test('all of a kind are fixed as one step', () => {
  const store = storeOn(text)
  const misspelt = store.getState().issues.filter(({ code }) => code === 'unknown-key')
  expect(fixAll(store, misspelt)).toBe(2)
  expect(store.getState().doc.text).toBe(text.replace('acelerator', 'accelerator').replace('precison', 'precision'))
  store.undo()
  expect(store.getState().doc.text).toBe(text)
})

test('a suppressed issue is gone, and back after undo', () => {
  const store = storeOn(text)
  const issue = store.getState().issues.find(({ code }) => code === 'range')
  const before = problemCounts(store.getState())
  expect(issue === undefined ? 'none' : suppressIssue(store, issue)).toBeNull()
  expect(problemCounts(store.getState()).failing).toBe(before.failing - 1)
  store.undo()
  expect(problemCounts(store.getState())).toEqual(before)
})
