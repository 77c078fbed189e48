import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isManaged, isOn } from '../shared/experiment'
import { params, savesCheckpoints } from '../shared/metrics'

const ema = 'exp_manager.ema'
const enable = `${ema}.enable`
const decay = `${ema}.decay`
const every = `${ema}.every_n_steps`
const options = ['decay', 'every_n_steps', 'cpu_offload', 'validate_original_weights'].map((key) => `${ema}.${key}`)

const isEnabled = (c: ConfigView): boolean => isManaged(c) && c.isDict(ema) && c.isTrue(enable)

function decayOutside(c: ConfigView): Finding | null {
  if (!isEnabled(c) || !c.has(decay)) return null
  const value = c.number(decay) ?? null
  if (value !== null && value >= 0 && value <= 1) return null
  return { at: decay, facts: { value: value ?? 'null' }, fix: set(decay, 0.9999) }
}

function decayExtreme(c: ConfigView): Finding | null {
  const value = isEnabled(c) ? c.number(decay) : undefined
  if (value === undefined || value < 0 || value > 1 || (value >= 0.9 && value < 1)) return null
  return { at: decay, facts: { value }, variant: value === 1 ? 'never' : 'close', fix: set(decay, 0.9999) }
}

function noSteps(c: ConfigView): Finding | null {
  const value = isEnabled(c) ? c.int(every) : undefined
  return value === undefined || value >= 1 ? null : { at: every, facts: { value }, fix: set(every, 1) }
}

function needsOwnFile(c: ConfigView): Finding | null {
  const from = 'exp_manager.resume_from_checkpoint'
  if (!isEnabled(c)) return null
  const file = c.text(from) ?? ''
  const resumes = isOn(c, 'resume_if_exists')
  if (!resumes && (file === '' || file.endsWith('-EMA.ckpt'))) return null
  return { at: enable, also: [resumes ? 'exp_manager.resume_if_exists' : from] }
}

function lost(c: ConfigView): Finding | null {
  const [callback, trainer] = ['exp_manager.create_checkpoint_callback', 'trainer.enable_checkpointing']
  if (!isEnabled(c) || isOn(c, 'create_checkpoint_callback', true) || !c.isFalse(trainer)) return null
  return { at: callback, also: [enable, trainer], fix: set(callback, true) }
}

const withO2 = (c: ConfigView): Finding | null =>
  isEnabled(c) && c.isTrue('model.megatron_amp_O2') ? { at: enable, also: ['model.megatron_amp_O2'] } : null

function optionsUnused(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isDict(ema) || c.isTrue(enable)) return null
  const found = options.filter((place) => c.has(place))
  return found.length === 0 ? null : { at: enable, also: found }
}

const plainExport = (c: ConfigView): Finding | null =>
  isEnabled(c) && savesCheckpoints(c) && c.maybe(`${params}.save_nemo_on_train_end`, true) === true
    ? { at: enable }
    : null

/** The moving average of the weights. */
export const emaRules: readonly Rule[] = [
  { id: 'ema-decay-range', level: 'error', check: decayOutside },
  { id: 'ema-decay-extreme', level: 'warning', check: decayExtreme },
  { id: 'ema-every-n-steps', level: 'error', check: noSteps },
  { id: 'ema-resume-needs-ema-file', level: 'info', check: needsOwnFile },
  { id: 'ema-without-checkpoints', level: 'warning', check: lost },
  { id: 'ema-with-amp-o2', level: 'warning', check: withO2 },
  { id: 'ema-disabled-options', level: 'info', check: optionsUnused },
  { id: 'nemo-export-without-ema', level: 'info', check: plainExport },
]
