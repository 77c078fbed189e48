import { expect, test } from 'vitest'
import { docOf } from '../core/doc'
import { applyPasted, readPasted } from './command-line'
import { createStore } from './store'

const text = `name: x # the run
trainer:
  devices: 1 # GPUs
  num_nodes: 1
model:
  optim: {lr: 1e-4}
`
const storeOn = (content: string) => {
  const store = createStore(() => 0)
  store.restore(docOf(content), null)
  return store
}
const read = (line: string) => readPasted(storeOn(text).getState(), line)

test('a whole command line is one step, comments stay', () => {
  const store = storeOn(text)
  const pasted = readPasted(
    store.getState(),
    "python /opt/NeMo/sd_train.py --config-name=sd_train trainer.devices=8 \\\n  model.optim.lr=1e-5 '+c=x y' --oops",
  )
  expect(pasted.overrides.map(({ outcome }) => outcome)).toEqual(['applies', 'applies', 'applies'])
  expect(pasted.line.notUnderstood.map(({ text: part }) => part)).toEqual(['--oops'])
  applyPasted(store, pasted)
  expect(store.getState().doc.text).toBe(
    text.replace('devices: 1', 'devices: 8').replace('1e-4', '1e-5').concat('c: x y\n'),
  )
  store.undo()
  expect(store.getState().doc.text).toBe(text)
})

test('what cannot be applied is named, the rest goes on', () => {
  const { overrides } = read('trainer.devises=2 trainer.devices=4')
  expect(overrides.map(({ outcome }) => (typeof outcome === 'string' ? outcome : outcome.stage))).toEqual([
    'apply',
    'applies',
  ])
})

test('a sweep is a table of runs and changes nothing', () => {
  const { edits, runs, overrides } = read('--multirun model.optim.lr=1e-4,5e-5 trainer.num_nodes=1,2')
  expect(overrides.map(({ outcome }) => outcome)).toEqual(['sweep', 'sweep'])
  expect(edits).toEqual([])
  expect(runs?.ok && runs.count).toBe(4)
})
