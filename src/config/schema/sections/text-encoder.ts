import { z } from 'zod'
import { field, section } from '../field'

/** Text encoders: `model.cond_stage_config`, and the conditioner of SDXL. */
export const textEncoder = section({
  id: 'text_encoder',
  path: ['model'],
  groups: ['text_encoder'],
  self: {
    required: true,
    source: [
      'nemo/core/classes/modelPT.py:108',
      'nemo/utils/model_utils.py:470-491',
      'nemo/collections/multimodal/parts/utils.py:307',
    ],
  },
  fields: {
    cond_stage_config: field(
      z.union([
        z.looseObject({
          _target_: field(z.string(), {
            required: true,
            suggest: ['nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.FrozenCLIPEmbedder'],
            control: 'class',
            families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:438',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:506',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:589',
            ],
          }),
          version: field(z.string(), {
            default: 'openai/clip-vit-large-patch14',
            suggest: ['openai/clip-vit-large-patch14', 'laion2b_s32b_b79k', 'laion2b_s39b_b160k'],
            families: ['controlnet', 'instruct_pix2pix', 'sd'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:445',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:520',
            ],
          }),
          arch: field(z.string(), {
            default: 'ViT-H-14',
            suggest: ['ViT-H-14', 'ViT-L-14', 'ViT-bigG-14'],
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:519'],
          }),
          restore_from_path: field(z.string().nullable(), {
            suggest: ['/ckpts/openai.nemo'],
            control: 'path',
            families: ['dreambooth', 'sd'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:605',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:610',
              'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2147',
            ],
          }),
          cfg: field(z.looseObject({}).nullable(), {
            default: null,
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:607',
              'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2148',
            ],
          }),
          layer: field(z.literal(['last', 'penultimate', 'pooled', 'hidden']), {
            default: 'last',
            families: ['dreambooth', 'sd'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:488',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:547',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:493',
            ],
          }),
          layer_idx: field(z.int().min(-12).max(12).nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:468'],
          }),
          device: field(z.string(), {
            default: 'cuda',
            advanced: true,
            suggest: ['cuda'],
            families: ['controlnet', 'dreambooth', 'instruct_pix2pix', 'sd'],
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:485'],
          }),
          max_length: field(z.int().min(1).max(77), {
            default: 77,
            unit: 'tokens',
            families: ['controlnet', 'instruct_pix2pix', 'sd'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:316',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:496',
            ],
          }),
          freeze: field(z.boolean(), {
            default: true,
            families: ['dreambooth', 'sd'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:542',
              'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:138',
            ],
          }),
          always_return_pooled: field(z.boolean(), {
            default: false,
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:499',
              'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:99',
            ],
          }),
          enable_lora_finetune: field(z.boolean(), {
            default: false,
            families: ['dreambooth'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:66',
              'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:138',
              'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:761',
            ],
          }),
          use_fp16: field(z.boolean(), {
            default: false,
            advanced: true,
            unused: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:525'],
          }),
          cache_dir: field(z.string().nullable(), {
            default: null,
            advanced: true,
            control: 'path',
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:536'],
          }),
          legacy: field(z.boolean(), {
            default: true,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:806'],
          }),
          n_embed: field(z.int().min(1), {
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:281',
            ],
          }),
          n_layer: field(z.int().min(1), {
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:281',
            ],
          }),
          vocab_size: field(z.int().min(1), {
            default: 30522,
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:281',
            ],
          }),
          max_seq_len: field(z.int().min(1), {
            default: 77,
            advanced: true,
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:281',
            ],
          }),
          use_tokenizer: field(z.boolean(), {
            default: true,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336'],
          }),
          embedding_dropout: field(z.number().min(0).max(1), {
            default: 0,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:336'],
          }),
          embed_dim: field(z.int().min(1), {
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:266'],
          }),
          n_classes: field(z.int().min(1), {
            default: 1000,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:266'],
          }),
          key: field(z.string(), {
            default: 'class',
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:266'],
          }),
          n_stages: field(z.int().min(0), {
            default: 1,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
          method: field(z.literal(['nearest', 'linear', 'bilinear', 'trilinear', 'bicubic', 'area']), {
            default: 'bilinear',
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
          multiplier: field(z.number().gt(0), {
            default: 0.5,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
          in_channels: field(z.int().min(1), {
            default: 3,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
          out_channels: field(z.int().min(1).nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
          bias: field(z.boolean(), {
            default: false,
            advanced: true,
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:374'],
          }),
        }),
        z.string(),
      ]),
      {
        group: 'text_encoder',
        required: true,
        families: ['sd', 'instruct_pix2pix', 'controlnet', 'dreambooth'],
        unknownKeys: 'error',
        source: [
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:622',
          'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:134',
        ],
      },
    ),
    conditioner_config: field(
      z.looseObject({
        _target_: field(
          z.literal('nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.GeneralConditioner'),
          {
            required: true,
            control: 'class',
            families: ['sdxl', 'inference'],
            source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:167'],
          },
        ),
        emb_models: field(
          z.array(
            z.looseObject({
              is_trainable: field(z.boolean(), {
                default: false,
                suggest: [false],
                families: ['sdxl', 'inference'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:180',
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:220',
                ],
              }),
              input_key: field(z.string(), {
                suggest: ['captions', 'txt', 'original_size_as_tuple', 'crop_coords_top_left', 'target_size_as_tuple'],
                families: ['sdxl', 'inference'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:192',
                  'nemo/collections/multimodal/data/stable_diffusion/stable_diffusion_dataset.py:283',
                  'nemo/collections/multimodal/parts/stable_diffusion/sdxl_helpers.py:136',
                ],
              }),
              input_keys: field(z.array(z.string()), {
                suggest: [['prompt_embeds', 'pooled_prompt_embeds']],
                families: ['sdxl'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:194',
                  'scripts/multimodal_dataset_conversion/parquet_conversion.py:31',
                ],
              }),
              ucg_rate: field(z.number().min(0).max(1), {
                default: 0.0,
                suggest: [0.1],
                families: ['sdxl'],
                source: [
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:181',
                  'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:238',
                ],
              }),
              legacy_ucg_value: field(z.string().nullable(), {
                default: null,
                advanced: true,
                families: ['sdxl'],
                source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:201'],
              }),
              emb_model: field(
                z.looseObject({
                  _target_: field(
                    z.literal([
                      'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.FrozenCLIPEmbedder',
                      'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.FrozenOpenCLIPEmbedder2',
                      'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.FrozenMegatronCLIPEmbedder',
                      'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.ConcatTimestepEmbedderND',
                      'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules.PrecachedEmbModel',
                    ]),
                    {
                      required: true,
                      control: 'class',
                      families: ['sdxl', 'inference'],
                      source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:179'],
                    },
                  ),
                  version: field(z.string(), {
                    suggest: ['openai/clip-vit-large-patch14', 'laion2b_s39b_b160k'],
                    families: ['sdxl', 'inference'],
                    source: [
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:445',
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:765',
                    ],
                  }),
                  arch: field(z.string(), {
                    default: 'ViT-H-14',
                    suggest: ['ViT-bigG-14'],
                    families: ['sdxl', 'inference'],
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:764'],
                  }),
                  layer: field(z.literal(['hidden', 'penultimate', 'last', 'pooled']), {
                    default: 'last',
                    families: ['sdxl', 'inference'],
                    source: [
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:493',
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:760',
                    ],
                  }),
                  layer_idx: field(z.int().min(-12).max(12).nullable(), {
                    default: null,
                    suggest: [11],
                    families: ['sdxl', 'inference'],
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:468'],
                  }),
                  freeze: field(z.boolean(), {
                    default: true,
                    families: ['sdxl', 'inference'],
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:542'],
                  }),
                  always_return_pooled: field(z.boolean(), {
                    default: false,
                    families: ['sdxl', 'inference'],
                    source: [
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:498',
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:809',
                    ],
                  }),
                  legacy: field(z.boolean(), {
                    default: true,
                    suggest: [false],
                    families: ['sdxl', 'inference'],
                    source: [
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:806',
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:822',
                    ],
                  }),
                  outdim: field(z.int().min(2), {
                    suggest: [256],
                    families: ['sdxl', 'inference'],
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:858'],
                  }),
                  device: field(z.string(), {
                    default: 'cuda',
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:872'],
                  }),
                  max_length: field(z.int().min(1).max(77), {
                    default: 77,
                    unit: 'tokens',
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:316'],
                  }),
                  enable_lora_finetune: field(z.boolean(), {
                    default: false,
                    advanced: true,
                    source: [
                      'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:66',
                      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:740',
                    ],
                  }),
                  restore_from_path: field(z.string().nullable(), {
                    advanced: true,
                    control: 'path',
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:605'],
                  }),
                  cfg: field(z.looseObject({}).nullable(), {
                    default: null,
                    advanced: true,
                    source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:607'],
                  }),
                }),
                {
                  required: true,
                  families: ['sdxl', 'inference'],
                  unknownKeys: 'error',
                  source: ['nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:176'],
                },
              ),
            }),
          ),
          {
            required: true,
            families: ['sdxl', 'inference'],
            source: [
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:168',
              'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:246',
              'examples/multimodal/text_to_image/stable_diffusion/sd_xl_export.py:51',
            ],
          },
        ),
      }),
      {
        group: 'text_encoder',
        required: true,
        families: ['sdxl', 'inference'],
        unknownKeys: 'error',
        source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:113'],
      },
    ),
  },
})
