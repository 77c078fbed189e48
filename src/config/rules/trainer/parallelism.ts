import { all, type Rule, remove, set } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { trains } from '../shared/training'

const tensor = 'model.tensor_model_parallel_size'
const pipeline = 'model.pipeline_model_parallel_size'
const context = 'model.context_parallel_size'
const expert = 'model.expert_model_parallel_size'
const sequence = 'model.sequence_parallel'

/** Splitting the model over GPUs, which Text2Img models are not made for. */
export const parallelismRules: readonly Rule[] = [
  {
    id: 'model-parallel-divides-world',
    level: 'error',
    check: (c) => {
      const { verdict, world, tensor: tp, pipeline: pp, context: cp } = batchOf(c)
      if (verdict !== 'groups') return null
      const [first = tensor, ...others] = [tensor, pipeline, context].filter((key) => c.has(key) && c.int(key) !== 1)
      return {
        at: first,
        also: [...others, 'trainer.devices', 'trainer.num_nodes'],
        facts: { world, tp, pp, cp },
        fix: all(...[first, ...others].map(remove)),
      }
    },
  },
  {
    id: 'model-parallel-useless',
    level: 'warning',
    *check(c) {
      if (!trains(c) || batchOf(c).verdict === 'groups') return
      for (const key of [tensor, pipeline, context, expert]) {
        const value = c.knows(key) ? c.int(key) : undefined
        if (value === undefined || value < 2) continue
        yield { at: key, facts: { value }, ...(key === pipeline ? { variant: 'pipeline' } : {}), fix: set(key, 1) }
      }
    },
  },
  {
    id: 'sequence-parallel',
    level: 'error',
    check: (c) =>
      trains(c) && c.isTrue(sequence) ? { at: sequence, also: [tensor], fix: set(sequence, false) } : null,
  },
]
