import { expect, test } from 'vitest'
import { rules } from '../../config/rules/all'
import { batchOf } from '../../config/rules/batch/batch'
import { docOf } from '../../core/document/doc'
import { createStore } from '../store'
import { configOf } from './config-of'

const text = (globalBatch: string) =>
  `trainer: {devices: 2}\nexp_manager: {}\nmodel: {micro_batch_size: 4, global_batch_size: ${globalBatch}, optim: {}, first_stage_key: images}\n`

test.each([
  ['what a rule says of a value does not hide it', '10', 'remainder', 10],
  ['what fits', '8', 'fits', 8],
  ['a value of a wrong type is not known', 'many', 'not-known', 'unresolved'],
])('%s', (_, globalBatch, verdict, shown) => {
  const store = createStore(() => 0, { rules: new Map([['base', rules]]) })
  store.restore({ doc: docOf(text(globalBatch)) })
  expect(batchOf(configOf(store.getState()))).toMatchObject({ verdict, globalBatch: shown })
})
