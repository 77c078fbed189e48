import { z } from 'zod'
import { field, section } from '../field'

/** `fid`: generating images for FID and CLIP scores. */
export const fid = section({
  id: 'fid',
  path: ['fid'],
  tasks: ['evaluate'],
  groups: ['fid'],
  self: {
    required: true,
    families: ['inference'],
    source: ['examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:29'],
  },
  fields: {
    classifier_free_guidance: field(z.array(z.number()), {
      group: 'fid',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:38',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:41',
      ],
    }),
    nnodes_per_cfg: field(z.int().min(1), {
      group: 'fid',
      unit: 'nodes',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:36',
        'examples/multimodal/text_to_image/imagen/generate_fid_images.py:97',
      ],
    }),
    ntasks_per_node: field(z.int().min(1), {
      group: 'fid',
      unit: 'GPUs',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:58',
        'examples/multimodal/text_to_image/stable_diffusion/conf/sd_fid_images.yaml:38',
      ],
    }),
    local_task_id: field(z.int().min(0).nullable(), {
      group: 'fid',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:57'],
    }),
    num_images_to_eval: field(z.int().min(1), {
      group: 'fid',
      unit: 'images',
      required: true,
      suggest: [30000],
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:46'],
    }),
    coco_captions_path: field(z.string(), {
      group: 'fid',
      required: true,
      control: 'path',
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:33',
        'examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:45',
      ],
    }),
    coco_images_path: field(z.string().nullable(), {
      group: 'fid',
      advanced: true,
      unused: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/conf/sd_fid_images.yaml:18'],
    }),
    save_path: field(z.string(), {
      group: 'fid',
      required: true,
      control: 'path',
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:41'],
    }),
    ncaptions_per_batch: field(z.int().min(1), {
      group: 'fid',
      unit: 'images',
      required: true,
      families: ['inference'],
      source: [
        'examples/multimodal/text_to_image/imagen/generate_fid_images.py:73',
        'nemo/collections/multimodal/models/text_to_image/imagen/imagen_pipeline.py:116',
      ],
    }),
    save_all_res: field(z.boolean(), {
      group: 'fid',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/imagen/generate_fid_images.py:85'],
    }),
    save_text: field(z.boolean(), {
      group: 'fid',
      required: true,
      families: ['inference'],
      source: ['examples/multimodal/text_to_image/imagen/generate_fid_images.py:32'],
    }),
  },
})
