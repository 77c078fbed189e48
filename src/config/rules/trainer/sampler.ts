import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isManaged } from '../shared/experiment'

const at = 'trainer.use_distributed_sampler'
/** Families that read folders through Megatron's batch sampler. */
const batched = ['dreambooth', 'instruct_pix2pix'] as const

function injected(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isDict('trainer') || !c.is(...batched)) return null
  const value = c.get(at)
  return value === undefined || value === true ? { at, fix: set(at, false) } : null
}

const ignored = (c: ConfigView): Finding | null =>
  isManaged(c) && c.family !== null && !c.is(...batched) && c.isTrue(at) && !c.isTrue('model.data.synthetic_data')
    ? { at }
    : null

/** Who deals the samples out to the GPUs. */
export const samplerRules: readonly Rule[] = [
  { id: 'distributed-sampler-with-batch-sampler', level: 'error', check: injected },
  { id: 'use-distributed-sampler-irrelevant', level: 'info', check: ignored },
]
