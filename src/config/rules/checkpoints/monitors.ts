import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isManaged, isOn } from '../shared/experiment'
import { isLogged, isOfValidation, monitorOf, params, savesCheckpoints } from '../shared/metrics'
import { neverValidates } from '../trainer/validation'

const at = `${params}.monitor`
const limit = 'trainer.limit_val_batches'
const stopping = 'exp_manager.early_stopping_callback_params'
const usual = 'reduced_train_loss'

const nullMonitor = (c: ConfigView): Finding | null =>
  savesCheckpoints(c) && monitorOf(c) === null ? { at, fix: set(at, usual) } : null

function notLogged(c: ConfigView): Finding | null {
  const metric = savesCheckpoints(c) && (c.int(`${params}.save_top_k`) ?? 3) !== 0 ? monitorOf(c) : null
  if (metric === null || isLogged(c, metric)) return null
  return { at, facts: { metric }, ...(c.has(at) ? {} : { variant: 'default' }), fix: set(at, usual) }
}

function neverComputed(c: ConfigView): Finding | null {
  const metric = savesCheckpoints(c) ? monitorOf(c) : null
  if (metric === null || !isOfValidation(metric) || !isLogged(c, metric) || !neverValidates(c)) return null
  return { at, also: [limit], facts: { metric }, fix: set(at, usual) }
}

/** exp_manager compares the two numbers where the metric's name contains `val`. nemo/utils/exp_manager.py:1126 */
function tooFewEpochs(c: ConfigView): Finding | null {
  const every = 'trainer.check_val_every_n_epoch'
  const metric = savesCheckpoints(c) && c.has(every) ? monitorOf(c) : null
  const epochs = c.int('trainer.max_epochs')
  if (metric === null || !metric.includes('val') || epochs === undefined || epochs < 0) return null
  const value = c.int(every)
  const steps = c.number('trainer.max_steps') ?? -1
  const fix = steps > 0 ? set('trainer.max_epochs', -1) : set(at, usual)
  const found = { at: every, also: ['trainer.max_epochs', at], facts: { metric, epochs, value: value ?? null } }
  if (value === undefined) return { ...found, fix }
  return value > epochs ? { ...found, level: 'warning', variant: 'late', fix: set(every, Math.max(epochs, 1)) } : null
}

function stopsOnNothing(c: ConfigView): Finding | null {
  if (!isManaged(c) || !isOn(c, 'create_early_stopping_callback')) return null
  const own = `${stopping}.monitor`
  const metric = c.text(own) ?? 'val_loss'
  const isThere = isLogged(c, metric)
  if (isThere && !(isOfValidation(metric) && neverValidates(c))) return null
  const isStrict = c.get(`${stopping}.strict`) !== false
  return {
    at: own,
    ...(isThere ? { also: [limit] } : {}),
    facts: { metric },
    ...(isStrict ? {} : { level: 'warning', variant: 'lenient' }),
    fix: set(own, usual),
  }
}

/** The metric by which checkpoints are ranked, and by which training stops. */
export const monitorRules: readonly Rule[] = [
  { id: 'checkpoint-monitor-null', level: 'error', check: nullMonitor },
  { id: 'checkpoint-monitor-unknown', level: 'warning', check: notLogged },
  { id: 'checkpoint-val-monitor-without-validation', level: 'warning', check: neverComputed },
  { id: 'checkpoint-val-monitor-epochs', level: 'error', check: tooFewEpochs },
  { id: 'early-stopping-monitor', level: 'error', check: stopsOnNothing },
]
