import { z } from 'zod'
import { field, section } from '../field'

/** Top-level keys of SDXL inference with TensorRT. */
export const trtInfer = section({
  id: 'trt_infer',
  path: [],
  groups: ['engines', 'trt_prompts', 'trt_sampler', 'trt_runtime'],
  fields: {
    unet_xl: field(z.string(), {
      group: 'engines',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:36',
        'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/trt_engine.py:142',
      ],
    }),
    vae: field(z.string(), {
      group: 'engines',
      required: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:36'],
    }),
    clip1: field(z.string(), {
      group: 'engines',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:36',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:48',
      ],
    }),
    clip2: field(z.string(), {
      group: 'engines',
      required: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:36'],
    }),
    base_model_config: field(z.string().nullable(), {
      group: 'engines',
      advanced: true,
      unused: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:77',
        'examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_infer.yaml:66',
      ],
    }),
    refiner_config: field(z.string().nullable(), {
      group: 'engines',
      advanced: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:97',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:37',
      ],
    }),
    use_refiner: field(z.boolean(), {
      group: 'engines',
      default: false,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:51',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:62',
        'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:98',
      ],
    }),
    prompts: field(z.array(z.string()), {
      group: 'trt_prompts',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:233',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:234',
      ],
    }),
    num_samples: field(z.int().min(1), {
      group: 'trt_prompts',
      unit: 'images',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:217',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
      ],
    }),
    seed: field(z.int(), {
      group: 'trt_prompts',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:75',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:173',
      ],
    }),
    width: field(z.int().min(32).multipleOf(32), {
      group: 'trt_prompts',
      unit: 'pixels',
      required: true,
      suggest: [1024],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:217',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:234',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:164',
      ],
    }),
    height: field(z.int().min(32).multipleOf(32), {
      group: 'trt_prompts',
      unit: 'pixels',
      required: true,
      suggest: [1024],
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:217'],
    }),
    orig_width: field(z.int().min(1).nullable(), {
      group: 'trt_prompts',
      default: null,
      unit: 'pixels',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:224'],
    }),
    orig_height: field(z.int().min(1).nullable(), {
      group: 'trt_prompts',
      default: null,
      unit: 'pixels',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:224'],
    }),
    crop_coords_top: field(z.int().min(0).nullable(), {
      group: 'trt_prompts',
      default: null,
      unit: 'pixels',
      advanced: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:227'],
    }),
    crop_coords_left: field(z.int().min(0).nullable(), {
      group: 'trt_prompts',
      default: null,
      unit: 'pixels',
      advanced: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:227'],
    }),
    out_path: field(z.string(), {
      group: 'trt_prompts',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:66',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:206',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:36',
      ],
    }),
    adm_in_channels: field(z.literal([1280, 1792, 2304, 2816]), {
      group: 'trt_sampler',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:229'],
    }),
    in_channels: field(z.literal(4), {
      group: 'trt_sampler',
      default: 4,
      advanced: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:44',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
      ],
    }),
    sampler: field(
      z.literal([
        'EulerEDMSampler',
        'HeunEDMSampler',
        'EulerAncestralSampler',
        'DPMPP2SAncestralSampler',
        'DPMPP2MSampler',
        'LinearMultistepSampler',
      ]),
      {
        group: 'trt_sampler',
        required: true,
        families: ['inference'],
        source: [
          'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:176',
          'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:250',
        ],
      },
    ),
    steps: field(z.int().min(1).max(1000), {
      group: 'trt_sampler',
      unit: 'steps',
      required: true,
      suggest: [20, 30, 40, 50],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:41',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:196',
      ],
    }),
    scale: field(z.number(), {
      group: 'trt_sampler',
      required: true,
      suggest: [5.0, 7.5],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:42',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:155',
      ],
    }),
    discretization: field(z.literal(['LegacyDDPMDiscretization', 'EDMDiscretization']), {
      group: 'trt_sampler',
      required: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:176'],
    }),
    guider: field(z.literal(['VanillaCFG', 'IdentityGuider']), {
      group: 'trt_sampler',
      required: true,
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:150',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:93',
      ],
    }),
    thresholder: field(z.literal('None'), {
      group: 'trt_sampler',
      required: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:159'],
    }),
    s_churn: field(z.number().min(0), {
      group: 'trt_sampler',
      required: true,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:199'],
    }),
    s_tmin: field(z.number().min(0), {
      group: 'trt_sampler',
      required: true,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:200'],
    }),
    s_tmax: field(z.number().min(0), {
      group: 'trt_sampler',
      required: true,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:201'],
    }),
    s_noise: field(z.number().min(0), {
      group: 'trt_sampler',
      required: true,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:202'],
    }),
    eta: field(z.number().min(0), {
      group: 'trt_sampler',
      advanced: true,
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:221'],
    }),
    order: field(z.int().min(1), {
      group: 'trt_sampler',
      advanced: true,
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:246'],
    }),
    sigma_min: field(z.number().gt(0), {
      group: 'trt_sampler',
      advanced: true,
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
    }),
    sigma_max: field(z.number().gt(0), {
      group: 'trt_sampler',
      advanced: true,
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
    }),
    rho: field(z.number().gt(0), {
      group: 'trt_sampler',
      advanced: true,
      source: ['nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:183'],
    }),
    scale_factor: field(z.number().gt(0), {
      group: 'trt_sampler',
      required: true,
      advanced: true,
      suggest: [0.13025],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:50',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:157',
      ],
    }),
    denoiser_config: field(
      z.looseObject({
        _target_: field(z.string(), {
          required: true,
          advanced: true,
          suggest: [],
          control: 'class',
          families: ['inference'],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:50'],
        }),
        num_idx: field(z.int().min(1).max(1000), {
          required: true,
          advanced: true,
          suggest: [1000],
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:62',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:72',
          ],
        }),
        weighting_config: field(
          z.looseObject({
            _target_: field(z.string(), {
              required: true,
              advanced: true,
              suggest: [],
              control: 'class',
              families: ['inference'],
              source: [
                'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:36',
              ],
            }),
          }),
          {
            required: true,
            advanced: true,
            families: ['inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:24'],
          },
        ),
        scaling_config: field(
          z.looseObject({
            _target_: field(z.string(), {
              required: true,
              advanced: true,
              suggest: [],
              control: 'class',
              families: ['inference'],
              source: [
                'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:30',
                'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:39',
              ],
            }),
          }),
          {
            required: true,
            advanced: true,
            families: ['inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:25'],
          },
        ),
        discretization_config: field(
          z.looseObject({
            _target_: field(z.string(), {
              required: true,
              advanced: true,
              suggest: [],
              control: 'class',
              families: ['inference'],
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:54'],
            }),
          }),
          {
            required: true,
            advanced: true,
            families: ['inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:62'],
          },
        ),
      }),
      {
        group: 'trt_sampler',
        required: true,
        families: ['inference'],
        unknownKeys: 'error',
        source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:49'],
      },
    ),
    device: field(z.string(), {
      group: 'trt_runtime',
      default: 'cuda',
      advanced: true,
      suggest: ['cuda'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:43'],
    }),
    use_cuda_graph: field(z.boolean(), {
      group: 'trt_runtime',
      default: false,
      advanced: true,
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_trt_inference.py:46',
        'nemo/collections/multimodal/modules/stable_diffusion/quantization_utils/trt_engine.py:174',
      ],
    }),
    num_warmup_runs: field(z.int(), {
      group: 'trt_runtime',
      advanced: true,
      unused: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/conf/sd_xl_trt_inference.yaml:47'],
    }),
    use_fp16: field(z.boolean(), {
      group: 'trt_runtime',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:50',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:38',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:93',
      ],
    }),
  },
})
