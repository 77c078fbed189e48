import type { ConfigView, Place, Plain } from '../../view/config-view'

/** The UNet and, for ControlNet, its trainable copy. */
export const nets = ['model.unet_config', 'model.control_stage_config'] as const

/** The place one step below another. */
export const below = (base: Place, key: string): Place => (typeof base === 'string' ? `${base}.${key}` : [...base, key])

/**
 * Where a parameter of the class that `base` describes stands: NeMo merges a map `params` into the map around it and lets it win, but
 * not inside lists. nemo/utils/model_utils.py:480
 */
export function paramOf(c: ConfigView, base: Place, key: string): Place {
  const direct = below(base, key)
  if (typeof base !== 'string' || !c.has(`${base}.params`)) return direct
  const inner = `${base}.params.${key}`
  return c.has(inner) || !c.has(direct) ? inner : direct
}

/** The class that builds the object at `base`, without its module; undefined when it names none. */
export const classOf = (c: ConfigView, base: Place): string | undefined =>
  c.text(below(base, '_target_'))?.split('.').at(-1)

/** Import paths of the classes that repairs name. */
const modules = 'nemo.collections.multimodal.modules.stable_diffusion'
export const moduleClass = (name: string): string => `${modules}.${name}`
export const modelClass = (name: string): string => `nemo.collections.multimodal.models.text_to_image.${name}`

const isWhole = (value: Plain): value is number => Number.isInteger(value)

/** A list of whole numbers; undefined when absent or null; unknown when anything else is in it. */
export function numbers(c: ConfigView, place: Place): readonly number[] | undefined {
  const list = c.list(place)
  if (list === undefined) return undefined
  const found = list.filter(isWhole)
  return found.length < list.length ? c.gap(undefined) : found
}

/** Channel factors of a net, one a level. nemo/…/diffusionmodules/openaimodel.py:578 */
export const channelMult = (c: ConfigView, net: Place): readonly number[] =>
  numbers(c, paramOf(c, net, 'channel_mult')) ?? [1, 2, 4, 8]

/** True when the key of a batch entry names latents or embeddings computed beforehand. nemo/…/ldm/ddpm.py:2037 */
export const isPrecomputed = (key: string): boolean => key.endsWith('encoded') || key.endsWith('moments')

/** True when LoRA adapters are trained; ControlNet and InstructPix2Pix read no `model.peft`. */
export const isLora = (c: ConfigView): boolean =>
  c.get('model.peft.peft_scheme') === 'sdlora' && !c.is('controlnet', 'instruct_pix2pix')

/** True when SDXL reads latents and captions computed beforehand and builds no autoencoder. */
export const isCached = (c: ConfigView): boolean => c.get('model.precache_mode') === 'both'
