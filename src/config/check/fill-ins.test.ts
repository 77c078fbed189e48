import { describe, expect, test } from 'vitest'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { isFillIn } from '../view/fill-in'
import { isPlaceholder } from '../view/placeholder'
import { check } from './check'

/** What is to be filled in, and which errors are not that: `code path`. */
const toFill = (text: string): string[] =>
  check(parse(text))
    .filter(({ level }) => level === 'error')
    .filter(isFillIn)
    .map(({ code, path }) => `${code} ${printPath(path)}`)
const about = (text: string, at: string): string[] =>
  check(parse(text)).flatMap(({ level, code, path }) => (printPath(path) === at ? [`${level} ${code}`] : []))

describe('texts of examples', () => {
  test.each([
    ...[
      '/path/to/data',
      'path/to/model.nemo',
      '/PATH/TO/x',
      's3://bucket/path/to/shards',
      '/path-to-vae',
      'path_to_model',
    ],
    ...['YOUR_TRAINING_DATASET_WDINFO_FILE', '/data/YOUR_NAME/x', 'YOUR-PROJECT', 'your_project', 'runs/your-name'],
    ...['<dataset>', '<your token>', '/data/<name>/train', '<root>/shards', 'CHANGE_ME', 'changeme', 'REPLACE-THIS'],
    ...[
      '/data/CHANGE_ME',
      'TODO',
      'FIXME',
      'TBD',
      'XXX',
      'DATASET_MOUNT_PATH',
      'DATA_DIR/shards',
      '/mnt/OUTPUT_FOLDER',
    ],
  ])('%s is a placeholder', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  test.each([
    ...['/datasets/coyo', 'stable-diffusion', '/pathto/x', 'the_path_tool', 'yours', '/home/yourk/x', 'a <b', 'a > b'],
    ...['TODOS', 'todo-app', 'bf16-mixed', '16, 16', 'nemo.collections.multimodal', 'LOCAL_RANK', '${oc.env:DATA_DIR}'],
    ...['{epoch}--{step}', '${model.data.path}', 'val/loss', 'PARA_DDIM', '', 'CLIP_ViT-L', '/ckpts/encoders'],
  ])('%j is none', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })
})

