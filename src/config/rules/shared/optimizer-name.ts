import { specAt } from '../../schema/specs'
import type { ConfigView } from '../../view/config-view'

/** The optimizer's name, `adam` when none is given, null when `_target_` names a class. nemo/core/classes/modelPT.py:706 */
export function optimizerOf(c: ConfigView): string | null {
  return c.text('model.optim.name') ?? (c.has('model.optim._target_') ? null : 'adam')
}

/** Optimizers that exchange gradients themselves. */
export const isDistributed = (name: string | null): boolean =>
  name === 'distributed_fused_adam' || name === 'mcore_distributed_optim'

/** True when an optimizer or schedule has a parameter of `model.optim` or `model.optim.sched`. */
export const takes = (name: string | null | undefined, ...key: readonly string[]): boolean =>
  typeof name === 'string' && (specAt(['model', 'optim', ...key])?.meta.when?.names.includes(name) ?? false)

/** The value that an optimizer takes for a parameter that is not given; undefined when there is none. */
export function defaultOf(name: string, key: string) {
  const meta = specAt(['model', 'optim', key])?.meta
  return meta?.defaultBy?.[name] ?? meta?.default
}
