import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Kind } from '../../config/schema/family'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { type FormNode, type SectionView, treeMemory } from './form-tree'

const treeOf = treeMemory()

const encoders = 'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules'
const diffusion = 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules'

const all = (nodes: readonly FormNode[]): FormNode[] => nodes.flatMap((node) => [node, ...all(node.children)])
const nodesOf = (tree: readonly SectionView[]): FormNode[] =>
  tree.flatMap(({ groups }) => groups.flatMap(({ nodes, folded }) => all([...nodes, ...folded])))

/** The keys that the form shows below a place, those that the text lacks in brackets. */
function shownBelow(text: string, place: string): string[] {
  const nodes = nodesOf(treeOf(parse(text)))
  return nodes
    .filter(({ path }) => path.length > 0 && printPath(path.slice(0, -1)) === place)
    .map(({ path, present }) => (present ? String(path.at(-1)) : `(${String(path.at(-1))})`))
}

describe('the parameters offered follow what is chosen', () => {
  test.each([
    [
      `model:\n  conditioner_config:\n    _target_: ${encoders}.GeneralConditioner\n    emb_models:\n      - emb_model:\n          _target_: ${encoders}.ConcatTimestepEmbedderND\n          arch: x\n`,
      'model.conditioner_config.emb_models[0].emb_model',
      ['_target_', 'arch', '(device)', '(outdim)'],
    ],
    [
      `model:\n  cond_stage_config:\n    _target_: ${encoders}.ClassEmbedder\n`,
      'model.cond_stage_config',
      ['_target_', '(embed_dim)', '(n_classes)', '(key)'],
    ],
    [
      'model:\n  cond_stage_config:\n    _target_: my.Own\n    size: 1\n',
      'model.cond_stage_config',
      ['_target_', 'size'],
    ],
    [
      `denoiser_config:\n  scaling_config:\n    _target_: ${diffusion}.denoiser_scaling.EDMScaling\n`,
      'denoiser_config.scaling_config',
      ['_target_', '(sigma_data)'],
    ],
    [
      `denoiser_config:\n  scaling_config:\n    _target_: ${diffusion}.denoiser_scaling.EpsScaling\n`,
      'denoiser_config.scaling_config',
      ['_target_'],
    ],
  ])('%s', (text, place, shown) => {
    expect(shownBelow(text, place).sort()).toEqual([...shown].sort())
  })

  test.each([
    ['sgd', '(dampening)', '(betas)'],
    ['adan', '(no_prox)', '(momentum)'],
    ['fused_adam', '(betas)', '(dampening)'],
  ])('optimizer %s', (name, offered, hidden) => {
    const shown = shownBelow(`model:\n  optim:\n    name: ${name}\n`, 'model.optim')
    expect(shown).toContain(offered)
    expect(shown).not.toContain(hidden)
  })

  test.each([
    ['torch.optim.SGD', '(nesterov)', '(betas)'],
    ['torch.optim.AdamW', '(betas)', '(momentum)'],
  ])('optimizer class %s', (name, offered, hidden) => {
    const shown = shownBelow(`model:\n  optim:\n    _target_: ${name}\n`, 'model.optim')
    expect(shown).toContain(offered)
    expect(shown).not.toContain(hidden)
  })

  test.each([
    ['adamw', 'weight_decay', 0.01],
    ['sgd', 'weight_decay', 0],
    ['adadelta', 'lr', 1.0],
  ])('defaults are those of %s', (name, key, fallback) => {
    const tree = treeOf(parse(`model:\n  optim:\n    name: ${name}\n`))
    const node = nodesOf(tree).find((one) => one.key === `/model/optim/${key}`)
    expect(node?.spec?.meta.default).toBe(fallback)
  })

  test('a key that the class refuses keeps its place and words', () => {
    const text = `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n    freeze: true\n`
    const node = nodesOf(treeOf(parse(text))).find(({ key }) => key === '/model/cond_stage_config/freeze')
    expect([node?.present, node?.spec?.id]).toEqual([true, 'model.cond_stage_config.freeze'])
  })

  test('defaults and closed sets are those of the class', () => {
    const spec = (name: string, key: string) =>
      nodesOf(treeOf(parse(`model:\n  cond_stage_config:\n    _target_: ${encoders}.${name}\n`))).find(
        (node) => node.key === `/model/cond_stage_config/${key}`,
      )?.spec
    expect(spec('FrozenCLIPEmbedder', 'version')?.meta.default).toBe('openai/clip-vit-large-patch14')
    expect(spec('FrozenOpenCLIPEmbedder', 'version')?.meta.default).toBe('laion2b_s32b_b79k')
    expect(spec('FrozenCLIPEmbedder', 'layer')?.accepts).toEqual([
      { kind: 'enum', values: ['last', 'pooled', 'hidden'] },
    ])
  })
})

