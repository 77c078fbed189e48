import { z } from 'zod'
import { field, section } from '../field'

/** `infer`: what to generate. */
export const infer = section({
  id: 'infer',
  path: ['infer'],
  groups: ['prompt', 'output', 'sampler', 'control_input'],
  self: {
    required: true,
    families: ['inference', 'dreambooth'],
    source: ['nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:86'],
  },
  fields: {
    prompts: field(z.union([z.array(z.string()), z.string()]).nullable(), {
      group: 'prompt',
      required: true,
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:89',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:136',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:213',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:87',
      ],
    }),
    prompt: field(z.array(z.string()), {
      group: 'prompt',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:55',
        'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:102',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:97',
      ],
    }),
    negative_prompt: field(z.string(), {
      group: 'prompt',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:60',
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:68',
        'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:215',
      ],
    }),
    unconditional_guidance_scale: field(z.number().nullable(), {
      group: 'prompt',
      default: 7.5,
      suggest: [3, 5, 7.5, 9],
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:86',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:32',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:81',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:40',
      ],
    }),
    num_images_per_prompt: field(z.int().min(1), {
      group: 'prompt',
      default: 1,
      unit: 'images',
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:87',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:86',
      ],
    }),
    width: field(z.int().min(64).multipleOf(64), {
      group: 'output',
      default: 512,
      unit: 'pixels',
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:91',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:57',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1374',
      ],
    }),
    height: field(z.int().min(64).multipleOf(64), {
      group: 'output',
      default: 512,
      unit: 'pixels',
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:90',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:57',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1374',
      ],
    }),
    out_path: field(z.string(), {
      group: 'output',
      default: '',
      required: true,
      control: 'path',
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:99',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:205',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:43',
      ],
    }),
    output_type: field(z.string(), {
      group: 'output',
      default: 'pil',
      suggest: ['pil', 'torch', 'np'],
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:97',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:197',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:216',
      ],
    }),
    save_to_file: field(z.boolean(), {
      group: 'output',
      default: true,
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:98',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:218',
      ],
    }),
    hint_image_size: field(z.int().min(64).multipleOf(64), {
      group: 'output',
      default: 512,
      unit: 'pixels',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:99',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:619',
      ],
    }),
    down_factor: field(z.int().min(1), {
      group: 'sampler',
      default: 8,
      advanced: true,
      suggest: [8],
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:92',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:152',
      ],
    }),
    inference_steps: field(z.int().min(1).max(500), {
      group: 'sampler',
      default: 50,
      unit: 'steps',
      suggest: [20, 25, 50, 100, 200],
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:96',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:68',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:85',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/dpmsolver.py:459',
      ],
    }),
    sampler_type: field(z.literal(['DDIM', 'PLMS', 'DPM', 'PARA_DDIM']), {
      group: 'sampler',
      default: 'DDIM',
      anyCase: true,
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:93',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:49',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:48',
      ],
    }),
    eta: field(z.number().min(0), {
      group: 'sampler',
      default: 0,
      suggest: [0, 1],
      when: { key: 'infer.sampler_type', names: ['DDIM', 'PARA_DDIM', 'PLMS'] },
      families: ['inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:100',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/plms.py:28',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/base_sampler.py:384',
      ],
    }),
    batch_size: field(z.int().min(1), {
      group: 'sampler',
      default: 1,
      unit: 'images',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:88',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:77',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:231',
      ],
    }),
    seed: field(z.int(), {
      group: 'sampler',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_infer.py:42',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:63',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:88',
      ],
    }),
    devices: field(z.int().min(1), {
      group: 'sampler',
      default: 1,
      unit: 'GPUs',
      advanced: true,
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:101',
        'nemo/collections/multimodal/parts/stable_diffusion/utils.py:28',
      ],
    }),
    sampler_parallelism: field(z.int().min(1), {
      group: 'sampler',
      default: 1,
      unit: 'steps',
      advanced: true,
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:94',
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:105',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/para_ddim.py:82',
      ],
    }),
    sampler_tolerance: field(z.number().min(0), {
      group: 'sampler',
      default: 0.1,
      advanced: true,
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:95',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/para_ddim.py:101',
      ],
    }),
    num_samples: field(z.int().min(1), {
      group: 'sampler',
      unit: 'images',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:52',
        'examples/multimodal/text_to_image/stable_diffusion/generate_xl_fid_images.py:108',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:124',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:173',
      ],
    }),
    num_samples_per_batch: field(z.int().min(1), {
      group: 'sampler',
      unit: 'images',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:52',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:53',
      ],
    }),
    customized_model: field(
      z.looseObject({
        base_ckpt: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:131',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:70',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:100',
          ],
        }),
        base_cfg: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:131',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
        sr256_ckpt: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:138',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:70',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:100',
          ],
        }),
        sr256_cfg: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:138',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
        sr1024_ckpt: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:145',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:70',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:100',
          ],
        }),
        sr1024_cfg: field(z.string().nullable(), {
          default: null,
          advanced: true,
          unused: true,
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:145',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
      }),
      {
        group: 'sampler',
        required: true,
        advanced: true,
        families: ['inference'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:162',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:127',
        ],
      },
    ),
    model_name: field(z.string().nullable(), {
      group: 'sampler',
      required: true,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:161'],
    }),
    run_ema_model: field(z.boolean().nullable(), {
      group: 'sampler',
      advanced: true,
      unused: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:47'],
    }),
    target_resolution: field(z.literal([64, 256, 1024]), {
      group: 'sampler',
      unit: 'pixels',
      required: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:155'],
    }),
    num_images_per_promt: field(z.int().min(1), {
      group: 'sampler',
      unit: 'images',
      required: true,
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:210',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:261',
      ],
    }),
    inference_precision: field(z.literal(['16', '32', 'AMP']), {
      group: 'sampler',
      required: true,
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:215',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:165',
      ],
    }),
    thresholding_method: field(z.literal(['dynamic', 'static']).nullable(), {
      group: 'sampler',
      required: true,
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:30',
        'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:198',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:212',
      ],
    }),
    record_time: field(z.boolean().nullable(), {
      group: 'sampler',
      advanced: true,
      unused: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:52'],
    }),
    encoder_path: field(z.string().nullable(), {
      group: 'sampler',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:158',
        'nemo/collections/multimodal/modules/imagen/encoder/t5encoder.py:39',
      ],
    }),
    samplings: field(
      z.array(
        z.looseObject({
          step: field(z.int().min(1).nullable(), {
            unit: 'steps',
            required: true,
            suggest: [20, 30, 250],
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:203',
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:208',
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:139',
            ],
          }),
          cfg: field(z.number(), {
            unused: true,
            suggest: [7.5, 8],
            source: [
              'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:242',
              'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:241',
            ],
          }),
        }),
      ),
      {
        group: 'sampler',
        required: true,
        families: ['inference'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:250',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:257',
        ],
      },
    ),
    control: field(z.array(z.string()), {
      group: 'control_input',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:88',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:31',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:126',
      ],
    }),
    control_image_preprocess: field(z.string().nullable(), {
      group: 'control_input',
      default: null,
      advanced: true,
      unused: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:100',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:30',
      ],
    }),
  },
})
