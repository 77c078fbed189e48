import { describe, expect, test } from 'vitest'
import type { Family } from '../../schema/field'
import type { Rule } from '../../view/rule'
import { checkpointNameRules } from '../checkpoints/checkpoint-names'
import { checkpointRules } from '../checkpoints/checkpoints'
import { monitorRules } from '../checkpoints/monitors'
import { fixedText, reported } from '../issues.test-support'
import { hydraSettingRules } from '../shared/hydra-settings'
import { noneTextRules } from '../shared/none-text'
import { emaRules } from './ema'
import { expManagerRules } from './exp-manager'
import { loggerRules } from './loggers'
import { resumeRules } from './resume'
import { runNameRules } from './run-name'
import { stoppingRules } from './stopping'

type Row = [when: string, text: string, found: string[], after?: string | undefined, family?: Family]

function run(rules: readonly Rule[]) {
  return (_: string, text: string, found: string[], after?: string, family: Family | null = null) => {
    expect(reported(rules, text, family)).toEqual(found)
    if (after !== undefined) expect(fixedText(rules, text, family)).toBe(after)
  }
}
const manager = (keys: string) => `exp_manager: {${keys}}\n`
const params = (keys: string, beside = '') => manager(`${beside}checkpoint_callback_params: {${keys}}`)
const at = 'exp_manager.checkpoint_callback_params'

describe('the section', () => {
  const converts = (key: string) => `info exp-manager-silent-conversion exp_manager.${key}`
  test.each<Row>([
    ['null', 'exp_manager: null\n', ['error exp-manager-null exp_manager']],
    [
      'null in a script that does not read it',
      'exp_manager: null\nedit: {}\n',
      ['info exp-manager-in-inference exp_manager'],
      'edit: {}\n',
      'inference',
    ],
    ['none', 'model: {optim: {lr: 1}}\n', ['error exp-manager-missing exp_manager']],
    [
      'none for ControlNet',
      'model: {optim: {lr: 1}}\n',
      ['warning exp-manager-missing exp_manager/controlnet'],
      undefined,
      'controlnet',
    ],
    ['none to draw pictures', 'model: {optim: {lr: 1}}\nsampling: {}\n', [], undefined, 'inference'],
    ['EMA null', manager('ema: null'), ['error exp-manager-section-null exp_manager.ema'], 'exp_manager: {}\n'],
    ['MLflow null', manager('mlflow_logger_kwargs: null'), []],
    [
      'MLflow null and on',
      manager('create_mlflow_logger: true, mlflow_logger_kwargs: null'),
      ['error exp-manager-section-null exp_manager.mlflow_logger_kwargs'],
    ],
    [
      'a word for a bool',
      manager('resume_if_exists: "off"'),
      [converts('resume_if_exists')],
      manager('resume_if_exists: false'),
    ],
    [
      'a number for a bool',
      manager('resume_if_exists: 2'),
      [converts('resume_if_exists')],
      manager('resume_if_exists: true'),
    ],
    ['1 for a bool', manager('resume_if_exists: 1'), []],
    ['a number for text', manager('version: 3'), [converts('version')], manager("version: '3'")],
    ['a bool for text', manager('name: true'), [converts('name')], manager("name: 'True'")],
    ['text for a number', manager('ema: {decay: "1e-1"}'), [converts('ema.decay')], manager('ema: {decay: 0.1}')],
    ['an int for a float', manager('seconds_to_sleep: 5'), []],
    ['text where nothing is converted', manager('wandb_logger_kwargs: {offline: "no"}'), []],
    ['a reference', 'n: 3\nexp_manager: {version: "${n}"}\n', []],
    ['what is refused', manager('resume_if_exists: maybe'), []],
    [
      'read before it is converted',
      manager('log_tflops_per_sec_per_gpu: "no"'),
      ['warning exp-manager-raw-reads exp_manager.log_tflops_per_sec_per_gpu'],
      manager('log_tflops_per_sec_per_gpu: false'),
    ],
    [
      'two folders',
      manager('explicit_log_dir: /a, exp_dir: /b, version: null'),
      ['warning explicit-log-dir-ignores-others exp_manager.exp_dir'],
      manager('explicit_log_dir: /a, version: null'),
    ],
    [
      'a version while resuming',
      manager('resume_if_exists: true, use_datetime_version: false'),
      ['info version-folder-skipped exp_manager.use_datetime_version'],
      manager('resume_if_exists: true'),
    ],
    [
      'both ranks',
      manager('log_local_rank_0_only: true, log_global_rank_0_only: true'),
      ['error log-rank-exclusive exp_manager.log_local_rank_0_only'],
      manager('log_global_rank_0_only: true'),
    ],
    [
      'a negative wait',
      manager('seconds_to_sleep: -1'),
      ['error seconds-to-sleep-negative exp_manager.seconds_to_sleep'],
      manager('seconds_to_sleep: 5'),
    ],
    ['a negative wait of nobody', `trainer: {devices: 1}\n${manager('seconds_to_sleep: -1')}`, []],
  ])('%s', run(expManagerRules))

  test('what rules read of it is what the code gets', () => {
    expect(reported(emaRules, manager('ema: {enable: "yes", decay: "7"}'))).toContain(
      'error ema-decay-range exp_manager.ema.decay',
    )
    expect(reported(emaRules, manager('ema: {enable: "no", decay: "7"}'))).toEqual([
      'info ema-disabled-options exp_manager.ema.enable',
    ])
  })
})

