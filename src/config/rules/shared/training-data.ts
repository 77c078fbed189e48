import { pathKey } from '../../../core/path'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { below, isPrecomputed, paramOf } from './latent'

/** `model.data.train.augmentations`, whose keys run in the order in which they are written. */
export const augmentations = 'model.data.train.augmentations'
export const smallestSide = `${augmentations}.resize_smallest_side`
export const centerCrop = `${augmentations}.center_crop_h_w`
export const randomCrop = `${augmentations}.random_crop_h_w`

/** True for models that read WebDataset shards: all but DreamBooth and InstructPix2Pix. */
export const isShardModel = (c: ConfigView): boolean =>
  c.isDict('model.data') && !c.is('dreambooth', 'instruct_pix2pix', 'inference')

/** SDXL passes the key over. nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:262 */
export const isSynthetic = (c: ConfigView): boolean => c.isTrue('model.data.synthetic_data') && !c.is('sdxl')

export const readsShards = (c: ConfigView): boolean => isShardModel(c) && !isSynthetic(c)

/** True when the shards hold latents in place of images. */
export const areLatentsCached = (c: ConfigView): boolean =>
  c.is('sdxl') ? c.text('model.precache_mode') === 'both' : isPrecomputed(c.text('model.first_stage_key') ?? '')

/** True when images are read from shards and transformed by `augmentations`. */
export const decodesImages = (c: ConfigView): boolean => readsShards(c) && !areLatentsCached(c)

/** True for images of the size that `augmentations` gives, read or made up. */
export const cropsImages = (c: ConfigView): boolean => isShardModel(c) && !areLatentsCached(c)

/** A crop in pixels and where it stands. */
export interface Crop {
  readonly at: Place
  readonly height: number
  readonly width: number
}

const pair = /^\s*(\d+)\s*,\s*(\d+)\s*$/

/** The crop at a place, null when absent. */
export function cropAt(c: ConfigView, at: Place): Crop | null {
  const text = c.text(at)
  if (text === undefined) return null
  const [, height, width] = pair.exec(text) ?? []
  if (height === undefined) return c.gap(null)
  return { at, height: Number(height), width: Number(width) }
}

/** The crop that decides the size of the images: the random one, else the centre one; null without. */
export const cropOf = (c: ConfigView): Crop | null => cropAt(c, randomCrop) ?? cropAt(c, centerCrop)

export const pairOf = (height: number, width: number): string => `${height}, ${width}`

/** The pixels that one value of a latent stands for along a side; undefined when the VAE is not described. */
export function vaeFactor(c: ConfigView): number | undefined {
  const levels = c.list(below(paramOf(c, 'model.first_stage_config', 'ddconfig'), 'ch_mult'))?.length
  return levels === undefined ? undefined : 2 ** (levels - 1)
}

/** The side in pixels of the images that the model is made for, as far as the config says it. For repairs. */
export function usualSide(c: ConfigView): number {
  const type = c.maybe('model.unet_type', null)
  if (type === 'sr' || type === 'sr-unet') return 256
  if (c.is('imagen')) return numberOr(c, 'model.unet.image_size', 64)
  if (c.is('sdxl')) return 1024
  return numberOr(c, 'model.image_size', 64) * 8
}

const numberOr = (c: ConfigView, place: Place, fallback: number): number => {
  const value = c.maybe(place, fallback)
  return typeof value === 'number' ? value : fallback
}

/** The multiple of `step` nearest to a size, at least one step. */
export const nearestMultiple = (size: number, step: number): number => Math.max(1, Math.round(size / step)) * step

/** True when a key is absent or null, also where the schema refuses null. */
export function isNothing(c: ConfigView, place: Place): boolean {
  const node = c.parsed.nodes.get(pathKey(pathOfPlace(place)))
  return node?.scalar?.t === 'null' || (node?.kind !== 'dict' && node?.kind !== 'list' && !c.isSet(place))
}

/** True for an empty list or text, null, or when there is nothing. */
export function isEmpty(c: ConfigView, place: Place): boolean {
  if (isNothing(c, place)) return true
  const value = c.maybe(place, null)
  return value === '' || (Array.isArray(value) && value.length === 0)
}
