import { z } from 'zod'
import { field, section } from '../field'

/** `model.peft`: parameter-efficient fine-tuning (LoRA). */
export const peft = section({
  id: 'peft',
  path: ['model', 'peft'],
  nullable: true,
  groups: ['lora'],
  self: {
    default: null,
    families: ['sd', 'sdxl', 'dreambooth', 'inference'],
    source: [
      'examples/multimodal/text_to_image/stable_diffusion/sd_train.py:99',
      'examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py:86',
      'examples/multimodal/text_to_image/dreambooth/dreambooth.py:108',
      'nemo/collections/nlp/parts/mixins/nlp_adapter_mixins.py:447',
    ],
  },
  fields: {
    peft_scheme: field(z.literal(['sdlora', 'none']).nullable(), {
      group: 'lora',
      required: true,
      families: ['sd', 'sdxl', 'dreambooth'],
      source: ['nemo/collections/nlp/parts/peft_config.py:416', 'nemo/collections/nlp/parts/peft_config.py:392'],
    }),
    restore_from_path: field(z.string().nullable(), {
      group: 'lora',
      required: true,
      suggest: ['/path/to/lora.nemo'],
      control: 'path',
      families: ['sd', 'sdxl', 'dreambooth', 'inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/sd_lora_infer.py:37',
        'examples/multimodal/text_to_image/stable_diffusion/sd_train.py:105',
        'examples/multimodal/text_to_image/stable_diffusion/sd_lora_infer.py:56',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2329',
      ],
    }),
    lora_tuning: field(
      z.looseObject({
        adapter_dim: field(z.int().min(1), {
          required: true,
          suggest: [4, 8, 16, 32, 64],
          families: ['sd', 'sdxl', 'dreambooth'],
          source: ['nemo/collections/nlp/parts/peft_config.py:258'],
        }),
        network_alpha: field(z.int().min(0).nullable(), {
          required: true,
          suggest: [16, 32],
          families: ['sd', 'sdxl', 'dreambooth'],
          source: [
            'nemo/collections/nlp/parts/peft_config.py:408',
            'nemo/collections/nlp/modules/common/megatron/adapters/parallel_adapters.py:428',
            'nemo/collections/multimodal/modules/stable_diffusion/attention.py:236',
          ],
        }),
        adapter_dropout: field(z.number().min(0).lt(1), {
          required: true,
          suggest: [0.0],
          families: ['sd', 'sdxl', 'dreambooth'],
          source: [
            'nemo/collections/nlp/parts/peft_config.py:265',
            'nemo/collections/nlp/modules/common/megatron/adapters/parallel_adapters.py:260',
          ],
        }),
        column_init_method: field(z.literal(['xavier', 'normal', 'kaiming', 'zero']), {
          default: 'normal',
          families: ['sd', 'sdxl', 'dreambooth'],
          source: [
            'nemo/collections/nlp/parts/peft_config.py:262',
            'nemo/collections/nlp/modules/common/megatron/adapters/parallel_adapters.py:294',
          ],
        }),
        row_init_method: field(z.literal(['xavier', 'normal', 'kaiming', 'zero']), {
          default: 'zero',
          families: ['sd', 'sdxl', 'dreambooth'],
          source: [
            'nemo/collections/nlp/parts/peft_config.py:263',
            'nemo/collections/nlp/modules/common/megatron/adapters/parallel_adapters.py:294',
          ],
        }),
        layer_selection: field(z.array(z.int()).nullable(), {
          default: null,
          advanced: true,
          families: ['sd', 'sdxl', 'dreambooth'],
          source: ['nemo/collections/nlp/parts/mixins/nlp_adapter_mixins.py:214'],
        }),
        weight_tying: field(z.boolean(), {
          default: false,
          advanced: true,
          suggest: [false],
          families: ['sd', 'sdxl', 'dreambooth'],
          source: [
            'nemo/collections/nlp/parts/mixins/nlp_adapter_mixins.py:259',
            'nemo/collections/nlp/parts/mixins/nlp_adapter_mixins.py:176',
          ],
        }),
        position_embedding_strategy: field(z.string().nullable(), {
          default: null,
          advanced: true,
          families: ['dreambooth', 'sd', 'sdxl'],
          source: ['nemo/collections/nlp/parts/peft_config.py:280'],
        }),
      }),
      {
        group: 'lora',
        required: true,
        families: ['sd', 'sdxl', 'dreambooth'],
        source: ['nemo/collections/nlp/parts/peft_config.py:149'],
      },
    ),
    selective_tuning: field(
      z
        .looseObject({
          tunable_base_param_names: field(z.array(z.string()), {
            default: [],
            advanced: true,
            families: ['sd', 'sdxl', 'dreambooth'],
            source: [
              'nemo/collections/nlp/parts/peft_config.py:129',
              'nemo/collections/nlp/parts/mixins/nlp_adapter_mixins.py:392',
            ],
          }),
        })
        .nullable(),
      {
        group: 'lora',
        advanced: true,
        families: ['sd', 'sdxl', 'dreambooth'],
        source: ['nemo/collections/nlp/parts/peft_config.py:125'],
      },
    ),
  },
})