describe('loggers', () => {
  const trainer = (logger: string, keys: string) => `trainer: {max_steps: 1, logger: ${logger}}\n${manager(keys)}`
  const conflict = 'error logger-conflict trainer.logger'
  const tflops = 'error tflops-needs-tensorboard exp_manager.log_tflops_per_sec_per_gpu'
  const wandb = 'exp_manager.wandb_logger_kwargs'
  test.each<Row>([
    ['two', trainer('true', ''), [conflict], trainer('false', '')],
    ['null makes one', trainer('null', ''), [conflict], trainer('false', '')],
    ['absent makes one', `trainer: {max_steps: 1}\n${manager('')}`, [conflict]],
    ['no trainer', manager(''), []],
    ['a short run', `trainer: {logger: true, fast_dev_run: true}\n${manager('')}`, []],
    [
      'no TensorBoard',
      trainer(
        'true',
        'create_tensorboard_logger: false, create_mlflow_logger: true, mlflow_logger_kwargs: {tracking_uri: a}',
      ),
      [conflict, 'info optional-package-logger exp_manager.create_mlflow_logger'],
      trainer(
        'false',
        'create_tensorboard_logger: false, create_mlflow_logger: true, mlflow_logger_kwargs: {tracking_uri: a}, log_tflops_per_sec_per_gpu: false',
      ),
    ],
    [
      'folders',
      trainer('true', 'create_tensorboard_logger: false, name: a'),
      ['error logger-conflict-folders trainer.logger'],
      trainer('false', 'create_tensorboard_logger: false, log_tflops_per_sec_per_gpu: false, name: a'),
    ],
    [
      'no logger at all',
      trainer('false', 'create_tensorboard_logger: false'),
      [tflops],
      trainer('false', 'create_tensorboard_logger: false, log_tflops_per_sec_per_gpu: false'),
    ],
    [
      'an endless run never gets there',
      `trainer: {max_epochs: -1, logger: false}\n${manager('create_tensorboard_logger: false')}`,
      [],
    ],
    ['ControlNet measures none', trainer('false', 'create_tensorboard_logger: false'), [], undefined, 'controlnet'],
    ['no name', manager('create_wandb_logger: true'), [`error wandb-needs-name-or-project ${wandb}`]],
    [
      'a null name counts',
      manager('create_wandb_logger: true, wandb_logger_kwargs: {name: null}'),
      [
        `warning wandb-name-or-project-empty ${wandb}.project/project`,
        `warning wandb-name-or-project-empty ${wandb}.name/name`,
      ],
    ],
    [
      'options of what is off',
      manager('wandb_logger_kwargs: {name: a}, neptune_logger_kwargs: {}'),
      [`info logger-options-without-logger ${wandb}`],
    ],
    [
      'no token',
      manager('create_neptune_logger: true, neptune_logger_kwargs: {project: a}'),
      [
        'warning neptune-token-missing exp_manager.neptune_logger_kwargs.api_key',
        'info optional-package-logger exp_manager.create_neptune_logger',
      ],
    ],
    [
      'a number for the name of a tag',
      manager('mlflow_logger_kwargs: {tags: {1: a, b: 2}}'),
      [
        'info logger-options-without-logger exp_manager.mlflow_logger_kwargs',
        'error mlflow-tag-key exp_manager.mlflow_logger_kwargs.tags[1]',
      ],
      manager("mlflow_logger_kwargs: {tags: {'1': a, b: 2}}"),
    ],
    [
      'a key of the writer',
      manager('summary_writer_kwargs: {log_dir: a, comment: b}'),
      ['error summary-writer-reserved-key exp_manager.summary_writer_kwargs.log_dir'],
      manager('summary_writer_kwargs: {comment: b}'),
    ],
  ])('%s', run(loggerRules))
})

