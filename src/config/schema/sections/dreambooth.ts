import { z } from 'zod'
import { field, section } from '../field'

/** `model`: what only DreamBooth has. */
export const dreambooth = section({
  id: 'dreambooth',
  path: ['model'],
  tasks: ['train'],
  groups: ['dreambooth'],
  self: {
    required: true,
    source: [
      'nemo/core/classes/modelPT.py:108',
      'nemo/utils/model_utils.py:470-491',
      'nemo/collections/multimodal/parts/utils.py:307',
    ],
  },
  fields: {
    with_prior_preservation: field(z.boolean(), {
      group: 'dreambooth',
      required: true,
      suggest: [false],
      families: ['dreambooth'],
      source: [
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:98',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:473',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:69',
      ],
    }),
    prior_loss_weight: field(z.number().min(0), {
      group: 'dreambooth',
      required: true,
      suggest: [0.5, 1.0],
      families: ['dreambooth'],
      source: ['nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:186'],
    }),
    train_text_encoder: field(z.boolean(), {
      group: 'dreambooth',
      required: true,
      suggest: [false],
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:136',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:138',
      ],
    }),
    use_cached_latents: field(z.boolean(), {
      group: 'dreambooth',
      required: true,
      suggest: [false],
      families: ['dreambooth'],
      source: [
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:485',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:96',
        'nemo/collections/multimodal/data/dreambooth/dreambooth_dataset.py:146',
      ],
    }),
  },
})
