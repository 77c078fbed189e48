import type { ConfigView, Place } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { below, isCached, paramOf } from '../shared/latent'
import { trains } from '../shared/training'
import { shortEncoders } from './text-encoder'
import {
  type Embedder,
  embedders,
  embModels,
  givesVector,
  isSizeKey,
  isTextEncoder,
  vectorWidth,
  widthOfText,
} from './text-widths'
import { removeVector } from './unet-shape'

const numClasses = 'model.unet_config.num_classes'
const admChannels = 'model.unet_config.adm_in_channels'
const mode = 'model.precache_mode'
const inputKey = 'model.input_key'

/** Runs a check for each embedder; one that cannot be known is passed over. */
const eachEmbedder = (check: (c: ConfigView, embedder: Embedder) => Iterable<Finding>): Rule['check'] =>
  function* (c) {
    if (c.has(embModels)) for (const embedder of embedders(c)) yield* check(c, embedder)
  }
/** The same for their entries, whatever class they name. */
const eachEntry =
  (check: (c: ConfigView, entry: Place) => Iterable<Finding>): Rule['check'] =>
  (c) =>
    c.each(c.below(embModels), (entry) => check(c, entry))

function contextSum(c: ConfigView): Finding | null {
  const at = paramOf(c, 'model.unet_config', 'context_dim')
  const value = c.number(at)
  const sum = value === undefined ? null : widthOfText(c)
  return sum === null || value === undefined || value === sum
    ? null
    : { at, also: [embModels], facts: { value, sum }, fix: set(at, sum) }
}

function vectorSum(c: ConfigView): Finding | null {
  if (c.get(numClasses) !== 'sequential' || shortEncoders(c).length > 0) return null
  const value = c.number(admChannels)
  const sum = value === undefined ? null : vectorWidth(c)
  return value === undefined || sum === null || sum === 0 || value === sum
    ? null
    : { at: admChannels, also: [embModels], facts: { value, sum }, fix: set(admChannels, sum) }
}

/** The UNet takes a vector exactly when `num_classes` is set. nemo/…/diffusionmodules/openaimodel.py:1352 */
function vectorOrNot(c: ConfigView): Finding | null {
  if (!c.has('model.unet_config')) return null
  const gives = embedders(c).map((embedder) => givesVector(c, embedder))
  const found = { at: numClasses, also: [embModels] }
  if (!c.isSet(numClasses)) {
    if (!gives.includes(true)) return null
    const width = vectorWidth(c)
    const adm = width === null ? [] : [set(admChannels, width)]
    return { ...found, fix: all(set(numClasses, 'sequential'), ...adm) }
  }
  const isSure = c.has(embModels) && gives.every((given) => given === false)
  return isSure ? { ...found, fix: removeVector(c), variant: 'surplus' } : null
}

function* inputs(c: ConfigView, entry: Place): Iterable<Finding> {
  const at = below(entry, 'input_key')
  if (c.has(at) || c.has(below(entry, 'input_keys'))) return
  const isText = isTextEncoder(
    c
      .text(below(below(entry, 'emb_model'), '_target_'))
      ?.split('.')
      .at(-1),
  )
  yield { at, ...(isText ? { fix: set(at, 'captions') } : {}) }
}

/** True when SDXL is trained on batches that nothing was computed for beforehand. */
const isRaw = (c: ConfigView): boolean => !c.isSet(mode) && c.has('model.data.train') && trains(c)

/** Size conditions, which a centre crop takes out of the batch, are a rule of the data. */
function* notInBatch(c: ConfigView, entry: Place): Iterable<Finding> {
  const at = below(entry, 'input_key')
  const key = c.text(at)
  if (key === undefined) {
    const keys = below(entry, 'input_keys')
    if (c.isSet(keys)) yield { at: keys, also: [mode], facts: { key: (c.list(keys) ?? []).map(String) } }
  } else if (key !== 'captions' && key !== 'images' && !isSizeKey(key))
    yield { at, facts: { key }, ...(key === 'txt' ? { fix: set(at, 'captions') } : {}) }
}

