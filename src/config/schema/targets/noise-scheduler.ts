import type { TargetClass } from './target-class'

/** `model.noise_scheduler` of DreamBooth. */
export const noiseSchedulerClasses: readonly TargetClass[] = [
  {
    name: 'nemo.collections.multimodal.models.text_to_image.dreambooth.util.sd_noise_scheduler',
    places: { 'model.noise_scheduler': 'ok' },
    parameters: {
      parameterization: '"eps" | "x0" = "eps"',
      v_posterior: 'int = 0',
      given_betas: 'null = null',
      beta_schedule: '"linear" | "cosine" | "sqrt_linear" | "sqrt" = "linear"',
      timesteps: 'int = 1000',
      linear_start: 'float = 0.00085',
      linear_end: 'float = 0.012',
      cosine_s: 'float = 0.008',
    },
    source: 'nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:72',
  },
]
