import { pathKey } from '../../../core/path'
import { type ConfigView, pathOfPlace } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isManaged, isOn, runsFast } from '../shared/experiment'
import { params, savesCheckpoints } from '../shared/metrics'
import { neverValidates } from '../trainer/validation'

const trainerSaves = 'trainer.enable_checkpointing'
const callback = 'exp_manager.create_checkpoint_callback'
const everySteps = `${params}.every_n_train_steps`
const everyEpochs = `${params}.every_n_epochs`
const interval = `${params}.train_time_interval`
const topK = `${params}.save_top_k`
const saveLast = `${params}.save_last`

function conflict(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c) || !c.isDict('trainer') || runsFast(c)) return null
  const value = c.written(trainerSaves)
  if (value?.t === 'bool' && !value.v) return null
  return { at: trainerSaves, also: [callback], fix: set(trainerSaves, false) }
}

function nothingSaved(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isFalse(trainerSaves) || isOn(c, 'create_checkpoint_callback', true)) return null
  return { at: callback, also: [trainerSaves], fix: set(callback, true) }
}

function paramsUnused(c: ConfigView): Finding | null {
  if (!isManaged(c) || savesCheckpoints(c) || !c.isDict(params)) return null
  return c.below(params).some((path) => path.at(-1) !== 'dirpath') ? { at: params, also: [callback] } : null
}

/** The triggers as exp_manager hands them on: `every_n_epochs` is 1 when absent. nemo/utils/exp_manager.py:117 */
function triggersOf(c: ConfigView): { steps: number; epochs: number } {
  const steps = c.int(everySteps) ?? 0
  const epochs = c.has(everyEpochs) ? (c.int(everyEpochs) ?? (steps >= 1 ? 0 : 1)) : 1
  return { steps, epochs }
}

function twoTriggers(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c)) return null
  const { steps, epochs } = triggersOf(c)
  if (steps < 1 || epochs < 1) return null
  return {
    at: everyEpochs,
    also: [everySteps],
    facts: { steps, epochs },
    ...(c.has(everyEpochs) ? {} : { variant: 'default' }),
    fix: set(everyEpochs, 0),
  }
}

function noTrigger(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c) || c.isSet(interval)) return null
  const { steps, epochs } = triggersOf(c)
  return steps === 0 && epochs === 0 ? { at: everySteps, also: [everyEpochs] } : null
}

function epochsWithoutValidation(c: ConfigView): Finding | null {
  const at = `${params}.save_on_train_epoch_end`
  if (!savesCheckpoints(c) || (c.has(at) && !c.isFalse(at))) return null
  const { steps, epochs } = triggersOf(c)
  if (epochs < 1 || steps >= 1 || !neverValidates(c)) return null
  return { at: everyEpochs, also: [at], facts: { epochs }, fix: set(at, true) }
}

/** No form of it works: the scripts never build a timedelta from it. */
function timeInterval(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.has(interval)) return null
  const isScalar = c.parsed.nodes.get(pathKey(pathOfPlace(interval)))?.kind === 'scalar'
  return isScalar && c.written(interval)?.t === 'null' ? null : { at: interval, fix: remove(interval) }
}

function lossAtMost(c: ConfigView): Finding | null {
  const [at, monitor] = [`${params}.mode`, `${params}.monitor`]
  if (!isManaged(c) || c.text(at) !== 'max') return null
  const metric = c.text(monitor) ?? 'val_loss'
  return metric.includes('loss') ? { at, also: [monitor], facts: { metric }, fix: set(at, 'min') } : null
}

/** True when the key is there and off. */
const isOff = (c: ConfigView, place: string): boolean => c.has(place) && c.get(place) !== true

function lastNotSaved(c: ConfigView): Finding | null {
  if (!savesCheckpoints(c) || !isOn(c, 'resume_if_exists') || !isOff(c, saveLast)) return null
  return { at: saveLast, also: ['exp_manager.resume_if_exists'], fix: set(saveLast, true) }
}

const limit = 'exp_manager.max_time_per_run'

function nothingAtTimeLimit(c: ConfigView): Finding | null {
  if (!isManaged(c)) return null
  const isLimited = c.isSet(limit)
  if (!savesCheckpoints(c))
    return isLimited ? { at: callback, also: [limit], variant: 'callback', fix: set(callback, true) } : null
  if (!isOff(c, saveLast)) return null
  if (isLimited) return { at: saveLast, also: [limit], fix: set(saveLast, true) }
  const isSaid = isOn(c, 'resume_if_exists') || !isOn(c, 'create_preemption_callback', true)
  return isSaid ? null : { at: saveLast, level: 'info', variant: 'preemption', fix: set(saveLast, true) }
}

