import { expect, test } from 'vitest'
import { docOf } from '../core/document/doc'
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
  store.restore({ doc: docOf(content) })
  return store
}
const read = (line: string) => readPasted(storeOn(text).getState(), line)

test('a whole command line is one step, comments stay', () => {
  const store = storeOn(text)
  const pasted = applyPasted(
    store,
    "python /opt/NeMo/sd_train.py --config-name=sd_train trainer.devices=8 \\\n  model.optim.lr=1e-5 '+c=x y' --oops",
  )
  expect(pasted.overrides.map(({ outcome }) => outcome)).toEqual(['applies', 'applies', 'applies'])
  expect(pasted.line.notUnderstood.map(({ text: part }) => part)).toEqual(['--oops'])
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

test('a sweep over a key that is not there, or of runs that are not known', () => {
  const { overrides } = read('model.optim.rl=1,2 model.optim.lr=interval(0,1) +model.new=choice(1,2)')
  expect(overrides).toMatchObject([{ outcome: { code: 'no-such-key' } }, { outcome: 'sweep' }, { outcome: 'sweep' }])
})

test('a text that cannot be read stays as it is', () => {
  const store = storeOn(text)
  store.dispatch({ edits: [{ from: 0, to: 0, insert: 'open: [\n' }], origin: 'editor' })
  const { overrides, edits } = applyPasted(store, 'trainer.devices=8')
  expect(overrides).toMatchObject([{ outcome: { stage: 'load' } }])
  expect(edits).toEqual([])
  expect(store.getState().doc.text).toBe(`open: [\n${text}`)
})
