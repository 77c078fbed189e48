import type { Typed } from '../../../core/typed'
import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isDistributed, optimizerOf } from '../shared/optimizer-name'
import { trains } from '../shared/training'

const own = 'model.precision'
const trainer = 'trainer.precision'
const o2 = 'model.megatron_amp_O2'

const groups: Readonly<Record<string, 'fp32' | 'fp16' | 'bf16'>> = {
  32: 'fp32',
  '32-true': 'fp32',
  16: 'fp16',
  '16-mixed': 'fp16',
  bf16: 'bf16',
  'bf16-mixed': 'bf16',
}

/** The kind of numbers that a precision stands for, null when it is none of these or not given. */
const groupOf = (typed: Typed | undefined) =>
  typed?.t === 'int' || typed?.t === 'str' ? (groups[typed.v] ?? null) : null

/** The scripts of Imagen and InstructPix2Pix put the trainer's in place. examples/multimodal/text_to_image/imagen/imagen_training.py:38 */
const isOverwritten = (c: ConfigView): boolean => c.is('imagen', 'instruct_pix2pix')

function mismatch(c: ConfigView): Finding | null {
  if (!trains(c) || isOverwritten(c)) return null
  const [a, b] = [groupOf(c.typed(own)), groupOf(c.typed(trainer))]
  if (a === null || b === null || a === b) return null
  const needsScaler = a === 'fp16' && !c.is('controlnet')
  return {
    at: own,
    also: [trainer],
    facts: { a: String(c.get(own)), b: String(c.get(trainer)) },
    fix: set(own, '${trainer.precision}'),
    ...(needsScaler ? {} : { level: 'warning', variant: 'other' }),
  }
}

/** With O2 the model is kept in the precision itself. nemo/collections/nlp/models/language_modeling/megatron_base_model.py:820 */
function ampO2(c: ConfigView, wanted: readonly string[]): Finding | null {
  if (!trains(c) || !c.isTrue(o2) || c.isTrue('model.fsdp')) return null
  const from = isOverwritten(c) || !c.isSet(own) ? trainer : own
  const group = c.isSet(from) ? groupOf(c.typed(from)) : 'fp32'
  if (group === null || !wanted.includes(group)) return null
  if (group === 'fp16' && isDistributed(optimizerOf(c))) return null
  return { at: o2, also: [from], ...(group === 'fp32' ? { variant: group } : {}), fix: set(o2, false) }
}

const lossScaling = ['model.native_amp_init_scale', 'model.native_amp_growth_interval', 'model.hysteresis'] as const

/** Precision of the model beside that of the trainer. */
export const modelPrecisionRules: readonly Rule[] = [
  { id: 'precision-mismatch', level: 'error', check: mismatch },
  {
    id: 'loss-scale-unused',
    level: 'info',
    *check(c) {
      if (!trains(c)) return
      const isSharded = c.maybe('model.fsdp', false) === true
      if (!isSharded && (!c.has(trainer) || groupOf(c.typed(trainer)) === 'fp16')) return
      for (const key of lossScaling)
        if (c.has(key)) yield { at: key, also: [isSharded ? 'model.fsdp' : trainer], facts: { key }, fix: remove(key) }
    },
  },
  { id: 'o2-unsupported', level: 'error', check: (c) => ampO2(c, ['fp16', 'fp32']) },
  { id: 'megatron-amp-o2', level: 'warning', check: (c) => ampO2(c, ['bf16']) },
]
