import type { ConfigView, Place } from '../../view/config-view'
import { all, type Finding, type Rule, set } from '../../view/rule'
import { paramOf } from '../shared/latent'
import {
  areLatentsCached,
  type Crop,
  centerCrop,
  cropOf,
  cropsImages,
  isSynthetic,
  nearestMultiple,
  pairOf,
  randomCrop,
  smallestSide,
  vaeFactor,
} from '../shared/training-data'

const dreamBoothSide = 'model.data.resolution'
const channelMult = (c: ConfigView): Place => paramOf(c, 'model.unet_config', 'channel_mult')

/** The size of training images: two sides at a crop, one elsewhere; null when the config gives none. */
function imageSize(c: ConfigView): Crop | null {
  if (c.is('dreambooth')) return square(c, dreamBoothSide)
  if (!cropsImages(c)) return null
  return cropOf(c) ?? (c.is('sdxl') ? square(c, smallestSide) : null)
}

function square(c: ConfigView, at: Place): Crop | null {
  const side = c.number(at)
  return side === undefined ? null : { at, height: side, width: side }
}

/** Images of another size: at the crop, with the resize before it when that would leave them too small. */
function resized(c: ConfigView, { at }: Crop, height: number, width: number) {
  const isPair = at === randomCrop || at === centerCrop
  const crop = set(at, isPair ? pairOf(height, width) : height)
  const resize = c.maybe(smallestSide, Number.POSITIVE_INFINITY)
  const isTooSmall = typeof resize === 'number' && resize < Math.max(height, width)
  return isPair && isTooSmall ? all(crop, set(smallestSide, Math.max(height, width))) : crop
}

interface Halving {
  readonly factor: number
  readonly levels: number
  /** Sides that are a multiple of this can be halved at every level. */
  readonly step: number
}

function halving(c: ConfigView): Halving | null {
  const factor = vaeFactor(c)
  const levels = c.list(channelMult(c))?.length
  return factor === undefined || levels === undefined ? null : { factor, levels, step: factor * 2 ** (levels - 1) }
}

/** The first side whose latent the UNet cannot halve; null when both fit, or nothing is known. */
function unevenSide(c: ConfigView, { height, width }: Crop, { factor, step }: Halving): number | null {
  const isUneven = (side: number) =>
    Math.floor(side / factor) % (step / factor) !== 0 || (c.is('controlnet') && side % factor !== 0)
  return [height, width].find(isUneven) ?? null
}

function uneven(c: ConfigView): Finding | null {
  const size = imageSize(c)
  const by = halving(c)
  if (size === null || by === null) return null
  const side = unevenSide(c, size, by)
  if (side === null) return null
  const { factor, levels, step } = by
  return {
    at: size.at,
    also: [channelMult(c)],
    facts: { size: side, latent: Math.floor(side / factor), levels, step },
    fix: resized(c, size, nearestMultiple(size.height, step), nearestMultiple(size.width, step)),
  }
}

/** For SD and ControlNet; images sampled for the log, and those that CUDA graphs are captured with, have `model.image_size`. */
function otherLatent(c: ConfigView): Finding | null {
  const at = 'model.image_size'
  const given = c.number(at)
  if (given === undefined) return null
  if (c.is('instruct_pix2pix'))
    return given === 32 ? null : { at, variant: 'edit', facts: { image_size: given }, fix: set(at, 32) }
  const crop = cropsImages(c) ? cropOf(c) : null
  const factor = vaeFactor(c)
  if (crop === null || factor === undefined) return null
  const by = c.knows(channelMult(c)) ? halving(c) : null
  if (by !== null && unevenSide(c, crop, by) !== null) return null
  const latents = [crop.height, crop.width].map((side) => Math.floor(side / factor))
  const latent = latents.find((side) => side !== given)
  if (latent === undefined) return null
  const isCaptured = Number(c.maybe('model.capture_cudagraph_iters', -1)) >= 0
  return {
    at,
    also: [crop.at],
    facts: { latent, image_size: given, h: crop.height, w: crop.width },
    ...(isCaptured ? { level: 'warning' } : {}),
    ...(latents[0] === latents[1] ? { fix: set(at, latent) } : {}),
  }
}

