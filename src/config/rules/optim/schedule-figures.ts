import type { ConfigView } from '../../view/config-view'

export const sched = 'model.optim.sched'

/** The schedule's name; undefined without one or without a schedule. */
export const scheduleOf = (c: ConfigView): string | undefined =>
  c.isDict(sched) ? c.text('model.optim.sched.name') : undefined

/** `trainer.max_steps`; -1, which is no limit, when absent. */
export const runSteps = (c: ConfigView): number => c.int('trainer.max_steps') ?? -1

/**
 * The schedule's length in optimizer steps: the run's limit before its own; undefined when it follows from the size of the dataset.
 * nemo/core/classes/modelPT.py:688
 */
export function lengthOf(c: ConfigView): number | undefined {
  const run = runSteps(c)
  return run >= 0 ? run : c.int('model.optim.sched.max_steps')
}

const phase = (steps: string, ratio: string) => (c: ConfigView) => {
  const given = c.number(steps)
  const share = given === undefined ? c.number(ratio) : undefined
  if (share === undefined) return given
  const length = lengthOf(c)
  return length === undefined ? c.gap(undefined) : Math.trunc(share * length)
}

/** Steps of a phase, given or as a share of the length; undefined when neither is set, unknown when the length is. */
export const warmupOf = phase('model.optim.sched.warmup_steps', 'model.optim.sched.warmup_ratio')
export const holdOf = phase('model.optim.sched.hold_steps', 'model.optim.sched.hold_ratio')
export const constantOf = phase('model.optim.sched.constant_steps', 'model.optim.sched.constant_ratio')
