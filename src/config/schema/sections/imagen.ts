import { z } from 'zod'
import { field, section } from '../field'

/** `model`: UNet, preconditioning and text conditioning of Imagen. */
export const imagen = section({
  id: 'imagen',
  path: ['model'],
  groups: ['imagen_unet', 'preconditioning', 'text'],
  self: {
    required: true,
    source: [
      'nemo/core/classes/modelPT.py:108',
      'nemo/utils/model_utils.py:470-491',
      'nemo/collections/multimodal/parts/utils.py:307',
    ],
  },
  fields: {
    unet_type: field(z.literal(['base', 'sr', 'sr-unet']), {
      group: 'imagen_unet',
      required: true,
      families: ['imagen'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:75',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:234',
        'nemo/collections/multimodal/data/imagen/imagen_dataset.py:129',
      ],
    }),
    unet: field(
      z.looseObject({
        embed_dim: field(z.int().min(1), {
          unit: 'channels',
          required: true,
          suggest: [128, 256, 512],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:68',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:195',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:446',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/layers.py:134',
          ],
        }),
        image_size: field(z.int().min(1), {
          unit: 'pixels',
          required: true,
          suggest: [64, 256, 1024],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:149',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:484',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:114',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:155',
          ],
        }),
        channels: field(z.int().min(1), {
          default: 3,
          advanced: true,
          suggest: [3],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:70',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:174',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:544',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:287',
          ],
        }),
        num_res_blocks: field(z.union([z.int().min(0), z.array(z.int().min(0))]), {
          default: 3,
          suggest: [3],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:72',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:180',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:193',
          ],
        }),
        num_resblocks: field(z.array(z.int().min(1)), {
          default: [1, 2, 4, 8, 8],
          suggest: [[2, 4, 8, 8, 8]],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:463',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:553',
          ],
        }),
        channel_mult: field(z.array(z.int().min(1)), {
          suggest: [
            [1, 2, 3, 4],
            [1, 2, 4, 6, 6],
            [1, 2, 4, 8, 8],
          ],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:73',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:192',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:450',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:551',
          ],
        }),
        num_attn_heads: field(z.int().min(1), {
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:74',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:212',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:305',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:457',
          ],
        }),
        per_head_channels: field(z.int().min(-1), {
          default: 64,
          unit: 'channels',
          suggest: [64],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:75',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:213',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:458',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:534',
          ],
        }),
        cond_dim: field(z.int().min(32).multipleOf(32), {
          default: 512,
          suggest: [512, 2048],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:76',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:133',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:544',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:518',
          ],
        }),
        attention_type: field(z.literal(['fused', 'stacked', 'cross', 'self']), {
          default: 'fused',
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:96',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:101',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:556',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:373',
          ],
        }),
        atnn_enabled_at: field(z.union([z.array(z.int().min(0).max(1)), z.array(z.boolean())]), {
          default: [0, 0, 0, 0, 1],
          suggest: [[0, 0, 0, 1, 1]],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:460',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:556',
          ],
        }),
        attention_resolutions: field(z.array(z.int().min(1)), {
          default: [8, 16, 32],
          unit: 'pixels',
          suggest: [
            [8, 16, 32],
            [32, 16],
          ],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:80',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:148',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:209',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:301',
          ],
        }),
        feature_pooling_type: field(z.literal(['attention', 'mean']), {
          default: 'attention',
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:123',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:520',
          ],
        }),
        learned_sinu_pos_emb_dim: field(z.int().min(0).multipleOf(2), {
          default: 16,
          advanced: true,
          suggest: [0, 16],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:105',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:487',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/embs.py:28',
          ],
        }),
        dropout: field(z.union([z.number().min(0).max(1), z.boolean()]), {
          default: false,
          advanced: true,
          suggest: [false, 0.1],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:81',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:186',
          ],
        }),
        use_null_token: field(z.boolean(), {
          default: false,
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:142',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:538',
          ],
        }),
        init_conv_kernel_size: field(z.int().min(1), {
          default: 3,
          advanced: true,
          suggest: [3, 7],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:177',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:336',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:546',
          ],
        }),
        gradient_checkpointing: field(z.boolean(), {
          default: false,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:84',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:205',
          ],
        }),
        scale_shift_norm: field(z.boolean(), {
          default: true,
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:85',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:222',
          ],
        }),
        stable_attention: field(z.boolean(), {
          default: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:86',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:558',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:560',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/attention.py:234',
          ],
        }),
        flash_attention: field(z.boolean(), {
          default: false,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:87',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:556',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:557',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:72',
          ],
        }),
        resblock_updown: field(z.boolean(), {
          default: false,
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:239',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:327',
          ],
        }),
        resample_with_conv: field(z.boolean(), {
          default: true,
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:240',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:328',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/layers.py:207',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/layers.py:239',
          ],
        }),
        low_res_cond: field(z.boolean(), {
          default: false,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:153',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:174',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:342',
          ],
        }),
        stride: field(z.int().min(1), {
          default: 2,
          advanced: true,
          suggest: [2],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:462',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:443',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:499',
          ],
        }),
        skip_connection_scaling: field(z.boolean(), {
          default: false,
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:477',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/blocks.py:285',
          ],
        }),
      }),
      {
        group: 'imagen_unet',
        required: true,
        unknownKeys: 'error',
        families: ['imagen'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:79',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:82',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:87',
          'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:66',
        ],
      },
    ),
    noise_cond_aug: field(z.boolean(), {
      group: 'imagen_unet',
      default: false,
      families: ['imagen'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:76',
        'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:67',
        'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:133',
        'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:156',
      ],
    }),
    preconditioning_type: field(z.literal(['EDM', 'DDPM']), {
      group: 'preconditioning',
      default: 'DDPM',
      families: ['imagen'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:98',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:108',
      ],
    }),
    preconditioning: field(
      z.looseObject({
        loss_type: field(z.literal(['l1', 'l2', 'huber']), {
          default: 'l2',
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:28',
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:35',
          ],
        }),
        sigma_data: field(z.number().gt(0), {
          default: 0.5,
          advanced: true,
          suggest: [0.5],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:110',
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:125',
          ],
        }),
        p_mean: field(z.number(), {
          default: -1.2,
          advanced: true,
          suggest: [-1.2],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:111',
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:153',
          ],
        }),
        p_std: field(z.number().min(0), {
          default: 1.2,
          advanced: true,
          suggest: [1.2],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:112',
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:153',
          ],
        }),
        pred_objective: field(z.literal(['noise', 'x_start']), {
          default: 'noise',
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:59',
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:92',
            'nemo/collections/multimodal/modules/imagen/sampler/sampler.py:70',
          ],
        }),
        noise_schedule: field(z.literal(['cosine', 'linear']), {
          default: 'cosine',
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:60',
            'nemo/collections/multimodal/modules/imagen/sampler/continuous_ddpm.py:76',
          ],
        }),
        timesteps: field(z.int().min(1), {
          default: 1000,
          unit: 'steps',
          advanced: true,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:61',
            'nemo/collections/multimodal/modules/imagen/sampler/continuous_ddpm.py:83',
            'nemo/collections/multimodal/modules/imagen/sampler/continuous_ddpm.py:96',
          ],
        }),
      }),
      {
        group: 'preconditioning',
        required: true,
        unknownKeys: 'error',
        families: ['imagen'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:101',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:105',
          'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:55',
          'nemo/collections/multimodal/models/text_to_image/imagen/precond.py:106',
        ],
      },
    ),
    conditioning: field(
      z.looseObject({
        embed_dim: field(z.int().min(1), {
          required: true,
          suggest: [1024, 4096],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:79',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:41',
            'nemo/collections/multimodal/modules/imagen/diffusionmodules/nets.py:518',
          ],
        }),
        token_length: field(z.int().min(1), {
          unit: 'tokens',
          required: true,
          suggest: [128],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:131',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:40',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:79',
            'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:55',
          ],
        }),
        drop_rate: field(z.number().min(0).max(1), {
          required: true,
          suggest: [0.1],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:112',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:146',
            'nemo/collections/multimodal/parts/imagen/utils.py:26',
          ],
        }),
        precached_key: field(z.string(), {
          suggest: ['embeddings_t5_xxl'],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:78',
            'nemo/collections/multimodal/data/imagen/augmentations/augmentations.py:73',
          ],
        }),
        out_key: field(z.string().nullable(), {
          suggest: ['t5_text'],
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:80',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:39',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:251',
          ],
        }),
        online_encoding: field(z.boolean().nullable(), {
          default: false,
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:209',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:245',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:601',
            'nemo/collections/multimodal/data/imagen/imagen_dataset.py:121',
          ],
        }),
        encoder_path: field(z.string().nullable(), {
          default: null,
          control: 'path',
          families: ['imagen'],
          source: [
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:210',
            'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:608',
            'nemo/collections/multimodal/modules/imagen/encoder/t5encoder.py:33',
            'nemo/collections/multimodal/modules/imagen/encoder/t5encoder.py:35',
          ],
        }),
      }),
      {
        group: 'text',
        required: true,
        families: ['imagen'],
        source: [
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:79',
          'nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:111',
          'nemo/collections/multimodal/data/imagen/imagen_dataset.py:109',
        ],
      },
    ),
  },
})
