import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { below, classOf, isCached, modelClass, numbers, paramOf } from '../shared/latent'

const vae = 'model.first_stage_config'
const unet = 'model.unet_config'

/** Autoencoders whose latents have `embed_dim` channels. */
const kl = ['AutoencoderKL', 'AutoencoderKLInferenceWrapper']
const withLatents = [...kl, 'VQModelInterface']
/** Those whose `encode` gives a tensor; the others give a distribution. nemo/…/stable_diffusion/ldm/autoencoder.py:615 */
const plain = ['AutoencoderKLInferenceWrapper', 'IdentityFirstStage']

const families = ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth', 'sdxl'] as const

/** Channels of the latents; null when no autoencoder makes them. */
function latentChannels(c: ConfigView): number | null {
  if (!c.has(vae) || isCached(c) || !withLatents.includes(classOf(c, vae) ?? '')) return null
  return c.number(paramOf(c, vae, 'embed_dim')) ?? null
}

function unetChannels(c: ConfigView, key: string, perLatent: number): Finding | null {
  const at = paramOf(c, unet, key)
  const value = c.number(at)
  const channels = value === undefined ? null : latentChannels(c)
  if (value === undefined || channels === null || value === channels * perLatent) return null
  const expected = channels * perLatent
  return { at, also: [paramOf(c, vae, 'embed_dim')], facts: { value, expected, channels }, fix: set(at, expected) }
}

function unfitClass(c: ConfigView): Finding | null {
  const name = classOf(c, vae)
  const isPlain = name !== undefined && plain.includes(name)
  const isKnown = isPlain || withLatents.includes(name ?? '')
  if (name === undefined || !isKnown || (c.is('sdxl') ? isPlain || isCached(c) : name === 'AutoencoderKL')) return null
  const right = c.is('sdxl') ? 'AutoencoderKLInferenceWrapper' : 'AutoencoderKL'
  return {
    at: below(vae, '_target_'),
    facts: { name, right },
    variant: c.is('sdxl') ? 'distribution' : 'tensor',
    fix: set(below(vae, '_target_'), modelClass(`stable_diffusion.ldm.autoencoder.${right}`)),
  }
}

function doubleZ(c: ConfigView): Finding | null {
  const name = classOf(c, vae) ?? ''
  if (!withLatents.includes(name) || !c.isDict(paramOf(c, vae, 'ddconfig'))) return null
  const at = below(paramOf(c, vae, 'ddconfig'), 'double_z')
  const expected = kl.includes(name)
  if (c.get(at) === expected) return null
  return { at, also: [below(vae, '_target_')], facts: { name, expected }, fix: set(at, expected) }
}

function attentionNeverMet(c: ConfigView): Finding | null {
  const config = paramOf(c, vae, 'ddconfig')
  const at = below(config, 'attn_resolutions')
  const resolution = c.number(below(config, 'resolution'))
  const wanted = numbers(c, at)
  if (wanted === undefined || resolution === undefined) return null
  const levels = (numbers(c, below(config, 'ch_mult')) ?? [1, 2, 4, 8]).map((_, i) => Math.floor(resolution / 2 ** i))
  const met = wanted.filter((value) => levels.includes(value))
  if (met.length === wanted.length) return null
  return {
    at,
    also: [below(config, 'resolution')],
    facts: { values: wanted.filter((value) => !levels.includes(value)), resolution, levels },
    fix: set(at, met),
  }
}

/** The autoencoder, and the channels of the UNet that follow from it. */
export const vaeRules: readonly Rule[] = [
  {
    id: 'unet-in-channels',
    level: 'error',
    families,
    check: (c) => {
      const found = unetChannels(c, 'in_channels', c.is('instruct_pix2pix') ? 2 : 1)
      return found === null || !c.is('instruct_pix2pix') ? found : { ...found, variant: 'edit' }
    },
  },
  { id: 'unet-out-channels', level: 'error', check: (c) => unetChannels(c, 'out_channels', 1) },
  { id: 'vae-class-vs-task', level: 'error', families: ['dreambooth', 'instruct_pix2pix', 'sdxl'], check: unfitClass },
  { id: 'ddconfig-double-z', level: 'error', check: doubleZ },
  { id: 'vae-attn-resolutions', level: 'warning', check: attentionNeverMet },
]
