import { z } from 'zod'
import { field, section } from '../field'

/** Python's `signal.Signals` on Linux. */
const signals = (
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT RTMAX RTMIN SEGV STOP SYS TERM TRAP TSTP ' +
  'TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'
)
  .split(' ')
  .map((name) => `SIG${name}`)

/** `exp_manager`: run directory, resuming, checkpoints, EMA, loggers. nemo/utils/exp_manager.py:ExpManagerConfig */
export const expManager = section({
  id: 'exp_manager',
  path: ['exp_manager'],
  tasks: ['train'],
  groups: ['run', 'resuming', 'checkpoint', 'ema', 'wandb', 'loggers', 'stopping', 'timing', 'resilience'],
  self: {
    required: true,
    source: [
      'nemo/utils/exp_manager.py:178',
      'nemo/utils/exp_manager.py:397',
      'nemo/utils/exp_manager.py:406',
      'nemo/utils/exp_manager.py:407',
    ],
    unknownKeys: 'error',
  },
  fields: {
    exp_dir: field(z.string().nullable(), {
      group: 'run',
      default: null,
      control: 'path',
      source: ['nemo/utils/exp_manager.py:183', 'nemo/utils/exp_manager.py:897', 'nemo/utils/exp_manager.py:903'],
    }),
    explicit_log_dir: field(z.string().nullable(), {
      group: 'run',
      default: null,
      control: 'path',
      source: [
        'nemo/utils/exp_manager.py:182',
        'nemo/utils/exp_manager.py:849',
        'nemo/utils/exp_manager.py:856',
        'nemo/utils/exp_manager.py:893',
      ],
    }),
    name: field(z.string().nullable(), {
      group: 'run',
      default: null,
      suggest: ['${name}'],
      source: ['nemo/utils/exp_manager.py:184', 'nemo/utils/exp_manager.py:912', 'nemo/utils/exp_manager.py:922'],
    }),
    version: field(z.string().nullable(), {
      group: 'run',
      default: null,
      source: [
        'nemo/utils/exp_manager.py:185',
        'nemo/utils/exp_manager.py:923',
        'nemo/utils/exp_manager.py:925',
        'nemo/constants.py:18',
      ],
    }),
    use_datetime_version: field(z.boolean().nullable(), {
      group: 'run',
      default: true,
      source: ['nemo/utils/exp_manager.py:186', 'nemo/utils/exp_manager.py:932'],
    }),
    files_to_copy: field(z.array(z.string()).nullable(), {
      group: 'run',
      default: null,
      advanced: true,
      control: 'path',
      source: ['nemo/utils/exp_manager.py:213', 'nemo/utils/exp_manager.py:599'],
    }),
    log_local_rank_0_only: field(z.boolean().nullable(), {
      group: 'run',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:218', 'nemo/utils/exp_manager.py:462'],
    }),
    log_global_rank_0_only: field(z.boolean().nullable(), {
      group: 'run',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:219', 'nemo/utils/exp_manager.py:462'],
    }),
    resume_if_exists: field(z.boolean().nullable(), {
      group: 'resuming',
      default: false,
      source: [
        'nemo/utils/exp_manager.py:187',
        'nemo/utils/exp_manager.py:718',
        'nemo/utils/exp_manager.py:741',
        'nemo/utils/exp_manager.py:763',
      ],
    }),
    resume_ignore_no_checkpoint: field(z.boolean().nullable(), {
      group: 'resuming',
      default: false,
      source: ['nemo/utils/exp_manager.py:189', 'nemo/utils/exp_manager.py:777'],
    }),
    resume_past_end: field(z.boolean().nullable(), {
      group: 'resuming',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:188', 'nemo/utils/exp_manager.py:790'],
    }),
    resume_from_checkpoint: field(z.string().nullable(), {
      group: 'resuming',
      default: null,
      suggest: ['${model.resume_from_checkpoint}'],
      control: 'path',
      source: [
        'nemo/utils/exp_manager.py:190',
        'nemo/utils/exp_manager.py:716',
        'nemo/utils/exp_manager.py:807',
        'nemo/utils/exp_manager.py:811',
      ],
    }),
    disable_validation_on_resume: field(z.boolean().nullable(), {
      group: 'resuming',
      default: true,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:221', 'nemo/utils/exp_manager.py:541'],
    }),
    create_checkpoint_callback: field(z.boolean().nullable(), {
      group: 'checkpoint',
      default: true,
      source: ['nemo/utils/exp_manager.py:205', 'nemo/utils/exp_manager.py:532', 'nemo/utils/exp_manager.py:1085'],
    }),
    checkpoint_callback_params: field(
      z.looseObject({
        dirpath: field(z.string().nullable(), {
          default: null,
          advanced: true,
          control: 'path',
          source: ['nemo/utils/exp_manager.py:108', 'nemo/utils/exp_manager.py:741', 'nemo/utils/exp_manager.py:1112'],
        }),
        filename: field(z.string().nullable(), {
          default: null,
          suggest: [
            '${name}--{reduced_train_loss:.2f}-{step}-{consumed_samples}',
            '${name}--{val/loss:.4f}-{step}-{consumed_samples}',
          ],
          source: [
            'nemo/utils/exp_manager.py:109',
            'nemo/utils/exp_manager.py:1114',
            'nemo/utils/exp_manager.py:1120',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:533',
          ],
        }),
        monitor: field(z.string().nullable(), {
          default: 'val_loss',
          suggest: [
            'reduced_train_loss',
            'train/loss',
            'val/loss',
            'train/loss_simple',
            'val/loss_simple',
            'grad_norm',
            'global_step',
          ],
          source: [
            'nemo/utils/exp_manager.py:110',
            'nemo/utils/exp_manager.py:1126',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:370',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:378',
          ],
        }),
        mode: field(z.literal(['min', 'max']), {
          default: 'min',
          source: [
            'nemo/utils/exp_manager.py:115',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:485',
          ],
        }),
        save_top_k: field(z.int().min(-1), {
          default: 3,
          suggest: [-1, 1, 3, 5],
          source: [
            'nemo/utils/exp_manager.py:113',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:446',
          ],
        }),
        save_last: field(z.boolean().nullable(), {
          default: true,
          source: [
            'nemo/utils/exp_manager.py:112',
            'nemo/utils/exp_manager.py:763',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:680',
          ],
        }),
        every_n_train_steps: field(z.int().min(0).nullable(), {
          default: null,
          unit: 'steps',
          suggest: [200, 1000, 5000, 10000],
          source: [
            'nemo/utils/exp_manager.py:118',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:298',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:458',
          ],
        }),
        every_n_epochs: field(z.int().min(0).nullable(), {
          default: 1,
          unit: 'epochs',
          source: [
            'nemo/utils/exp_manager.py:117',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:320',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:329',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:458',
          ],
        }),
        train_time_interval: field(z.looseObject({}).nullable(), {
          default: null,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:119',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:305',
          ],
        }),
        save_on_train_epoch_end: field(z.boolean().nullable(), {
          default: false,
          source: [
            'nemo/utils/exp_manager.py:126',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:320',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:329',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:425',
          ],
        }),
        save_weights_only: field(z.boolean().nullable(), {
          default: false,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:114',
            'lightning:src/lightning/pytorch/trainer/connectors/checkpoint_connector.py:363',
          ],
        }),
        auto_insert_metric_name: field(z.boolean(), {
          default: true,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:116',
            'lightning:src/lightning/pytorch/callbacks/model_checkpoint.py:554',
            'nemo/collections/nlp/models/language_modeling/megatron_base_model.py:942',
          ],
        }),
        verbose: field(z.boolean().nullable(), {
          default: true,
          advanced: true,
          source: ['nemo/utils/exp_manager.py:111'],
        }),
        prefix: field(z.string().nullable(), {
          default: null,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:120',
            'nemo/utils/exp_manager.py:1116',
            'nemo/utils/callbacks/nemo_model_checkpoint.py:322',
          ],
        }),
        postfix: field(z.string(), {
          default: '.nemo',
          advanced: true,
          source: ['nemo/utils/exp_manager.py:121', 'nemo/utils/callbacks/nemo_model_checkpoint.py:322'],
        }),
        save_nemo_on_train_end: field(z.boolean().nullable(), {
          default: true,
          source: ['nemo/utils/exp_manager.py:124', 'nemo/utils/callbacks/nemo_model_checkpoint.py:282'],
        }),
        always_save_nemo: field(z.boolean(), {
          default: false,
          advanced: true,
          source: ['nemo/utils/exp_manager.py:123', 'nemo/utils/callbacks/nemo_model_checkpoint.py:202'],
        }),
        save_best_model: field(z.boolean(), {
          default: false,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:122',
            'nemo/utils/callbacks/nemo_model_checkpoint.py:61',
            'nemo/utils/callbacks/nemo_model_checkpoint.py:268',
          ],
        }),
        model_parallel_size: field(z.int().min(1).nullable(), {
          default: null,
          advanced: true,
          source: ['nemo/utils/exp_manager.py:125', 'nemo/utils/callbacks/nemo_model_checkpoint.py:129'],
        }),
        async_save: field(z.boolean().nullable(), {
          default: false,
          advanced: true,
          source: [
            'nemo/utils/exp_manager.py:127',
            'nemo/collections/nlp/parts/megatron_trainer_builder.py:150',
            'nemo/collections/nlp/parts/megatron_trainer_builder.py:156',
            'nemo/utils/callbacks/nemo_model_checkpoint.py:445',
          ],
        }),
        filepath: field(z.string().nullable(), {
          default: null,
          advanced: true,
          deprecated: { replacement: 'exp_manager.checkpoint_callback_params.dirpath' },
          control: 'path',
          source: ['nemo/utils/exp_manager.py:107', 'nemo/utils/exp_manager.py:1105'],
        }),
      }),
      {
        group: 'checkpoint',
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:206', 'nemo/utils/exp_manager.py:106'],
      },
    ),
    ema: field(
      z.looseObject({
        enable: field(z.boolean().nullable(), {
          default: false,
          source: [
            'nemo/utils/exp_manager.py:141',
            'nemo/utils/exp_manager.py:519',
            'nemo/collections/common/callbacks/ema.py:142',
          ],
        }),
        decay: field(z.number().nullable(), {
          default: 0.999,
          suggest: [0.999, 0.9999],
          source: ['nemo/utils/exp_manager.py:142', 'nemo/collections/common/callbacks/ema.py:45'],
        }),
        every_n_steps: field(z.int(), {
          default: 1,
          unit: 'steps',
          source: ['nemo/utils/exp_manager.py:145', 'nemo/collections/common/callbacks/ema.py:258'],
        }),
        validate_original_weights: field(z.boolean().nullable(), {
          default: false,
          source: ['nemo/utils/exp_manager.py:144', 'nemo/collections/common/callbacks/ema.py:82'],
        }),
        cpu_offload: field(z.boolean().nullable(), {
          default: false,
          source: ['nemo/utils/exp_manager.py:143', 'nemo/collections/common/callbacks/ema.py:53'],
        }),
      }),
      {
        group: 'ema',
        unknownKeys: 'error',
        source: [
          'nemo/utils/exp_manager.py:222',
          'nemo/utils/exp_manager.py:139',
          'nemo/utils/exp_manager.py:519',
          'nemo/utils/callbacks/nemo_model_checkpoint.py:452',
        ],
      },
    ),
    create_wandb_logger: field(z.boolean().nullable(), {
      group: 'wandb',
      default: false,
      source: ['nemo/utils/exp_manager.py:194', 'nemo/utils/exp_manager.py:643', 'nemo/utils/exp_manager.py:1012'],
    }),
    wandb_logger_kwargs: field(
      z
        .object({
          project: field(z.string().nullable(), {
            source: ['nemo/utils/exp_manager.py:1015', 'lightning:src/lightning/pytorch/loggers/wandb.py:332'],
          }),
          name: field(z.string().nullable(), {
            source: [
              'nemo/utils/exp_manager.py:1015',
              'lightning:src/lightning/pytorch/loggers/wandb.py:292',
              'lightning:src/lightning/pytorch/loggers/wandb.py:343',
            ],
          }),
          group: field(z.string().nullable(), {
            source: [
              'lightning:src/lightning/pytorch/loggers/wandb.py:292',
              'lightning:src/lightning/pytorch/loggers/wandb.py:343',
            ],
          }),
          resume: field(z.union([z.boolean(), z.string()]).nullable(), {
            default: 'allow',
            suggest: [true, 'allow', 'must', 'never'],
            source: [
              'lightning:src/lightning/pytorch/loggers/wandb.py:292',
              'lightning:src/lightning/pytorch/loggers/wandb.py:343',
              'lightning:src/lightning/pytorch/loggers/wandb.py:340',
            ],
          }),
          entity: field(z.string().nullable(), { source: ['lightning:src/lightning/pytorch/loggers/wandb.py:280'] }),
          tags: field(z.array(z.string()).nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:280'],
          }),
          save_dir: field(z.string().nullable(), {
            advanced: true,
            control: 'path',
            source: ['nemo/utils/exp_manager.py:1019'],
          }),
          offline: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:311'],
          }),
          id: field(z.string().nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:339'],
          }),
          log_model: field(z.literal([false, true, 'all']).nullable(), {
            default: false,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:302'],
          }),
          prefix: field(z.string(), {
            default: '',
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:304'],
          }),
          checkpoint_name: field(z.string().nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:305'],
          }),
          anonymous: field(z.boolean().nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/wandb.py:300'],
          }),
          dir: field(z.string().nullable(), {
            advanced: true,
            unused: true,
            control: 'path',
            source: ['nemo/utils/exp_manager.py:1019', 'lightning:src/lightning/pytorch/loggers/wandb.py:338'],
          }),
        })
        .catchall(z.union([z.string(), z.number(), z.boolean(), z.looseObject({})]).nullable())
        .nullable(),
      {
        group: 'wandb',
        default: null,
        unknownKeys: 'free',
        source: [
          'nemo/utils/exp_manager.py:195',
          'nemo/utils/exp_manager.py:1015',
          'nemo/utils/exp_manager.py:1022',
          'lightning:src/lightning/pytorch/loggers/wandb.py:292',
        ],
      },
    ),
    create_tensorboard_logger: field(z.boolean().nullable(), {
      group: 'loggers',
      default: true,
      source: [
        'nemo/utils/exp_manager.py:192',
        'nemo/utils/exp_manager.py:643',
        'nemo/utils/exp_manager.py:1000',
        'nemo/collections/common/metrics/perf_metrics.py:87',
      ],
    }),
    summary_writer_kwargs: field(
      z
        .looseObject({
          log_graph: field(z.boolean(), {
            default: false,
            advanced: true,
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
          default_hp_metric: field(z.boolean(), {
            default: true,
            advanced: true,
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
          prefix: field(z.string(), {
            default: '',
            advanced: true,
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
          sub_dir: field(z.string().nullable(), {
            advanced: true,
            control: 'path',
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
          max_queue: field(z.int(), {
            advanced: true,
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
          flush_secs: field(z.int(), {
            unit: 'seconds',
            advanced: true,
            source: [
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
              'lightning:src/lightning/pytorch/loggers/tensorboard.py:94',
            ],
          }),
        })
        .nullable(),
      {
        group: 'loggers',
        default: null,
        advanced: true,
        unknownKeys: 'free',
        source: [
          'nemo/utils/exp_manager.py:193',
          'nemo/utils/exp_manager.py:1003',
          'nemo/utils/exp_manager.py:1008',
          'lightning:src/lightning/pytorch/loggers/tensorboard.py:85',
        ],
      },
    ),
    create_mlflow_logger: field(z.boolean().nullable(), {
      group: 'loggers',
      default: false,
      source: ['nemo/utils/exp_manager.py:196', 'nemo/utils/exp_manager.py:643', 'nemo/utils/exp_manager.py:1027'],
    }),
    mlflow_logger_kwargs: field(
      z
        .looseObject({
          experiment_name: field(z.string().nullable(), {
            default: null,
            source: ['nemo/utils/loggers/mlflow_logger.py:22', 'nemo/utils/exp_manager.py:437'],
          }),
          tracking_uri: field(z.string().nullable(), {
            default: null,
            source: ['nemo/utils/loggers/mlflow_logger.py:25', 'lightning:src/lightning/pytorch/loggers/mlflow.py:133'],
          }),
          tags: field(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()).nullable(), {
            default: null,
            advanced: true,
            unknownKeys: 'free',
            source: ['nemo/utils/loggers/mlflow_logger.py:26'],
          }),
          save_dir: field(z.string().nullable(), {
            default: './mlruns',
            control: 'path',
            source: ['nemo/utils/loggers/mlflow_logger.py:27'],
          }),
          prefix: field(z.string(), {
            default: '',
            advanced: true,
            source: ['nemo/utils/loggers/mlflow_logger.py:28'],
          }),
          artifact_location: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/mlflow_logger.py:29'],
          }),
          run_id: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/mlflow_logger.py:31'],
          }),
          log_model: field(z.boolean(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/mlflow_logger.py:33'],
          }),
        })
        .nullable(),
      {
        group: 'loggers',
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:197', 'nemo/utils/exp_manager.py:1028'],
      },
    ),
    create_dllogger_logger: field(z.boolean().nullable(), {
      group: 'loggers',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:198', 'nemo/utils/exp_manager.py:1033'],
    }),
    dllogger_logger_kwargs: field(
      z
        .looseObject({
          verbose: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/dllogger.py:46'],
          }),
          stdout: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/dllogger.py:47'],
          }),
          json_file: field(z.string().nullable(), {
            default: './dllogger.json',
            advanced: true,
            control: 'path',
            source: ['nemo/utils/loggers/dllogger.py:48'],
          }),
        })
        .nullable(),
      {
        group: 'loggers',
        advanced: true,
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:199', 'nemo/utils/exp_manager.py:1034'],
      },
    ),
    create_clearml_logger: field(z.boolean().nullable(), {
      group: 'loggers',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:200', 'nemo/utils/exp_manager.py:1039'],
    }),
    clearml_logger_kwargs: field(
      z
        .looseObject({
          project: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:41'],
          }),
          task: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:42'],
          }),
          connect_pytorch: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:43'],
          }),
          model_name: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:44'],
          }),
          tags: field(z.array(z.string()).nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:45'],
          }),
          log_model: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:46'],
          }),
          log_cfg: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:47'],
          }),
          log_metrics: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/loggers/clearml_logger.py:48'],
          }),
        })
        .nullable(),
      { group: 'loggers', advanced: true, unknownKeys: 'error', source: ['nemo/utils/exp_manager.py:201'] },
    ),
    create_neptune_logger: field(z.boolean().nullable(), {
      group: 'loggers',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:202', 'nemo/utils/exp_manager.py:1050'],
    }),
    neptune_logger_kwargs: field(
      z
        .object({
          project: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          name: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          api_key: field(z.string().nullable(), {
            default: null,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          log_model_checkpoints: field(z.boolean().nullable(), {
            default: true,
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          prefix: field(z.string(), {
            default: 'training',
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          tags: field(z.array(z.string()).nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
          description: field(z.string().nullable(), {
            advanced: true,
            source: ['lightning:src/lightning/pytorch/loggers/neptune.py:233'],
          }),
        })
        .catchall(z.union([z.string(), z.number(), z.boolean(), z.looseObject({})]).nullable())
        .nullable(),
      {
        group: 'loggers',
        default: null,
        advanced: true,
        unknownKeys: 'free',
        source: [
          'nemo/utils/exp_manager.py:203',
          'nemo/utils/exp_manager.py:1053',
          'nemo/utils/exp_manager.py:1059',
          'lightning:src/lightning/pytorch/loggers/neptune.py:233',
        ],
      },
    ),
    create_early_stopping_callback: field(z.boolean().nullable(), {
      group: 'stopping',
      default: false,
      source: ['nemo/utils/exp_manager.py:207', 'nemo/utils/exp_manager.py:528'],
    }),
    early_stopping_callback_params: field(
      z
        .looseObject({
          monitor: field(z.string(), {
            default: 'val_loss',
            suggest: ['reduced_train_loss', 'val/loss'],
            source: ['nemo/utils/exp_manager.py:92'],
          }),
          mode: field(z.literal(['min', 'max']), { default: 'min', source: ['nemo/utils/exp_manager.py:93'] }),
          min_delta: field(z.number(), { default: 0.001, source: ['nemo/utils/exp_manager.py:94'] }),
          patience: field(z.int(), { default: 10, source: ['nemo/utils/exp_manager.py:95'] }),
          verbose: field(z.boolean(), { default: true, advanced: true, source: ['nemo/utils/exp_manager.py:96'] }),
          strict: field(z.boolean(), { default: true, advanced: true, source: ['nemo/utils/exp_manager.py:97'] }),
          check_finite: field(z.boolean(), { default: true, advanced: true, source: ['nemo/utils/exp_manager.py:98'] }),
          stopping_threshold: field(z.number().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:99'],
          }),
          divergence_threshold: field(z.number().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:100'],
          }),
          check_on_train_epoch_end: field(z.boolean().nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:101'],
          }),
          log_rank_zero_only: field(z.boolean(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:102'],
          }),
        })
        .nullable(),
      {
        group: 'stopping',
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:208', 'nemo/utils/exp_manager.py:529'],
      },
    ),
    max_time_per_run: field(z.string().nullable(), {
      group: 'stopping',
      default: null,
      suggest: ['00:03:50:00'],
      source: [
        'nemo/utils/exp_manager.py:224',
        'nemo/utils/exp_manager.py:546',
        'nemo/utils/exp_manager.py:555',
        'nemo/utils/exp_manager.py:1168',
      ],
    }),
    create_preemption_callback: field(z.boolean().nullable(), {
      group: 'stopping',
      default: true,
      advanced: true,
      source: [
        'nemo/utils/exp_manager.py:211',
        'nemo/utils/exp_manager.py:1150',
        'nemo/utils/callbacks/preemption.py:97',
      ],
    }),
    log_step_timing: field(z.boolean().nullable(), {
      group: 'timing',
      default: true,
      source: ['nemo/utils/exp_manager.py:215', 'nemo/utils/exp_manager.py:515'],
    }),
    step_timing_kwargs: field(
      z
        .looseObject({
          reduction: field(z.literal(['mean', 'sum', 'min', 'max', 'none']), {
            default: 'mean',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:132', 'nemo/utils/timers.py:46'],
          }),
          sync_cuda: field(z.boolean().nullable(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:134'],
          }),
          buffer_size: field(z.int(), {
            default: 1,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:136', 'nemo/utils/exp_manager.py:248'],
          }),
        })
        .nullable(),
      {
        group: 'timing',
        advanced: true,
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:216', 'nemo/utils/exp_manager.py:516'],
      },
    ),
    log_tflops_per_sec_per_gpu: field(z.boolean().nullable(), {
      group: 'timing',
      default: true,
      source: [
        'nemo/utils/exp_manager.py:234',
        'nemo/collections/nlp/parts/megatron_trainer_builder.py:178',
        'nemo/collections/common/metrics/perf_metrics.py:87',
      ],
    }),
    seconds_to_sleep: field(z.number(), {
      group: 'timing',
      default: 5,
      unit: 'seconds',
      advanced: true,
      source: ['nemo/utils/exp_manager.py:226', 'nemo/utils/exp_manager.py:623'],
    }),
    create_straggler_detection_callback: field(z.boolean().nullable(), {
      group: 'resilience',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:228', 'nemo/utils/exp_manager.py:563', 'nemo/utils/exp_manager.py:570'],
    }),
    straggler_detection_params: field(
      z
        .looseObject({
          report_time_interval: field(z.number(), {
            default: 300,
            unit: 'seconds',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:150'],
          }),
          calc_relative_gpu_perf: field(z.boolean(), {
            default: true,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:151'],
          }),
          calc_individual_gpu_perf: field(z.boolean(), {
            default: true,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:152'],
          }),
          num_gpu_perf_scores_to_log: field(z.int(), {
            default: 5,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:153'],
          }),
          gpu_relative_perf_threshold: field(z.number(), {
            default: 0.7,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:154'],
          }),
          gpu_individual_perf_threshold: field(z.number(), {
            default: 0.7,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:155'],
          }),
          stop_if_detected: field(z.boolean(), {
            default: false,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:156'],
          }),
        })
        .nullable(),
      {
        group: 'resilience',
        advanced: true,
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:229', 'nemo/utils/exp_manager.py:566'],
      },
    ),
    create_fault_tolerance_callback: field(z.boolean().nullable(), {
      group: 'resilience',
      default: false,
      advanced: true,
      source: ['nemo/utils/exp_manager.py:231', 'nemo/utils/exp_manager.py:574', 'nemo/utils/exp_manager.py:588'],
    }),
    fault_tolerance: field(
      z
        .looseObject({
          workload_check_interval: field(z.number(), {
            default: 5.0,
            unit: 'seconds',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:164'],
          }),
          initial_rank_heartbeat_timeout: field(z.number().nullable(), {
            default: 3600.0,
            unit: 'seconds',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:165'],
          }),
          rank_heartbeat_timeout: field(z.number().nullable(), {
            default: 2700.0,
            unit: 'seconds',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:166'],
          }),
          calculate_timeouts: field(z.boolean(), {
            default: true,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:167'],
          }),
          safety_factor: field(z.number(), { default: 5.0, advanced: true, source: ['nemo/utils/exp_manager.py:168'] }),
          rank_termination_signal: field(z.union([z.literal(signals), z.int().min(1).max(64)]), {
            default: 'SIGKILL',
            advanced: true,
            suggest: ['SIGKILL', 'SIGTERM'],
            source: ['nemo/utils/exp_manager.py:169'],
          }),
          log_level: field(z.string(), { default: 'INFO', advanced: true, source: ['nemo/utils/exp_manager.py:170'] }),
          max_rank_restarts: field(z.int(), { default: 0, advanced: true, source: ['nemo/utils/exp_manager.py:171'] }),
          max_subsequent_job_failures: field(z.int(), {
            default: 0,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:172'],
          }),
          additional_ft_launcher_args: field(z.string(), {
            default: '',
            advanced: true,
            source: ['nemo/utils/exp_manager.py:173'],
          }),
          simulated_fault: field(z.looseObject({}).nullable(), {
            default: null,
            advanced: true,
            source: ['nemo/utils/exp_manager.py:174'],
          }),
        })
        .nullable(),
      {
        group: 'resilience',
        advanced: true,
        unknownKeys: 'error',
        source: ['nemo/utils/exp_manager.py:232', 'nemo/utils/exp_manager.py:160', 'nemo/utils/exp_manager.py:576'],
      },
    ),
  },
})
