import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isBlank, isManaged } from '../shared/experiment'
import { monitorOf } from '../shared/metrics'
import { trains } from '../shared/training'

const limit = 'trainer.limit_val_batches'
const interval = 'trainer.val_check_interval'
const everyEpoch = 'trainer.check_val_every_n_epoch'
const dataPath = 'model.data.validation.data_path'

const isOff = (c: ConfigView): boolean => c.number(limit) === 0

/** True when the run builds no validation set. */
function lacksValidationSet(c: ConfigView): boolean {
  if (c.is('imagen', 'dreambooth')) return true
  return !c.is('instruct_pix2pix') && c.isDict('model.data') && isBlank(c, dataPath)
}

/** True when validation never runs: switched off, or without data. One of the two need not be known. */
export function neverValidates(c: ConfigView): boolean {
  if (c.knows(limit)) return isOff(c) || lacksValidationSet(c)
  return lacksValidationSet(c) ? true : c.gap(false)
}

/** Counting over epochs is no way out where the monitor is a validation metric and epochs are limited: see `checkpoint-val-monitor-epochs`. */
const canCountOverEpochs = (c: ConfigView): boolean =>
  !(monitorOf(c)?.includes('val') && (c.number('trainer.max_epochs') ?? -1) >= 0)

function longInterval(c: ConfigView): Finding | null {
  const value = isManaged(c) ? c.number(interval) : undefined
  if (value === undefined || value <= 1 || !Number.isInteger(value) || c.get(everyEpoch) === null) return null
  const fix = c.typed(interval)?.t === 'int' ? set(everyEpoch, null) : all(set(interval, value), set(everyEpoch, null))
  return { at: interval, also: [everyEpoch], facts: { value }, ...(canCountOverEpochs(c) ? { fix } : {}) }
}

function zeroInterval(c: ConfigView): Finding | null {
  if (c.int(interval) !== 0 || isOff(c) || c.is('imagen', 'dreambooth', 'sdxl', 'controlnet')) return null
  if (!c.is('instruct_pix2pix') && isBlank(c, dataPath)) return null
  return { at: interval, also: [limit], fix: all(remove(interval), set(limit, 0)) }
}

function fractionWithoutEpochs(c: ConfigView): Finding | null {
  if (!c.has(everyEpoch) || c.get(everyEpoch) !== null || c.typed(interval)?.t !== 'float') return null
  const value = c.number(interval) ?? 1
  const isCount = Number.isInteger(value) && value > 1
  return { at: interval, also: [everyEpoch], facts: { value }, ...(isCount ? { fix: set(interval, value) } : {}) }
}

function* withoutEffect(c: ConfigView): Iterable<Finding> {
  if (!isOff(c)) return
  for (const at of [everyEpoch, 'trainer.num_sanity_val_steps'])
    if (c.knows(at) && c.isSet(at) && c.get(at) !== 0) yield { at, also: [limit], fix: remove(at) }
}

/** Any `data_path` but an empty one switches validation on, of whatever type. */
const switchesOn = (c: ConfigView): boolean => {
  const typed = c.written(dataPath)
  return (
    typed !== undefined && typed.t !== 'null' && !((typed.t === 'str' || typed.t === 'list') && typed.v.length === 0)
  )
}

function broken(c: ConfigView): Finding | null {
  if (!trains(c) || !c.is('sdxl', 'controlnet') || !switchesOn(c) || isOff(c)) return null
  const facts = c.is('sdxl') ? { model: 'SDXL', error: 'TypeError' } : { model: 'ControlNet', error: 'NameError' }
  return { at: limit, also: [dataPath], facts, fix: set(limit, 0) }
}

function nothingToValidate(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isSet(limit) || isOff(c) || !lacksValidationSet(c)) return null
  return { at: limit, ...(c.is('imagen', 'dreambooth') ? {} : { also: [dataPath] }), fix: set(limit, 0) }
}

/** When validation runs. */
export const validationRules: readonly Rule[] = [
  { id: 'val-check-interval-too-large', level: 'info', check: longInterval },
  { id: 'val-check-interval-zero', level: 'error', check: zeroInterval },
  { id: 'val-check-interval-float-without-epochs', level: 'error', check: fractionWithoutEpochs },
  { id: 'validation-settings-without-effect', level: 'info', check: withoutEffect },
  { id: 'validation-code-broken', level: 'error', check: broken },
  { id: 'no-validation-data', level: 'info', check: nothingToValidate },
]
