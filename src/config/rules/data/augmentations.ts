import type { Fix } from '../../../core/issue'
import { pathKey } from '../../../core/path'
import { nearest } from '../../schema/nearest'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { all, type Finding, type Rule, remove, rename, set } from '../../view/rule'
import {
  augmentations,
  centerCrop,
  cropAt,
  decodesImages,
  isNothing,
  isSynthetic,
  pairOf,
  randomCrop,
  smallestSide,
  usualSide,
} from '../shared/training-data'

const known = ['resize_smallest_side', 'center_crop_h_w', 'random_crop_h_w', 'horizontal_flip']
const crops = [centerCrop, randomCrop]

const keyOf = (place: Place): string => String(pathOfPlace(place).at(-1))
const keysOf = (c: ConfigView): string[] => c.below(augmentations).map(keyOf)
const unknownKeys = (c: ConfigView): string[] => keysOf(c).filter((key) => !known.includes(key))

/** True when the first place is written before the second, so that it runs first. */
const runsBefore = (c: ConfigView, first: Place, second: Place): boolean => {
  const keys = keysOf(c)
  return keys.includes(keyOf(first)) && keys.indexOf(keyOf(first)) < keys.indexOf(keyOf(second))
}

function* unknownAugmentations(c: ConfigView): Iterable<Finding> {
  if (!decodesImages(c) || !c.isDict(augmentations)) return
  for (const key of unknownKeys(c)) {
    const at = [...pathOfPlace(augmentations), key]
    const near = nearest(key, known)
    const isFree = near !== null && !c.has(`${augmentations}.${near}`)
    yield {
      at,
      facts: { key, near },
      ...(near === null ? {} : { variant: 'near' }),
      fix: isFree ? rename(at, near) : remove(at),
    }
  }
}

/** Both keys that bring images to one size; SDXL cuts squares itself. */
function sizes(c: ConfigView): Fix {
  const side = usualSide(c)
  return c.is('sdxl') ? set(smallestSide, side) : all(set(smallestSide, side), set(centerCrop, pairOf(side, side)))
}

/** A crop that is larger than the images which the resize before it leaves. */
function* tooLarge(c: ConfigView, at: Place): Iterable<Finding> {
  if (!decodesImages(c)) return
  const crop = cropAt(c, at)
  const resize = c.number(smallestSide)
  if (crop === null || resize === undefined || !runsBefore(c, smallestSide, at)) return
  const { height: h, width: w } = crop
  const largest = Math.max(h, w)
  if (largest > resize)
    yield { at, also: [smallestSide], facts: { h, w, resize, largest }, fix: set(smallestSide, largest) }
}

function cropsFirst(c: ConfigView): Finding | null {
  if (!decodesImages(c)) return null
  const crop = crops.find((place) => runsBefore(c, place, smallestSide))
  if (crop === undefined) return null
  const fix = moveToFront(c, smallestSide)
  return { at: crop, also: [smallestSide], facts: { crop: keyOf(crop) }, ...(fix === null ? {} : { fix }) }
}

/** Removed and put back, it stands where the schema's order has it; null where a comment would be lost. */
function moveToFront({ parsed }: ConfigView, place: Place): Fix | null {
  const path = pathOfPlace(place)
  const value = parsed.nodes.get(pathKey(path))?.valueSpan
  if (value === undefined) return null
  const { text, comments } = parsed
  const isCommented = comments.some(({ from }) => from >= value.to && !text.slice(value.to, from).includes('\n'))
  return isCommented ? null : all(remove(place), { kind: 'set', path, source: text.slice(value.from, value.to) })
}

function notOfOneSize(c: ConfigView): Finding | null {
  if (!decodesImages(c) || !c.isDict(augmentations) || crops.some((crop) => c.has(crop))) return null
  if (unknownKeys(c).some((key) => nearest(key, known)?.includes('crop'))) return null
  if (c.number('model.micro_batch_size') === 1 || (c.is('sdxl') && c.has(smallestSide))) return null
  const side = Number(c.maybe(smallestSide, usualSide(c)))
  return {
    at: augmentations,
    fix: c.is('sdxl') ? set(smallestSide, side) : set(centerCrop, pairOf(side, side)),
  }
}

/** Image and hint are drawn apart from each other. */
function* randomWithHint(c: ConfigView): Iterable<Finding> {
  const flip = `${augmentations}.horizontal_flip`
  if (isSynthetic(c)) return
  if (c.isTrue(flip)) yield { at: flip, facts: { key: keyOf(flip) }, fix: set(flip, false) }
  if (c.isSet(randomCrop))
    yield {
      at: randomCrop,
      facts: { key: keyOf(randomCrop) },
      fix: c.has(centerCrop) ? remove(randomCrop) : rename(randomCrop, keyOf(centerCrop)),
    }
}

const sizeKeys = ['original_size_as_tuple', 'crop_coords_top_left', 'target_size_as_tuple']

function dropsSizes(c: ConfigView): Finding | null {
  if (!c.has(centerCrop) || c.isSet('model.precache_mode')) return null
  const embedders = ['', '.params'].flatMap((params) => c.below(`model.conditioner_config${params}.emb_models`))
  const asking = embedders
    .map((path) => [...path, 'input_key'])
    .filter((path) => sizeKeys.includes(String(c.maybe(path, ''))))
  if (asking.length === 0) return null
  const keys = asking.map((path) => String(c.maybe(path, '')))
  return { at: centerCrop, also: asking, facts: { keys }, fix: remove(centerCrop) }
}

/** How images are resized, cropped and flipped. nemo/collections/multimodal/data/stable_diffusion/augmentation/augmentations.py */
export const augmentationRules: readonly Rule[] = [
  { id: 'data-augmentation-unknown-key', level: 'error', check: unknownAugmentations },
  {
    id: 'data-augmentations-missing',
    level: 'error',
    check: (c) =>
      decodesImages(c) && c.isDict('model.data.train') && isNothing(c, augmentations)
        ? { at: augmentations, fix: sizes(c) }
        : null,
  },
  {
    id: 'data-random-crop-too-large',
    level: 'error',
    check: (c) => (c.has(centerCrop) ? null : tooLarge(c, randomCrop)),
  },
  { id: 'data-center-crop-padding', level: 'warning', check: (c) => tooLarge(c, centerCrop) },
  { id: 'data-augmentation-order', level: 'warning', check: cropsFirst },
  {
    id: 'data-two-crops',
    level: 'info',
    check: (c) =>
      decodesImages(c) && crops.every((crop) => c.isSet(crop)) ? { at: randomCrop, also: [centerCrop] } : null,
  },
  { id: 'data-image-size-not-fixed', level: 'warning', check: notOfOneSize },
  { id: 'controlnet-random-augmentation', level: 'warning', families: ['controlnet'], check: randomWithHint },
  { id: 'sdxl-center-crop-drops-size-conditions', level: 'error', families: ['sdxl'], check: dropsSizes },
]
