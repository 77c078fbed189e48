import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { optimizerOf } from '../shared/optimizer-name'
import { trains } from '../shared/training'

const capture = 'model.capture_cudagraph_iters'
const capturable = 'model.optim.capturable'
const name = 'model.optim.name'
const clip = 'trainer.gradient_clip_val'

/** Steps that run before the capture. nemo/utils/callbacks/cuda_graph.py:262 */
const warmup = 12
const off = set(capture, -1)
/** Optimizers that keep the learning rate on the GPU when capturable. apex:apex/optimizers/fused_adam.py:78 */
const apexAdam = ['fused_adam', 'megatron_fused_adam']

/** The step of the capture; -1, which is none, when absent. */
const captureOf = (c: ConfigView): number => (trains(c) ? (c.int(capture) ?? -1) : -1)

/** A rule of sd_train.py with a capture that starts late enough. */
const whenCaptured = (id: string, level: Rule['level'], check: (c: ConfigView) => Finding | null): Rule => ({
  id,
  level,
  families: ['sd'],
  check: (c) => (captureOf(c) >= warmup ? check(c) : null),
})

/** CUDA graphs and torch.compile. */
export const compileRules: readonly Rule[] = [
  {
    id: 'cudagraph-warmup',
    level: 'error',
    families: ['sd'],
    check: (c) => {
      const value = captureOf(c)
      return value >= 0 && value < warmup ? { at: capture, facts: { value }, fix: off } : null
    },
  },
  whenCaptured('cudagraph-capturable', 'error', (c) => {
    const own = optimizerOf(c)
    const canBe = apexAdam.includes(own ?? '')
    if (canBe && c.isTrue(capturable)) return null
    return canBe
      ? { at: capturable, also: [capture, name], fix: set(capturable, true) }
      : { at: name, also: [capture], facts: { name: own ?? '' }, variant: 'optimizer' }
  }),
  whenCaptured('cudagraph-clip', 'warning', (c) => {
    const value = c.number(clip) ?? 0
    return value > 0 && optimizerOf(c) !== 'megatron_fused_adam'
      ? { at: clip, also: [capture, name], facts: { value }, fix: set(clip, 0) }
      : null
  }),
  {
    id: 'cudagraph-other-models',
    level: 'error',
    families: ['controlnet', 'instruct_pix2pix', 'sdxl', 'dreambooth', 'imagen'],
    check: (c) => {
      if (captureOf(c) < 0) return null
      return c.is('controlnet', 'instruct_pix2pix')
        ? { at: capture, fix: off }
        : { at: capture, level: 'info', variant: 'ignored', fix: remove(capture) }
    },
  },
  {
    id: 'inductor-cudagraphs-alone',
    level: 'info',
    families: ['sd', 'controlnet', 'instruct_pix2pix', 'dreambooth', 'imagen'],
    check: (c) =>
      c.isTrue('model.inductor_cudagraphs') && !c.isTrue('model.inductor')
        ? { at: 'model.inductor_cudagraphs', also: ['model.inductor'], fix: set('model.inductor', true) }
        : null,
  },
]
