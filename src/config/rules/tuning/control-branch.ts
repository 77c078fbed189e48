import type { ConfigView, Place, Plain } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { widthOfText } from '../latent/text-widths'
import { isContextWhole } from '../latent/unet-shape'
import { below, channelMult, nets, numbers, paramOf } from '../shared/latent'

const control = 'model.control_stage_config'
const unet = 'model.unet_config'
const own = (c: ConfigView, key: string): Place => paramOf(c, control, key)
const weights = (c: ConfigView): Place => own(c, 'from_pretrained_unet')

type Shape = Readonly<Record<string, Plain | undefined>>
/** Sizes of which the two nets' outputs are added, with their defaults. */
const shape: Shape = {
  in_channels: undefined,
  model_channels: undefined,
  channel_mult: [1, 2, 4, 8],
  num_res_blocks: undefined,
}
/** What else the copied weights depend on. nemo/…/controlnet/controlnet.py:593 */
const layout: Shape = {
  attention_resolutions: undefined,
  num_heads: -1,
  num_head_channels: -1,
  use_linear_in_transformer: false,
  transformer_depth: 1,
}

/** One number stands for the same number at each level. */
const spread = (value: Plain, levels: number): string =>
  JSON.stringify(typeof value === 'number' ? Array<number>(levels).fill(value) : value)

/** A value; lists only of whole numbers. */
const given = (c: ConfigView, place: Place): Plain | undefined => {
  const value = c.get(place)
  return Array.isArray(value) ? numbers(c, place) : value
}

function* different(c: ConfigView, keys: Shape): Iterable<Finding> {
  if (!c.has(unet) || !c.has(control)) return
  const levels = channelMult(c, unet).length
  for (const [key, fallback] of Object.entries(keys)) {
    const [at, other] = [own(c, key), paramOf(c, unet, key)]
    const [a, b] = [given(c, at) ?? fallback, given(c, other) ?? fallback]
    if (a === undefined || b === undefined || spread(a, levels) === spread(b, levels)) continue
    const facts = { key, branch: JSON.stringify(a), unet: JSON.stringify(b) }
    const isTaken = key !== 'transformer_depth' || !Array.isArray(b)
    yield { at, also: [other], facts, ...(isTaken ? { fix: set(at, b) } : {}) }
  }
}

/** Attention to the text is compared only where other rules have nothing to say of it. */
function* differentLayout(c: ConfigView): Iterable<Finding> {
  if (!c.isSet(weights(c))) return
  const isWhole = nets.every((net) => isContextWhole(c, net))
  const transformer = isWhole ? { use_spatial_transformer: false } : {}
  const context = isWhole && widthOfText(c) === null ? { context_dim: null } : {}
  yield* different(c, { ...layout, ...transformer, ...context })
}

/** Thirteen outputs are passed on. nemo/…/controlnet/controlnet.py:157 */
function tooManyOutputs(c: ConfigView): Finding | null {
  const at = own(c, 'num_res_blocks')
  const blocks = c.get(at)
  const levels = channelMult(c, control).length
  const list = typeof blocks === 'number' ? Array<number>(levels).fill(blocks) : (numbers(c, at) ?? [])
  const count = list.reduce((sum, value) => sum + value, 0) + levels + 1
  return list.length !== levels || count <= 13
    ? null
    : { at, also: [own(c, 'channel_mult')], facts: { count }, ...(levels === 4 ? { fix: set(at, 2) } : {}) }
}

function* twice(c: ConfigView): Iterable<Finding> {
  const params = c.below(`${control}.params`)
  for (const path of params) {
    const key = path.at(-1)
    const at = below(control, String(key))
    if (c.has(at)) yield { at, also: [path], facts: { key: String(key) }, fix: remove(at) }
  }
}

function imageLogger(c: ConfigView): Finding | null {
  const at = 'model.image_logger'
  if (!c.isSet(at) || c.below(at).length === 0) return null
  if (c.isTrue(`${at}.disabled`) || c.get(`${at}.max_images`) === 0) return null
  return { at, fix: set(`${at}.disabled`, true) }
}

/** ControlNet's branch and its pictures while training. */
export const controlBranchRules: readonly Rule[] = [
  { id: 'controlnet-unet-match', level: 'error', check: (c) => different(c, shape) },
  { id: 'controlnet-weights-layout', level: 'warning', check: differentLayout },
  { id: 'controlnet-output-count', level: 'error', check: tooManyOutputs },
  {
    id: 'controlnet-from-nemo',
    level: 'error',
    check(c) {
      const at = own(c, 'from_NeMo')
      return c.isFalse(at) && c.isSet(weights(c)) ? { at, also: [weights(c)], fix: set(at, true) } : null
    },
  },
  {
    id: 'controlnet-safetensors',
    level: 'error',
    check: (c) => (c.text(weights(c))?.endsWith('.safetensors') ? { at: weights(c) } : null),
  },
  {
    id: 'controlnet-hint-channels',
    level: 'error',
    check(c) {
      const at = own(c, 'hint_channels')
      const value = c.number(at)
      return value === undefined || value === 3 ? null : { at, facts: { value }, fix: set(at, 3) }
    },
  },
  { id: 'control-params-duplicate', level: 'info', check: twice },
  { id: 'image-logger-crash', level: 'error', families: ['controlnet'], check: imageLogger },
]
