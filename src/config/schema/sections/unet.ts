import { z } from 'zod'
import { field, section } from '../field'

/** `model.unet_config`: the denoising UNet of latent diffusion. */
export const unet = section({
  id: 'unet',
  path: ['model', 'unet_config'],
  groups: ['class', 'weights', 'shape', 'attention', 'runtime'],
  self: {
    required: true,
    unknownKeys: 'error',
    source: [
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2350',
      'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:101',
      'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:118',
    ],
  },
  fields: {
    _target_: field(z.string(), {
      group: 'class',
      required: true,
      suggest: ['nemo.collections.multimodal.models.text_to_image.controlnet.controlnet.ControlledUnetModel'],
      control: 'class',
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:544',
        'nemo/collections/multimodal/models/text_to_image/controlnet/controlnet.py:73',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1381',
      ],
    }),
    from_pretrained: field(z.string().nullable(), {
      group: 'weights',
      default: null,
      suggest: ['/ckpts/unet.bin', '/ckpts/nemo-v1-2.ckpt'],
      control: 'path',
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:956',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1292',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1288',
        'examples/multimodal/text_to_image/stable_diffusion/sd_lora_infer.py:33',
      ],
    }),
    from_NeMo: field(z.boolean().nullable(), {
      group: 'weights',
      default: false,
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1221',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:1183',
      ],
    }),
    image_size: field(z.int(), {
      group: 'shape',
      required: true,
      advanced: true,
      suggest: [32, 64],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:637'],
    }),
    in_channels: field(z.int().min(1), {
      group: 'shape',
      required: true,
      suggest: [4, 8],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:724',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2371',
      ],
    }),
    out_channels: field(z.int().min(1), {
      group: 'shape',
      required: true,
      suggest: [4],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:946'],
    }),
    model_channels: field(z.int().min(32).multipleOf(32), {
      group: 'shape',
      required: true,
      suggest: [320],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:685',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:145',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:259',
      ],
    }),
    channel_mult: field(z.array(z.int()), {
      group: 'shape',
      default: [1, 2, 4, 8],
      suggest: [
        [1, 2, 4, 4],
        [1, 2, 4],
      ],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:578',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:810',
      ],
    }),
    num_res_blocks: field(z.union([z.int().min(1), z.array(z.int().min(1))]), {
      group: 'shape',
      required: true,
      suggest: [2],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:652'],
    }),
    num_classes: field(z.union([z.int(), z.literal(['sequential', 'timestep', 'continuous'])]).nullable(), {
      group: 'shape',
      default: null,
      families: ['sdxl', 'inference'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:696',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:711',
      ],
    }),
    adm_in_channels: field(z.int().min(1).nullable(), {
      group: 'shape',
      default: null,
      suggest: [2816, 1280],
      families: ['sdxl', 'inference'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:712',
        'nemo/collections/multimodal/modules/stable_diffusion/encoders/modules.py:169',
      ],
    }),
    use_te_dpa: field(z.boolean(), {
      group: 'shape',
      default: false,
      advanced: true,
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:264',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:359',
      ],
    }),
    resblock_gn_groups: field(z.int().min(1), {
      group: 'shape',
      default: 32,
      advanced: true,
      suggest: [32, 16],
      families: ['sd'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:310',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:259',
      ],
    }),
    legacy: field(z.boolean(), {
      group: 'shape',
      default: true,
      advanced: true,
      suggest: [false],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:752'],
    }),
    dropout: field(z.number().min(0).max(1), {
      group: 'shape',
      default: 0,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:339'],
    }),
    conv_resample: field(z.boolean(), {
      group: 'shape',
      default: true,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:678'],
    }),
    dims: field(z.literal([1, 2, 3]), {
      group: 'shape',
      default: 2,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:274'],
    }),
    use_scale_shift_norm: field(z.boolean(), {
      group: 'shape',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:301'],
    }),
    resblock_updown: field(z.boolean(), {
      group: 'shape',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:804'],
    }),
    n_embed: field(z.int().nullable(), {
      group: 'shape',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:684'],
    }),
    attention_resolutions: field(z.array(z.int()), {
      group: 'attention',
      required: true,
      suggest: [
        [4, 2, 1],
        [4, 2],
      ],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:746'],
    }),
    num_heads: field(z.union([z.literal(-1), z.int().min(1)]), {
      group: 'attention',
      default: -1,
      suggest: [8],
      families: ['controlnet', 'dreambooth', 'instruct_pix2pix', 'sd'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:632',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:750',
      ],
    }),
    num_head_channels: field(z.union([z.literal(-1), z.int().min(1)]), {
      group: 'attention',
      default: -1,
      suggest: [64],
      families: ['sd', 'sdxl', 'inference'],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:750'],
    }),
    num_heads_upsample: field(z.int(), {
      group: 'attention',
      default: -1,
      advanced: true,
      deprecated: {},
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:628'],
    }),
    use_spatial_transformer: field(z.boolean(), {
      group: 'attention',
      default: false,
      suggest: [true],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:615',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:416',
      ],
    }),
    use_linear_in_transformer: field(z.boolean(), {
      group: 'attention',
      default: false,
      families: ['sd', 'sdxl', 'inference'],
      source: ['nemo/collections/multimodal/modules/stable_diffusion/attention.py:546'],
    }),
    transformer_depth: field(z.union([z.int().min(0), z.array(z.int().min(0))]), {
      group: 'attention',
      default: 1,
      suggest: [1, [1, 2, 10]],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:641',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:645',
      ],
    }),
    transformer_depth_middle: field(z.int().nullable(), {
      group: 'attention',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:645'],
    }),
    context_dim: field(z.union([z.int().min(1), z.array(z.int().min(1))]).nullable(), {
      group: 'attention',
      default: null,
      suggest: [768, 1024, 2048],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:618',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:538',
      ],
    }),
    use_new_attention_order: field(z.boolean(), {
      group: 'attention',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:423'],
    }),
    disable_self_attentions: field(z.array(z.boolean()).nullable(), {
      group: 'attention',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:659'],
    }),
    num_attention_blocks: field(z.array(z.int()).nullable(), {
      group: 'attention',
      default: null,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:661'],
    }),
    disable_middle_self_attn: field(z.boolean(), {
      group: 'attention',
      default: false,
      advanced: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:846'],
    }),
    use_checkpoint: field(z.boolean(), {
      group: 'runtime',
      default: false,
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:149',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:171',
      ],
    }),
    use_flash_attention: field(z.boolean().nullable(), {
      group: 'runtime',
      default: false,
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:267',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:361',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:50',
      ],
    }),
    unet_precision: field(z.literal(['fp32', 'fp16-mixed', 'fp16']), {
      group: 'runtime',
      default: 'fp32',
      advanced: true,
      families: ['sd'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:975',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:70',
        '.github/workflows/cicd-main.yml:4943-4980',
      ],
    }),
    use_te_fp8: field(z.boolean(), {
      group: 'runtime',
      default: false,
      advanced: true,
      families: ['sd'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:980',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:78',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:983',
      ],
    }),
    lora_network_alpha: field(z.number().nullable(), {
      group: 'runtime',
      default: null,
      advanced: true,
      families: ['dreambooth', 'sd'],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:242',
        'nemo/collections/multimodal/modules/stable_diffusion/attention.py:285',
      ],
    }),
    timesteps: field(z.int().min(1), {
      group: 'runtime',
      default: 1000,
      unit: 'steps',
      advanced: true,
      suggest: [1000],
      source: [
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:692',
        'nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/util.py:220',
      ],
    }),
    offload_to_cpu: field(z.boolean(), {
      group: 'runtime',
      default: false,
      advanced: true,
      unused: true,
      source: ['nemo/collections/multimodal/modules/stable_diffusion/diffusionmodules/openaimodel.py:600'],
    }),
  },
})
