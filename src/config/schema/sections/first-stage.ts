import { z } from 'zod'
import { field, section } from '../field'

/** `model.first_stage_config`: the autoencoder between images and latents. */
export const firstStage = section({
  id: 'first_stage',
  path: ['model', 'first_stage_config'],
  groups: ['class', 'weights', 'shape'],
  self: {
    required: true,
    unknownKeys: 'error',
    source: [
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:615',
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:138',
      'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:127',
    ],
  },
  fields: {
    _target_: field(z.string(), {
      group: 'class',
      required: true,
      suggest: [],
      control: 'class',
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:310',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:615',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:160',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:172',
      ],
    }),
    from_pretrained: field(z.string().nullable(), {
      group: 'weights',
      default: null,
      suggest: ['/ckpts/vae.bin', '/path/to/vae/diffusion_pytorch_model.safetensors'],
      control: 'path',
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:341',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:401',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:455',
      ],
    }),
    from_NeMo: field(z.boolean().nullable(), {
      group: 'weights',
      default: false,
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:320',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:402',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:376',
      ],
    }),
    embed_dim: field(z.int().min(1), {
      group: 'shape',
      required: true,
      suggest: [4],
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:330'],
    }),
    monitor: field(z.string().nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:336-337'],
    }),
    ckpt_path: field(z.string().nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      control: 'path',
      source: [
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:338-339',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:90',
      ],
    }),
    ignore_keys: field(z.array(z.string()), {
      group: 'shape',
      default: [],
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:90'],
    }),
    image_key: field(z.string(), {
      group: 'shape',
      default: 'image',
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:318'],
    }),
    colorize_nlabels: field(z.int().nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:333-335'],
    }),
    ddconfig: field(
      z.looseObject({
        double_z: field(z.boolean(), {
          required: true,
          suggest: [true],
          source: [
            'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:329',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:435',
          ],
        }),
        z_channels: field(z.int().min(1), {
          required: true,
          suggest: [4],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:435',
            'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:330',
          ],
        }),
        resolution: field(z.int().min(1), {
          unit: 'pixels',
          required: true,
          advanced: true,
          suggest: [256],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:245',
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:260',
          ],
        }),
        in_channels: field(z.int(), {
          required: true,
          advanced: true,
          suggest: [3],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:243'],
        }),
        out_ch: field(z.int(), {
          required: true,
          advanced: true,
          suggest: [3],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:311'],
        }),
        ch: field(z.int().min(32).multipleOf(32), {
          required: true,
          advanced: true,
          suggest: [128],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:60'],
        }),
        ch_mult: field(z.array(z.int()), {
          default: [1, 2, 4, 8],
          suggest: [[1, 2, 4, 4]],
          source: [
            'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:210',
            'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:549',
          ],
        }),
        num_res_blocks: field(z.int().min(1), {
          required: true,
          advanced: true,
          suggest: [2],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:227'],
        }),
        attn_resolutions: field(z.array(z.int()), {
          required: true,
          advanced: true,
          suggest: [[]],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:260'],
        }),
        dropout: field(z.number().min(0).max(1), {
          default: 0.0,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:117'],
        }),
        attn_type: field(z.literal(['vanilla', 'linear', 'none']), {
          default: 'vanilla',
          advanced: true,
          families: ['sdxl', 'inference'],
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:194'],
        }),
        use_linear_attn: field(z.boolean(), {
          default: false,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:222'],
        }),
        resamp_with_conv: field(z.boolean(), {
          default: true,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:214'],
        }),
        give_pre_end: field(z.boolean(), {
          default: false,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:570'],
        }),
        tanh_out: field(z.boolean(), {
          default: false,
          advanced: true,
          source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:576'],
        }),
      }),
      {
        group: 'shape',
        required: true,
        source: [
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:55',
          'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/model.py:381',
        ],
      },
    ),
    lossconfig: field(
      z
        .looseObject({
          target: field(z.string(), {
            advanced: true,
            suggest: ['torch.nn.Identity'],
            control: 'class',
            source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:328'],
          }),
        })
        .nullable(),
      {
        group: 'shape',
        default: null,
        advanced: true,
        source: [
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:328',
          'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:57',
        ],
      },
    ),
    n_embed: field(z.int().min(1), {
      group: 'shape',
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:38'],
    }),
    batch_resize_range: field(z.array(z.int()).length(2).nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289'],
    }),
    scheduler_config: field(z.looseObject({}).nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289'],
    }),
    lr_g_factor: field(z.number(), {
      group: 'shape',
      default: 1.0,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289'],
    }),
    remap: field(z.string().nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      control: 'path',
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289'],
    }),
    sane_index_shape: field(z.boolean(), {
      group: 'shape',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:289'],
    }),
    vq_interface: field(z.boolean(), {
      group: 'shape',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/autoencoder.py:620'],
    }),
  },
})
