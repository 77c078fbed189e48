import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { optimizerOf, takes } from '../shared/optimizer-name'
import { trains } from '../shared/training'
import { runSteps, sched, scheduleOf } from './schedule-figures'

const name = 'model.optim.sched.name'
const maxSteps = 'trainer.max_steps'
const maxEpochs = 'trainer.max_epochs'
const ownSteps = 'model.optim.sched.max_steps'
const phases = ['warmup', 'hold', 'constant'] as const
const ratios = phases.map((phase) => ({ key: `${phase}_ratio`, at: `${sched}.${phase}_ratio` }))
const counts = phases.map((phase) => ({ key: `${phase}_steps`, at: `${sched}.${phase}_steps` }))

const hasSchedule = (c: ConfigView): boolean => trains(c) && c.isDict(sched)

function* bothGiven(c: ConfigView): Iterable<Finding> {
  if (!hasSchedule(c)) return
  const own = c.maybe(name, null)
  for (const [i, x] of phases.entries()) {
    const [steps, ratio] = [counts[i], ratios[i]]
    if (steps === undefined || ratio === undefined || !c.has(ratio.at)) continue
    if (typeof own === 'string' && !takes(own, 'sched', ratio.key)) continue
    if (c.isSet(steps.at) && c.isSet(ratio.at))
      yield { at: ratio.at, also: [steps.at], facts: { x }, fix: set(ratio.at, null) }
  }
}

function* ratioRange(c: ConfigView): Iterable<Finding> {
  if (!hasSchedule(c)) return
  const given = ratios.map(({ key, at }) => ({ key, at, value: c.number(at) }))
  const set = given.filter((ratio): ratio is typeof ratio & { value: number } => ratio.value !== undefined)
  const outside = set.filter(({ value }) => value < 0 || value > 1)
  for (const { key, at, value } of outside) yield { at, facts: { key, value } }
  const total = set.reduce((sum, { value }) => sum + value, 0)
  const [first, ...others] = set
  if (first !== undefined && outside.length === 0 && total > 1)
    yield { at: first.at, also: others.map(({ at }) => at), facts: { total }, variant: 'total' }
}

function* negativeSteps(c: ConfigView): Iterable<Finding> {
  if (!hasSchedule(c)) return
  for (const { key, at } of counts) {
    const value = c.number(at)
    if (value === undefined || (value >= 0 && c.typed(at)?.t === 'int')) continue
    yield {
      at,
      facts: { key, value },
      ...(value < 0 ? { variant: 'negative' } : {}),
      ...(Number.isFinite(value) ? { fix: set(at, Math.max(0, Math.round(value))) } : {}),
    }
  }
}

/** Parameters without which a schedule cannot be built. nemo/core/optim/lr_scheduler.py:476, torch:torch/optim/lr_scheduler.py */
const required: Readonly<Record<string, readonly string[]>> = {
  NoamAnnealing: ['d_model'],
  StepLR: ['step_size'],
  ExponentialLR: ['gamma'],
  CyclicLR: ['base_lr', 'max_lr'],
  T5InverseSquareRootAnnealing: ['constant_steps'],
}

function* missing(c: ConfigView): Iterable<Finding> {
  const own = hasSchedule(c) ? scheduleOf(c) : undefined
  for (const key of required[own ?? ''] ?? []) {
    const at = `${sched}.${key}`
    if (!c.isSet(at) || (key === 'constant_steps' && c.number(at) === 0))
      yield { at, also: [name], facts: { name: own ?? '', key } }
  }
}

/** No limit of steps or epochs, so no length. nemo/collections/nlp/models/language_modeling/megatron_base_model.py:1214 */
function noLength(c: ConfigView): Finding | null {
  if (!hasSchedule(c) || runSteps(c) !== -1) return null
  const own = c.int(ownSteps)
  const epochs = c.int(maxEpochs)
  const isTimed = c.isSet('trainer.max_time') || c.isSet('exp_manager.max_time_per_run')
  const isOpen = own === -1 || (own === undefined && (epochs === -1 || (epochs === undefined && isTimed)))
  return isOpen ? { at: maxSteps, also: [maxEpochs, ownSteps, sched] } : null
}

const decays = [
  'CosineAnnealing',
  'WarmupAnnealing',
  'PolynomialDecayAnnealing',
  'PolynomialHoldDecayAnnealing',
  'SquareAnnealing',
  'SquareRootAnnealing',
]