describe('checkpoints', () => {
  const exclusive = `error checkpoint-triggers-exclusive ${at}.every_n_epochs`
  test.each<Row>([
    [
      'two callbacks',
      `trainer: {enable_checkpointing: null}\n${manager('')}`,
      ['error checkpoint-callback-conflict trainer.enable_checkpointing'],
      `trainer: {enable_checkpointing: false}\n${manager('')}`,
    ],
    [
      'none',
      `trainer: {enable_checkpointing: false}\n${manager('create_checkpoint_callback: null')}`,
      ['warning no-checkpoints-at-all exp_manager.create_checkpoint_callback'],
    ],
    [
      'two triggers by default',
      params('every_n_train_steps: 5'),
      [`${exclusive}/default`],
      params('every_n_train_steps: 5, every_n_epochs: 0'),
    ],
    [
      'two triggers',
      params('every_n_train_steps: 5, every_n_epochs: 2'),
      [exclusive],
      params('every_n_train_steps: 5, every_n_epochs: 0'),
    ],
    ['null is no trigger beside another', params('every_n_train_steps: 5, every_n_epochs: null'), []],
    ['no trigger', params('every_n_epochs: 0'), [`warning checkpoint-no-trigger ${at}.every_n_train_steps`]],
    ['null alone is 1', params('every_n_epochs: null'), []],
    [
      'epochs without validation',
      `trainer: {limit_val_batches: 0}\n${manager('create_checkpoint_callback: true')}`.replace(
        'trainer: {',
        'trainer: {enable_checkpointing: false, ',
      ),
      [`warning checkpoint-epoch-trigger-without-validation ${at}.every_n_epochs`],
    ],
    [
      'a time interval',
      params('train_time_interval: 01:00, every_n_epochs: 0, every_n_train_steps: 5'),
      [`error checkpoint-train-time-interval ${at}.train_time_interval`],
      params('every_n_epochs: 0, every_n_train_steps: 5'),
    ],
    ['no time interval', params('train_time_interval: null'), []],
    [
      'nothing saved at the limit',
      params('save_last: false', 'max_time_per_run: "00:01:00:00", '),
      [`warning save-last-needed-for-time-limit ${at}.save_last`],
    ],
    [
      'nothing saved when pre-empted',
      params('save_last: false'),
      [`info save-last-needed-for-time-limit ${at}.save_last/preemption`],
    ],
    [
      'nothing to resume from',
      params('save_last: false', 'resume_if_exists: true, '),
      [`warning save-last-needed-for-resume ${at}.save_last`],
    ],
    [
      'asynchronous as text',
      params('async_save: "no"'),
      [`error async-save-unsupported ${at}.async_save`],
      params('async_save: false'),
    ],
    ['asynchronous as empty text', params('async_save: ""'), []],
    [
      'an old path',
      params('filepath: /a/b/run'),
      [`warning checkpoint-filepath-deprecated ${at}.filepath`],
      params("dirpath: /a/b, filename: 'run-{step}-{consumed_samples}'"),
    ],
    [
      'an old path that cannot be split',
      params('filepath: run'),
      [`warning checkpoint-filepath-deprecated ${at}.filepath`],
      'no repair',
    ],
  ])('%s', run(checkpointRules))
})

