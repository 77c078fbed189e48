import type { ConfigView, Place } from '../../view/config-view'
import { below, classOf, paramOf } from '../shared/latent'

/** Widths of the text encoders whose weights have one. open_clip:model_configs, nemo/…/stable_diffusion/conf/sd_train.yaml:117 */
const clipWidths: Readonly<Record<string, number>> = { 'openai/clip-vit-large-patch14': 768 }
const openClipWidths: Readonly<Record<string, number>> = {
  'ViT-B-32': 512,
  'ViT-B-16': 512,
  'ViT-L-14': 768,
  'ViT-H-14': 1024,
  'ViT-g-14': 1024,
  'ViT-bigG-14': 1280,
}

/** Features per token (and of the pooled vector) of the encoder at a place; null when only its files tell. */
function widthOfEncoder(c: ConfigView, encoder: Place): number | null {
  switch (classOf(c, encoder)) {
    case 'FrozenCLIPEmbedder':
      return clipWidths[c.text(paramOf(c, encoder, 'version')) ?? 'openai/clip-vit-large-patch14'] ?? null
    case 'FrozenOpenCLIPEmbedder':
    case 'FrozenOpenCLIPEmbedder2':
      return openClipWidths[c.text(paramOf(c, encoder, 'arch')) ?? 'ViT-H-14'] ?? null
    default:
      return null
  }
}

export const embModels = 'model.conditioner_config.emb_models'

/** One embedder of SDXL's conditioner. */
export interface Embedder {
  /** Its entry in the list, and the model in it. */
  readonly entry: Place
  readonly model: Place
  readonly name: string | undefined
}
export const embedders = (c: ConfigView): Embedder[] =>
  c.below(embModels).map((entry) => {
    const model = below(entry, 'emb_model')
    return { entry, model, name: classOf(c, model) }
  })

const textClasses = [
  'FrozenCLIPEmbedder',
  'FrozenOpenCLIPEmbedder',
  'FrozenOpenCLIPEmbedder2',
  'FrozenMegatronCLIPEmbedder',
]
export const isTextEncoder = (name: string | undefined): boolean => name !== undefined && textClasses.includes(name)

/** The width that `context_dim` must have: that of the text encoder, of SDXL's together; null when it is not known. */
export function widthOfText(c: ConfigView): number | null {
  if (!c.is('sdxl')) return widthOfEncoder(c, 'model.cond_stage_config')
  const found = embedders(c)
  const isOther = ({ name }: Embedder) => !isTextEncoder(name) && name !== 'ConcatTimestepEmbedderND'
  const widths = found.filter(({ name }) => isTextEncoder(name)).map(({ model }) => widthOfEncoder(c, model))
  return found.some(isOther) || widths.length === 0 ? null : sum(widths)
}

/** Numbers that a size condition is embedded as. nemo/…/stable_diffusion/encoders/modules.py:855 */
const sizeParts: Readonly<Record<string, number>> = {
  original_size_as_tuple: 2,
  crop_coords_top_left: 2,
  target_size_as_tuple: 2,
  aesthetic_score: 1,
}
export const isSizeKey = (key: string): boolean => sizeParts[key] === 2

/** True, false, or null when an embedder's class does not tell whether it gives the UNet a vector. */
export function givesVector(c: ConfigView, { model, name }: Embedder): boolean | null {
  if (name === 'ConcatTimestepEmbedderND') return true
  return isTextEncoder(name) ? c.isTrue(below(model, 'always_return_pooled')) : null
}

/** Length of the vector that SDXL's embedders give the UNet together; null when it is not known. */
export function vectorWidth(c: ConfigView): number | null {
  return sum(
    embedders(c).map((embedder) => {
      const gives = givesVector(c, embedder)
      if (gives !== true) return gives === false ? 0 : null
      if (embedder.name !== 'ConcatTimestepEmbedderND') return widthOfEncoder(c, embedder.model)
      const parts = sizeParts[c.text(below(embedder.entry, 'input_key')) ?? '']
      const width = c.number(below(embedder.model, 'outdim'))
      return parts === undefined || width === undefined ? null : parts * width
    }),
  )
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
