import { z } from 'zod'
import { field, section } from '../field'

/** `hydra`: Hydra’s own settings. */
export const hydra = section({
  id: 'hydra',
  path: ['hydra'],
  groups: ['hydra'],
  self: {
    advanced: true,
    unknownKeys: 'error',
    source: ['hydra:hydra/conf/__init__.py:110', 'hydra:hydra/core/utils.py:136'],
  },
  fields: {
    defaults: field(z.array(z.union([z.string(), z.looseObject({})])), {
      group: 'hydra',
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:113'],
    }),
    searchpath: field(z.array(z.string()).nullable(), {
      group: 'hydra',
      default: [],
      advanced: true,
      suggest: ['file:///path/to/conf', 'pkg://package.conf'],
      source: [
        'hydra:hydra/_internal/config_loader_impl.py:183',
        'hydra:hydra/_internal/config_loader_impl.py:192',
        'hydra:hydra/_internal/config_loader_impl.py:488',
      ],
    }),
    mode: field(z.literal(['RUN', 'MULTIRUN']).nullable(), {
      group: 'hydra',
      default: 'RUN',
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:126', 'hydra:hydra/types.py:45', 'nemo/utils/exp_manager.py:638'],
    }),
    sweep: field(
      z.looseObject({
        dir: field(z.string(), {
          default: 'multirun/${now:%Y-%m-%d}/${now:%H-%M-%S}',
          advanced: true,
          suggest: ['.'],
          control: 'path',
          source: [
            'hydra:hydra/conf/hydra/output/default.yaml:6',
            'hydra:hydra/core/utils.py:164',
            'nemo/utils/exp_manager.py:638',
          ],
        }),
        subdir: field(z.string(), {
          default: '${hydra.job.num}',
          advanced: true,
          suggest: ['.'],
          control: 'path',
          source: ['hydra:hydra/conf/hydra/output/default.yaml:7'],
        }),
      }),
      { group: 'hydra', advanced: true, unknownKeys: 'error', source: ['hydra:hydra/conf/__init__.py:31'] },
    ),
    sweeper: field(
      z.looseObject({
        params: field(z.record(z.string(), z.string()).nullable(), {
          advanced: true,
          unknownKeys: 'free',
          source: ['hydra:hydra/_internal/core_plugins/basic_sweeper.py:43'],
        }),
        max_batch_size: field(z.int().nullable(), {
          default: null,
          advanced: true,
          source: ['hydra:hydra/_internal/core_plugins/basic_sweeper.py:42'],
        }),
      }),
      {
        group: 'hydra',
        advanced: true,
        unknownKeys: 'free',
        source: ['hydra:hydra/_internal/core_plugins/basic_sweeper.py:40'],
      },
    ),
    launcher: field(
      z.looseObject({
        num_gpus: field(z.int(), {
          default: -1,
          unit: 'GPUs',
          advanced: true,
          source: ['nemo/core/utils/process_launcher/launcher.py:51'],
        }),
        jobs_per_gpu: field(z.int(), {
          default: 1,
          advanced: true,
          source: ['nemo/core/utils/process_launcher/launcher.py:52'],
        }),
      }),
      {
        group: 'hydra',
        advanced: true,
        unknownKeys: 'free',
        source: ['nemo/core/utils/process_launcher/launcher.py:49', 'nemo/core/utils/process_launcher/launcher.py:362'],
      },
    ),
    job: field(
      z.looseObject({
        name: field(z.string(), { advanced: true, source: ['hydra:hydra/conf/__init__.py:48'] }),
        override_dirname: field(z.string(), { advanced: true, source: ['hydra:hydra/conf/__init__.py:58'] }),
        id: field(z.string(), { advanced: true, source: ['hydra:hydra/conf/__init__.py:61'] }),
        num: field(z.int(), { advanced: true, source: ['hydra:hydra/conf/__init__.py:64'] }),
        config_name: field(z.string().nullable(), { advanced: true, source: ['hydra:hydra/conf/__init__.py:67'] }),
        chdir: field(z.boolean().nullable(), {
          default: null,
          advanced: true,
          source: [
            'hydra:hydra/conf/__init__.py:52',
            'hydra:hydra/core/utils.py:148',
            'hydra:hydra/core/utils.py:164',
            'nemo/utils/exp_manager.py:638',
          ],
        }),
        env_set: field(z.record(z.string(), z.string()), {
          default: {},
          advanced: true,
          unknownKeys: 'free',
          source: ['hydra:hydra/conf/__init__.py:70', 'hydra:hydra/core/utils.py:183'],
        }),
        env_copy: field(z.array(z.string()), {
          default: [],
          advanced: true,
          source: ['hydra:hydra/conf/__init__.py:72'],
        }),
        config: field(
          z.looseObject({
            override_dirname: field(
              z.looseObject({
                kv_sep: field(z.string(), {
                  default: '=',
                  advanced: true,
                  source: ['hydra:hydra/conf/__init__.py:80'],
                }),
                item_sep: field(z.string(), {
                  default: ',',
                  advanced: true,
                  source: ['hydra:hydra/conf/__init__.py:81'],
                }),
                exclude_keys: field(z.array(z.string()), {
                  default: [],
                  advanced: true,
                  source: ['hydra:hydra/conf/__init__.py:82'],
                }),
              }),
              { advanced: true, source: ['hydra:hydra/conf/__init__.py:79'] },
            ),
          }),
          { advanced: true, source: ['hydra:hydra/conf/__init__.py:77'] },
        ),
      }),
      { group: 'hydra', advanced: true, unknownKeys: 'error', source: ['hydra:hydra/conf/__init__.py:46'] },
    ),
    run: field(
      z.looseObject({
        dir: field(z.string(), {
          default: '.',
          advanced: true,
          unused: true,
          control: 'path',
          source: ['nemo/core/config/hydra_runner.py:93'],
        }),
      }),
      { group: 'hydra', advanced: true, unknownKeys: 'error', source: ['hydra:hydra/conf/__init__.py:26'] },
    ),
    output_subdir: field(z.string().nullable(), {
      group: 'hydra',
      default: null,
      advanced: true,
      unused: true,
      source: ['nemo/core/config/hydra_runner.py:87'],
    }),
    verbose: field(z.union([z.boolean(), z.string(), z.array(z.string())]), {
      group: 'hydra',
      default: false,
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:174'],
    }),
    job_logging: field(z.looseObject({}), {
      group: 'hydra',
      advanced: true,
      source: ['nemo/core/config/hydra_runner.py:90', 'hydra:hydra/conf/__init__.py:138'],
    }),
    hydra_logging: field(z.looseObject({}), {
      group: 'hydra',
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:136'],
    }),
    callbacks: field(z.looseObject({}), {
      group: 'hydra',
      default: {},
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:145'],
    }),
    help: field(z.looseObject({}), { group: 'hydra', advanced: true, source: ['hydra:hydra/conf/__init__.py:12'] }),
    hydra_help: field(z.looseObject({}), {
      group: 'hydra',
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:20'],
    }),
    runtime: field(z.looseObject({}), { group: 'hydra', advanced: true, source: ['hydra:hydra/conf/__init__.py:92'] }),
    overrides: field(z.looseObject({}), {
      group: 'hydra',
      advanced: true,
      source: ['hydra:hydra/conf/__init__.py:37'],
    }),
  },
})