describe('names of checkpoints', () => {
  const template = (name: string, keys = '', beside = '') => params(`filename: '${name}'${keys}`, beside)
  const found = (level: string, id: string, variant = '') =>
    `${level} checkpoint-filename-${id} ${at}.filename${variant}`
  const good = '{reduced_train_loss:.2f}-{step}-{consumed_samples}'
  test.each<Row>([
    ['good', template(good, '', 'resume_if_exists: true, '), [found('info', 'monitor-missing')]],
    ['good by its metric', template(good, ', monitor: reduced_train_loss', 'resume_if_exists: true, '), []],
    [
      'no position',
      template('a-{step}', ', save_top_k: 0', 'resume_if_exists: true, '),
      [found('warning', 'consumed-samples')],
      template('a-{step}-{consumed_samples}', ', save_top_k: 0', 'resume_if_exists: true, '),
    ],
    [
      'no position, names off',
      template('a-step={step}', ', save_top_k: 0, auto_insert_metric_name: false', 'resume_if_exists: true, '),
      [found('warning', 'consumed-samples')],
      template(
        'a-step={step}-consumed_samples={consumed_samples}',
        ', save_top_k: 0, auto_insert_metric_name: false',
        'resume_if_exists: true, ',
      ),
    ],
    [
      'a position without its name',
      template('a-{consumed_samples}', ', save_top_k: 0, auto_insert_metric_name: false', 'resume_if_exists: true, '),
      [found('warning', 'consumed-samples')],
    ],
    [
      'no name',
      `name: n\n${params('monitor: reduced_train_loss', 'resume_if_exists: true, ')}`,
      [found('warning', 'consumed-samples', '/absent')],
      `name: n\n${params("filename: '${name}--{reduced_train_loss:.2f}-{step}-{consumed_samples}', monitor: reduced_train_loss", 'resume_if_exists: true, ')}`,
    ],
    [
      'references stay',
      `name: n\n${template('${name}-{step}', ', save_top_k: 0', 'resume_if_exists: true, ')}`,
      [found('warning', 'consumed-samples')],
      `name: n\n${template('${name}-{step}-{consumed_samples}', ', save_top_k: 0', 'resume_if_exists: true, ')}`,
    ],
    [
      'a misspelt metric',
      template('{reduced_train_los:.2f}-{step}'),
      [found('warning', 'unknown-metric')],
      template('{reduced_train_loss:.2f}-{step}'),
    ],
    ['a strange metric', template('{accuracy}-{step}'), [found('warning', 'unknown-metric')], 'no repair'],
    [
      'a whole number',
      template('{step:d}-{consumed_samples:d}'),
      [found('error', 'format')],
      template('{step:d}-{consumed_samples:.0f}'),
    ],
    ['an open brace', template('{step}-{consumed'), [found('error', 'format', '/braces')], 'no repair'],
    [
      'a folder by a metric',
      template('{val/loss:.4f}-{step}'),
      [found('warning', 'slash')],
      template('val_loss={val/loss:.4f}-step={step}', ', auto_insert_metric_name: false'),
    ],
    [
      'a folder by the default',
      params('monitor: val/loss'),
      [found('warning', 'slash', '/default')],
      params(
        "filename: 'val_loss={val/loss:.4f}-step={step}-consumed_samples={consumed_samples}', monitor: val/loss, auto_insert_metric_name: false",
      ),
    ],
    ['a folder', template('a/{step}'), [found('warning', 'slash', '/literal')]],
    ['no counter', template('a'), [found('info', 'not-unique')], template('a-{step}')],
    ['a name that cannot be known', params('filename: "${oc.env:N}"'), []],
    ['no checkpoints', template('{', '', 'create_checkpoint_callback: false, '), []],
  ])('%s', run(checkpointNameRules))
})

