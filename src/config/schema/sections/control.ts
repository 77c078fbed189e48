import { z } from 'zod'
import { field, section } from '../field'

/** `model`: the control branch of ControlNet. */
export const control = section({
  id: 'control',
  path: ['model'],
  groups: ['control'],
  self: {
    required: true,
    source: [
      'nemo/core/classes/modelPT.py:108',
      'nemo/utils/model_utils.py:470-491',
      'nemo/collections/multimodal/parts/utils.py:307',
    ],
  },
  fields: {
    control_key: field(z.string(), {
      group: 'control',
      required: true,
      suggest: ['hint'],
      families: ['controlnet'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:114',
        'nemo/collections/multimodal/data/controlnet/controlnet_dataset.py:68',
      ],
    }),
    sd_locked: field(z.boolean(), {
      group: 'control',
      required: true,
      suggest: [true],
      families: ['controlnet'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:264',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:87',
      ],
    }),
    only_mid_control: field(z.boolean(), {
      group: 'control',
      required: true,
      suggest: [false],
      families: ['controlnet'],
      source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:100'],
    }),
    strength: field(z.number(), {
      group: 'control',
      required: true,
      suggest: [1.0],
      families: ['inference'],
      models: ['controlnet'],
      source: [
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:235',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:116',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:238',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:157',
      ],
    }),
    guess_mode: field(z.boolean(), {
      group: 'control',
      required: true,
      suggest: [false],
      families: ['inference'],
      models: ['controlnet'],
      source: [
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:140',
        'examples/multimodal/text_to_image/controlnet/controlnet_infer.py:234',
      ],
    }),
    control_stage_config: field(
      z.looseObject({
        _target_: field(
          z.literal('nemo.collections.multimodal.models.text_to_image.controlnet.controlnet.ControlNet'),
          {
            required: true,
            control: 'class',
            families: ['controlnet'],
            source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:282'],
          },
        ),
        params: field(
          z
            .looseObject({
              from_pretrained_unet: field(z.string().nullable(), {
                default: null,
                suggest: ['/ckpts/v1-5-pruned.ckpt'],
                control: 'path',
                families: ['controlnet'],
                source: [
                  'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:544',
                  'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:550',
                ],
              }),
              from_NeMo: field(z.boolean(), {
                default: true,
                suggest: [true],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:545'],
              }),
              hint_channels: field(z.int(), {
                required: true,
                suggest: [3],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:392'],
              }),
              image_size: field(z.int(), {
                required: true,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:341'],
              }),
              in_channels: field(z.int(), {
                required: true,
                suggest: [4],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:387'],
              }),
              model_channels: field(z.int().min(32).multipleOf(32), {
                required: true,
                suggest: [320],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:379'],
              }),
              channel_mult: field(z.array(z.int()), {
                default: [1, 2, 4, 8],
                suggest: [[1, 2, 4, 4]],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:292'],
              }),
              num_res_blocks: field(z.union([z.int().min(1), z.array(z.int().min(1))]), {
                required: true,
                suggest: [2],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:116'],
              }),
              attention_resolutions: field(z.array(z.int()), {
                required: true,
                suggest: [[4, 2, 1]],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:427'],
              }),
              num_heads: field(z.union([z.literal(-1), z.int().min(1)]), {
                default: -1,
                suggest: [8],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:335'],
              }),
              num_head_channels: field(z.union([z.literal(-1), z.int().min(1)]), {
                default: -1,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:431'],
              }),
              use_spatial_transformer: field(z.boolean(), {
                default: false,
                suggest: [true],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:317'],
              }),
              use_linear_in_transformer: field(z.boolean(), {
                default: false,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:458'],
              }),
              transformer_depth: field(z.int().min(1), {
                default: 1,
                suggest: [1],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:455'],
              }),
              context_dim: field(z.int().nullable(), {
                default: null,
                suggest: [768, 1024],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:456'],
              }),
              use_checkpoint: field(z.boolean(), {
                default: false,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:372'],
              }),
              legacy: field(z.boolean(), {
                default: true,
                advanced: true,
                suggest: [false],
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:433'],
              }),
              use_flash_attention: field(z.boolean(), {
                default: false,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:460'],
              }),
              dropout: field(z.number().min(0).max(1), {
                default: 0,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:369'],
              }),
              conv_resample: field(z.boolean(), {
                default: true,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:371'],
              }),
              dims: field(z.int(), {
                default: 2,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:340'],
              }),
              use_fp16: field(z.boolean(), {
                default: false,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:373'],
              }),
              num_heads_upsample: field(z.int(), {
                default: -1,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:376'],
              }),
              use_scale_shift_norm: field(z.boolean(), {
                default: false,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:423'],
              }),
              resblock_updown: field(z.boolean(), {
                default: false,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:481'],
              }),
              use_new_attention_order: field(z.boolean(), {
                default: false,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:448'],
              }),
              n_embed: field(z.int().nullable(), {
                default: null,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:377'],
              }),
              disable_self_attentions: field(z.array(z.boolean()).nullable(), {
                default: null,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:355'],
              }),
              num_attention_blocks: field(z.array(z.int()).nullable(), {
                default: null,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:357'],
              }),
              disable_middle_self_attn: field(z.boolean(), {
                default: false,
                advanced: true,
                families: ['controlnet'],
                source: ['nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:523'],
              }),
            })
            .nullable(),
          { families: ['controlnet'], source: ['nemo/utils/model_utils.py:480-484'] },
        ),
      }),
      {
        group: 'control',
        required: true,
        families: ['controlnet'],
        unknownKeys: 'error',
        source: [
          'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:113',
          'nemo/utils/model_utils.py:480-484',
        ],
      },
    ),
  },
})
