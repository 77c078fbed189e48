import { expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { checkValue } from '../schema/check-value'
import { allSpecs } from '../schema/specs'
import { recipeText } from './recipe-text'
import { recipeValues } from './recipe-values'
import { allRecipes } from './recipes'

const model = (...lines: string[]) => `model:\n${lines.map((line) => `  ${line}\n`).join('')}`

test.each([
  ['scalars as written', { a: 'trainer:\n  devices: 2\n' }, 'trainer.devices', [['2', 'a']]],
  [
    'one value for what reads the same, the commonest first',
    { a: 'trainer:\n  precision: bf16\n', b: 'trainer:\n  precision: 16\n', c: 'trainer:\n  precision: 0x10\n' },
    'trainer.precision',
    [
      ['16', 'b', 'c'],
      ['bf16', 'a'],
    ],
  ],
  ['nothing after the colon', { a: model('ckpt_path:') }, 'model.ckpt_path', [['null', 'a']]],
  ['references', { a: model('precision: ${trainer.precision}') }, 'model.precision', [['${trainer.precision}', 'a']]],
  [
    'lists on one line',
    { a: model('optim:', '  betas:', '    - 0.9', '    - 0.999'), b: model('optim: {betas: [0.9, 0.98]}') },
    'model.optim.betas',
    [
      ['[0.9, 0.999]', 'a'],
      ['[0.9, 0.98]', 'b'],
    ],
  ],
  [
    'items of lists under their own id',
    { a: model('optim:', '  betas: [0.9, 0.999]'), b: model('optim: {betas: [0.9, 0.98]}') },
    'model.optim.betas[]',
    [
      ['0.9', 'a', 'b'],
      ['0.999', 'a'],
      ['0.98', 'b'],
    ],
  ],
  ['not what is to be filled in', { a: model('ckpt_path: ???', 'seed: 1') }, 'model.ckpt_path', undefined],
  ['not what has more inside', { a: model('optim: {lr: 1}') }, 'model.optim', undefined],
  ['not what the schema does not know', { a: 'mine: 1\n' }, 'mine', undefined],
] as const)('%s', (_, texts, id, expected) => {
  const found = recipeValues(texts)[id]?.map(({ source, recipes }) => [source, ...recipes])
  expect(found).toEqual(expected?.map((value) => [...value]))
})

test('of the 38 recipes: bounded, each value one line that its parameter accepts', async () => {
  const texts = Object.fromEntries(
    await Promise.all(allRecipes.map(async ({ id }) => [id, await recipeText(id)] as const)),
  )
  const values = recipeValues(texts)
  const specs = new Map(allSpecs().map((spec) => [spec.id, spec]))
  expect(values['model.optim.lr']?.map(({ source }) => source)).toContain('1e-4')
  expect(values['trainer.max_steps']?.length).toBeGreaterThan(2)
  for (const [id, offered] of Object.entries(values)) {
    const spec = specs.get(id)
    expect(offered.length, id).toBeLessThanOrEqual(10)
    for (const { source, recipes } of offered) {
      const typed = parse(`v: ${source}\n`).typed
      const value = typed.t === 'dict' ? typed.v[0]?.[1] : undefined
      expect(
        value === undefined || spec === undefined ? 'unread' : checkValue(spec, value),
        `${id}: ${source}`,
      ).toBeNull()
      expect(recipes.every((recipe) => recipe in texts)).toBe(true)
    }
  }
  expect(JSON.stringify(values).length).toBeLessThan(150_000)
})