describe('monitors', () => {
  const unknown = `warning checkpoint-monitor-unknown ${at}.monitor`
  const stops = (keys: string) =>
    manager(
      `create_checkpoint_callback: false, create_early_stopping_callback: true, early_stopping_callback_params: {${keys}}`,
    )
  const stopping = 'early-stopping-monitor exp_manager.early_stopping_callback_params.monitor'
  test.each<Row>([
    [
      'the default',
      params('save_top_k: 1'),
      [`${unknown}/default`],
      params('monitor: reduced_train_loss, save_top_k: 1'),
    ],
    [
      'null',
      params('monitor: null'),
      [`error checkpoint-monitor-null ${at}.monitor`],
      params('monitor: reduced_train_loss'),
    ],
    ['no ranking', params('monitor: a, save_top_k: 0'), []],
    ['of the model', params('monitor: train/loss_simple'), [], undefined, 'sd'],
    ['of another model', params('monitor: train/loss_simple'), [unknown], undefined, 'imagen'],
    ['the norm without clipping', params('monitor: grad_norm'), [unknown]],
    ['the norm with clipping', `trainer: {gradient_clip_val: 1.0}\n${params('monitor: grad_norm')}`, []],
    ['the scale of fp16', `trainer: {precision: 16}\n${params('monitor: loss_scale')}`, []],
    [
      'validation that never runs',
      `trainer: {limit_val_batches: 0}\n${params('monitor: val/loss')}`,
      [`warning checkpoint-val-monitor-without-validation ${at}.monitor`],
    ],
    ['validation that runs', params('monitor: val/loss'), [], undefined, 'instruct_pix2pix'],
    [
      'a comparison with null',
      `trainer: {max_epochs: 2, check_val_every_n_epoch: null}\n${params('monitor: val/loss')}`,
      ['error checkpoint-val-monitor-epochs trainer.check_val_every_n_epoch'],
      `trainer: {max_epochs: 2, check_val_every_n_epoch: null}\n${params('monitor: reduced_train_loss')}`,
    ],
    [
      'validation too late',
      `trainer: {max_epochs: 2, check_val_every_n_epoch: 5}\n${params('monitor: val/loss')}`,
      ['warning checkpoint-val-monitor-epochs trainer.check_val_every_n_epoch/late'],
      `trainer: {max_epochs: 2, check_val_every_n_epoch: 2}\n${params('monitor: val/loss')}`,
    ],
    ['stopping by the default', stops(''), [`error ${stopping}`], stops('monitor: reduced_train_loss')],
    ['stopping, not strict', stops('monitor: a, strict: false'), [`warning ${stopping}/lenient`]],
    [
      'stopping by validation that never runs',
      `trainer: {limit_val_batches: 0}\n${stops('monitor: val/loss')}`,
      [`error ${stopping}`],
    ],
  ])('%s', run(monitorRules))
})

describe('resuming', () => {
  const resume = (keys: string) => manager(`resume_if_exists: true, resume_ignore_no_checkpoint: true, ${keys}`)
  test.each<Row>([
    [
      'the first run',
      manager('resume_if_exists: true'),
      ['warning resume-first-run exp_manager.resume_ignore_no_checkpoint'],
      manager('resume_if_exists: true, resume_ignore_no_checkpoint: true'),
    ],
    [
      'not resuming',
      manager('resume_past_end: true'),
      ['info resume-ignore-without-resume exp_manager.resume_past_end'],
      manager('resume_if_exists: true, resume_past_end: true'),
    ],
    [
      'a file',
      resume('resume_from_checkpoint: a.ckpt'),
      ['warning resume-from-checkpoint-precedence exp_manager.resume_if_exists'],
    ],
    [
      'a reference to nothing',
      `model: {resume_from_checkpoint: null}\n${resume('resume_from_checkpoint: "${model.resume_from_checkpoint}"')}`,
      [],
    ],
    [
      'not wired',
      `model: {resume_from_checkpoint: a.ckpt}\n${manager('name: a')}`,
      ['warning model-resume-from-checkpoint-not-wired model.resume_from_checkpoint'],
      `model: {resume_from_checkpoint: a.ckpt}\n${manager("name: a, resume_from_checkpoint: '${model.resume_from_checkpoint}'")}`,
    ],
    [
      'an archive',
      manager('resume_from_checkpoint: a.nemo'),
      ['error resume-from-nemo-file exp_manager.resume_from_checkpoint'],
    ],
    [
      'one folder for all',
      resume('checkpoint_callback_params: {dirpath: /a}'),
      [`info resume-several-last-files ${at}.dirpath`],
    ],
    [
      'a fixed name',
      `name: n\n${resume("name: a, checkpoint_callback_params: {filename: '${name}-{step}'}")}`,
      ['info resume-several-last-files exp_manager.name/name'],
    ],
  ])('%s', run(resumeRules))
})