/** The length that follows from epochs counts micro-batches. nemo/collections/multimodal/data/common/webdataset.py:280 */
function tooLong(c: ConfigView): Finding | null {
  if (!hasSchedule(c) || runSteps(c) >= 0 || c.isSet(ownSteps) || (c.int(maxEpochs) ?? 0) < 1) return null
  if (
    !decays.includes(scheduleOf(c) ?? '') &&
    !ratios.some(({ at }, i) => c.isSet(at) && !c.isSet(counts[i]?.at ?? at))
  )
    return null
  const { globalBatch, microBatch, accumulation } = batchOf(c)
  const isShared = !c.is('dreambooth', 'instruct_pix2pix')
  const ratio =
    typeof globalBatch === 'number' && typeof microBatch === 'number' && isShared
      ? globalBatch / microBatch
      : accumulation
  if (typeof ratio !== 'number' || ratio <= 1) return null
  return {
    at: maxSteps,
    also: [maxEpochs, name, 'model.global_batch_size'],
    facts: { ratio: Number(ratio.toFixed(2)), epochs: c.int(maxEpochs) ?? 0 },
  }
}

/** Schedules that move once a finished epoch. nemo/core/optim/lr_scheduler.py:793 */
function notStepped(c: ConfigView): Finding | null {
  const own = hasSchedule(c) ? scheduleOf(c) : undefined
  if (own !== 'ExponentialLR' && own !== 'ReduceLROnPlateau') return null
  const { dataParallel, accumulation } = batchOf(c)
  const finding = { at: name, facts: { name: own } }
  if (!c.is('dreambooth', 'instruct_pix2pix') && typeof dataParallel === 'number' && dataParallel > 1)
    return { ...finding, also: ['trainer.devices'], facts: { name: own, dp: dataParallel } }
  if (own === 'ExponentialLR' && typeof accumulation === 'number' && accumulation > 1)
    return {
      ...finding,
      also: ['model.global_batch_size'],
      variant: 'accumulation',
      facts: { name: own, nmb: accumulation },
    }
  return runSteps(c) >= 0 && (c.int(maxEpochs) ?? -1) === -1
    ? { ...finding, also: [maxSteps, maxEpochs], variant: 'steps' }
    : null
}

const cycled = ['adagrad', 'adadelta', 'adafactor', 'rprop']

/** The schedule of the learning rate: its name, parameters and length. */
export const scheduleRules: readonly Rule[] = [
  {
    id: 'sched-null',
    level: 'error',
    check: (c) => (trains(c) && c.isNull(sched) ? { at: sched, fix: remove(sched) } : null),
  },
  {
    id: 'sched-name-missing',
    level: 'error',
    check: (c) =>
      hasSchedule(c) &&
      !c.has(name) &&
      !c.has('model.optim.sched._target_') &&
      !c.has('model.optim.sched.args._target_')
        ? { at: name, fix: set(name, 'WarmupHoldPolicy') }
        : null,
  },
  { id: 'sched-steps-and-ratio', level: 'error', check: bothGiven },
  { id: 'sched-ratio-range', level: 'warning', check: ratioRange },
  { id: 'sched-required-key', level: 'error', check: missing },
  { id: 'negative-steps', level: 'warning', check: negativeSteps },
  { id: 'no-schedule-length', level: 'error', check: noLength },
  {
    id: 'sched-max-steps-overridden',
    level: 'warning',
    check: (c) => {
      const own = hasSchedule(c) ? c.int(ownSteps) : undefined
      const run = runSteps(c)
      if (own === undefined || run < 0 || own === run) return null
      return { at: ownSteps, also: [maxSteps], facts: { a: own, b: run }, fix: remove(ownSteps) }
    },
  },
  { id: 'schedule-longer-than-run', level: 'warning', check: tooLong },
  { id: 'epoch-schedule-not-stepped', level: 'warning', check: notStepped },
  {
    id: 'cyclic-momentum',
    level: 'error',
    check: (c) => {
      const at = 'model.optim.sched.cycle_momentum'
      const own = hasSchedule(c) && scheduleOf(c) === 'CyclicLR' && !c.isFalse(at) ? optimizerOf(c) : null
      return cycled.includes(own ?? '')
        ? { at, also: [name, 'model.optim.name'], facts: { name: own }, fix: set(at, false) }
        : null
    },
  },
  {
    id: 'plateau-monitor',
    level: 'error',
    check: (c) => {
      const at = 'model.optim.sched.monitor'
      return hasSchedule(c) && scheduleOf(c) === 'ReduceLROnPlateau' && (c.text(at) ?? 'loss') === 'loss'
        ? { at, also: [name], fix: set(at, 'reduced_train_loss') }
        : null
    },
  },
  {
    id: 'sched-last-epoch',
    level: 'error',
    check: (c) => {
      const at = 'model.optim.sched.last_epoch'
      const value = hasSchedule(c) ? c.int(at) : undefined
      return value !== undefined && value >= 0 ? { at, facts: { value }, fix: remove(at) } : null
    },
  },
]
