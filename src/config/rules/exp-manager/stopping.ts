import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isManaged, isOn, shown } from '../shared/experiment'
import { isLogged } from '../shared/metrics'
import { neverValidates } from '../trainer/validation'

const early = 'exp_manager.create_early_stopping_callback'
const params = 'exp_manager.early_stopping_callback_params'
const timing = 'exp_manager.step_timing_kwargs'
const faults = 'exp_manager.fault_tolerance'
const ftCallback = 'exp_manager.create_fault_tolerance_callback'

/** True when Lightning checks after each epoch of training by itself. lightning:src/lightning/pytorch/callbacks/early_stopping.py:129 */
function checksAfterEpoch(c: ConfigView): boolean {
  const own = c.get(`${params}.check_on_train_epoch_end`)
  if (typeof own === 'boolean') return own
  const interval = c.typed('trainer.val_check_interval')
  const isWhole = interval === undefined || interval.t === 'null' || (interval.t === 'float' && interval.v === '1.0')
  const every = c.get('trainer.check_val_every_n_epoch')
  return isWhole && (every === undefined || every === 1)
}

function neverChecked(c: ConfigView): Finding | null {
  const at = `${params}.check_on_train_epoch_end`
  if (!isManaged(c) || !isOn(c, 'create_early_stopping_callback') || checksAfterEpoch(c) || !neverValidates(c))
    return null
  return { at, also: [early, 'trainer.limit_val_batches'], fix: set(at, true) }
}

function paramsUnused(c: ConfigView): Finding | null {
  if (!isManaged(c) || isOn(c, 'create_early_stopping_callback')) return null
  if (!c.isDict(params) || c.below(params).length === 0) return null
  const metric = c.text(`${params}.monitor`) ?? 'val_loss'
  return { at: params, also: [early], ...(isLogged(c, metric) ? { fix: set(early, true) } : {}) }
}

function* stepTiming(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c) || !isOn(c, 'log_step_timing', true) || !c.isDict(timing)) return
  const reduction = c.written(`${timing}.reduction`)
  if (reduction !== undefined && !['mean', 'sum', 'min', 'max'].includes(shown(reduction)))
    yield {
      at: `${timing}.reduction`,
      facts: { value: shown(reduction) },
      ...(shown(reduction) === 'none' ? { variant: 'none' } : {}),
      fix: set(`${timing}.reduction`, 'mean'),
    }
  const at = `${timing}.buffer_size`
  if (c.written(at)?.t === 'null') yield { at, facts: { value: 'null' }, variant: 'buffer', fix: set(at, 1) }
}

function* resiliency(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c)) return
  for (const name of ['create_straggler_detection_callback', 'create_fault_tolerance_callback'])
    if (isOn(c, name)) yield { at: `exp_manager.${name}`, facts: { switch: name } }
}

function launcher(c: ConfigView): Finding | null {
  if (!isManaged(c)) return null
  if (isOn(c, 'create_fault_tolerance_callback')) return { at: ftCallback }
  return c.isDict(faults) && c.below(faults).length > 0 ? { at: faults, also: [ftCallback], variant: 'off' } : null
}

function preemption(c: ConfigView): Finding | null {
  const [at, callback] = ['exp_manager.create_preemption_callback', 'exp_manager.create_checkpoint_callback']
  if (!isManaged(c) || !c.isTrue(at) || !c.isFalse(callback)) return null
  return { at, also: [callback], fix: set(callback, true) }
}

/** Early stopping, the step timer, and what keeps long jobs alive. */
export const stoppingRules: readonly Rule[] = [
  { id: 'early-stopping-never-checked', level: 'warning', check: neverChecked },
  { id: 'early-stopping-params-unused', level: 'info', check: paramsUnused },
  { id: 'step-timing-reduction', level: 'error', check: stepTiming },
  { id: 'resiliency-package', level: 'info', check: resiliency },
  { id: 'fault-tolerance-launcher', level: 'info', check: launcher },
  { id: 'preemption-needs-checkpoint-callback', level: 'info', check: preemption },
]
