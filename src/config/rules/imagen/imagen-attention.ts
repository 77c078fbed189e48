import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { attends, attentionFactors, attentionLevels, channelMult, unet, unetOf, unetType } from './imagen'

const flash = `${unet}.flash_attention`
const stable = `${unet}.stable_attention`
const perHead = `${unet}.per_head_channels`
const heads = `${unet}.num_attn_heads`
const attention = `${unet}.attention_type`
const resolutions = `${unet}.attention_resolutions`
const precision = 'trainer.precision'
const families = ['imagen'] as const

const isFullPrecision = (c: ConfigView): boolean => [32, '32', '32-true'].includes(c.maybe(precision, '') as string)

/** True when the UNet of this config attends anywhere. */
function isAttending(c: ConfigView): boolean {
  const kind = unetOf(c)
  return kind !== null && attends(c, kind)
}

function unfitType(c: ConfigView): Finding | null {
  const value = unetOf(c) === 'regular' ? c.text(attention) : undefined
  if (value === undefined || value === 'fused' || value === 'stacked') return null
  return {
    at: attention,
    also: [unetType],
    facts: { value, unet_type: c.text(unetType) ?? '' },
    fix: set(attention, 'fused'),
  }
}

function flashWithStable(c: ConfigView): Finding | null {
  if (!isAttending(c) || !c.isTrue(flash) || (c.has(stable) && !c.isTrue(stable))) return null
  return {
    at: stable,
    also: [flash],
    ...(c.has(stable) ? {} : { variant: 'absent' }),
    fix: set(stable, false),
  }
}

function plainInFullPrecision(c: ConfigView): Finding | null {
  if (!isFullPrecision(c) || !isAttending(c) || !c.isFalse(stable) || c.isTrue(flash)) return null
  if (!['fused', 'stacked', 'cross'].includes(c.text(attention) ?? 'fused')) return null
  return { at: stable, also: [flash, precision], fix: set(stable, true) }
}

/** Group norm splits channels into 32 groups. nemo/…/imagen/diffusionmodules/layers.py:134 */
function* unevenGroups(c: ConfigView): Iterable<Finding> {
  const kind = unetOf(c)
  if (kind === null) return
  const at = `${unet}.embed_dim`
  const dim = c.number(at)
  const factor = channelMult(c, kind).find((mult) => dim !== undefined && (dim * mult) % 32 !== 0)
  if (dim !== undefined && factor !== undefined)
    yield {
      at,
      also: [`${unet}.channel_mult`],
      facts: { dim, factor, value: dim * factor },
      fix: set(at, roundUp(dim)),
    }
  const text = 'model.conditioning.embed_dim'
  if (kind === 'regular' || !attends(c, kind) || c.maybe(attention, 'fused') === 'self') return
  const width = c.number(text)
  if (width !== undefined && width % 32 !== 0) yield { at: text, facts: { value: width }, variant: 'text' }
}
const roundUp = (value: number): number => Math.ceil(value / 32) * 32

/** Channels of the levels with attention; empty when the width is not given. */
function attentionChannels(c: ConfigView): readonly number[] {
  const kind = unetOf(c)
  const dim = c.number(`${unet}.embed_dim`)
  if (kind === null || dim === undefined) return []
  const mults = channelMult(c, kind)
  return attentionLevels(c, kind).map((level) => dim * (mults[level] ?? 1))
}

function unevenHeads(c: ConfigView): Finding | null {
  const value = c.number(perHead) ?? 64
  if (value === -1) return null
  const all = attentionChannels(c)
  const channels = all.find((width) => width % value !== 0)
  if (channels === undefined) return null
  const fitting = [64, 32].find((size) => all.every((width) => width % size === 0))
  return {
    at: perHead,
    also: [`${unet}.embed_dim`],
    facts: { value, channels },
    ...(fitting === undefined ? {} : { fix: set(perHead, fitting) }),
  }
}

function headsByNumber(c: ConfigView): Finding | null {
  const kind = unetOf(c)
  if (kind === null || c.number(perHead) !== -1) return null
  if (kind === 'efficient') {
    const number = c.number(heads) ?? 8
    const channels = attentionChannels(c).find((width) => width % number !== 0)
    return channels === undefined
      ? null
      : { at: perHead, also: [heads], variant: 'heads', facts: { heads: number, channels }, fix: set(perHead, 64) }
  }
  const factors = attentionFactors(c, c.number(`${unet}.image_size`) ?? 0)
  const isMet = channelMult(c, kind).some((_, i) => factors.includes(2 ** i))
  return isMet ? { at: perHead, fix: set(perHead, 64) } : null
}

function* unmetResolutions(c: ConfigView): Iterable<Finding> {
  const imageSize = c.number(`${unet}.image_size`)
  if (unetOf(c) !== 'regular' || imageSize === undefined) return
  const levels = channelMult(c, 'regular').length
  const factors = attentionFactors(c, imageSize)
  const isUnmet = (factor: number) => !Array.from({ length: levels }, (_, i) => 2 ** i).includes(factor)
  const sides = (c.list(resolutions) ?? [8, 16, 32]).map((side, i) => ({
    at: [...resolutionsPath, i],
    side,
    factor: factors[i] ?? 0,
  }))
  const unmet = sides.filter(({ side, factor }) => Number(side) > 0 && isUnmet(factor))
  const met = sides.filter(({ factor }) => !isUnmet(factor)).map(({ side }) => side)
  const facts = { image_size: imageSize, levels }
  if (!c.has(resolutions) && unmet.length > 0)
    yield {
      at: resolutions,
      facts: { ...facts, value: unmet.map(({ side }) => Number(side)) },
      variant: 'default',
      fix: set(resolutions, met),
    }
  else
    for (const { at, side } of unmet)
      yield { at, facts: { ...facts, value: Number(side) }, ...(met.length > 0 ? { fix: remove(at) } : {}) }
}
const resolutionsPath = ['model', 'unet', 'attention_resolutions']

/** Attention of Imagen's UNets. nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:530 */
export const imagenAttentionRules: readonly Rule[] = [
  { id: 'imagen-attention-type', level: 'error', families, check: unfitType },
  { id: 'imagen-flash-needs-stable-off', level: 'error', families, check: flashWithStable },
  {
    id: 'imagen-flash-needs-half-precision',
    level: 'error',
    families,
    check: (c) =>
      isFullPrecision(c) && c.isTrue(flash) && isAttending(c)
        ? {
            at: precision,
            also: [flash],
            facts: { value: String(c.get(precision)) },
            fix: set(precision, 'bf16-mixed'),
          }
        : null,
  },
  { id: 'imagen-fp32-plain-attention', level: 'error', families, check: plainInFullPrecision },
  { id: 'imagen-channels-multiple-of-32', level: 'error', families, check: unevenGroups },
  { id: 'imagen-head-channels', level: 'error', families, check: unevenHeads },
  { id: 'imagen-per-head-minus-one', level: 'error', families, check: headsByNumber },
  {
    id: 'imagen-num-attn-heads-ineffective',
    level: 'info',
    families,
    check: (c) => {
      const value = c.isDict(unet) ? (c.number(perHead) ?? 64) : -1
      return value !== -1 && c.has(heads) ? { at: heads, also: [perHead], facts: { value }, fix: remove(heads) } : null
    },
  },
  { id: 'imagen-attention-resolution-ineffective', level: 'warning', families, check: unmetResolutions },
]