function* unfitForMode(c: ConfigView, { entry, model, name }: Embedder): Iterable<Finding> {
  const at = below(model, '_target_')
  const isOfText = ['captions', 'txt'].includes(c.text(below(entry, 'input_key')) ?? '')
  if (isCached(c) && isOfText) yield { at: below(entry, 'input_key'), also: [mode], facts: { name: name ?? '' } }
  if (name === 'PrecachedEmbModel' && !c.isSet(mode) && !(isRaw(c) && c.isSet(below(entry, 'input_keys'))))
    yield { at, also: [mode], facts: { name }, variant: 'raw' }
}

function latentKey(c: ConfigView): Finding | null {
  if (!trains(c)) return null
  const key = c.text(inputKey)
  if (isCached(c)) return (key ?? 'images') === 'images' ? { at: inputKey, also: [mode] } : null
  if (key === undefined || key === 'images') return null
  return { at: inputKey, also: [mode], facts: { key }, fix: set(inputKey, 'images'), variant: 'raw' }
}

function notSampled(c: ConfigView): Finding | null {
  if (!trains(c)) return null
  const isTextless = embedders(c).some(({ name }) => name === 'PrecachedEmbModel')
  if (isCached(c)) return { at: mode, ...(isTextless ? { variant: 'both' } : {}) }
  return isTextless ? { at: embModels, variant: 'text' } : null
}

/** SDXL's conditioner and what is computed beforehand for it. */
export const conditionerRules: readonly Rule[] = [
  { id: 'sdxl-context-dim-sum', level: 'error', families: ['sdxl'], check: contextSum },
  { id: 'sdxl-adm-channels-sum', level: 'error', families: ['sdxl'], check: vectorSum },
  { id: 'sdxl-vector-vs-num-classes', level: 'error', families: ['sdxl'], check: vectorOrNot },
  {
    id: 'conditioner-trainable',
    level: 'error',
    check: eachEntry(function* (c, entry) {
      const at = below(entry, 'is_trainable')
      if (c.isTrue(at)) yield { at, fix: set(at, false) }
    }),
  },
  {
    id: 'conditioner-legacy-ucg',
    level: 'error',
    check: eachEntry(function* (c, entry) {
      const at = below(entry, 'legacy_ucg_value')
      if (c.isSet(at)) yield { at, fix: remove(at) }
    }),
  },
  { id: 'conditioner-input-missing', level: 'error', check: eachEntry(inputs) },
  {
    id: 'conditioner-input-both',
    level: 'info',
    check: eachEntry(function* (c, entry) {
      const [key, at] = [below(entry, 'input_key'), below(entry, 'input_keys')]
      if (c.has(key) && c.has(at)) yield { at, also: [key], fix: remove(at) }
    }),
  },
  {
    id: 'sdxl-condition-key-vs-data',
    level: 'error',
    families: ['sdxl'],
    check: (c) => (isRaw(c) ? c.each(c.below(embModels), (entry) => notInBatch(c, entry)) : null),
  },
  { id: 'precache-both-conditioner', level: 'warning', families: ['sdxl'], check: eachEmbedder(unfitForMode) },
  { id: 'precache-input-key', level: 'error', families: ['sdxl'], check: latentKey },
  {
    id: 'precache-both-first-stage-key',
    level: 'error',
    families: ['sdxl'],
    check(c) {
      const at = 'model.first_stage_key'
      return isCached(c) && c.text(at) ? { at, also: [mode], fix: remove(at) } : null
    },
  },
  {
    id: 'precache-both-scale',
    level: 'info',
    families: ['sdxl'],
    check: (c) => (isCached(c) && trains(c) ? { at: mode, also: ['model.scale_factor'] } : null),
  },
  { id: 'precache-both-inference', level: 'info', families: ['sdxl'], check: notSampled },
]
