import type { Fix } from '../../../core/issue'
import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { channelMult, classOf, nets, numbers, paramOf } from '../shared/latent'
import { vectorWidth, widthOfText } from './text-widths'

type Net = (typeof nets)[number]

/** Runs a check for each net of the config. */
const eachNet = (check: (c: ConfigView, net: Net) => Iterable<Finding>): Rule['check'] =>
  function* (c) {
    for (const net of nets) if (c.has(net)) yield* check(c, net)
  }

const isUnset = (heads: number | undefined): boolean => heads === undefined || heads === -1

/** Resolution levels with attention, the last one (it has the middle block) included, each with its number of channels. */
export function attentionLevels(c: ConfigView, net: Net): { level: number; width: number }[] {
  const channels = c.number(paramOf(c, net, 'model_channels'))
  const resolutions = numbers(c, paramOf(c, net, 'attention_resolutions'))
  if (channels === undefined || resolutions === undefined) return []
  const mult = channelMult(c, net)
  return mult.flatMap((factor, level) =>
    resolutions.includes(2 ** level) || level === mult.length - 1 ? [{ level, width: channels * factor }] : [],
  )
}

/** True when a net has a transformer and a width for what it attends to, or neither. */
export const isContextWhole = (c: ConfigView, net: Net): boolean =>
  c.isTrue(paramOf(c, net, 'use_spatial_transformer')) === c.isSet(paramOf(c, net, 'context_dim'))

function* contextNeedsTransformer(c: ConfigView, net: Net): Iterable<Finding> {
  const transformer = paramOf(c, net, 'use_spatial_transformer')
  const context = paramOf(c, net, 'context_dim')
  if (isContextWhole(c, net)) return
  if (!c.isTrue(transformer))
    yield { at: transformer, also: [context], fix: set(transformer, true), variant: 'transformer' }
  else {
    const width = widthOfText(c)
    yield { at: context, also: [transformer], ...(width === null ? {} : { fix: set(context, width) }) }
  }
}

function* headsMissing(c: ConfigView, net: Net): Iterable<Finding> {
  const [heads, channels] = [paramOf(c, net, 'num_heads'), paramOf(c, net, 'num_head_channels')]
  if (!c.has(paramOf(c, net, 'model_channels')) || !isUnset(c.number(heads)) || !isUnset(c.number(channels))) return
  const isNarrow = c.get(paramOf(c, net, 'context_dim')) === 768
  yield { at: heads, also: [channels], fix: isNarrow ? set(heads, 8) : set(channels, 64) }
}

function* headsBoth(c: ConfigView, net: Net): Iterable<Finding> {
  const [heads, channels] = [paramOf(c, net, 'num_heads'), paramOf(c, net, 'num_head_channels')]
  const [count, width] = [c.number(heads), c.number(channels)]
  if (count === undefined || width === undefined || count === -1 || width === -1) return
  yield { at: heads, also: [channels], facts: { heads: count, width }, fix: remove(heads) }
}

function* headsDivideWidth(c: ConfigView, net: Net): Iterable<Finding> {
  const [heads, channels] = [paramOf(c, net, 'num_heads'), paramOf(c, net, 'num_head_channels')]
  const isByWidth = !isUnset(c.number(channels))
  const at = isByWidth ? channels : heads
  const value = c.number(at)
  if (value === undefined || value < 1) return
  const levels = attentionLevels(c, net)
  const wrong = levels.find(({ width }) => width % value !== 0)
  if (wrong === undefined) return
  const right = (isByWidth ? [64, 32] : [8, 10, 5]).find((other) => levels.every(({ width }) => width % other === 0))
  yield {
    at,
    also: [paramOf(c, net, 'model_channels')],
    facts: { ...wrong, value },
    variant: isByWidth ? 'width' : 'heads',
    ...(right === undefined ? {} : { fix: set(at, right) }),
  }
}

function* resolutionUnreachable(c: ConfigView, net: Net): Iterable<Finding> {
  const at = paramOf(c, net, 'attention_resolutions')
  const levels = channelMult(c, net).length
  const listed = numbers(c, at) ?? []
  const reached = listed.filter((value) => value >= 1 && value < 2 ** levels && Number.isInteger(Math.log2(value)))
  if (reached.length === listed.length) return
  yield {
    at,
    also: [paramOf(c, net, 'channel_mult')],
    facts: { values: listed.filter((value) => !reached.includes(value)), levels, largest: 2 ** (levels - 1) },
    fix: set(at, reached),
  }
}