describe('values that are not there yet', () => {
  test.each([
    ['a key', 'exp_manager:\n  exp_dir: ???\n', ['missing-value exp_manager.exp_dir']],
    ['a key in quotes', 'trainer:\n  devices: "???"\n', ['missing-value trainer.devices']],
    [
      'each of several',
      'model:\n  seed: ???\n  target: ???\n',
      ['missing-value model.seed', 'missing-value model.target'],
    ],
    ['an item of a list', 'model:\n  ignore_keys:\n    - ???\n', ['missing-value model.ignore_keys[0]']],
    ['a placeholder', 'model:\n  ckpt_path: /path/to/sd.ckpt\n', ['placeholder model.ckpt_path']],
    [
      'what is written once and used twice',
      'model:\n  seed: &a ???\n  scale_factor: *a\n',
      ['missing-value model.seed'],
    ],
    [
      'what others refer to',
      'trainer:\n  devices: ???\nmodel:\n  seed: ${trainer.devices}\n',
      ['missing-value trainer.devices'],
    ],
    ['what Hydra fills in', 'hydra:\n  job:\n    name: ???\n', []],
    ['what is taken for null', 'model:\n  unet_type: base\n  conditioning:\n    encoder_path: ???\n', []],
    [
      'a prompt',
      'infer:\n  sampler_type: DDIM\n  prompts: ["<new1> TODO /path/to/x"]\n',
      ['infer-restore-path model.restore_from_path'],
    ],
    ['a key that nothing reads', 'model:\n  monitor: ???\n', []],
    ['a key that does not belong', 'trainer:\n  devises: ???\n', []],
    ['below a key that does not belong', 'exp_manager:\n  mine:\n    a: ???\n', []],
    ['no text that only contains it', 'name: what???\n', []],
  ])('%s', (_, text, expected) => {
    expect(toFill(text)).toEqual(expected)
  })

  const shards = (path: string, more = '') =>
    `model:\n  first_stage_key: images\n  data:\n    synthetic_data: ${more === 'synthetic'}\n    train:\n      dataset_path:\n        - ${path}\n    webdataset:\n      local_root_path: ${path}\n`

  test.each([
    ['???', 'data-dataset-path-empty', 'data-local-root-path'],
    ['YOUR_DATA', 'data-placeholder-path', 'data-placeholder-path'],
    ['/path/to/data', 'data-placeholder-path', 'data-placeholder-path'],
  ])('data that is %s has one issue a place, of the rule that knows what happens', (path, item, folder) => {
    const [at, root] = ['model.data.train.dataset_path[0]', 'model.data.webdataset.local_root_path']
    expect(toFill(shards(path))).toEqual([`${item} ${at}`, `${folder} ${root}`])
    expect(about(shards(path), at)).toEqual([`error ${item}`])
    expect(about(shards(path), root)).toEqual([`error ${folder}`])
    expect(toFill(shards(path, 'synthetic'))).toEqual([])
  })

  test.each([
    [
      'InstructPix2Pix',
      'model:\n  first_stage_key: edited\n  data:\n    data_path: ???\n',
      'ip2p-data-path model.data.data_path',
    ],
    [
      'a checkpoint',
      'infer:\n  prompts: [a]\nmodel:\n  restore_from_path: null\n',
      'infer-restore-path model.restore_from_path',
    ],
    [
      'an adapter',
      'infer:\n  prompts: [a]\nmodel:\n  peft:\n    restore_from_path: null\n',
      'lora-infer-path model.peft.restore_from_path',
    ],
    [
      'prompts',
      'infer:\n  sampler_type: DDIM\n  prompts: []\nmodel:\n  restore_from_path: a.nemo\n',
      'prompts-empty infer.prompts',
    ],
    ['an instruction', "edit:\n  prompt: ''\nmodel:\n  restore_from_path: a.nemo\n", 'edit-empty-prompt edit.prompt'],
    [
      'a stage',
      'target_resolution: 64\ncustomized_model:\n  base_ckpt: null\nsamplings: [{step: 30}]\n',
      'imagen-stages customized_model.base_ckpt',
    ],
  ])('%s', (_, text, expected) => {
    expect(toFill(text)).toEqual([expected])
  })

  test('a value of the wrong form is not to be filled in but wrong', () => {
    const text = 'infer:\n  prompts: [a]\nmodel:\n  restore_from_path: model.pt\n'
    expect(about(text, 'model.restore_from_path')).toEqual(['error infer-restore-path'])
    expect(toFill(text)).toEqual([])
  })

  test('class images of DreamBooth are needed only for prior preservation', () => {
    const text = (prior: boolean) =>
      `exp_manager: {}\nmodel:\n  with_prior_preservation: ${prior}\n  data:\n    instance_dir: /d\n    regularization_dir: ???\ninfer:\n  out_path: ???\n`
    const expected = ['missing-value model.data.regularization_dir', 'missing-value infer.out_path']
    expect(toFill(text(true))).toEqual(expected)
    expect(toFill(text(false))).toEqual([])
  })
})

test.each(['devices', 'precision', 'accumulate_grad_batches', 'logger', 'enable_checkpointing'])(
  'trainer.%s that is ??? is to be filled in, and nothing else is said of it',
  (key) => {
    const text = `trainer:\n  precision: 32\n  ${key}: ???\nexp_manager:\n  exp_dir: a\nmodel:\n  seed: 1\n`
    const once = key === 'precision' ? text.replace('  precision: 32\n', '') : text
    expect(about(once, `trainer.${key}`)).toEqual(['error missing-value'])
  },
)
