import type { Family } from '../../schema/field'
import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isPrecomputed, paramOf } from '../shared/latent'
import { batchOf } from './batch'

const image = 'model.first_stage_key'
const caption = 'model.cond_stage_key'
const conditioning = 'model.conditioning_key'
const std = 'model.scale_by_std'
const scale = 'model.scale_factor'

/** The names under which a family's dataset delivers. nemo/…/instruct_pix2pix/edit_dataset.py:92, …/controlnet_dataset.py:66 */
const delivered: Readonly<Partial<Record<Family, Readonly<Record<string, string>>>>> = {
  instruct_pix2pix: { [image]: 'edited', [caption]: 'edit' },
  controlnet: { [image]: 'images', [caption]: 'captions', 'model.control_key': 'hint' },
}

function* wrongNames(c: ConfigView): Iterable<Finding> {
  for (const [at, expected] of Object.entries(delivered[c.family ?? 'sd'] ?? {})) {
    const value = c.text(at)
    if (value !== undefined && value !== expected) yield { at, facts: { value, expected }, fix: set(at, expected) }
  }
}

const names = ['captions', 'txt', 'class_label', 'coordinates_bbox']

function halfPrecomputed(c: ConfigView): Finding | null {
  const [images, captions] = [c.text(image), c.text(caption)]
  if (images === undefined || captions === undefined) return null
  const isImage = isPrecomputed(images)
  if (isImage === captions.endsWith('encoded')) return null
  const right = isImage ? 'captions_encoded' : 'captions'
  return { at: caption, also: [image], facts: { images, captions }, fix: set(caption, right) }
}

function captionName(c: ConfigView): Finding | null {
  const value = c.text(caption)
  if (value === undefined || names.includes(value) || value.endsWith('encoded')) return null
  return isPrecomputed(c.text(image) ?? '') ? null : { at: caption, facts: { value }, fix: set(caption, 'captions') }
}

function conditioningOfTask(c: ConfigView): Finding | null {
  const value = c.get(conditioning)
  if (value === undefined) return null
  const expected = c.is('sd') ? 'crossattn' : 'hybrid'
  const isOther = c.is('sd') && !/^captions$|^txt$|encoded$/.test(c.text(caption) ?? 'captions')
  const used = value ?? (c.isTrue('model.concat_mode') ? 'concat' : 'crossattn')
  if (used === expected || isOther) return null
  return {
    at: conditioning,
    facts: { used: String(used), expected },
    variant: expected,
    fix: set(conditioning, expected),
  }
}

function measuredScale(c: ConfigView): Finding | null {
  if (!c.isTrue(std)) return null
  const found = { at: std, also: [scale], fix: set(std, false) }
  if (c.is('controlnet', 'sdxl')) return { ...found, variant: 'batch' }
  if (c.is('instruct_pix2pix') || isPrecomputed(c.text(image) ?? '')) return { ...found, variant: 'images' }
  const factor = c.number(scale)
  return factor === undefined || factor === 1 ? null : { ...found, facts: { factor }, variant: 'factor' }
}

function scaleOfOneRank(c: ConfigView): Finding | null {
  if (!c.isTrue(std) || c.number(scale) !== 1 || isPrecomputed(c.text(image) ?? '')) return null
  const { devices, world } = batchOf(c)
  if (typeof world === 'number' ? world < 2 : devices !== 'every-gpu') return null
  return {
    at: std,
    also: ['trainer.devices', scale],
    facts: { gpus: world },
    ...(typeof world === 'number' ? {} : { variant: 'every' }),
  }
}

/** Factors of the two kinds of autoencoders. nemo/…/conf/sd_train.yaml:69, nemo/…/conf/sd_xl_base_train.yaml:55 */
const factors = { sd: 0.18215, sdxl: 0.13025 } as const

function scaleOfVae(c: ConfigView): Finding | null {
  const value = c.number(scale)
  const [expected, other] = c.is('sdxl') ? [factors.sdxl, factors.sd] : [factors.sd, factors.sdxl]
  if (value !== other || !c.isSet(paramOf(c, 'model.first_stage_config', 'from_pretrained'))) return null
  return { at: scale, facts: { value, expected }, variant: c.is('sdxl') ? 'sdxl' : 'sd', fix: set(scale, expected) }
}

/** The warm-up before CUDA graphs are captured builds its input from `channels` and `context_dim`. nemo/…/sd_train.py:74 */
function* graphWarmUp(c: ConfigView): Iterable<Finding> {
  const graphs = 'model.capture_cudagraph_iters'
  if ((c.number(graphs) ?? -1) < 0) return
  const context = paramOf(c, 'model.unet_config', 'context_dim')
  if (Array.isArray(c.get(context))) yield { at: context, also: [graphs], variant: 'context' }
  const input = paramOf(c, 'model.unet_config', 'in_channels')
  const [value, expected] = [c.number('model.channels'), c.number(input)]
  if (value !== undefined && expected !== undefined && value !== expected)
    yield {
      at: 'model.channels',
      also: [input, graphs],
      facts: { value, expected },
      fix: set('model.channels', expected),
    }
}

/** What a batch holds, under which names, and how its latents are scaled. */
export const batchKeyRules: readonly Rule[] = [
  { id: 'pix2pix-keys', level: 'error', families: ['instruct_pix2pix'], check: wrongNames },
  {
    id: 'controlnet-keys',
    level: 'error',
    families: ['controlnet'],
    check: (c) => (c.isTrue('model.data.synthetic_data') ? null : wrongNames(c)),
  },
  { id: 'precached-keys-together', level: 'error', families: ['sd'], check: halfPrecomputed },
  { id: 'caption-key-name', level: 'error', families: ['sd'], check: captionName },
  { id: 'conditioning-key-task', level: 'error', families: ['sd', 'instruct_pix2pix'], check: conditioningOfTask },
  {
    id: 'scale-by-std',
    level: 'error',
    families: ['sd', 'instruct_pix2pix', 'controlnet', 'sdxl'],
    check: measuredScale,
  },
  { id: 'scale-by-std-multi-gpu', level: 'warning', families: ['sd'], check: scaleOfOneRank },
  {
    id: 'scale-factor-vae',
    level: 'warning',
    families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth', 'sdxl'],
    check: scaleOfVae,
  },
  { id: 'cudagraph-warmup-channels', level: 'error', families: ['sd'], check: graphWarmUp },
]
