import type { TargetClass } from './target-class'

/** AutoencoderKLInferenceWrapper has no constructor of its own. */
const klParameters = {
  ddconfig: 'object',
  embed_dim: 'int',
  lossconfig: 'object | null = null',
  ckpt_path: 'path | null = null',
  ignore_keys: 'string[] = []',
  image_key: 'string = "image"',
  colorize_nlabels: 'int | null = null',
  from_NeMo: 'bool | null = false',
  monitor: 'string | null = null',
  from_pretrained: 'path | null = null',
}

/** `model.first_stage_config`: autoencoders. */
export const firstStageClasses: readonly TargetClass[] = [
  {
    name: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.AutoencoderKL',
    places: { 'model.first_stage_config': 'ok' },
    parameters: klParameters,
    source: 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:310',
  },
  {
    name: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.AutoencoderKLInferenceWrapper',
    places: { 'model.first_stage_config': 'ok' },
    parameters: klParameters,
    source: 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:615',
  },
  {
    name: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.VQModelInterface',
    places: { 'model.first_stage_config': 'untested' },
    parameters: {
      ddconfig: 'object',
      lossconfig: 'object',
      n_embed: 'int',
      embed_dim: 'int',
      ckpt_path: 'path | null = null',
      ignore_keys: 'string[] = []',
      image_key: 'string = "image"',
      colorize_nlabels: 'int | null = null',
      monitor: 'string | null = null',
      batch_resize_range: 'int[2] | null = null',
      scheduler_config: 'object | null = null',
      lr_g_factor: 'float = 1.0',
      remap: 'path | null = null',
      sane_index_shape: 'bool = false',
    },
    source: 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289',
  },
  {
    name: 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm.autoencoder.IdentityFirstStage',
    places: { 'model.first_stage_config': 'untested' },
    parameters: { vq_interface: 'bool = false' },
    takesAny: true,
    source: 'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:620',
  },
]
