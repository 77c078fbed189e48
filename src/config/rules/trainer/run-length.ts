import type { Fix } from '../../../core/issue'
import { pathKey } from '../../../core/path'
import { quoted } from '../../../core/yaml/scalar'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isManaged, isOn, runsFast, setSource, shown } from '../shared/experiment'

const steps = 'trainer.max_steps'
const epochs = 'trainer.max_epochs'
const time = 'trainer.max_time'
const timePerRun = 'exp_manager.max_time_per_run'

const hasSteps = (c: ConfigView): boolean => (c.number(steps) ?? -1) >= 0
const hasTime = (c: ConfigView): boolean => c.isSet(time) || c.isSet(timePerRun)

/** True when a training run has no end. lightning:src/lightning/pytorch/loops/fit_loop.py:161 */
export const isEndless = (c: ConfigView): boolean =>
  c.isDict('trainer') &&
  c.number(epochs) === -1 &&
  !hasSteps(c) &&
  !hasTime(c) &&
  !isOn(c, 'create_early_stopping_callback') &&
  !runsFast(c)

/** Where the schedule needs the number of steps, its own rule says so. */
function endless(c: ConfigView): Finding | null {
  if (!isManaged(c) || !isEndless(c)) return null
  const schedule = 'model.optim.sched'
  const planned = c.isDict(schedule) ? c.number(`${schedule}.max_steps`) : undefined
  if (c.isDict(schedule) && (planned ?? -1) < 0) return null
  return { at: steps, also: [epochs], ...(planned === undefined ? {} : { fix: set(steps, planned) }) }
}

function thousandEpochs(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isDict('trainer') || c.isSet(epochs) || hasSteps(c) || hasTime(c) || runsFast(c)) return null
  return { at: epochs, also: [steps] }
}

function bothLimits(c: ConfigView): Finding | null {
  const [maxSteps, maxEpochs] = isManaged(c) ? [c.number(steps) ?? -1, c.number(epochs) ?? -1] : [-1, -1]
  if (maxSteps <= 0 || maxEpochs <= 0) return null
  return { at: epochs, also: [steps], facts: { steps: maxSteps, epochs: maxEpochs }, fix: set(epochs, -1) }
}

function* minAboveMax(c: ConfigView): Iterable<Finding> {
  for (const unit of ['steps', 'epochs']) {
    const [at, max] = [`trainer.min_${unit}`, `trainer.max_${unit}`]
    const [least, most] = [c.int(at), c.int(max)]
    if (least === undefined || most === undefined || most < 0 || least <= most) continue
    yield { at, also: [max], facts: { least, most, max }, fix: set(at, most) }
  }
}

function* noSteps(c: ConfigView): Iterable<Finding> {
  for (const at of [steps, epochs]) if (c.number(at) === 0) yield { at, fix: set(at, -1) }
}

const duration = /^\s*\d+:\d\d:\d\d:\d\d\s*$/

/** What was written, as DD:HH:MM:SS in quotes: YAML reads `4:00:00` as a number to the base of 60. */
function durationFix(c: ConfigView, at: Place): Fix | null {
  const node = c.parsed.nodes.get(pathKey(pathOfPlace(at)))
  if (node === undefined || node.kind !== 'scalar') return null
  const { scalar, valueSpan } = node
  const written = scalar?.t === 'str' ? scalar.v.trim() : c.parsed.text.slice(valueSpan.from, valueSpan.to)
  const hours = /^(\d?\d)(:\d\d:\d\d)$/.exec(written)
  const whole = hours === null ? written : `00:${hours[1]?.padStart(2, '0')}${hours[2]}`
  return duration.test(whole) ? setSource(at, quoted(whole, 'single')) : null
}

function wrongDuration(c: ConfigView, at: Place): Finding | null {
  const typed = c.written(at)
  if (typed === undefined || typed.t === 'null' || (typed.t === 'str' && duration.test(typed.v))) return null
  const fix = durationFix(c, at)
  return { at, facts: { value: shown(typed) }, ...(fix === null ? {} : { fix }) }
}

function twoTimers(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isSet(time) || !c.isSet(timePerRun)) return null
  return { at: time, also: [timePerRun], fix: remove(time) }
}

const shares = ['limit_train_batches', 'limit_val_batches', 'limit_test_batches', 'limit_predict_batches']
const fractions = [...shares, 'overfit_batches', 'val_check_interval'].map((key) => `trainer.${key}`)

/** Bounds are the schema's; a share of the batches ends at 1.0. */
function* brokenFraction(c: ConfigView): Iterable<Finding> {
  for (const at of fractions) {
    const value = c.maybe(at, null)
    if (typeof value === 'number' && value > 1 && !Number.isInteger(value)) yield { at, facts: { value } }
  }
}

/** An int counts batches, a float is a share of them. */
function* oneBatch(c: ConfigView): Iterable<Finding> {
  for (const key of ['limit_train_batches', 'limit_val_batches', 'val_check_interval', 'overfit_batches']) {
    const at = `trainer.${key}`
    const typed = c.knows(at) ? c.typed(at) : undefined
    if (typed?.t !== 'int' || typed.v !== '1') continue
    const everyBatch = key === 'val_check_interval'
    const byBatches = everyBatch && c.get('trainer.check_val_every_n_epoch') === null
    yield { at, ...(everyBatch ? { variant: 'interval' } : {}), ...(byBatches ? {} : { fix: setSource(at, '1.0') }) }
  }
}

function noTraining(c: ConfigView): Finding | null {
  const at = 'trainer.limit_train_batches'
  return c.number(at) === 0 ? { at, fix: remove(at) } : null
}

function endlessBar(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isDict('trainer') || c.is('controlnet') || hasSteps(c) || isEndless(c)) return null
  return c.isFalse('trainer.enable_progress_bar') ? null : { at: steps }
}

/** How long a run takes, and which part of an epoch. */
export const runLengthRules: readonly Rule[] = [
  { id: 'trainer-no-stop-condition', level: 'warning', check: endless },
  { id: 'max-epochs-defaults-to-1000', level: 'warning', check: thousandEpochs },
  { id: 'max-steps-and-max-epochs', level: 'info', check: bothLimits },
  { id: 'min-exceeds-max', level: 'warning', check: minAboveMax },
  { id: 'zero-steps', level: 'warning', check: noSteps },
  { id: 'max-time-format', level: 'error', check: (c) => wrongDuration(c, time) },
  {
    id: 'max-time-per-run-format',
    level: 'error',
    check: (c) => (isManaged(c) ? wrongDuration(c, timePerRun) : null),
  },
  { id: 'max-time-and-max-time-per-run', level: 'warning', check: twoTimers },
  { id: 'limit-batches-range', level: 'error', check: brokenFraction },
  { id: 'limit-batches-one-vs-one-point-zero', level: 'info', check: oneBatch },
  { id: 'limit-train-batches-zero', level: 'warning', check: noTraining },
  { id: 'progress-bar-total', level: 'info', check: endlessBar },
]
