import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { areLatentsCached, centerCrop, pairOf, usualSide } from '../shared/training-data'

const synthetic = 'model.data.synthetic_data'
const length = 'model.data.synthetic_data_length'
const resolutions = 'model.data.train.target_resolutions'
const datasetPath = 'model.data.train.dataset_path'
const unetSize = 'model.unet.image_size'

const isAsked = (c: ConfigView): boolean => c.isTrue(synthetic)
const isBase = (c: ConfigView): boolean => c.text('model.unet_type') === 'base'

function noCrop(c: ConfigView): Finding | null {
  if (!isAsked(c) || c.isSet(centerCrop)) return null
  const side = usualSide(c)
  return { at: centerCrop, also: [synthetic], fix: set(centerCrop, pairOf(side, side)) }
}

function resolutionList(c: ConfigView): Finding | null {
  if (!isAsked(c) || !isBase(c) || c.typed(resolutions)?.t !== 'list') return null
  const [only, ...others] = c.list(resolutions) ?? []
  const fix = typeof only === 'number' && others.length === 0 ? set(resolutions, only) : remove(resolutions)
  return { at: resolutions, also: [synthetic], fix }
}

function otherSize(c: ConfigView): Finding | null {
  if (!isAsked(c) || !isBase(c) || c.typed(resolutions)?.t === 'list') return null
  const size = c.int(resolutions) ?? 64
  const wanted = c.number(unetSize)
  if (wanted === undefined || wanted === size) return null
  return { at: resolutions, also: [unetSize], facts: { size, image_size: wanted }, fix: set(resolutions, wanted) }
}

/** Made-up images in place of a data set, to try a configuration or its speed. */
export const syntheticDataRules: readonly Rule[] = [
  {
    id: 'data-synthetic-needs-length',
    level: 'error',
    families: ['sd', 'controlnet'],
    check: (c) =>
      isAsked(c) && !areLatentsCached(c) && !c.isSet(length)
        ? { at: length, also: [synthetic], fix: set(length, 10000) }
        : null,
  },
  { id: 'data-synthetic-needs-center-crop', level: 'error', families: ['sd', 'controlnet'], check: noCrop },
  {
    id: 'data-synthetic-length-ineffective',
    level: 'info',
    families: ['sd'],
    check: (c) => (isAsked(c) && areLatentsCached(c) && c.has(length) ? { at: length, fix: remove(length) } : null),
  },
  {
    id: 'data-synthetic-sdxl',
    level: 'warning',
    families: ['sdxl'],
    check: (c) => (isAsked(c) ? { at: synthetic, fix: set(synthetic, false) } : null),
  },
  {
    id: 'imagen-synthetic-sr',
    level: 'error',
    families: ['imagen'],
    check: (c) =>
      isAsked(c) && ['sr', 'sr-unet'].includes(c.text('model.unet_type') ?? '')
        ? { at: synthetic, also: ['model.unet_type'], ...(c.has(datasetPath) ? { fix: set(synthetic, false) } : {}) }
        : null,
  },
  { id: 'imagen-synthetic-base-list', level: 'error', families: ['imagen'], check: resolutionList },
  { id: 'imagen-synthetic-base-size', level: 'warning', families: ['imagen'], check: otherSize },
]