describe('the tree stays the same object', () => {
  const text = readFileSync(
    new URL(
      '../../../e2e/fixtures/nemo-configs/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml',
      import.meta.url,
    ),
    'utf8',
  )
  const first = treeOf(parse(text))
  test.each([
    ['a value', text.replace('max_epochs: 2', 'max_epochs: 3'), true],
    ['the optimizer', text.replace('name: fused_adam', 'name: adamw'), false],
    ['a class', text.replace('encoders.modules.FrozenCLIPEmbedder', 'encoders.modules.BERTEmbedder'), false],
    ['the family', text.replace('first_stage_key: images', 'first_stage_key: edited'), false],
    ['a key', text.replace('max_epochs: 2', 'max_epoch: 2'), false],
  ])('unless %s changes what it shows', (_, changed, same) => {
    expect(changed).not.toBe(text)
    expect(treeOf(parse(text))).toBe(treeOf(parse(text)))
    expect(first.length).toBeGreaterThan(5)
    const before = treeOf(parse(text))
    expect(treeOf(parse(changed)) === before).toBe(same)
  })

  test.each<[Kind, string[], string[]]>([
    [
      { family: 'sdxl', task: 'infer' },
      ['infer', 'sampling'],
      ['imagen_infer', 'edit', 'data', 'optim', 'fid', 'export'],
    ],
    [{ family: 'sdxl', task: 'quantize' }, ['sampling', 'export'], ['imagen_infer', 'edit', 'trt_infer', 'fid']],
    [{ family: 'sdxl', task: 'trt' }, ['trt_infer'], ['sampling', 'export', 'data']],
    [{ family: 'imagen', task: 'evaluate' }, ['imagen_infer', 'fid'], ['sampling', 'edit', 'optim']],
    [{ family: 'instruct_pix2pix', task: 'infer' }, ['edit'], ['sampling', 'imagen_infer', 'control']],
    [{ family: 'sd', task: 'train' }, ['data', 'optim', 'exp_manager'], ['imagen', 'sampling', 'edit', 'trt_infer']],
    [{ family: null, task: null }, ['data', 'sampling', 'edit', 'imagen', 'fid'], []],
  ])('%j offers the sections that it has a use for', (kind, offered, hidden) => {
    const ids = treeOf(parse('trainer:\n  devices: 1\n'), kind).map(({ id }) => id)
    expect(offered.filter((id) => !ids.includes(id))).toEqual([])
    expect(hidden.filter((id) => ids.includes(id))).toEqual([])
  })

  test('keys of scripts for another model are offered only where they stand', () => {
    const kind: Kind = { family: 'sdxl', task: 'infer' }
    const keys = nodesOf(treeOf(parse('infer:\n  seed: 1\n  sampler_type: DDIM\n'), kind)).map(({ key }) => key)
    expect(keys).toContain('/infer/prompt')
    expect(keys).toContain('/infer/sampler_type')
    expect(keys).not.toContain('/infer/prompts')
    expect(keys).not.toContain('/infer/samplings')
  })

  test('a pinned kind offers its own parameters', () => {
    const empty = parse('trainer:\n  devices: 1\n')
    const ids = (tree: readonly SectionView[]) => tree.map(({ id }) => id)
    expect(ids(treeOf(empty, { family: 'imagen', task: 'train' }))).toContain('imagen')
    expect(ids(treeOf(empty, { family: 'sd', task: 'train' }))).not.toContain('imagen')
  })
})
