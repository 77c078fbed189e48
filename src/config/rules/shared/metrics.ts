import type { ConfigView } from '../../view/config-view'
import { isManaged, isOn } from './experiment'

/** `exp_manager.checkpoint_callback_params` and keys in it. */
export const params = 'exp_manager.checkpoint_callback_params'

/** True when exp_manager writes checkpoints. nemo/utils/exp_manager.py:532 */
export const savesCheckpoints = (c: ConfigView): boolean => isManaged(c) && isOn(c, 'create_checkpoint_callback', true)

/** What ranks the checkpoints; null when it is null. nemo/utils/exp_manager.py:110 */
export function monitorOf(c: ConfigView): string | null {
  const value = c.get(`${params}.monitor`)
  return value === undefined ? 'val_loss' : typeof value === 'string' ? value : null
}

/** Logged by every model, the last two by the callback itself. nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1873 */
const always = ['reduced_train_loss', 'train/loss', 'lr', 'global_step', 'consumed_samples', 'epoch', 'step']
const timings = ['train_step_timing in s', 'train_backward_timing in s']
const ofDiffusion = ['train/loss_simple', 'train/loss_vlb']
const ofLearntVariance = ['train/loss_gamma', 'logvar']
const ofValidation = ['val/loss', 'val/loss_simple', 'val/loss_vlb', 'validation_step_timing in s']
const unclippedOptimizers = ['megatron_fused_adam', 'mcore_distributed_optim']
const halfPrecisions = [16, '16', '16-mixed']

/** Every metric that the models of this config log, those of validation too; of a family that is not known, those of all. */
export function loggedMetrics(c: ConfigView): string[] {
  const isDiffusion = c.family === null || c.is('sd', 'instruct_pix2pix', 'controlnet')
  const validates = c.family === null || c.is('sd', 'instruct_pix2pix')
  const clip = c.maybe('trainer.gradient_clip_val', 0)
  const optimizer = c.maybe('model.optim.name', '')
  const clips = typeof clip === 'number' && clip > 0 && !unclippedOptimizers.includes(String(optimizer))
  const isHalf = halfPrecisions.includes(c.maybe('trainer.precision', '') as string)
  return [
    ...always,
    ...(clips ? ['grad_norm'] : []),
    ...(isHalf ? ['loss_scale'] : []),
    ...(c.maybe('exp_manager.log_step_timing', true) === true ? timings : []),
    ...(isDiffusion ? ofDiffusion : []),
    ...(isDiffusion && c.maybe('model.learn_logvar', false) === true ? ofLearntVariance : []),
    ...(validates ? ['timestamp', ...ofValidation] : []),
  ]
}

export const isLogged = (c: ConfigView, metric: string): boolean => loggedMetrics(c).includes(metric)

/** Metrics of validation begin so. */
export const isOfValidation = (metric: string): boolean => metric.startsWith('val')
