import { expect, test } from 'vitest'
import { allRecipes } from '../config/recipes/recipes'
import { readCommandLine } from '../core/hydra/command-line'
import { parse } from '../core/omegaconf/parse'
import { launchCommand, launchOverrides } from './launch'

const recipeOf = (id: string) => {
  const recipe = allRecipes.find((one) => one.id === id)
  if (recipe === undefined) throw new Error(`no recipe ${id}`)
  return recipe
}
const one = 'trainer: {devices: 1, num_nodes: 1}'

test.each<[string, string, string[], number | null, string[] | null]>([
  ['sd_train', one, ['a=1'], null, ['a=1']],
  ['sd_train', 'trainer: {devices: 8, num_nodes: 2}', ['a=1'], null, ['a=1', 'trainer.devices=1']],
  ['sd_train', 'trainer: {devices: 4}', ['trainer.devices=4', 'a=1'], null, ['trainer.devices=1', 'a=1']],
  ['sd_train', 'trainer: {devices: 4}', ['+trainer.devices=4'], 2, ['+trainer.devices=2', '+trainer.num_nodes=1']],
  ['sd_train', one, [], 8, ['trainer.devices=8']],
  ['sd_train', 'trainer: {}', [], null, ['+trainer.devices=1']],
  ['sd_fid_images', 'fid: {ntasks_per_node: 8}', [], 4, ['fid.ntasks_per_node=4', '+trainer.devices=4']],
  ['sd_infer', 'trainer: {devices: 1}', [], 8, null],
  ['sd_infer', 'trainer: {devices: 2}', [], null, ['trainer.devices=1']],
  ['sd_xl_infer', 'infer: {}', [], null, []],
  ['sd_xl_base', one, [], null, null],
])('%s of %s with %j on %j', (id, text, overrides, gpus, expected) => {
  expect(launchOverrides({ recipe: recipeOf(id), config: parse(text).typed, overrides, gpus })).toEqual(expected)
})

test('the file, the GPUs and the overrides stand in the command', () => {
  const launch = {
    recipe: recipeOf('sd_train'),
    fileName: 'my run.yaml',
    config: parse(one).typed,
    overrides: ['+c=x y'],
    gpus: 4,
  }
  const script = '/opt/NeMo/examples/multimodal/text_to_image/stable_diffusion/sd_train.py'
  const line = `torchrun --nproc_per_node=4 ${script} --config-path="$PWD" '--config-name=my run' '+c=x y' trainer.devices=4`
  expect(launchCommand(launch)).toBe(line)
  expect(launchCommand(launch, ' \\\n  ')?.replaceAll(' \\\n  ', ' ')).toBe(line)
  expect(launchCommand({ ...launch, gpus: null })?.startsWith(`python ${script} --config-path`)).toBe(true)
})

const awkward = ['+c="it\'s $HOME `x` !"', '+d="a\\\\b"', '+e="学"']

test.each(allRecipes.flatMap((recipe) => [null, 4].map((gpus) => [recipe.id, gpus, recipe] as const)))(
  'the command of %s on %j GPUs carries the overrides unharmed, and is read back',
  (_, gpus, recipe) => {
    const launch = { recipe, fileName: 'a b.yaml', config: parse(one).typed, overrides: awkward, gpus }
    const way = gpus === null ? recipe.launch.singleGpu : recipe.launch.multiGpu
    for (const between of [' ', ' \\\n  '] as const) {
      const command = launchCommand(launch, between)
      expect(command === null).toBe(way === null)
      if (command === null) continue
      const line = readCommandLine(command)
      expect(line).toMatchObject({ script: `/opt/NeMo/${recipe.script}`, configPath: '$PWD', configName: 'a b' })
      expect(line.overrides).toEqual(launchOverrides(launch))
      if (gpus !== null) expect(command).not.toMatch(/=8\b|\b7\b/)
      if (way?.launcher !== 'python-each')
        expect(line.notUnderstood.filter(({ text }) => text !== '$LOCAL_RANK')).toEqual([])
    }
  },
)
