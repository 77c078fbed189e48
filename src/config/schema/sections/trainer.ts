import { z } from 'zod'
import { field, section } from '../field'

/** `trainer`: the arguments of Lightning’s Trainer. */
export const trainer = section({
  id: 'trainer',
  path: ['trainer'],
  groups: ['hardware', 'duration', 'accumulation', 'validation', 'logging', 'debugging', 'removed'],
  self: {
    required: true,
    source: [
      'nemo/collections/nlp/parts/megatron_trainer_builder.py:189',
      'nemo/collections/multimodal/parts/utils.py:303',
      'lightning:src/lightning/pytorch/trainer/trainer.py:88',
    ],
    unknownKeys: 'error',
  },
  fields: {
    devices: field(z.union([z.int(), z.string(), z.array(z.int())]), {
      group: 'hardware',
      default: 'auto',
      unit: 'GPUs',
      suggest: [1, 2, 4, 8, -1, 'auto'],
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:93',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:320',
        'lightning:src/lightning/fabric/utilities/device_parser.py:185',
      ],
    }),
    num_nodes: field(z.int().min(1), {
      group: 'hardware',
      default: 1,
      unit: 'nodes',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:94',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:315',
        'nemo/utils/exp_manager.py:653',
        'nemo/utils/exp_manager.py:1161',
      ],
    }),
    accelerator: field(z.literal(['gpu', 'cuda', 'auto', 'cpu', 'mps', 'tpu', 'hpu']), {
      group: 'hardware',
      default: 'auto',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:91',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:201',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:206',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:156',
      ],
    }),
    precision: field(z.literal([16, '16', '16-mixed', 'bf16', 'bf16-mixed', 32, '32', '32-true']).nullable(), {
      group: 'hardware',
      required: true,
      source: [
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:123',
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:130',
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:185',
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:191',
      ],
    }),
    strategy: field(z.string(), {
      group: 'hardware',
      advanced: true,
      source: [
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:189',
        'nemo/collections/multimodal/parts/utils.py:303',
      ],
    }),
    plugins: field(z.looseObject({}), {
      group: 'hardware',
      advanced: true,
      source: [
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:189',
        'nemo/collections/multimodal/parts/utils.py:303',
      ],
    }),
    benchmark: field(z.boolean().nullable(), {
      group: 'hardware',
      default: null,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:120',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:643',
      ],
    }),
    deterministic: field(z.literal([true, false, 'warn']).nullable(), {
      group: 'hardware',
      default: null,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:119',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:646',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:649',
      ],
    }),
    use_distributed_sampler: field(z.boolean().nullable(), {
      group: 'hardware',
      default: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:122',
        'lightning:src/lightning/pytorch/trainer/connectors/data_connector.py:167',
        'lightning:src/lightning/pytorch/utilities/data.py:316',
        'nemo/collections/multimodal/models/text_to_image/dreambooth/dreambooth.py:494',
      ],
    }),
    sync_batchnorm: field(z.boolean().nullable(), {
      group: 'hardware',
      default: false,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:127',
        'lightning:src/lightning/pytorch/trainer/connectors/accelerator_connector.py:127',
      ],
    }),
    inference_mode: field(z.boolean().nullable(), {
      group: 'hardware',
      default: true,
      advanced: true,
      unused: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:121',
        'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:77',
        'lightning:src/lightning/pytorch/loops/utilities.py:173',
      ],
    }),
    max_steps: field(z.number().min(-1), {
      group: 'duration',
      default: -1,
      unit: 'steps',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:101',
        'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:64',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:1222',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:1233',
      ],
    }),
    max_epochs: field(z.int().min(-1).nullable(), {
      group: 'duration',
      default: null,
      unit: 'epochs',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:99',
        'lightning:src/lightning/pytorch/loops/utilities.py:71',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:85',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:1222',
      ],
    }),
    min_steps: field(z.int().nullable(), {
      group: 'duration',
      default: null,
      unit: 'steps',
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:102',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:151',
      ],
    }),
    min_epochs: field(z.int().nullable(), {
      group: 'duration',
      default: null,
      unit: 'epochs',
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:100',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:151',
      ],
    }),
    max_time: field(z.string().nullable(), {
      group: 'duration',
      default: null,
      advanced: true,
      suggest: ['00:03:50:00', '01:00:00:00'],
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:103',
        'lightning:src/lightning/pytorch/callbacks/timer.py:91',
        'lightning:src/lightning/pytorch/callbacks/timer.py:105',
      ],
    }),
    limit_train_batches: field(z.number().min(0).nullable(), {
      group: 'duration',
      default: 1.0,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:104',
        'lightning:src/lightning/pytorch/trainer/setup.py:118',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:254',
      ],
    }),
    limit_test_batches: field(z.number().min(0).nullable(), {
      group: 'duration',
      default: 1.0,
      advanced: true,
      unused: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:106',
        'examples/multimodal/text_to_image/instruct_pix2pix/sd_finetune.py:39',
      ],
    }),
    limit_predict_batches: field(z.number().min(0).nullable(), {
      group: 'duration',
      default: 1.0,
      advanced: true,
      unused: true,
      source: ['lightning:src/lightning/pytorch/trainer/trainer.py:107'],
    }),
    accumulate_grad_batches: field(z.int().min(1).max(1), {
      group: 'accumulation',
      default: 1,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:116',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:2127',
        'nemo/core/classes/modelPT.py:670',
      ],
    }),
    gradient_clip_val: field(z.number().nullable(), {
      group: 'accumulation',
      default: null,
      suggest: [1.0],
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:117',
        'lightning:src/lightning/pytorch/trainer/trainer.py:443',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:623',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:628',
      ],
    }),
    gradient_clip_algorithm: field(z.literal(['norm', 'value']).nullable(), {
      anyCase: true,
      group: 'accumulation',
      default: null,
      advanced: true,
      unused: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:118',
        'lightning:src/lightning/pytorch/trainer/trainer.py:446',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:215',
        'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:635',
      ],
    }),
    limit_val_batches: field(z.number().min(0).nullable(), {
      group: 'validation',
      default: 1.0,
      suggest: [0, 50, 1.0],
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:105',
        'lightning:src/lightning/pytorch/trainer/setup.py:118',
        'nemo/collections/multimodal/models/text_to_image/stable_diffusion/diffusion_engine.py:641',
      ],
    }),
    val_check_interval: field(z.number().min(0).nullable(), {
      group: 'validation',
      default: 1.0,
      unit: 'steps',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:109',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:277',
        'lightning:src/lightning/pytorch/loops/fit_loop.py:288',
        'lightning:src/lightning/pytorch/trainer/setup.py:118',
      ],
    }),
    check_val_every_n_epoch: field(z.int().min(1).nullable(), {
      group: 'validation',
      default: 1,
      unit: 'epochs',
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:110',
        'lightning:src/lightning/pytorch/trainer/connectors/data_connector.py:58',
        'lightning:src/lightning/pytorch/trainer/connectors/data_connector.py:63',
        'lightning:src/lightning/pytorch/loops/training_epoch_loop.py:412',
      ],
    }),
    num_sanity_val_steps: field(z.int().nullable(), {
      group: 'validation',
      default: 2,
      unit: 'batches',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:111',
        'lightning:src/lightning/pytorch/trainer/trainer.py:389',
        'lightning:src/lightning/pytorch/trainer/setup.py:84',
      ],
    }),
    logger: field(z.boolean(), {
      group: 'logging',
      default: true,
      required: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:96',
        'lightning:src/lightning/pytorch/trainer/trainer.py:381',
        'nemo/utils/exp_manager.py:643',
        'nemo/utils/exp_manager.py:902',
      ],
    }),
    enable_checkpointing: field(z.boolean(), {
      group: 'logging',
      default: true,
      required: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:113',
        'lightning:src/lightning/pytorch/trainer/trainer.py:379',
        'nemo/utils/exp_manager.py:1098',
        'lightning:src/lightning/pytorch/trainer/connectors/callback_connector.py:85',
      ],
    }),
    log_every_n_steps: field(z.int().min(0).nullable(), {
      group: 'logging',
      default: 50,
      unit: 'steps',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:112',
        'lightning:src/lightning/pytorch/trainer/trainer.py:385',
        'lightning:src/lightning/pytorch/trainer/connectors/logger_connector/logger_connector.py:52',
      ],
    }),
    enable_model_summary: field(z.boolean().nullable(), {
      group: 'logging',
      default: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:115',
        'lightning:src/lightning/pytorch/trainer/connectors/callback_connector.py:95',
      ],
    }),
    enable_progress_bar: field(z.boolean().nullable(), {
      group: 'logging',
      default: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:114',
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:172',
        'nemo/collections/nlp/parts/nlp_overrides.py:1752',
      ],
    }),
    default_root_dir: field(z.string().nullable(), {
      group: 'logging',
      advanced: true,
      control: 'path',
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:129',
        'lightning:src/lightning/pytorch/trainer/trainer.py:304',
        'nemo/utils/exp_manager.py:460',
      ],
    }),
    callbacks: field(z.array(z.looseObject({})).nullable(), {
      group: 'logging',
      advanced: true,
      source: ['nemo/collections/nlp/parts/megatron_trainer_builder.py:189'],
    }),
    overfit_batches: field(z.number().min(0), {
      group: 'debugging',
      default: 0.0,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:108',
        'lightning:src/lightning/pytorch/trainer/setup.py:57',
      ],
    }),
    fast_dev_run: field(z.union([z.boolean(), z.int().min(0)]).nullable(), {
      group: 'debugging',
      default: false,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:98',
        'lightning:src/lightning/pytorch/trainer/setup.py:47',
        'nemo/utils/exp_manager.py:392',
        'nemo/collections/common/metrics/perf_metrics.py:87',
      ],
    }),
    profiler: field(z.literal(['simple', 'advanced', 'pytorch', 'xla']).nullable(), {
      anyCase: true,
      group: 'debugging',
      default: null,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:123',
        'lightning:src/lightning/pytorch/trainer/setup.py:134',
      ],
    }),
    detect_anomaly: field(z.boolean(), {
      group: 'debugging',
      default: false,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:124',
        'lightning:src/lightning/pytorch/trainer/trainer.py:459',
        'lightning:src/lightning/pytorch/trainer/trainer.py:1024',
      ],
    }),
    barebones: field(z.boolean().nullable(), {
      group: 'debugging',
      default: false,
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:125',
        'lightning:src/lightning/pytorch/trainer/trainer.py:307',
      ],
    }),
    reload_dataloaders_every_n_epochs: field(z.int().min(0), {
      group: 'debugging',
      default: 0,
      unit: 'epochs',
      advanced: true,
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:128',
        'lightning:src/lightning/pytorch/trainer/connectors/data_connector.py:71',
      ],
    }),
    resume_from_checkpoint: field(z.string(), {
      group: 'removed',
      deprecated: { since: 'Lightning 2.0', replacement: 'exp_manager.resume_from_checkpoint', removed: true },
      control: 'path',
      source: ['lightning:src/lightning/pytorch/trainer/trainer.py:88', 'nemo/utils/exp_manager.py:809'],
    }),
    replace_sampler_ddp: field(z.boolean(), {
      group: 'removed',
      deprecated: { since: 'Lightning 2.0', replacement: 'trainer.use_distributed_sampler', removed: true },
      source: [
        'lightning:src/lightning/pytorch/trainer/trainer.py:88',
        'lightning:src/lightning/pytorch/trainer/trainer.py:122',
      ],
    }),
  },
})