function weightsOnly(c: ConfigView): Finding | null {
  const at = `${params}.save_weights_only`
  if (!savesCheckpoints(c) || !c.isTrue(at) || !isOn(c, 'resume_if_exists')) return null
  return { at, also: ['exp_manager.resume_if_exists'], fix: set(at, false) }
}

const best = `${params}.save_best_model`
const onEnd = `${params}.save_nemo_on_train_end`

function bestWithoutExport(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isTrue(best) || !isOff(c, onEnd) || c.isTrue(`${params}.always_save_nemo`)) return null
  return { at: onEnd, also: [best], fix: set(onEnd, true) }
}

function bestWithoutRanking(c: ConfigView): Finding | null {
  if (!isManaged(c) || !c.isTrue(best) || c.int(topK) !== 0) return null
  return { at: topK, also: [best], fix: set(topK, 1) }
}

function everythingKept(c: ConfigView): Finding | null {
  if (!isManaged(c) || c.int(topK) !== -1) return null
  const steps = c.int(everySteps) ?? 0
  return steps >= 1 ? { at: topK, also: [everySteps], facts: { steps }, fix: set(topK, 3) } : null
}

/** The trainer builder reads it before any conversion, so that every text counts as true. */
function asyncSave(c: ConfigView): Finding | null {
  const at = `${params}.async_save`
  const value = isManaged(c) ? c.written(at) : undefined
  if (value === undefined || value.t === 'null') return null
  if (value.t === 'str' ? value.v === '' : value.t === 'bool' ? !value.v : value.t === 'int' && value.v === '0')
    return null
  const isDistributed = c.isTrue('model.mcore_gpt') || c.isTrue('model.mcore_bert')
  return isDistributed && !c.isTrue('model.fsdp') ? null : { at, fix: set(at, false) }
}

/** `filepath` as a folder and a file name, with counters when it has none. */
function filepath(c: ConfigView): Finding | null {
  const [at, folder, file] = [`${params}.filepath`, `${params}.dirpath`, `${params}.filename`]
  if (!isManaged(c) || !c.isSet(at)) return null
  const written = c.parsed.nodes.get(pathKey(pathOfPlace(at)))?.scalar
  const path = written?.t === 'str' && !written.v.includes('${') ? written.v : ''
  const slash = path.lastIndexOf('/')
  if (slash < 1 || c.isSet(folder) || c.isSet(file)) return { at }
  const name = path.slice(slash + 1)
  const template = name.includes('{') ? name : `${name}-{step}-{consumed_samples}`
  return { at, fix: all(set(folder, path.slice(0, slash)), set(file, template), remove(at)) }
}

const onS3 = (c: ConfigView): Finding | null => {
  const at = `${params}.dirpath`
  return isManaged(c) && c.text(at)?.trim().startsWith('s3://') ? { at } : null
}

/** When and what exp_manager saves. */
export const checkpointRules: readonly Rule[] = [
  { id: 'checkpoint-callback-conflict', level: 'error', check: conflict },
  { id: 'no-checkpoints-at-all', level: 'warning', check: nothingSaved },
  { id: 'checkpoint-params-unused', level: 'info', check: paramsUnused },
  { id: 'checkpoint-triggers-exclusive', level: 'error', check: twoTriggers },
  { id: 'checkpoint-no-trigger', level: 'warning', check: noTrigger },
  { id: 'checkpoint-epoch-trigger-without-validation', level: 'warning', check: epochsWithoutValidation },
  { id: 'checkpoint-train-time-interval', level: 'error', check: timeInterval },
  { id: 'checkpoint-mode-direction', level: 'warning', check: lossAtMost },
  { id: 'save-last-needed-for-resume', level: 'warning', check: lastNotSaved },
  { id: 'save-last-needed-for-time-limit', level: 'warning', check: nothingAtTimeLimit },
  { id: 'save-weights-only-and-resume', level: 'error', check: weightsOnly },
  { id: 'save-best-model-without-nemo', level: 'warning', check: bestWithoutExport },
  { id: 'save-best-model-without-topk', level: 'warning', check: bestWithoutRanking },
  { id: 'save-top-k-all-disk', level: 'info', check: everythingKept },
  { id: 'async-save-unsupported', level: 'error', check: asyncSave },
  { id: 'checkpoint-filepath-deprecated', level: 'warning', check: filepath },
  { id: 'checkpoint-s3-dirpath', level: 'warning', check: onS3 },
]
