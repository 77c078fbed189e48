import type { NodeView } from '../../../core/parsed'
import { childKey, type PathKey, pathKey } from '../../../core/path'
import { isDeferred, type Typed } from '../../../core/typed'
import { scalarSource } from '../../../core/yaml/scalar'
import type { FieldSpec } from '../../schema/field'
import { specAt, specBelow } from '../../schema/specs'
import { convert, isStructured } from '../../schema/structured'
import { type ConfigView, type Place, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { draws, isBlank, isManaged, isOn, isUnmanaged, setSource } from '../shared/experiment'

const manager = 'exp_manager'

/** True for a value that stands in the text by itself; what a dict contains need not be known. */
const isScalar = (c: ConfigView, place: Place): boolean =>
  c.parsed.nodes.get(pathKey(pathOfPlace(place)))?.kind === 'scalar'

const nullManager = (c: ConfigView): Finding | null =>
  !isUnmanaged(c) && isScalar(c, manager) && c.written(manager)?.t === 'null' ? { at: manager } : null

/** Files for drawing pictures may define the model that they draw with, its optimizer included. */
function noManager(c: ConfigView): Finding | null {
  if (c.has(manager) || !c.has('model.optim')) return null
  if (draws(c)) return null
  return c.is('controlnet') ? { at: manager, level: 'warning', variant: 'controlnet' } : { at: manager }
}

/** Sections that must not be null, and the switch without which null does no harm. */
const sections: readonly (readonly [string, string | null])[] = [
  ['checkpoint_callback_params', null],
  ['ema', null],
  ['mlflow_logger_kwargs', 'create_mlflow_logger'],
  ['dllogger_logger_kwargs', 'create_dllogger_logger'],
  ['clearml_logger_kwargs', 'create_clearml_logger'],
  ['early_stopping_callback_params', 'create_early_stopping_callback'],
  ['straggler_detection_params', 'create_straggler_detection_callback'],
  ['fault_tolerance', 'create_fault_tolerance_callback'],
]

function* nullSections(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c)) return
  for (const [key, own] of sections) {
    const at = `${manager}.${key}`
    if (!isScalar(c, at) || c.written(at)?.t !== 'null') continue
    if (own === null || isOn(c, own))
      yield { at, ...(own === null ? {} : { also: [`${manager}.${own}`] }), fix: remove(at) }
  }
}

/** Read before exp_manager converts anything. nemo/collections/nlp/parts/megatron_trainer_builder.py:150 */
const raw = ['checkpoint_callback_params.async_save', 'log_tflops_per_sec_per_gpu'].map((key) => `${manager}.${key}`)

function* rawReads(c: ConfigView): Iterable<Finding> {
  if (!isManaged(c)) return
  for (const at of raw) {
    const value = c.written(at)
    if (value?.t !== 'str' || value.v === '' || !c.knows(at) || asyncIsRefused(c, at)) continue
    yield { at, facts: { value: value.v }, fix: set(at, c.isTrue(at)) }
  }
}

/** `async-save-unsupported` says more. */
const asyncIsRefused = (c: ConfigView, at: Place): boolean =>
  at === raw[0] && (c.isTrue('model.fsdp') || !(c.isTrue('model.mcore_gpt') || c.isTrue('model.mcore_bert')))

/** True when a value becomes another than it looks like: a text a number, a number a text, a number other than 0 and 1 a bool. */
function isSurprising(typed: Typed, { accepts }: FieldSpec): boolean {
  const kind = accepts[0]?.kind
  const isText = kind === 'string' || kind === 'enum'
  if (typed.t === 'str') return !isText && kind !== 'list' && kind !== 'dict'
  if (isText) return typed.t === 'bool' || typed.t === 'int' || typed.t === 'float'
  return kind === 'bool' && typed.t === 'int' && typed.v !== '0' && typed.v !== '1'
}

function* convertedBelow(c: ConfigView, parent: NodeView, key: PathKey, spec: FieldSpec): Iterable<Finding> {
  for (const step of parent.children) {
    const own = childKey(key, step)
    const node = c.parsed.nodes.get(own)
    const below = specBelow(spec, step)
    if (node === undefined || below === null || !isStructured(below)) continue
    if (node.kind !== 'scalar') yield* convertedBelow(c, node, own, below)
    else yield* conversionAt(c, node, below)
  }
}

