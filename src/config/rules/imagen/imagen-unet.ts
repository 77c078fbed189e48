import { nearest } from '../../schema/nearest'
import { type ConfigView, type Plain, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, remove, rename, set } from '../../view/rule'
import { channelMult, levelDefaults, type Unet, unet, unetOf, unetType } from './imagen'

const both = [
  'attention_type',
  'channel_mult',
  'channels',
  'embed_dim',
  'feature_pooling_type',
  'flash_attention',
  'gradient_checkpointing',
  'image_size',
  'init_conv_kernel_size',
  'learned_sinu_pos_emb_dim',
  'num_attn_heads',
  'per_head_channels',
  'scale_shift_norm',
  'stable_attention',
  'use_null_token',
]
/** What the constructors take from the config. nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:66, :444 */
const taken: Readonly<Record<Unet, readonly string[]>> = {
  regular: [
    ...both,
    'attention_resolutions',
    'cond_dim',
    'dropout',
    'low_res_cond',
    'num_res_blocks',
    'resample_with_conv',
    'resblock_updown',
  ],
  efficient: [...both, 'atnn_enabled_at', 'num_resblocks', 'skip_connection_scaling', 'stride'],
}
/** Keys that the model sets from elsewhere. */
const passed: Readonly<Record<string, string>> = {
  text_embed_dim: 'model.conditioning.embed_dim',
  noise_cond_aug: 'model.noise_cond_aug',
}

function* refusedKeys(c: ConfigView): Iterable<Finding> {
  const kind = unetOf(c)
  if (kind === null) return
  for (const at of c.below(unet)) {
    const key = String(at.at(-1))
    if (taken[kind].includes(key)) continue
    const facts = { key, unet_type: c.text(unetType) ?? '' }
    const from = passed[key]
    const near = nearest(key, taken[kind])
    if (from !== undefined) yield { at, facts: { ...facts, from }, variant: 'passed', fix: remove(at) }
    else if (near === null || c.has(`${unet}.${near}`) || !suits(c, at, near)) yield { at, facts, fix: remove(at) }
    else yield { at, facts: { ...facts, near }, variant: 'near', fix: rename(at, near) }
  }
}

/** The efficient UNet's counts are lists, which both take. */
const suits = (c: ConfigView, at: readonly (string | number | boolean | null)[], near: string): boolean =>
  near !== 'num_resblocks' || c.typed(at)?.t === 'list'

function* missingKeys(c: ConfigView): Iterable<Finding> {
  if (!c.isDict(unet)) return
  const isSuperResolution = String(c.maybe(unetType, 'base')).startsWith('sr')
  const usual = { embed_dim: isSuperResolution ? 128 : 256, image_size: isSuperResolution ? 256 : 64 }
  for (const [key, value] of Object.entries(usual)) {
    const at = `${unet}.${key}`
    if (!c.has(at)) yield { at, facts: { key }, fix: set(at, value) }
  }
}

interface LevelList {
  readonly key: string
  readonly given: readonly Plain[]
  readonly isAbsent: boolean
  readonly levels: number
}

/** The lists that must have an entry for each level. */
function levelLists(c: ConfigView): LevelList[] {
  const kind = unetOf(c)
  if (kind === null) return []
  const levels = channelMult(c, kind).length
  if (kind === 'efficient')
    return Object.entries(levelDefaults).map(([key, usual]) => {
      const given = c.list(`${unet}.${key}`)
      return { key, given: given ?? usual, isAbsent: given === undefined, levels }
    })
  const blocks = `${unet}.num_res_blocks`
  if (c.typed(blocks)?.t !== 'list') return []
  return [{ key: 'num_res_blocks', given: c.list(blocks) ?? [], isAbsent: false, levels }]
}

function* misfitLists(c: ConfigView, isWrong: (list: LevelList) => boolean): Iterable<Finding> {
  for (const list of levelLists(c).filter(isWrong)) {
    const { key, given, levels } = list
    const fitting = Array.from({ length: levels }, (_, i) => given[i] ?? given.at(-1) ?? 1)
    const at = `${unet}.${key}`
    yield {
      at,
      also: [`${unet}.channel_mult`],
      facts: { key, count: given.length, levels },
      fix: set(at, fitting),
    }
  }
}

function lowResolution(c: ConfigView): Finding | null {
  const at = `${unet}.low_res_cond`
  const type = c.isDict(unet) ? c.text(unetType) : undefined
  const expected = type === 'sr-unet'
  if ((type !== 'sr-unet' && type !== 'base') || c.isTrue(at) === expected) return null
  return {
    at,
    also: [unetType],
    facts: { unet_type: type, expected },
    fix: expected ? set(at, true) : remove(at),
  }
}

/** A number of the UNet that is not as it must be, as what it becomes; of one kind of UNet only when one is named. */
function wrongNumber(
  c: ConfigView,
  key: string,
  repaired: (value: number) => number | null,
  only?: Unet,
): Finding | null {
  const at = pathOfPlace(`${unet}.${key}`)
  const value = c.isDict(unet) ? c.number(at) : undefined
  if (value === undefined || (only !== undefined && unetOf(c) !== only)) return null
  const fitting = repaired(value)
  return fitting === null ? null : { at, facts: { value }, fix: set(at, fitting) }
}

function wholeDropout(c: ConfigView): Finding | null {
  const at = `${unet}.dropout`
  const value = unetOf(c) === 'regular' ? c.get(at) : undefined
  return value === true || value === 1 ? { at, facts: { value }, fix: set(at, 0.1) } : null
}

const families = ['imagen'] as const

/** What Imagen's two UNets take and need. nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py */
export const imagenUnetRules: readonly Rule[] = [
  {
    id: 'imagen-unet-type',
    level: 'error',
    families,
    check: (c) => {
      if (!c.isDict(unet) || c.has(unetType)) return null
      const isEfficient = Object.keys(levelDefaults).some((key) => c.has(`${unet}.${key}`))
      return { at: unetType, fix: set(unetType, isEfficient ? 'sr' : 'base') }
    },
  },
  { id: 'imagen-unet-unknown-key', level: 'error', families, check: refusedKeys },
  { id: 'imagen-unet-required', level: 'error', families, check: missingKeys },
  {
    id: 'imagen-unet-list-too-short',
    level: 'error',
    families,
    check: (c) => misfitLists(c, ({ given, levels }) => given.length < levels),
  },
  {
    id: 'imagen-unet-list-too-long',
    level: 'warning',
    families,
    check: (c) => misfitLists(c, ({ given, levels, isAbsent }) => !isAbsent && given.length > levels),
  },
  { id: 'imagen-dropout-true', level: 'warning', families, check: wholeDropout },
  {
    id: 'imagen-kernel-odd',
    level: 'error',
    families,
    check: (c) => wrongNumber(c, 'init_conv_kernel_size', (value) => (value % 2 === 0 ? value + 1 : null), 'regular'),
  },
  {
    id: 'imagen-image-channels',
    level: 'error',
    families,
    check: (c) => wrongNumber(c, 'channels', (value) => (value === 3 ? null : 3)),
  },
  {
    id: 'imagen-stride',
    level: 'error',
    families,
    check: (c) => wrongNumber(c, 'stride', (value) => (value === 1 || value === 2 ? null : 2), 'efficient'),
  },
  { id: 'imagen-low-res-cond', level: 'error', families, check: lowResolution },
]
