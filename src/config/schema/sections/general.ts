import { z } from 'zod'
import { field, section } from '../field'

/** Top-level keys of training configs. */
export const general = section({
  id: 'general',
  path: [],
  groups: ['basics', 'environment'],
  fields: {
    name: field(z.string().nullable(), {
      group: 'basics',
      source: [
        'examples/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml:1',
        'examples/multimodal/text_to_image/stable_diffusion/conf/sd_train.yaml:22',
        'examples/multimodal/text_to_image/stable_diffusion/conf/sd_infer.yaml:1',
      ],
    }),
    defaults: field(z.array(z.union([z.string(), z.looseObject({})])).nullable(), {
      group: 'basics',
      advanced: true,
      source: [
        'hydra:hydra/_internal/defaults_list.py:223',
        'hydra:hydra/_internal/defaults_list.py:252',
        'hydra:hydra/_internal/defaults_list.py:400',
      ],
    }),
    run: field(
      z.looseObject({
        name: field(z.string().nullable(), {
          default: '',
          advanced: true,
          source: [
            'nemo/collections/common/metrics/perf_metrics.py:50',
            'nemo/collections/common/metrics/perf_metrics.py:126',
          ],
        }),
      }),
      { group: 'basics', advanced: true, source: ['nemo/collections/common/metrics/perf_metrics.py:44'] },
    ),
    cluster_type: field(z.string().nullable(), {
      group: 'environment',
      default: null,
      advanced: true,
      suggest: ['BCP'],
      source: [
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:143',
        'nemo/collections/multimodal/parts/utils.py:183',
        'nemo/collections/multimodal/parts/utils.py:280',
      ],
    }),
    allow_tf32: field(z.boolean().nullable(), {
      group: 'environment',
      default: null,
      unused: true,
      families: ['imagen'],
      source: [
        'examples/multimodal/text_to_image/imagen/imagen_training.py:29',
        'examples/multimodal/text_to_image/stable_diffusion/sd_train.py:58',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py:78',
        'examples/multimodal/text_to_image/dreambooth/dreambooth.py:96',
      ],
    }),
    fsdp_set_buffer_dtype: field(z.union([z.int(), z.string()]).nullable(), {
      group: 'environment',
      default: null,
      advanced: true,
      families: ['sdxl', 'inference'],
      source: [
        'nemo/collections/nlp/parts/nlp_overrides.py:791',
        'nemo/collections/nlp/parts/nlp_overrides.py:793',
        'nemo/collections/multimodal/parts/utils.py:299',
        'examples/multimodal/text_to_image/stable_diffusion/sd_xl_train.py:63',
      ],
    }),
  },
})
