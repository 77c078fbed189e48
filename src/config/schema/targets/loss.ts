import type { TargetClass } from './target-class'

/** `model.loss_fn_config` of SDXL: the loss and what draws the noise levels of training. */
export const lossClasses: readonly TargetClass[] = [
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.loss.StandardDiffusionLoss',
    places: { 'model.loss_fn_config': 'ok' },
    parameters: {
      sigma_sampler: 'object',
      type: '"l2" | "l1" = "l2"',
      offset_noise_level: 'float = 0.0',
      batch2model_keys: 'string | string[] | null = null',
    },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:25',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.sigma_sampling.DiscreteSampling',
    places: { 'model.loss_fn_config.sigma_sampler': 'ok' },
    parameters: { discretization: 'object', num_idx: 'int', do_append_zero: 'bool = false', flip: 'bool = true' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:30',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.sigma_sampling.EDMSampling',
    places: { 'model.loss_fn_config.sigma_sampler': 'fails' },
    parameters: { p_mean: 'float = -1.2', p_std: 'float = 1.2' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:20',
  },
]
