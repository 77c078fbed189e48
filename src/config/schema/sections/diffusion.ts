import { z } from 'zod'
import { field, section } from '../field'

/** `model`: the diffusion process itself: noise schedule, inputs, conditioning, loss. */
export const diffusion = section({
  id: 'diffusion',
  path: ['model'],
  groups: ['noise', 'inputs', 'conditioning', 'loss', 'denoiser', 'logging'],
  self: {
    required: true,
    source: [
      'nemo/core/classes/modelPT.py:108',
      'nemo/utils/model_utils.py:470-491',
      'nemo/collections/multimodal/parts/utils.py:307',
    ],
  },
  fields: {
    parameterization: field(z.literal(['eps', 'v', 'x0']), {
      group: 'noise',
      required: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:127',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/base_sampler.py:340',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/sampler_dpm.py:22',
      ],
    }),
    timesteps: field(z.int().min(2), {
      group: 'noise',
      unit: 'steps',
      required: true,
      suggest: [1000],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:149',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:692',
      ],
    }),
    beta_schedule: field(z.literal(['linear', 'cosine', 'sqrt_linear', 'sqrt']), {
      group: 'noise',
      required: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:45',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:57',
      ],
    }),
    linear_start: field(z.number().min(0).lt(1), {
      group: 'noise',
      required: true,
      suggest: [0.00085],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:47'],
    }),
    linear_end: field(z.number().gt(0).lt(1), {
      group: 'noise',
      required: true,
      suggest: [0.012],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:47'],
    }),
    cosine_s: field(z.number().gt(0), {
      group: 'noise',
      required: true,
      advanced: true,
      suggest: [0.008],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:50'],
    }),
    given_betas: field(z.null(), {
      group: 'noise',
      required: true,
      advanced: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:181'],
    }),
    v_posterior: field(z.number().min(0).max(1), {
      group: 'noise',
      required: true,
      advanced: true,
      suggest: [0],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:211'],
    }),
    num_timesteps_cond: field(z.int().min(1).max(1).nullable(), {
      group: 'noise',
      required: true,
      advanced: true,
      suggest: [1],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:528',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:581',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1025',
      ],
    }),
    noise_scheduler: field(
      z.looseObject({
        _target_: field(
          z.literal('nemo.collections.multimodal.models.text_to_image.dreambooth.util.sd_noise_scheduler'),
          {
            required: true,
            control: 'class',
            families: ['dreambooth'],
            source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:72'],
          },
        ),
        parameterization: field(z.literal(['eps', 'x0']), {
          required: true,
          families: ['dreambooth'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:156',
            'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:176',
          ],
        }),
        timesteps: field(z.int().min(2), {
          unit: 'steps',
          required: true,
          suggest: [1000],
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:103'],
        }),
        beta_schedule: field(z.literal(['linear', 'cosine', 'sqrt_linear', 'sqrt']), {
          default: 'linear',
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:78'],
        }),
        linear_start: field(z.number().min(0).lt(1), {
          default: 0.00085,
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:80'],
        }),
        linear_end: field(z.number().gt(0).lt(1), {
          default: 0.012,
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:81'],
        }),
        cosine_s: field(z.number().gt(0), {
          default: 0.008,
          advanced: true,
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:82'],
        }),
        v_posterior: field(z.number().min(0).max(1), {
          default: 0,
          advanced: true,
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:76'],
        }),
        given_betas: field(z.null(), {
          default: null,
          advanced: true,
          families: ['dreambooth'],
          source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:77'],
        }),
      }),
      {
        group: 'noise',
        required: true,
        families: ['dreambooth'],
        unknownKeys: 'error',
        source: [
          'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:149',
          'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:103',
        ],
      },
    ),
    first_stage_key: field(z.string(), {
      group: 'inputs',
      required: true,
      suggest: ['images', 'edited', 'image_encoded', 'images_moments'],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:787',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2037',
        'nemo/collections/multimodal/data/instruct_pix2pix/edit_dataset.py:92',
        'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:66',
      ],
    }),
    cond_stage_key: field(z.string(), {
      group: 'inputs',
      required: true,
      suggest: ['captions', 'txt', 'captions_encoded', 'edit'],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:808',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2038',
        'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:96',
      ],
    }),
    input_key: field(z.string(), {
      group: 'inputs',
      default: 'images',
      suggest: ['images', 'latents_256'],
      families: ['sdxl'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:95',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:552',
      ],
    }),
    precache_mode: field(z.literal(['text', 'both']).nullable(), {
      group: 'inputs',
      default: null,
      families: ['sdxl'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:644',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:139',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:653',
      ],
    }),
    channels: field(z.int().min(1), {
      group: 'inputs',
      required: true,
      advanced: true,
      suggest: [4],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:135',
        'examples/multimodal/text_to_image/stable_diffusion/sd_train.py:74',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:258',
      ],
    }),
    image_size: field(z.int().min(1), {
      group: 'inputs',
      unit: 'latent-pixels',
      required: true,
      suggest: [64, 32],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:134',
        'examples/multimodal/text_to_image/stable_diffusion/sd_train.py:74',
      ],
    }),
    scale_factor: field(z.number().gt(0), {
      group: 'inputs',
      required: true,
      suggest: [0.18215, 0.13025],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:551',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:661',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:129',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:102',
      ],
    }),
    scale_by_std: field(z.boolean(), {
      group: 'inputs',
      required: true,
      advanced: true,
      suggest: [false],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'sdxl', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1733-1739',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:553',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:412',
        'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:208',
      ],
    }),
    disable_first_stage_autocast: field(z.boolean(), {
      group: 'inputs',
      required: true,
      suggest: [true],
      families: ['sdxl', 'inference'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:130',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:171',
      ],
    }),
    conditioning_key: field(z.literal(['crossattn', 'hybrid', 'concat', 'adm']).nullable(), {
      group: 'conditioning',
      required: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'inference', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2352',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:533',
      ],
    }),
    concat_mode: field(z.boolean(), {
      group: 'conditioning',
      required: true,
      advanced: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:533',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:543',
      ],
    }),
    cond_stage_trainable: field(z.boolean(), {
      group: 'conditioning',
      required: true,
      advanced: true,
      suggest: [false],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:623',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1951',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:816',
      ],
    }),
    cond_stage_forward: field(z.string().nullable(), {
      group: 'conditioning',
      required: true,
      advanced: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:664',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:672',
      ],
    }),
    text_embedding_dropout_rate: field(z.number().min(0).lt(1), {
      group: 'conditioning',
      required: true,
      suggest: [0.0, 0.1],
      families: ['sd', 'controlnet', 'dreambooth', 'instruct_pix2pix'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:832',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:833',
        'nemo/collections/multimodal/models/text_to_image/instruct_pix2pix/ldm/ddpm_edit.py:105',
      ],
    }),
    loss_type: field(z.literal(['l2', 'l1']), {
      group: 'loss',
      required: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:410',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:420',
      ],
    }),
    l_simple_weight: field(z.number().min(0), {
      group: 'loss',
      required: true,
      advanced: true,
      suggest: [1],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1203'],
    }),
    original_elbo_weight: field(z.number().min(0), {
      group: 'loss',
      required: true,
      advanced: true,
      suggest: [0],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1208'],
    }),
    learn_logvar: field(z.boolean(), {
      group: 'loss',
      required: true,
      advanced: true,
      suggest: [false],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:160',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1654',
      ],
    }),
    logvar_init: field(z.number(), {
      group: 'loss',
      required: true,
      advanced: true,
      suggest: [0.0],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:158'],
    }),
    loss_fn_config: field(
      z
        .looseObject({
          _target_: field(
            z.literal(
              'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.loss.StandardDiffusionLoss',
            ),
            {
              required: true,
              control: 'class',
              families: ['sdxl'],
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:25'],
            },
          ),
          type: field(z.literal(['l2', 'l1']), {
            default: 'l2',
            families: ['sdxl'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:35',
              'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:43',
            ],
          }),
          offset_noise_level: field(z.number().min(0), {
            default: 0.0,
            advanced: true,
            families: ['sdxl'],
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:62'],
          }),
          batch2model_keys: field(z.union([z.string(), z.array(z.string())]).nullable(), {
            default: null,
            advanced: true,
            families: ['sdxl'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:31',
              'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:36',
            ],
          }),
          sigma_sampler: field(
            z.looseObject({
              _target_: field(z.string(), {
                required: true,
                suggest: [],
                control: 'class',
                families: ['sdxl'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:30',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:20',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:58',
                ],
              }),
              num_idx: field(z.int().min(1), {
                required: true,
                suggest: [1000],
                families: ['sdxl'],
                source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:32'],
              }),
              do_append_zero: field(z.boolean(), {
                default: false,
                advanced: true,
                source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:31'],
              }),
              flip: field(z.boolean(), {
                default: true,
                advanced: true,
                source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:31'],
              }),
              p_mean: field(z.number(), {
                default: -1.2,
                advanced: true,
                source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:21'],
              }),
              p_std: field(z.number(), {
                default: 1.2,
                advanced: true,
                source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/sigma_sampling.py:21'],
              }),
              discretization: field(
                z.looseObject({
                  _target_: field(
                    z.literal([
                      'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.LegacyDDPMDiscretization',
                      'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.EDMDiscretization',
                    ]),
                    {
                      required: true,
                      control: 'class',
                      families: ['sdxl'],
                      source: [
                        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:54',
                        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:40',
                      ],
                    },
                  ),
                  linear_start: field(z.number().min(0).lt(1), {
                    default: 0.00085,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
                  }),
                  linear_end: field(z.number().gt(0).lt(1), {
                    default: 0.012,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
                  }),
                  num_timesteps: field(z.int().min(1), {
                    default: 1000,
                    unit: 'steps',
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
                  }),
                  sigma_min: field(z.number().gt(0), {
                    default: 0.02,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
                  }),
                  sigma_max: field(z.number().gt(0), {
                    default: 80.0,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
                  }),
                  rho: field(z.number().gt(0), {
                    default: 7.0,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
                  }),
                }),
                {
                  required: true,
                  families: ['sdxl'],
                  unknownKeys: 'error',
                  source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:29'],
                },
              ),
            }),
            {
              required: true,
              families: ['sdxl'],
              unknownKeys: 'error',
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/loss.py:57'],
            },
          ),
        })
        .nullable(),
      {
        group: 'loss',
        required: true,
        families: ['sdxl'],
        unknownKeys: 'error',
        source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:99'],
      },
    ),
    denoiser_config: field(
      z.looseObject({
        _target_: field(z.string(), {
          required: true,
          suggest: [],
          control: 'class',
          families: ['sdxl', 'inference'],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:50',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:220',
          ],
        }),
        num_idx: field(z.int().min(1), {
          required: true,
          suggest: [1000],
          families: ['sdxl', 'inference'],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:62',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:66',
          ],
        }),
        do_append_zero: field(z.boolean(), {
          default: false,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:57'],
        }),
        quantize_c_noise: field(z.boolean(), {
          default: true,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:77'],
        }),
        flip: field(z.boolean(), {
          default: true,
          advanced: true,
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:59',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:33',
          ],
        }),
        weighting_config: field(
          z.looseObject({
            _target_: field(
              z.literal([
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.EpsWeighting',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.VWeighting',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.EDMWeighting',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_weighting.UnitWeighting',
              ]),
              {
                required: true,
                control: 'class',
                families: ['sdxl', 'inference'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:36',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:31',
                ],
              },
            ),
            sigma_data: field(z.number().gt(0), {
              default: 0.5,
              advanced: true,
              source: [
                'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_weighting.py:24',
              ],
            }),
          }),
          {
            required: true,
            families: ['sdxl', 'inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:33'],
          },
        ),
        scaling_config: field(
          z.looseObject({
            _target_: field(
              z.literal([
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.EpsScaling',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.VScaling',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.denoiser_scaling.EDMScaling',
              ]),
              {
                required: true,
                control: 'class',
                families: ['sdxl', 'inference'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:30',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:39',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:26',
                ],
              },
            ),
            sigma_data: field(z.number().gt(0), {
              default: 0.5,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser_scaling.py:19'],
            }),
          }),
          {
            required: true,
            families: ['sdxl', 'inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/denoiser.py:40'],
          },
        ),
        discretization_config: field(
          z.looseObject({
            _target_: field(
              z.literal([
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.LegacyDDPMDiscretization',
                'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules.discretizer.EDMDiscretization',
              ]),
              {
                required: true,
                control: 'class',
                families: ['sdxl', 'inference'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:54',
                  'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:40',
                ],
              },
            ),
            linear_start: field(z.number().min(0).lt(1), {
              default: 0.00085,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
            }),
            linear_end: field(z.number().gt(0).lt(1), {
              default: 0.012,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
            }),
            num_timesteps: field(z.int().min(1), {
              default: 1000,
              unit: 'steps',
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:56'],
            }),
            sigma_min: field(z.number().gt(0), {
              default: 0.02,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
            }),
            sigma_max: field(z.number().gt(0), {
              default: 80.0,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
            }),
            rho: field(z.number().gt(0), {
              default: 7.0,
              advanced: true,
              source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:41'],
            }),
          }),
          {
            required: true,
            families: ['sdxl', 'inference'],
            unknownKeys: 'error',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/discretizer.py:29'],
          },
        ),
      }),
      {
        group: 'denoiser',
        required: true,
        families: ['sdxl', 'inference'],
        unknownKeys: 'error',
        source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:110'],
      },
    ),
    sampler_config: field(z.looseObject({}).nullable(), {
      group: 'denoiser',
      default: null,
      advanced: true,
      families: ['sdxl'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:85'],
    }),
    network_wrapper: field(z.string().nullable(), {
      group: 'denoiser',
      default: null,
      advanced: true,
      control: 'class',
      families: ['sdxl'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:89',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/wrappers.py:36',
      ],
    }),
    monitor: field(z.string().nullable(), {
      group: 'logging',
      advanced: true,
      unused: true,
      families: ['controlnet', 'dreambooth', 'instruct_pix2pix', 'sd'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm_config.py:129'],
    }),
    log_every_t: field(z.int().min(1), {
      group: 'logging',
      unit: 'steps',
      required: true,
      advanced: true,
      suggest: [200],
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:132',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:382',
      ],
    }),
    log_keys: field(z.array(z.string()).nullable(), {
      group: 'logging',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:94'],
    }),
    no_cond_log: field(z.boolean(), {
      group: 'logging',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:131'],
    }),
    image_logger: field(
      z
        .looseObject({
          batch_frequency: field(z.int().min(1), {
            default: 2000,
            unit: 'batches',
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:28'],
          }),
          max_images: field(z.int().min(0), {
            default: 4,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:29'],
          }),
          clamp: field(z.boolean(), {
            default: true,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:30'],
          }),
          rescale: field(z.boolean(), {
            default: true,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:32'],
          }),
          disabled: field(z.boolean(), {
            default: false,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:33'],
          }),
          increase_log_steps: field(z.boolean(), {
            default: true,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:31'],
          }),
          log_on_batch_idx: field(z.boolean(), {
            default: false,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:34'],
          }),
          log_first_step: field(z.boolean(), {
            default: false,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:35'],
          }),
          log_images_kwargs: field(z.looseObject({}).nullable(), {
            default: null,
            advanced: true,
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/util.py:36'],
          }),
        })
        .nullable(),
      {
        group: 'logging',
        default: null,
        families: ['controlnet'],
        source: [
          'examples/multimodal/text_to_image/controlnet/controlnet_train.py:38',
          'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:190',
          'nemo/collections/multimodal/models/text_to_image/controlnet/util.py:100',
          'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:262-269',
        ],
      },
    ),
    use_ema: field(z.boolean().nullable(), {
      group: 'logging',
      advanced: true,
      unused: true,
      families: ['controlnet', 'dreambooth', 'instruct_pix2pix', 'sd'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:124'],
    }),
    use_positional_encodings: field(z.boolean(), {
      group: 'logging',
      required: true,
      advanced: true,
      suggest: [false],
      families: ['sd', 'controlnet', 'dreambooth', 'instruct_pix2pix'],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:828'],
    }),
    clip_denoised: field(z.boolean(), {
      group: 'logging',
      required: true,
      advanced: true,
      families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:131',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:557',
      ],
    }),
    learning_rate: field(z.number().nullable(), {
      group: 'logging',
      unused: true,
      families: ['controlnet'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:631',
        'nemo/core/classes/modelPT.py:716',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm_config.py:112',
      ],
    }),
    is_legacy: field(z.boolean(), {
      group: 'logging',
      suggest: [false],
      families: ['inference', 'sdxl'],
      source: [
        'nemo/collections/multimodal/parts/stable_diffusion/sdxl_pipeline.py:68',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py:50',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py:90',
      ],
    }),
    optimizer_config: field(z.looseObject({}).nullable(), {
      group: 'logging',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:86'],
    }),
    scheduler_config: field(z.looseObject({}).nullable(), {
      group: 'logging',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:87'],
    }),
  },
})
