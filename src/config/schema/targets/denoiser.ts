import type { TargetClass } from './target-class'

/** `denoiser_config` of SDXL: the denoiser with its weighting, scaling and noise levels. */
export const denoiserClasses: readonly TargetClass[] = [
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser.DiscreteDenoiser',
    places: { 'model.denoiser_config': 'ok', denoiser_config: 'ok' },
    parameters: {
      weighting_config: 'object',
      scaling_config: 'object',
      num_idx: 'int',
      discretization_config: 'object',
      do_append_zero: 'bool = false',
      quantize_c_noise: 'bool = true',
      flip: 'bool = true',
    },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:50',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser.Denoiser',
    places: { 'model.denoiser_config': 'wrong results', denoiser_config: 'wrong results' },
    parameters: { weighting_config: 'object', scaling_config: 'object' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:21',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.EpsWeighting',
    places: { 'model.denoiser_config.weighting_config': 'ok', 'denoiser_config.weighting_config': 'ok' },
    parameters: {},
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:36',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.VWeighting',
    places: { 'model.denoiser_config.weighting_config': 'ok', 'denoiser_config.weighting_config': 'ok' },
    parameters: {},
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:31',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.EDMWeighting',
    places: { 'model.denoiser_config.weighting_config': 'ok', 'denoiser_config.weighting_config': 'ok' },
    parameters: { sigma_data: 'float = 0.5' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:23',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.UnitWeighting',
    places: { 'model.denoiser_config.weighting_config': 'ok', 'denoiser_config.weighting_config': 'ok' },
    parameters: {},
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:18',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.EpsScaling',
    places: { 'model.denoiser_config.scaling_config': 'ok', 'denoiser_config.scaling_config': 'ok' },
    parameters: {},
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:30',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.VScaling',
    places: { 'model.denoiser_config.scaling_config': 'ok', 'denoiser_config.scaling_config': 'ok' },
    parameters: {},
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:39',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.EDMScaling',
    places: {
      'model.denoiser_config.scaling_config': 'wrong results',
      'denoiser_config.scaling_config': 'wrong results',
    },
    parameters: { sigma_data: 'float = 0.5' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:18',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.LegacyDDPMDiscretization',
    places: {
      'model.denoiser_config.discretization_config': 'ok',
      'model.loss_fn_config.sigma_sampler.discretization': 'ok',
      'denoiser_config.discretization_config': 'ok',
    },
    parameters: { linear_start: 'float = 0.00085', linear_end: 'float = 0.012', num_timesteps: 'int = 1000' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:54',
  },
  {
    name: 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.EDMDiscretization',
    places: {
      'model.denoiser_config.discretization_config': 'untested',
      'model.loss_fn_config.sigma_sampler.discretization': 'untested',
      'denoiser_config.discretization_config': 'untested',
    },
    parameters: { sigma_min: 'float = 0.02', sigma_max: 'float = 80.0', rho: 'float = 7.0' },
    source: 'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:40',
  },
]
