import { z } from 'zod'
import { field, section } from '../field'

/** Top-level keys of Imagen’s inference pipeline. */
export const imagenInfer = section({
  id: 'imagen_infer',
  path: [],
  tasks: ['infer', 'evaluate'],
  models: ['imagen'],
  groups: ['imagen_models', 'imagen_prompts', 'imagen_sampling'],
  fields: {
    model_name: field(z.string().nullable(), {
      group: 'imagen_models',
      default: null,
      advanced: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:161'],
    }),
    models: field(
      z.array(
        z.looseObject({
          restore_from_path: field(z.string().nullable(), {
            required: true,
            control: 'path',
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/parts/utils.py:201',
              'nemo/collections/multimodal/parts/utils.py:203',
              'nemo/collections/multimodal/parts/utils.py:241',
            ],
          }),
        }),
      ),
      {
        group: 'imagen_models',
        required: true,
        families: ['inference'],
        source: ['nemo/collections/multimodal/parts/utils.py:200'],
      },
    ),
    customized_model: field(
      z.looseObject({
        base_ckpt: field(z.string().nullable(), {
          default: null,
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
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:131',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
        sr256_ckpt: field(z.string().nullable(), {
          default: null,
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
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:138',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
        sr1024_ckpt: field(z.string().nullable(), {
          default: null,
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
          control: 'path',
          families: ['inference'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:145',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:79',
          ],
        }),
      }),
      {
        group: 'imagen_models',
        required: true,
        families: ['inference'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:162',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:127',
        ],
      },
    ),
    run_ema_model: field(z.boolean().nullable(), {
      group: 'imagen_models',
      advanced: true,
      unused: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:47'],
    }),
    encoder_path: field(z.string().nullable(), {
      group: 'imagen_models',
      default: null,
      control: 'path',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:158',
        'nemo/collections/multimodal/modules/imagen/encoder/t5encoder.py:39',
      ],
    }),
    target_resolution: field(z.literal([64, 256, 1024]), {
      group: 'imagen_models',
      default: 256,
      unit: 'pixels',
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:155'],
    }),
    inference_precision: field(z.literal(['16', '32', 'AMP', 16, 32]), {
      group: 'imagen_models',
      default: '32',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:215',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:165',
      ],
    }),
    texts: field(z.array(z.string()), {
      group: 'imagen_prompts',
      default: [],
      required: true,
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:208',
        'examples/multimodal/text_to_image/imagen/imagen_infer.py:46',
      ],
    }),
    num_images_per_promt: field(z.int().min(1), {
      group: 'imagen_prompts',
      default: 8,
      unit: 'images',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:210',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:261',
      ],
    }),
    output_path: field(z.string(), {
      group: 'imagen_prompts',
      default: 'output/imagen_inference',
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/imagen/imagen_infer.py:42',
        'examples/multimodal/text_to_image/imagen/imagen_generate_images.py:55',
      ],
    }),
    record_time: field(z.boolean().nullable(), {
      group: 'imagen_prompts',
      advanced: true,
      unused: true,
      families: ['inference'],
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:52'],
    }),
    part: field(z.int().nullable(), {
      group: 'imagen_prompts',
      default: 0,
      advanced: true,
      unused: true,
      source: ['nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:58'],
    }),
    thresholding_method: field(z.literal(['dynamic', 'static']).nullable(), {
      group: 'imagen_sampling',
      default: 'dynamic',
      families: ['inference'],
      source: [
        'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:30',
        'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:198',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:212',
      ],
    }),
    samplings: field(
      z.array(
        z.looseObject({
          step: field(z.int().min(1).nullable(), {
            default: null,
            unit: 'steps',
            suggest: [20, 30, 250],
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:203',
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:208',
              'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:139',
            ],
          }),
          cfg: field(z.number(), {
            default: 1,
            suggest: [7.5, 8],
            families: ['inference'],
            source: [
              'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:242',
              'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:241',
            ],
          }),
        }),
      ),
      {
        group: 'imagen_sampling',
        required: true,
        families: ['inference'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:250',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:257',
        ],
      },
    ),
  },
})
