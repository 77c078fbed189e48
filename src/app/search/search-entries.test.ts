import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { fieldsEn } from '../../i18n/fields/fields-en'
import { fieldsZh } from '../../i18n/fields/fields-zh'
import { treeMemory } from '../../state/views/form-tree'
import { fieldEntries, findEntries } from './search-entries'

const folder = new URL('../../../e2e/fixtures/nemo-configs/multimodal/text_to_image/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const [en, zh] = [new Map(Object.entries(fieldsEn)), new Map(Object.entries(fieldsZh))]
const entriesOf = (text: string) => fieldEntries(treeMemory()(parse(text)), en, zh)

const sdTrain = entriesOf(read('stable_diffusion/conf/sd_train.yaml'))
const sdxl = entriesOf(read('stable_diffusion/conf/sd_xl_base_train.yaml'))

describe('the first found', () => {
  test.each([
    ['learning rate', 'model.optim.lr'],
    ['学习率', 'model.optim.lr'],
    ['预热步数', 'model.optim.sched.warmup_steps'],
    ['micro batch', 'model.micro_batch_size'],
    ['微批大小', 'model.micro_batch_size'],
    ['batch', 'model.micro_batch_size'],
    ['max_steps', 'trainer.max_steps'],
    ['检查点选项', 'exp_manager.checkpoint_callback_params'],
    ['exp_manager.ema.decay', 'exp_manager.ema.decay'],
  ])('%s', (query, id) => {
    expect(findEntries(sdTrain, query)[0]?.id).toBe(id)
  })

  test('of equals is the one that stands first', () => {
    const ids = findEntries(sdxl, 'emb_models input_key').map(({ id }) => id)
    const places = ids.filter((id) => id.endsWith('].input_key'))
    expect(places).toEqual([0, 1, 2, 3, 4].map((i) => `model.conditioner_config.emb_models[${i}].input_key`))
  })

  test('is a field inside a list', () => {
    expect(findEntries(sdxl, 'emb_models[1].input_key')[0]?.path).toEqual([
      'model',
      'conditioner_config',
      'emb_models',
      1,
      'input_key',
    ])
  })
})

test('what the file has comes first, then what it may have, then what belongs to other configs', () => {
  const order = ['present', 'offered', 'elsewhere']
  const same = ['present', 'offered', 'elsewhere'].map((standing, i) => ({ ...sdTrain[0], standing, id: String(i) }))
  const found = findEntries(same.toReversed() as typeof sdTrain, sdTrain[0]?.label ?? '')
  expect(found.map(({ standing }) => standing)).toEqual(order)
  expect(sdTrain.find(({ id }) => id === 'model.unet_type')?.standing).toBe('elsewhere')
  expect(sdTrain.find(({ id }) => id === 'model.optim.sched.step_size')?.standing).toBe('elsewhere')
})

test('no field is listed twice, and none without a place', () => {
  for (const entries of [sdTrain, sdxl, entriesOf(''), entriesOf('a: [{b: 1}, 2]\n__proto__: 1\n')]) {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.filter(({ path }) => path.length === 0)).toEqual([])
  }
})
