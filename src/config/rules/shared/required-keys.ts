import type { Family } from '../../schema/field'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import type { Finding, Rule } from '../../view/rule'
import { classOf, isCached } from './latent'
import { type Needed, neededForRunning } from './needed-for-running'
import { isRun, trains } from './training'

// What a family's model needs. Keys of data, batch sizes, compilation and the optimizer are rules of their own topics.

/** nemo/…/stable_diffusion/ldm/ddpm.py:124-160, :526-570 */
const latent: Needed = {
  'model.parameterization': 'eps',
  'model.clip_denoised': 'true',
  'model.log_every_t': '200',
  'model.first_stage_key': 'images',
  'model.cond_stage_key': 'captions',
  'model.image_size': '64',
  'model.channels': '4',
  'model.use_positional_encodings': 'false',
  'model.unet_config': null,
  'model.first_stage_config': null,
  'model.cond_stage_config': null,
  'model.conditioning_key': 'crossattn',
  'model.concat_mode': 'true',
  'model.v_posterior': '0',
  'model.original_elbo_weight': '0',
  'model.l_simple_weight': '1',
  'model.given_betas': 'null',
  'model.beta_schedule': 'linear',
  'model.timesteps': '1000',
  'model.linear_start': '0.00085',
  'model.linear_end': '0.012',
  'model.cosine_s': '0.008',
  'model.loss_type': 'l2',
  'model.learn_logvar': 'false',
  'model.logvar_init': '0.0',
  'model.num_timesteps_cond': '1',
  'model.scale_by_std': 'false',
  'model.scale_factor': '0.18215',
  'model.ckpt_path': 'null',
  'model.ignore_keys': '[]',
  'model.cond_stage_trainable': 'false',
  'model.cond_stage_forward': 'null',
  'model.text_embedding_dropout_rate': '0.1',
}

const needed: Readonly<Partial<Record<Family, Needed>>> = {
  sd: latent,
  instruct_pix2pix: {
    ...latent,
    'model.first_stage_key': 'edited',
    'model.cond_stage_key': 'edit',
    'model.image_size': '32',
    'model.conditioning_key': 'hybrid',
    'model.text_embedding_dropout_rate': '0.0',
  },
  // nemo/…/controlnet/controlnet.py:113, :264
  controlnet: {
    ...latent,
    'model.control_stage_config': null,
    'model.control_key': 'hint',
    'model.only_mid_control': 'false',
    'model.sd_locked': 'true',
  },
  // nemo/…/dreambooth/dreambooth.py:69-138
  dreambooth: {
    'model.with_prior_preservation': 'false',
    'model.prior_loss_weight': '0.5',
    'model.train_text_encoder': 'false',
    'model.use_cached_latents': 'false',
    'model.cond_stage_config': null,
    'model.first_stage_config': null,
    'model.unet_config': null,
    'model.scale_factor': '0.18215',
    'model.noise_scheduler': null,
    'model.noise_scheduler.timesteps': '1000',
    'model.noise_scheduler.parameterization': 'eps',
  },
  // nemo/…/stable_diffusion/diffusion_engine.py:78-138
  sdxl: {
    'model.scale_factor': '0.13025',
    'model.disable_first_stage_autocast': 'true',
    'model.unet_config': null,
    'model.denoiser_config': null,
    'model.first_stage_config': null,
    'model.conditioner_config': null,
  },
  imagen: { 'model.unet': null },
}

/** What a run needs besides: the sections of the scripts, and what SDXL reads only in training. */
const forRuns: Needed = { trainer: null, 'model.data': null }
const forRunsOfSdxl: Needed = { ...forRuns, 'model.loss_fn_config': null, 'model.scale_by_std': 'false' }

/** nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:Encoder, as the official files have it */
const autoencoder = 'model.first_stage_config.ddconfig'
const ofAutoencoder: Needed = {
  [`${autoencoder}.z_channels`]: '4',
  [`${autoencoder}.resolution`]: '256',
  [`${autoencoder}.in_channels`]: '3',
  [`${autoencoder}.out_ch`]: '3',
  [`${autoencoder}.ch`]: '128',
  [`${autoencoder}.num_res_blocks`]: '2',
  [`${autoencoder}.attn_resolutions`]: '[]',
}
const readsAutoencoder = (c: ConfigView): boolean =>
  c.has(autoencoder) && !isCached(c) && /Autoencoder|VQModel/.test(classOf(c, 'model.first_stage_config') ?? '')

/** The keys of a list that are not there though the section around them is, and sections that are null. */
function* absent(c: ConfigView, keys: Needed): Iterable<Finding> {
  for (const at in keys) {
    const source = keys[at] ?? null
    if (c.has(at)) {
      if (source === null && c.knows(at) && !c.isSet(at)) yield { at, variant: 'null' }
    } else if (hasParent(c, at))
      yield { at, ...(source === null ? {} : { fix: { kind: 'set', path: pathOfPlace(at), source } }) }
  }
}

function hasParent(c: ConfigView, at: string): boolean {
  const dot = at.lastIndexOf('.')
  const parent: Place = at.slice(0, dot)
  return dot < 0 || (c.knows(parent) && c.isDict(parent))
}

/** What each item of a list needs. nemo/…/encoders/modules.py:161, examples/…/imagen/generate_fid_images.py:53 */
const ofItems: Readonly<Record<string, string>> = {
  'model.conditioner_config.emb_models': 'emb_model',
  models: 'restore_from_path',
}

function* absentInItems(c: ConfigView): Iterable<Finding> {
  for (const [list, key] of Object.entries(ofItems))
    if (c.has(list) && c.isSet(list))
      for (const item of c.below(list)) if (c.isDict(item) && !c.has([...item, key])) yield { at: [...item, key] }
}

function* absentForRunning(c: ConfigView): Iterable<Finding> {
  for (const { when, keys } of neededForRunning) if (when(c)) yield* absent(c, keys)
}

function* missing(c: ConfigView): Iterable<Finding> {
  if (c.has('exp_manager') && c.has('trainer') && !c.has('model')) yield { at: 'model' }
  if (c.family === null) return
  if (c.is('inference')) yield* absentForRunning(c)
  if (trains(c)) yield* absent(c, needed[c.family] ?? {})
  if (trains(c) && readsAutoencoder(c)) yield* absent(c, ofAutoencoder)
  if (isRun(c)) yield* absent(c, c.is('sdxl') ? forRunsOfSdxl : forRuns)
  if (c.is('inference', 'sdxl')) yield* absentInItems(c)
}

/** Keys without which the scripts stop at once with ConfigAttributeError. */
export const requiredKeyRules: readonly Rule[] = [{ id: 'missing-key', level: 'error', check: missing }]
