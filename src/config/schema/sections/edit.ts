import { z } from 'zod'
import { field, section } from '../field'

/** `edit`: InstructPix2Pix inference. */
export const edit = section({
  id: 'edit',
  path: ['edit'],
  tasks: ['infer'],
  models: ['instruct_pix2pix'],
  groups: ['edit'],
  self: {
    required: true,
    families: ['inference'],
    source: ['examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:61'],
  },
  fields: {
    input: field(z.string(), {
      group: 'edit',
      required: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:79'],
    }),
    prompt: field(z.string(), {
      group: 'edit',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:87',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:88',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:141',
      ],
    }),
    outpath: field(z.string(), {
      group: 'edit',
      required: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:135'],
    }),
    resolution: field(z.int().min(1), {
      group: 'edit',
      unit: 'pixels',
      required: true,
      suggest: [256, 512],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:81',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:82',
      ],
    }),
    steps: field(z.int().min(1), {
      group: 'edit',
      unit: 'steps',
      required: true,
      suggest: [50, 100],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:119',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/samplers/k_diffusion.py:783',
      ],
    }),
    cfg_text: field(z.number(), {
      group: 'edit',
      required: true,
      suggest: [7.5],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:124',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:51',
      ],
    }),
    cfg_image: field(z.number(), {
      group: 'edit',
      required: true,
      suggest: [1.2, 1.5],
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:125',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:51',
      ],
    }),
    num_images_per_prompt: field(z.int().min(1), {
      group: 'edit',
      unit: 'images',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:101'],
    }),
    combine_images: field(z.array(z.int()).length(2).nullable(), {
      group: 'edit',
      default: null,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:136',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:146',
      ],
    }),
    seed: field(z.int().nullable(), {
      group: 'edit',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py:78'],
    }),
  },
})