/** Normalization before attention has 32 groups (bounds of the schema), that of the residual blocks as many as are set. */
function groupNorm(c: ConfigView): Finding | null {
  const at = paramOf(c, 'model.unet_config', 'resblock_gn_groups')
  const [groups, channels] = [c.number(at), c.number(paramOf(c, 'model.unet_config', 'model_channels'))]
  if (groups === undefined || channels === undefined || channels % groups === 0) return null
  return {
    at,
    also: ['model.unet_config.model_channels'],
    facts: { groups, channels },
    ...(channels % 32 === 0 ? { fix: set(at, 32) } : {}),
  }
}

function depths(c: ConfigView): { at: ReturnType<typeof paramOf>; list: readonly number[]; levels: number } | null {
  const at = paramOf(c, 'model.unet_config', 'transformer_depth')
  if (!Array.isArray(c.get(at))) return null
  return { at, list: numbers(c, at) ?? [], levels: channelMult(c, 'model.unet_config').length }
}

function* blocksPerLevel(c: ConfigView, net: Net): Iterable<Finding> {
  const at = paramOf(c, net, 'num_res_blocks')
  if (!Array.isArray(c.get(at))) return
  const list = numbers(c, at) ?? []
  const levels = channelMult(c, net).length
  const [first] = list
  if (list.length === levels) return
  const isUniform = first !== undefined && list.every((blocks) => blocks === first)
  yield {
    at,
    also: [paramOf(c, net, 'channel_mult')],
    facts: { count: list.length, levels },
    ...(isUniform ? { fix: set(at, first) } : {}),
  }
}

/** Families whose models give the UNet no vector. */
const vectorless = ['sd', 'instruct_pix2pix', 'dreambooth'] as const
const numClasses = 'model.unet_config.num_classes'
const admChannels = 'model.unet_config.adm_in_channels'

/** Takes the vector condition out of the UNet. */
export const removeVector = (c: ConfigView): Fix =>
  c.has(admChannels) ? all(remove(admChannels), remove(numClasses)) : remove(numClasses)

function sequentialNeedsAdm(c: ConfigView): Finding | null {
  if (c.is(...vectorless) || c.get(numClasses) !== 'sequential' || c.isSet(admChannels)) return null
  const width = c.is('sdxl') ? vectorWidth(c) : null
  return { at: admChannels, also: [numClasses], ...(width === null ? {} : { fix: set(admChannels, width) }) }
}

function stepsBeyondUnet(c: ConfigView): Finding[] {
  if (!c.has('model.unet_config') || classOf(c, 'model.unet_config') === 'ControlledUnetModel') return []
  const unet = paramOf(c, 'model.unet_config', 'timesteps')
  const most = c.number(unet) ?? 1000
  return ['model.timesteps', ...(c.is('dreambooth') ? ['model.noise_scheduler.timesteps'] : [])].flatMap((at) => {
    const timesteps = c.number(at)
    if (timesteps === undefined || timesteps <= most) return []
    return [{ at, also: [unet], facts: { timesteps, most }, fix: set(unet, timesteps) }]
  })
}

/** Sizes of the UNet that must fit each other. */
export const unetShapeRules: readonly Rule[] = [
  { id: 'unet-context-needs-transformer', level: 'error', check: eachNet(contextNeedsTransformer) },
  { id: 'heads-missing', level: 'error', check: eachNet(headsMissing) },
  { id: 'heads-both', level: 'info', check: eachNet(headsBoth) },
  { id: 'heads-divide-width', level: 'error', check: eachNet(headsDivideWidth) },
  { id: 'attention-resolution-unreachable', level: 'warning', check: eachNet(resolutionUnreachable) },
  { id: 'group-norm-divides', level: 'error', check: groupNorm },
  {
    id: 'transformer-depth-length',
    level: 'error',
    check(c) {
      const found = depths(c)
      if (found === null || found.list.length >= found.levels) return null
      const { at, list, levels } = found
      return { at, also: ['model.unet_config.channel_mult'], facts: { count: list.length, levels } }
    },
  },
  {
    id: 'transformer-depth-surplus',
    level: 'warning',
    check(c) {
      const found = depths(c)
      if (found === null || found.list.length <= found.levels) return null
      const { at, list, levels } = found
      return {
        at,
        also: ['model.unet_config.channel_mult'],
        facts: { count: list.length, levels },
        fix: set(at, list.slice(0, levels)),
      }
    },
  },
  { id: 'num-res-blocks-length', level: 'error', check: eachNet(blocksPerLevel) },
  { id: 'sequential-needs-adm', level: 'error', check: sequentialNeedsAdm },
  {
    id: 'num-classes-outside-sdxl',
    level: 'error',
    families: vectorless,
    check: (c) => (c.isSet(numClasses) ? { at: numClasses, fix: removeVector(c) } : null),
  },
  { id: 'timesteps-vs-unet', level: 'error', check: stepsBeyondUnet },
]