describe('EMA, stopping, timers', () => {
  const ema = (keys: string) => manager(`create_checkpoint_callback: false, ema: {enable: true, ${keys}}`)
  test.each<Row>([
    ['a decay in percent', ema('decay: 99.99'), ['error ema-decay-range exp_manager.ema.decay'], ema('decay: 0.9999')],
    ['no decay', ema('decay: null'), ['error ema-decay-range exp_manager.ema.decay']],
    ['a decay of 1', ema('decay: 1'), ['warning ema-decay-extreme exp_manager.ema.decay/never']],
    ['a low decay', ema('decay: 0.5'), ['warning ema-decay-extreme exp_manager.ema.decay/close']],
    ['no steps', ema('every_n_steps: 0'), ['error ema-every-n-steps exp_manager.ema.every_n_steps']],
    [
      'what is off is not checked',
      manager('ema: {enable: false, decay: 7, every_n_steps: 0}'),
      ['info ema-disabled-options exp_manager.ema.enable'],
    ],
  ])('%s', run(emaRules))

  const timing = 'error step-timing-reduction exp_manager.step_timing_kwargs'
  test.each<Row>([
    [
      'a strange reduction',
      manager('step_timing_kwargs: {reduction: median}'),
      [`${timing}.reduction`],
      manager('step_timing_kwargs: {reduction: mean}'),
    ],
    ['a list', manager('step_timing_kwargs: {reduction: none}'), [`${timing}.reduction/none`]],
    [
      'no buffer',
      manager('step_timing_kwargs: {buffer_size: null}'),
      [`${timing}.buffer_size/buffer`],
      manager('step_timing_kwargs: {buffer_size: 1}'),
    ],
    ['no timing', manager('log_step_timing: false, step_timing_kwargs: {reduction: none}'), []],
    [
      'fault tolerance that is off',
      manager('fault_tolerance: {safety_factor: 2.0}'),
      ['info fault-tolerance-launcher exp_manager.fault_tolerance/off'],
    ],
  ])('%s', run(stoppingRules))
})

describe("Hydra's part", () => {
  const defaults = (items: string) => `defaults:\n${items}name: n # \${name}\n`
  test.each<Row>([
    [
      'a folder',
      'hydra: {run: {dir: /a}, output_subdir: null}\n',
      ['warning hydra-setting-overridden hydra.run.dir'],
      'hydra: {run: {}, output_subdir: null}\n',
    ],
    [
      'other logging',
      defaults('  - override hydra/job_logging: none\n'),
      ['warning hydra-setting-overridden defaults[0]'],
    ],
    [
      'no _self_',
      defaults('  - a # one\n'),
      ['warning defaults-self-missing defaults'],
      defaults('  - a # one\n  - _self_\n'),
    ],
    [
      '_self_ first',
      defaults('  - _self_\n  - a\n'),
      ['warning defaults-self-first defaults[0]'],
      defaults('  - a\n  - _self_\n'),
    ],
    ['_self_ twice', defaults('  - _self_\n  - a\n  - _self_\n'), ['error defaults-invalid defaults[2]/twice']],
    ['overrides alone', defaults('  - override hydra/launcher: a\n'), []],
    [
      'an override in front',
      defaults('  - override db: a\n  - web: b\n  - _self_\n'),
      ['error defaults-invalid defaults[0]'],
    ],
    ['a null name', 'name: null\nexp_manager: {exp_dir: "/a/${name}"}\n', ['warning name-missing name']],
    ['a null name by itself', 'name: null\nexp_manager: {name: "${name}"}\n', []],
    [
      'an unused name',
      'name: n\nexp_manager: {}\n',
      ['info name-unused name'],
      'name: n\nexp_manager:\n  name: ${name}\n',
    ],
    [
      'sweeps',
      'name: n # ${name}\nhydra: {mode: MULTIRUN}\nexp_manager: {}\n',
      ['error hydra-multirun-changes-directory hydra.mode'],
      'name: n # ${name}\nhydra: {mode: MULTIRUN, job: {chdir: false}}\nexp_manager: {}\n',
    ],
  ])('%s', run([...hydraSettingRules, ...runNameRules]))

  test.each<Row>([
    [
      'where null is meant',
      'exp_manager: {exp_dir: None}\n',
      ['warning yaml-none-text exp_manager.exp_dir'],
      'exp_manager: {exp_dir: null}\n',
    ],
    [
      'where null is refused',
      'exp_manager: {checkpoint_callback_params: {postfix: None}}\n',
      [`warning yaml-none-text ${at}.postfix`],
      'no repair',
    ],
    ['where text is meant', 'infer: {prompts: [None]}\n', []],
  ])('None %s', run(noneTextRules))
})
