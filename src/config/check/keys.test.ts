import { describe, expect, test } from 'vitest'
import type { Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import { printPath } from '../../core/path'
import { planFix } from '../fixes/fix'
import type { Family } from '../schema/field'
import { checkSchema } from './check-schema'

const encoders = 'nemo.collections.multimodal.modules.stable_diffusion.encoders.modules'
const diffusion = 'nemo.collections.multimodal.modules.stable_diffusion.diffusionmodules'
const ldm = 'nemo.collections.multimodal.models.text_to_image.stable_diffusion.ldm'

const written = ({ code, path, level, facts }: Issue): string => {
  const { near, place, names } = facts
  const hint = [near ?? place ?? '', Array.isArray(names) ? names.join('|') : '']
    .filter((word) => word !== '')
    .join(' ')
  return `${level} ${code} ${printPath(path)}${hint === '' ? '' : ` → ${hint}`}`
}

const found = (text: string, family: Family | null = null): Issue[] => checkSchema(parse(text), family)

/** The text after the repair of the one issue that has one. */
function fixedText(text: string, issues: readonly Issue[]): string {
  const fix = issues.find((issue) => issue.fix !== undefined)?.fix
  if (fix === undefined) return 'no fix'
  const planned = planFix(parse(text), fix)
  return planned.ok ? planned.after.text : planned.refusal
}

interface Row {
  text: string
  family?: Family
  issues: string[]
  after?: string
}

function rows(name: string, given: readonly Row[]): void {
  describe(name, () => {
    test.each(given)('$text', ({ text, family = null, issues, after }) => {
      const parsed = parse(text)
      const all = checkSchema(parsed, family)
      expect(all.map(written)).toEqual(issues)
      for (const { span } of all) expect(text.slice(span?.from, span?.to)).not.toBe('')
      if (after !== undefined) expect(fixedText(text, all)).toBe(after)
    })
  })
}

rows('a key in the wrong section is sent to the right one', [
  {
    text: 'trainer:\n  devices: 1\n  micro_batch_size: 4 # per GPU\nmodel:\n  seed: 1\n',
    issues: ['error unknown-key trainer.micro_batch_size → model.micro_batch_size'],
    after: 'trainer:\n  devices: 1\nmodel:\n  micro_batch_size: 4\n  seed: 1\n',
  },
  {
    text: 'model:\n  lr: 1e-4\n',
    issues: ['warning unknown-key model.lr → model.optim.lr'],
    after: 'model:\n  optim:\n    lr: 1e-4\n',
  },
  {
    text: 'exp_manager:\n  max_steps: 10\n',
    issues: ['error unknown-key exp_manager.max_steps → trainer.max_steps'],
  },
  {
    text: 'model:\n  optim:\n    name: adamw\n    warmup_steps: 10\n',
    issues: ['error unknown-key model.optim.warmup_steps → model.optim.sched.warmup_steps'],
  },
  {
    text: 'global_batch_size: 8\n',
    issues: ['warning unknown-key global_batch_size → model.global_batch_size'],
    after: 'model:\n  global_batch_size: 8\n',
  },
  {
    text: 'trainer:\n  micro_batch_size: 4\nmodel:\n  micro_batch_size: 8\n',
    issues: ['error unknown-key trainer.micro_batch_size → model.micro_batch_size'],
    after: 'no fix',
  },
  {
    text: 'trainer:\n  betas:\n    - 0.9\n    - 0.99\n',
    issues: ['error unknown-key trainer.betas → model.optim.betas'],
    after: 'no fix',
  },
  { text: 'model:\n  num_nodes: many\n', issues: ['warning unknown-key model.num_nodes'], after: 'no fix' },
  { text: 'trainer:\n  enabled: true\n', issues: ['error unknown-key trainer.enabled'] },
])

rows('a slip of spelling wins over another section, a far one does not', [
  {
    text: 'trainer:\n  max_step: 10\n',
    issues: ['error unknown-key trainer.max_step → max_steps'],
    after: 'trainer:\n  max_steps: 10\n',
  },
  {
    text: 'model:\n  optim:\n    min_lr: 0.1\n',
    issues: ['error unknown-key model.optim.min_lr → model.optim.sched.min_lr'],
  },
  {
    text: 'trainer:\n  device: 2\n  devices: 1\n',
    issues: ['error unknown-key trainer.device → devices'],
    after: 'no fix',
  },
])

rows('parameters of another optimizer, schedule or sampler', [
  {
    text: 'model:\n  optim:\n    name: sgd\n    lr: 0.1\n    betas: [0.9, 0.99]\n    momentum: 0.9\n',
    issues: [
      'error not-applicable model.optim.betas → fused_adam|megatron_fused_adam|distributed_fused_adam|lamb|adamw|adam|adamax|novograd|adan',
    ],
    after: 'model:\n  optim:\n    name: sgd\n    lr: 0.1\n    momentum: 0.9\n',
  },
  {
    text: 'model:\n  optim:\n    lr: 0.1\n    momentum: 0.9\n',
    issues: ['error not-applicable model.optim.momentum → sgd|rmsprop'],
  },
  {
    text: 'model:\n  optim:\n    sched:\n      name: WarmupPolicy\n      hold_steps: 10\n      max_steps: 100\n',
    issues: [
      'error not-applicable model.optim.sched.hold_steps → WarmupHoldPolicy|NoamHoldAnnealing|PolynomialHoldDecayAnnealing',
    ],
  },
  {
    text: 'model:\n  optim:\n    name: sgd\n    mometum: 0.9\n',
    issues: ['error unknown-key model.optim.mometum → momentum'],
  },
  { text: 'model:\n  optim:\n    name: nadam\n    momentum: 0.9\n', issues: ['error enum model.optim.name → adam'] },
  { text: 'model:\n  optim:\n    name: ${o}\n    momentum: 0.9\n', issues: [] },
  {
    text: 'model:\n  optim:\n    _target_: torch.optim.SGD\n    betas: [1, 2]\n    whatever: 1\n',
    issues: ['error range model.optim.betas[0]', 'error range model.optim.betas[1]'],
  },
  { text: 'model:\n  optim:\n    name: adamw\n    args: {name: auto}\n    whatever: 1\n', issues: [] },
  {
    text: 'infer:\n  sampler_type: dpm\n  eta: 0\n',
    issues: ['info not-applicable infer.eta → DDIM|PARA_DDIM|PLMS'],
  },
  {
    text: 'sampling:\n  base:\n    sampler: DPMPP2MSampler\n    eta: 1.0\n    order: 4\n',
    issues: [
      'info not-applicable sampling.base.eta → EulerAncestralSampler|DPMPP2SAncestralSampler',
      'info not-applicable sampling.base.order → LinearMultistepSampler',
    ],
  },
])

rows('parameters of classes', [
  {
    text: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n    freeze: true\n`,
    issues: [
      'error unknown-class-parameter model.cond_stage_config.freeze → FrozenMegatronCLIPEmbedder|FrozenOpenCLIPEmbedder|FrozenOpenCLIPEmbedder2',
    ],
    after: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n`,
  },
  {
    text: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n    layer: penultimate\n`,
    issues: ['error enum model.cond_stage_config.layer'],
  },
  {
    text: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n    max_lenght: 77\n    _convert_: all\n`,
    issues: ['error unknown-key model.cond_stage_config.max_lenght → max_length'],
  },
  {
    text: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenMegatronCLIPEmbedder\n    device: cuda\n`,
    issues: ['error missing-class-parameter model.cond_stage_config.restore_from_path'],
  },
  {
    text: `model:\n  unet_config:\n    _target_: ${diffusion}.openaimodel.UNetModel\n    from_pretrained: x.ckpt\n`,
    family: 'inference',
    issues: [],
  },
  {
    text: `denoiser_config:\n  _target_: ${diffusion}.denoiser.DiscreteDenoiser\n  num_idx: 1000\n  flip: true\n  discretization_config: {}\n`,
    family: 'inference',
    issues: [
      'error missing-class denoiser_config.discretization_config._target_',
      'error missing-class-parameter denoiser_config.weighting_config',
      'error missing-class-parameter denoiser_config.scaling_config',
    ],
  },
  {
    text: `model:\n  noise_scheduler:\n    params: {timesteps: 1000, timestep: 1}\n    _target_: nemo.collections.multimodal.models.text_to_image.dreambooth.util.sd_noise_scheduler\n`,
    issues: ['error unknown-key model.noise_scheduler.params.timestep → timesteps'],
  },
  {
    text: `model:\n  first_stage_config:\n    _target_: ${ldm}.autoencoder.IdentityFirstStage\n    embed_dim: 4\n    anything: 1\n`,
    issues: [],
  },
  {
    text: `model:\n  precache_mode: both\n  first_stage_config:\n    _target_: ${ldm}.autoencoder.AutoencoderKL\n    anything: 1\n`,
    issues: [],
  },
])

rows('classes', [
  {
    text: `model:\n  first_stage_config:\n    _target_: nemo.collections.multimodal.models.stable_diffusion.ldm.autoencoder.AutoencoderKL\n    embed_dim: 4\n    ddconfig: {}\n`,
    issues: [`error class-moved model.first_stage_config._target_ → ${ldm}.autoencoder.AutoencoderKL`],
    after: `model:\n  first_stage_config:\n    _target_: ${ldm}.autoencoder.AutoencoderKL\n    embed_dim: 4\n    ddconfig: {}\n`,
  },
  {
    text: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenClipEmbeder\n    anything: 1\n`,
    issues: ['warning class-unlisted model.cond_stage_config._target_ → FrozenCLIPEmbedder'],
    after: `model:\n  cond_stage_config:\n    _target_: ${encoders}.FrozenCLIPEmbedder\n    anything: 1\n`,
  },
  {
    text: 'model:\n  cond_stage_config:\n    _target_: my.own.Encoder\n    anything: 1\n',
    issues: ['warning class-unlisted model.cond_stage_config._target_'],
  },
  {
    text: `model:\n  loss_fn_config:\n    sigma_sampler:\n      _target_: ${diffusion}.sigma_sampling.EDMSampling\n`,
    issues: [
      'error class-status model.loss_fn_config.sigma_sampler._target_',
      'error missing-class model.loss_fn_config._target_',
    ],
  },
  {
    text: `model:\n  denoiser_config:\n    scaling_config:\n      _target_: ${diffusion}.denoiser_scaling.EDMScaling\n`,
    issues: [
      'warning class-status model.denoiser_config.scaling_config._target_',
      'error missing-class model.denoiser_config._target_',
    ],
  },
  {
    text: `model:\n  denoiser_config:\n    scaling_config:\n      _target_: ${diffusion}.denoiser_scaling.EpScaling\n`,
    issues: [
      `error enum model.denoiser_config.scaling_config._target_ → ${diffusion}.denoiser_scaling.EpsScaling`,
      'error missing-class model.denoiser_config._target_',
    ],
  },
])

rows('keys that are not read, or not any more', [
  {
    text: 'model:\n  optim:\n    name: adam\n    cls: torch.optim.Adam\n',
    issues: ['warning deprecated-key model.optim.cls'],
    after: 'model:\n  optim:\n    name: adam\n',
  },
  {
    text: 'model:\n  optim:\n    sched:\n      name: StepLR\n      step_size: 2\n      verbose: true\n',
    issues: ['warning deprecated-key model.optim.sched.verbose'],
    after: 'model:\n  optim:\n    sched:\n      name: StepLR\n      step_size: 2\n',
  },
  {
    text: 'model:\n  optim:\n    sched:\n      name: WarmupPolicy\n      iters_per_batch: 2\n',
    issues: ['error removed-key model.optim.sched.iters_per_batch'],
    after: 'model:\n  optim:\n    sched:\n      name: WarmupPolicy\n',
  },
  {
    text: 'exp_manager:\n  checkpoint_callback_params:\n    filepath: /a/b\n',
    issues: ['warning deprecated-key exp_manager.checkpoint_callback_params.filepath'],
  },
  {
    text: 'model:\n  unet_config:\n    num_heads_upsample: 8\n',
    issues: [
      'warning deprecated-key model.unet_config.num_heads_upsample',
      'error missing-class model.unet_config._target_',
    ],
  },
  {
    text: 'model:\n  monitor: loss\n  seed: 1\n',
    issues: ['info unused-key model.monitor'],
    after: 'model:\n  seed: 1\n',
  },
  {
    text: 'trainer:\n  devices: 1\n  resume_from_checkpoint: /a.ckpt\n',
    issues: ['error removed-key trainer.resume_from_checkpoint'],
    after: 'trainer:\n  devices: 1\nexp_manager:\n  resume_from_checkpoint: /a.ckpt\n',
  },
  {
    text: 'trainer:\n  replace_sampler_ddp: false\n  use_distributed_sampler: false\n',
    issues: ['error removed-key trainer.replace_sampler_ddp'],
    after: 'trainer:\n  use_distributed_sampler: false\n',
  },
])

test('what a key may be is not said of keys below one that does not belong', () => {
  expect(found('trainer:\n  optim:\n    lr: nothing\n').map(written)).toEqual([
    'error unknown-key trainer.optim → model.optim',
  ])
})
