import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isLora } from '../shared/latent'
import { trains } from '../shared/training'

const peft = 'model.peft'
const scheme = `${peft}.peft_scheme`
const restore = `${peft}.restore_from_path`
const tuning = `${peft}.lora_tuning`

const usable = ['sd', 'sdxl', 'dreambooth'] as const

/** True when there is a section with something in it. */
const isGiven = (c: ConfigView): boolean => c.isSet(peft) && c.below(peft).length > 0
const isTraining = (c: ConfigView): boolean => c.has('exp_manager') || c.has('model.optim') || trains(c)

/** Parameters that are read without a fallback. nemo/collections/nlp/parts/peft_config.py:258 */
const needed = { adapter_dim: 32, adapter_dropout: 0 }
const whole = { adapter_dim: 32, network_alpha: 16, adapter_dropout: 0 }

function* missing(c: ConfigView): Iterable<Finding> {
  if (isGiven(c) && isTraining(c) && !c.has(restore) && !c.is('controlnet', 'instruct_pix2pix'))
    yield { at: restore, fix: set(restore, null) }
  if (!isLora(c)) return
  if (!c.isSet(tuning)) yield { at: tuning, also: [scheme], fix: set(tuning, whole) }
  else if (c.isDict(tuning))
    for (const [key, value] of Object.entries(needed)) {
      const at = `${tuning}.${key}`
      if (!c.has(at)) yield { at, also: [scheme], fix: set(at, value) }
    }
}

function zeroInit(c: ConfigView): Finding | null {
  const [at, row] = [`${tuning}.column_init_method`, `${tuning}.row_init_method`]
  if (!isLora(c) || c.get(at) !== 'zero' || (c.text(row) ?? 'zero') !== 'zero') return null
  return { at, also: [row], fix: set(at, 'xavier') }
}

/** LoRA: `model.peft`. */
export const loraRules: readonly Rule[] = [
  {
    id: 'peft-scheme',
    level: 'error',
    families: usable,
    check: (c) =>
      isGiven(c) && !c.has(scheme) ? { at: scheme, fix: set(scheme, c.is('dreambooth') ? null : 'sdlora') } : null,
  },
  {
    id: 'peft-network-alpha',
    level: 'error',
    check(c) {
      const at = `${tuning}.network_alpha`
      return isLora(c) && c.isDict(tuning) && !c.has(at) ? { at, also: [scheme], fix: set(at, 16) } : null
    },
  },
  { id: 'peft-required', level: 'error', check: missing },
  {
    id: 'peft-restore-in-training',
    level: 'error',
    check: (c) =>
      isTraining(c) && !c.is('controlnet', 'instruct_pix2pix') && c.isSet(restore)
        ? { at: restore, fix: set(restore, null) }
        : null,
  },
  {
    id: 'peft-dreambooth',
    level: 'error',
    families: ['dreambooth'],
    check: (c) => (isLora(c) ? { at: scheme, fix: set(scheme, null) } : null),
  },
  {
    id: 'peft-weight-tying',
    level: 'error',
    check(c) {
      const at = `${tuning}.weight_tying`
      return isLora(c) && c.isTrue(at) ? { at, also: [scheme], fix: set(at, false) } : null
    },
  },
  {
    id: 'peft-layer-selection',
    level: 'warning',
    *check(c) {
      if (!isLora(c)) return
      for (const key of ['layer_selection', 'position_embedding_strategy']) {
        const at = `${tuning}.${key}`
        if (c.isSet(at)) yield { at, facts: { key }, fix: set(at, null) }
      }
    },
  },
  { id: 'peft-zero-init', level: 'error', check: zeroInit },
  {
    id: 'peft-unused-family',
    level: 'warning',
    families: ['controlnet', 'instruct_pix2pix'],
    check(c) {
      const value = c.text(scheme) ?? 'none'
      return value === 'none' ? null : { at: peft, also: [scheme], facts: { value }, fix: remove(peft) }
    },
  },
]