const unetSize = 'model.unet.image_size'
const isBase = (c: ConfigView): boolean => c.text('model.unet_type') === 'base'
const isSuperResolution = (c: ConfigView): boolean => ['sr', 'sr-unet'].includes(c.text('model.unet_type') ?? '')

/** The crop that an Imagen model is trained on; null for made-up images. */
const imagenCrop = (c: ConfigView): Crop | null => (isSynthetic(c) ? null : cropOf(c))

function baseUneven(c: ConfigView): Finding | null {
  const crop = isBase(c) ? imagenCrop(c) : null
  if (crop === null) return null
  const levels = c.list('model.unet.channel_mult')?.length ?? 4
  const step = 2 ** (levels - 1)
  const { at, height: h, width: w } = crop
  if (h % step === 0 && w % step === 0) return null
  const target = Number(c.maybe(unetSize, Number.NaN))
  const side = (given: number) => (target % step === 0 ? target : nearestMultiple(given, step))
  return {
    at,
    also: ['model.unet.channel_mult'],
    facts: { h, w, n: levels - 1, step },
    fix: resized(c, crop, side(h), side(w)),
  }
}

function baseOther(c: ConfigView): Finding | null {
  const crop = isBase(c) ? imagenCrop(c) : null
  const side = c.number(unetSize)
  if (crop === null || side === undefined || (crop.height === side && crop.width === side)) return null
  if (!c.knows('model.unet.channel_mult') || baseUneven(c) !== null) return null
  const { at, height: h, width: w } = crop
  const isResized = c.maybe(smallestSide, null) === Math.max(h, w)
  const fix = isResized ? all(set(smallestSide, side), set(at, pairOf(side, side))) : resized(c, crop, side, side)
  return { at, also: [unetSize], facts: { h, w, image_size: side }, fix }
}

function superResolutionCrop(c: ConfigView, isWrong: (crop: Crop) => boolean): Finding | null {
  const crop = isSuperResolution(c) ? imagenCrop(c) : null
  if (crop === null || !isWrong(crop)) return null
  const { at, height: h, width: w } = crop
  return { at, facts: { h, w }, fix: resized(c, crop, 256, 256) }
}

function unusualSize(c: ConfigView): Finding | null {
  const size = c.number(unetSize)
  const type = c.text('model.unet_type')
  if (size === undefined) return null
  const usual = isBase(c) ? [64] : isSuperResolution(c) ? [256, 1024] : [size]
  if (usual.includes(size)) return null
  const near = usual.length > 1 && size > 640 ? 1024 : (usual[0] ?? 64)
  return {
    at: unetSize,
    also: ['model.unet_type'],
    facts: { value: size, unet_type: type ?? '' },
    fix: set(unetSize, near),
  }
}

/** What size images have in training, and what the networks make of it. */
export const imageSizeRules: readonly Rule[] = [
  {
    id: 'sd-crop-not-divisible',
    level: 'error',
    families: ['sd', 'sdxl', 'controlnet', 'dreambooth'],
    check: (c) => (areLatentsCached(c) ? null : uneven(c)),
  },
  {
    id: 'sd-crop-vs-image-size',
    level: 'info',
    families: ['sd', 'controlnet', 'instruct_pix2pix'],
    check: otherLatent,
  },
  { id: 'imagen-base-crop-divisible', level: 'error', families: ['imagen'], check: baseUneven },
  { id: 'imagen-base-crop-vs-image-size', level: 'warning', families: ['imagen'], check: baseOther },
  {
    id: 'imagen-sr-crop-square',
    level: 'warning',
    families: ['imagen'],
    check: (c) => superResolutionCrop(c, ({ height, width }) => height !== width),
  },
  {
    id: 'imagen-sr-crop-small',
    level: 'warning',
    families: ['imagen'],
    check: (c) => superResolutionCrop(c, ({ height, width }) => height === width && height < 256),
  },
  { id: 'imagen-image-size-values', level: 'warning', families: ['imagen'], check: unusualSize },
]