/** Values of which another rule or the schema speaks are left to them. */
const saidElsewhere: readonly string[] = [...raw, `${manager}.max_time_per_run`].map((place) =>
  pathKey(place.split('.')),
)

function* conversionAt(c: ConfigView, { path, scalar }: NodeView, spec: FieldSpec): Iterable<Finding> {
  if (scalar === null || !isSurprising(scalar, spec) || isDeferred(scalar)) return
  const converted = convert(spec, scalar)
  if (converted === null || converted.t === scalar.t || saidElsewhere.includes(pathKey(path)) || !c.knows(path)) return
  const source = scalarSource(converted)
  yield { at: path, facts: { value: scalarSource(scalar), converted: source }, fix: setSource(path, source) }
}

function conversions(c: ConfigView): Iterable<Finding> {
  const [node, spec] = [c.parsed.nodes.get('/exp_manager'), specAt([manager])]
  return node === undefined || spec === null || !isManaged(c) ? [] : convertedBelow(c, node, '/exp_manager', spec)
}

function* ignoredFolders(c: ConfigView): Iterable<Finding> {
  const folder = `${manager}.explicit_log_dir`
  if (!isManaged(c) || isBlank(c, folder)) return
  for (const key of ['exp_dir', 'version']) {
    const at = `${manager}.${key}`
    if (!isBlank(c, at)) yield { at, also: [folder], facts: { key }, fix: remove(at) }
  }
}

function noVersionFolder(c: ConfigView): Finding | null {
  const at = `${manager}.use_datetime_version`
  if (!isManaged(c) || !isOn(c, 'resume_if_exists') || !c.has(at)) return null
  if (c.isSet(`${manager}.version`) || c.isSet(`${manager}.explicit_log_dir`)) return null
  return { at, also: [`${manager}.resume_if_exists`], fix: remove(at) }
}

function bothRanks(c: ConfigView): Finding | null {
  const [local, global] = [`${manager}.log_local_rank_0_only`, `${manager}.log_global_rank_0_only`]
  return isManaged(c) && c.isTrue(local) && c.isTrue(global) ? { at: local, also: [global], fix: remove(local) } : null
}

/** Only the processes other than the first wait. */
function negativeSleep(c: ConfigView): Finding | null {
  const at = `${manager}.seconds_to_sleep`
  const value = isManaged(c) ? (c.number(at) ?? 0) : 0
  const isAlone = c.maybe('trainer.devices', 'auto') === 1 && c.maybe('trainer.num_nodes', 1) === 1
  return value < 0 && !isAlone ? { at, facts: { value }, fix: set(at, 5) } : null
}

const unreadManager = (c: ConfigView): Finding | null =>
  c.has(manager) && isUnmanaged(c) ? { at: manager, fix: remove(manager) } : null

const ofTraining = [
  ...['max_epochs', 'max_steps', 'gradient_clip_val', 'accumulate_grad_batches', 'limit_val_batches'],
  ...['use_distributed_sampler', 'enable_checkpointing'],
]

/** Those of one file become one issue. */
function* trainingOnly(c: ConfigView): Iterable<Finding> {
  if (!c.is('inference') || c.has(manager) || !c.isDict('trainer')) return
  for (const at of c.below('trainer')) {
    const key = String(at[1])
    if (ofTraining.includes(key)) yield { at, facts: { keys: [key] }, fix: remove(at) }
  }
}

/** The section as a whole: whether it is read, and what becomes of its values. */
export const expManagerRules: readonly Rule[] = [
  { id: 'exp-manager-null', level: 'error', check: nullManager },
  { id: 'exp-manager-missing', level: 'error', check: noManager },
  { id: 'exp-manager-section-null', level: 'error', check: nullSections },
  { id: 'exp-manager-raw-reads', level: 'warning', check: rawReads },
  { id: 'exp-manager-silent-conversion', level: 'info', check: conversions },
  { id: 'explicit-log-dir-ignores-others', level: 'warning', check: ignoredFolders },
  { id: 'version-folder-skipped', level: 'info', check: noVersionFolder },
  { id: 'log-rank-exclusive', level: 'error', check: bothRanks },
  { id: 'seconds-to-sleep-negative', level: 'error', check: negativeSleep },
  { id: 'exp-manager-in-inference', level: 'info', check: unreadManager },
  { id: 'training-keys-in-inference', level: 'info', check: trainingOnly },
]
