import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isManaged, isOn, runsFast } from '../shared/experiment'

const barebones = 'trainer.barebones'
const tflops = 'exp_manager.log_tflops_per_sec_per_gpu'

/** What `barebones` does not allow, as written; NeMo adds its own progress bar unless the key is there. */
function conflictsOf(c: ConfigView): string[] {
  const isTrue = ['enable_checkpointing', 'logger', 'enable_progress_bar', 'enable_model_summary', 'detect_anomaly']
  const isNumber = ['log_every_n_steps', 'num_sanity_val_steps']
  const ownBar = isManaged(c) && !c.is('controlnet') && !c.has('trainer.enable_progress_bar')
  return [
    ...isTrue.filter((key) => c.isTrue(`trainer.${key}`)),
    ...isNumber.filter((key) => c.isSet(`trainer.${key}`) && c.number(`trainer.${key}`) !== 0),
    ...(runsFast(c) ? ['fast_dev_run'] : []),
    ...(c.isSet('trainer.profiler') ? ['profiler'] : []),
    ...(ownBar ? ['enable_progress_bar'] : []),
  ]
}

function barebonesConflict(c: ConfigView): Finding | null {
  if (!c.isTrue(barebones)) return null
  const keys = conflictsOf(c)
  if (keys.length === 0) return null
  return { at: barebones, also: keys.map((key) => `trainer.${key}`), facts: { keys }, fix: remove(barebones) }
}

const withoutManager = (c: ConfigView): Finding | null =>
  isManaged(c) && runsFast(c) ? { at: 'trainer.fast_dev_run' } : null

function noLoggerForTflops(c: ConfigView): Finding | null {
  if (!isManaged(c) || c.is('controlnet') || !runsFast(c) || !c.isFalse('trainer.logger')) return null
  if (!isOn(c, 'log_tflops_per_sec_per_gpu', true)) return null
  return { at: tflops, also: ['trainer.fast_dev_run', 'trainer.logger'], fix: set(tflops, false) }
}

function noMetrics(c: ConfigView): Finding | null {
  const at = 'trainer.log_every_n_steps'
  return c.number(at) === 0 ? { at, fix: set(at, 10) } : null
}

/** Short, bare and silent runs. */
export const debugModeRules: readonly Rule[] = [
  { id: 'barebones-conflicts', level: 'error', check: barebonesConflict },
  { id: 'fast-dev-run-disables-exp-manager', level: 'warning', check: withoutManager },
  { id: 'fast-dev-run-tflops-crash', level: 'error', check: noLoggerForTflops },
  { id: 'log-every-n-steps-zero', level: 'warning', check: noMetrics },
]
