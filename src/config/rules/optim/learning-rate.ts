import type { Fix } from '../../../core/issue'
import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { takes } from '../shared/optimizer-name'
import { trains } from '../shared/training'
import { constantOf, holdOf, lengthOf, runSteps, sched, scheduleOf, warmupOf } from './schedule-figures'

const name = 'model.optim.sched.name'
const lr = 'model.optim.lr'
const minLr = 'model.optim.sched.min_lr'
const warmup = 'model.optim.sched.warmup_steps'
const hold = 'model.optim.sched.hold_steps'
const constant = 'model.optim.sched.constant_steps'
const maxSteps = 'trainer.max_steps'

/** A rule of one or several schedules, by name. */
const forSchedules = (
  id: string,
  level: Rule['level'],
  names: readonly string[],
  check: (c: ConfigView, name: string) => Finding | null,
): Rule => ({
  id,
  level,
  check: (c) => {
    const own = trains(c) ? scheduleOf(c) : undefined
    return own !== undefined && names.includes(own) ? check(c, own) : null
  },
})

/** The step at which a hold ends; 0 when there is none. */
function holdEnd(c: ConfigView): number {
  const steps = holdOf(c)
  return steps === undefined ? 0 : (warmupOf(c) ?? 0) + steps
}

function warmupTooLong(c: ConfigView): Finding | null {
  const own = trains(c) ? scheduleOf(c) : undefined
  const run = runSteps(c)
  if (run < 1 || !takes(own, 'sched', 'warmup_steps')) return null
  const steps = warmupOf(c)
  if (steps === undefined || steps < run) return null
  return { at: c.isSet(warmup) ? warmup : `${sched}.warmup_ratio`, also: [maxSteps], facts: { W: steps, M: run } }
}

const stopsAbove = ['CosineAnnealing', 'NoamAnnealing']

/** nemo/core/optim/lr_scheduler.py:426, :348 */
function minAbove(c: ConfigView): Finding | null {
  const own = trains(c) ? scheduleOf(c) : undefined
  if (own === 'T5InverseSquareRootAnnealing' || !takes(own, 'sched', 'min_lr')) return null
  const [m, rate] = [c.number(minLr), c.number(lr)]
  if (m === undefined || rate === undefined || m < rate) return null
  if (m === rate && (own !== 'CosineAnnealing' || (constantOf(c) ?? 0) <= 0)) return null
  const finding = { at: minLr, also: [lr, name], facts: { m, lr: rate, name: own ?? '' }, fix: set(minLr, 0) }
  return stopsAbove.includes(own ?? '') ? finding : { ...finding, level: 'warning', variant: 'raised' }
}

function t5(c: ConfigView): Finding {
  const steps = c.number(constant)
  const fixes: Fix[] = [set(name, 'InverseSquareRootAnnealing')]
  if (c.has(constant)) fixes.push(remove(constant))
  const value = steps === undefined || steps <= 0 ? null : Number((1 / Math.sqrt(steps)).toPrecision(4))
  return {
    at: name,
    also: [lr, constant],
    ...(value === null ? { variant: 'open' } : { facts: { value } }),
    fix: all(...fixes),
  }
}

/** The shape of the learning rate over the run. */
export const learningRateRules: readonly Rule[] = [
  { id: 'warmup-exceeds-run', level: 'warning', check: warmupTooLong },
  { id: 'min-lr-above-lr', level: 'error', check: minAbove },
  forSchedules('square-annealing-floor', 'warning', ['SquareAnnealing'], (c) => {
    const rate = c.has(minLr) ? undefined : c.number(lr)
    return rate !== undefined && rate < 1e-5 ? { at: minLr, also: [lr], facts: { lr: rate }, fix: set(minLr, 0) } : null
  }),
  forSchedules('polyhold-zero-decay', 'error', ['PolynomialHoldDecayAnnealing'], (c) => {
    const length = lengthOf(c) ?? 0
    return length > 0 && holdEnd(c) === length ? { at: hold, also: [warmup, maxSteps], facts: { M: length } } : null
  }),
  forSchedules('polyhold-no-hold', 'warning', ['PolynomialHoldDecayAnnealing'], (c) =>
    (warmupOf(c) ?? 0) > 0 && !c.isSet(hold) && !c.isSet('model.optim.sched.hold_ratio')
      ? { at: hold, also: [warmup], facts: { W: warmupOf(c) ?? 0 }, fix: set(hold, 0) }
      : null,
  ),
  forSchedules('hold-exceeds-run', 'info', ['NoamHoldAnnealing', 'PolynomialHoldDecayAnnealing'], (c) => {
    const length = lengthOf(c)
    return length !== undefined && holdEnd(c) > length
      ? { at: hold, also: [maxSteps], facts: { H: holdEnd(c), M: length } }
      : null
  }),
  forSchedules('noamhold-warmup', 'error', ['NoamHoldAnnealing'], (c) =>
    (warmupOf(c) ?? 0) === 0 ? { at: warmup, also: [name] } : null,
  ),
  forSchedules('sqrt-annealing-jump', 'info', ['SquareRootAnnealing'], (c) =>
    (warmupOf(c) ?? 0) > 0 ? { at: warmup, also: [name], facts: { W: warmupOf(c) ?? 0 } } : null,
  ),
  forSchedules('t5-ignores-lr', 'warning', ['T5InverseSquareRootAnnealing'], t5),
  forSchedules('poly-cycle-ineffective', 'info', ['PolynomialDecayAnnealing'], (c) =>
    c.isTrue('model.optim.sched.cycle')
      ? { at: 'model.optim.sched.cycle', also: [name], fix: remove('model.optim.sched.cycle') }
      : null,
  ),
]
