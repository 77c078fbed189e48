import { expect, test } from 'vitest'
import { allRecipes } from '../../config/recipes/recipes'
import { recipeCatalog } from '../../i18n/recipes/recipe-words'
import { findRecipes, groupRecipes } from './recipe-search'

const catalogs = [await recipeCatalog('en'), await recipeCatalog('zh')]
const found = (query: string) => findRecipes(allRecipes, query, catalogs).map(({ id }) => id)

test.each<[string, readonly string[]]>([
  ['sd_xl_export', ['sd_xl_export', 'sd_xl_trt_inference']],
  ['SD_XL_Export.py', ['sd_xl_export']],
  ['dreambooth lora', ['dreambooth_lora_train', 'dreambooth_lora_infer']],
  ['lora dreambooth train', ['dreambooth_lora_train']],
  ['controlnet_train.py', ['controlnet_v1-5']],
  ['微调 dreambooth', ['dreambooth', 'dreambooth_lora_train']],
  ['sd_finetune 微调', ['sd_finetune']],
  ['nothing of the kind', []],
])('%s', (query, ids) => {
  expect(found(query)).toEqual(ids)
})

test('without a query all are there, grouped by model and task, none lost', () => {
  expect(found('  ')).toHaveLength(38)
  const groups = groupRecipes(allRecipes)
  expect(groups.map(({ family }) => family)).toEqual([
    'sd',
    'sdxl',
    'controlnet',
    'dreambooth',
    'instruct_pix2pix',
    'imagen',
  ])
  expect(groups[0]?.tasks.map(({ task }) => task)).toEqual(['train', 'finetune', 'infer', 'evaluate'])
  expect(groups[1]?.tasks.map(({ task }) => task).slice(-2)).toEqual(['export', 'definition'])
  const inGroups = groups.flatMap(({ tasks }) => tasks.flatMap(({ recipes }) => recipes))
  expect(new Set(inGroups)).toEqual(new Set(allRecipes))
  expect(inGroups).toHaveLength(allRecipes.length)
})
