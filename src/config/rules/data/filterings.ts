import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import {
  areLatentsCached,
  decodesImages,
  isNothing,
  isShardModel,
  readsShards,
  smallestSide,
  usualSide,
} from '../shared/training-data'

const filterings = 'model.data.train.filterings'
const resolution = `${filterings}.resolution`
const value = `${resolution}.value`
const portion = `${filterings}.estimated_portion`
const infinite = 'model.data.webdataset.infinite_sampler'

/** What a filter lets pass is what it is resized to, unless the config says otherwise. */
const usualValue = (c: ConfigView): number => Number(c.maybe(smallestSide, usualSide(c)))

/** What builds the data has no filter: ControlNet and cached latents. */
const cannotFilter = (c: ConfigView): boolean => isShardModel(c) && (c.is('controlnet') || areLatentsCached(c))
/** Pre-cached text comes with .png images, the filter opens .jpg. */
const findsNoImages = (c: ConfigView): boolean => c.is('sdxl') && c.text('model.precache_mode') === 'text'
const mayFilter = (c: ConfigView): boolean => readsShards(c) && !cannotFilter(c) && !findsNoImages(c)

function* missingKeys(c: ConfigView): Iterable<Finding> {
  if (!mayFilter(c) || !c.isDict(filterings)) return
  if (isNothing(c, resolution))
    yield { at: resolution, facts: { missing: 'resolution' }, fix: set(value, usualValue(c)) }
  if (isNothing(c, portion)) yield { at: portion, facts: { missing: 'estimated_portion' }, fix: set(portion, 0.8) }
}

function enlarged(c: ConfigView): Finding | null {
  if (!decodesImages(c) || cannotFilter(c) || c.maybe(`${resolution}.method`, 'larger') !== 'larger') return null
  const passes = c.number(value)
  const resize = c.number(smallestSide)
  if (passes === undefined || resize === undefined || passes >= resize) return null
  return { at: value, also: [smallestSide], facts: { value: passes, resize }, fix: set(value, resize) }
}

function noShare(c: ConfigView): Finding | null {
  const share = c.number(portion)
  if (share === undefined || (share > 0 && share <= 1)) return null
  return { at: portion, facts: { value: share }, fix: set(portion, share > 1 && share < 100 ? share / 100 : 0.8) }
}

/** Leaving out images by their resolution. nemo/collections/multimodal/data/common/webdataset.py:192 */
export const filteringRules: readonly Rule[] = [
  {
    id: 'data-filter-needs-infinite-sampler',
    level: 'error',
    check: (c) =>
      mayFilter(c) && c.isSet(filterings) && c.isDict('model.data.webdataset') && !c.isTrue(infinite)
        ? { at: infinite, also: [filterings], fix: set(infinite, true) }
        : null,
  },
  { id: 'data-filter-keys-required', level: 'error', check: missingKeys },
  {
    id: 'data-filter-value',
    level: 'error',
    check: (c) =>
      mayFilter(c) && c.isDict(resolution) && isNothing(c, value)
        ? { at: value, fix: set(value, usualValue(c)) }
        : null,
  },
  { id: 'data-estimated-portion-range', level: 'warning', check: noShare },
  { id: 'data-filter-below-resize', level: 'warning', check: enlarged },
  {
    id: 'data-filter-unsupported',
    level: 'error',
    check: (c) => (c.isDict(filterings) && cannotFilter(c) ? { at: filterings, fix: set(filterings, null) } : null),
  },
  {
    id: 'sdxl-text-precache-filter',
    level: 'error',
    families: ['sdxl'],
    check: (c) =>
      c.isDict(filterings) && findsNoImages(c)
        ? { at: filterings, also: ['model.precache_mode'], fix: set(filterings, null) }
        : null,
  },
]
