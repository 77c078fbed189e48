import type { Typed } from '../../../core/typed'
import { nearest } from '../../schema/nearest'
import type { ConfigView, Plain } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isImagenPipeline, isManaged, readsTrainer, shown } from '../shared/experiment'

/** Arguments that NeMo's trainer builders pass themselves. */
function* reserved(c: ConfigView): Iterable<Finding> {
  if (!readsTrainer(c)) return
  const keys = [...(isImagenPipeline(c) ? [] : ['strategy', 'plugins']), ...(isManaged(c) ? ['callbacks'] : [])]
  for (const key of keys) {
    const at = `trainer.${key}`
    if (c.has(at)) yield { at, facts: { key }, fix: remove(at) }
  }
}

const precision = 'trainer.precision'
const precisions: readonly string[] = ['16', '16-mixed', 'bf16', 'bf16-mixed', '32', '32-true']
/** Lightning takes these, NeMo's models do not; beside them what comes nearest. */
const unsupported: Readonly<Record<string, Plain>> = {
  64: 32,
  '64-true': 32,
  '16-true': '16-mixed',
  'bf16-true': 'bf16-mixed',
  'transformer-engine': 'bf16-mixed',
  'transformer-engine-float16': '16-mixed',
}
const elsewhere: Readonly<Record<string, Plain>> = {
  fp16: '16-mixed',
  float16: '16-mixed',
  half: '16-mixed',
  mixed: '16-mixed',
  bfloat16: 'bf16-mixed',
  fp32: 32,
  float32: 32,
  float: 32,
}

/** The precision when it is none that models take; scripts that draw pictures have a rule of their own. */
function refusedPrecision(c: ConfigView): Typed | null {
  if (!readsTrainer(c) || c.has('infer.sampler_type') || c.has('edit')) return null
  const typed = c.written(precision)
  if (typed === undefined || typed.t === 'null') return null
  const isNumber = typed.t === 'int' || typed.t === 'float'
  const name = isNumber ? String(Number(typed.v)) : typed.t === 'str' ? typed.v : ''
  return precisions.includes(name) && (!isNumber || name === '16' || name === '32') ? null : typed
}

const isUnsupported = (typed: Typed): boolean => Object.hasOwn(unsupported, shown(typed))

function unknownPrecision(c: ConfigView): Finding | null {
  const typed = refusedPrecision(c)
  if (typed === null || isUnsupported(typed)) return null
  const name = shown(typed)
  const folded = name.toLowerCase()
  const meant = Object.hasOwn(elsewhere, folded) ? (elsewhere[folded] ?? null) : nearest(name, precisions)
  return { at: precision, facts: { value: name }, ...(meant === null ? {} : { fix: set(precision, meant) }) }
}

function unsupportedPrecision(c: ConfigView): Finding | null {
  const typed = refusedPrecision(c)
  if (typed === null || !isUnsupported(typed)) return null
  const name = shown(typed)
  return { at: precision, facts: { value: name }, fix: set(precision, unsupported[name] ?? 'bf16-mixed') }
}

function noPrecision(c: ConfigView): Finding | null {
  if (!readsTrainer(c) || isImagenPipeline(c) || c.has(precision)) return null
  return { at: precision, fix: set(precision, 'bf16-mixed') }
}

const devices = 'trainer.devices'

/** Lightning's reading of GPUs. lightning:src/lightning/fabric/utilities/device_parser.py:185 */
function selectsGpus(typed: Typed): boolean {
  if (typed.t === 'int') return typed.v === '-1' || Number(typed.v) > 0
  if (typed.t === 'str') return typed.v !== '0' && /^\s*(?:auto|-?\d+|\d+(?:\s*,\s*\d+)*(?:\s*,)?)\s*$/.test(typed.v)
  if (typed.t !== 'list' || typed.v.length === 0) return false
  return typed.v.every(({ t }) => t === 'int') && new Set(typed.v.map(shown)).size === typed.v.length
}

function wrongDevices(c: ConfigView): Finding | null {
  if (!readsTrainer(c)) return null
  const typed = c.written(devices)
  return typed === undefined || selectsGpus(typed)
    ? null
    : { at: devices, facts: { value: shown(typed) }, fix: set(devices, 1) }
}

function noCuda(c: ConfigView): Finding | null {
  const at = 'trainer.accelerator'
  if (!readsTrainer(c) || isImagenPipeline(c)) return null
  const value = c.text(at) ?? ''
  return ['cpu', 'mps', 'tpu', 'hpu'].includes(value) ? { at, facts: { value }, fix: set(at, 'gpu') } : null
}

function accumulates(c: ConfigView): Finding | null {
  const at = 'trainer.accumulate_grad_batches'
  const typed = readsTrainer(c) ? c.written(at) : undefined
  if (typed === undefined || (typed.t === 'int' && typed.v === '1')) return null
  return { at, also: ['model.global_batch_size'], facts: { value: shown(typed) }, fix: set(at, 1) }
}

function clipsByValue(c: ConfigView): Finding | null {
  const at = 'trainer.gradient_clip_algorithm'
  return isManaged(c) && c.text(at)?.toLowerCase() === 'value' ? { at, fix: remove(at) } : null
}

function defeatsDeterminism(c: ConfigView): Finding | null {
  const [deterministic, at] = ['trainer.deterministic', 'trainer.benchmark']
  const value = c.get(deterministic)
  if ((value !== true && value !== 'warn') || !c.isTrue(at)) return null
  return { at, also: [deterministic], fix: set(at, false) }
}

function manyNodes(c: ConfigView): Finding | null {
  const at = 'trainer.num_nodes'
  const nodes = isManaged(c) ? (c.int(at) ?? 1) : 1
  return nodes > 1 ? { at, facts: { nodes } } : null
}

function clusterType(c: ConfigView): Finding | null {
  const at = 'cluster_type'
  const value = c.text(at)
  if (value === undefined || value === 'BCP') return null
  return { at, facts: { value }, fix: value.toUpperCase() === 'BCP' ? set(at, 'BCP') : remove(at) }
}

/** Arguments of Lightning's Trainer, one by one. */
export const trainerArgumentRules: readonly Rule[] = [
  { id: 'trainer-reserved-key', level: 'error', check: reserved },
  { id: 'trainer-precision-unknown', level: 'error', check: unknownPrecision },
  { id: 'trainer-precision-not-supported-by-nemo', level: 'error', check: unsupportedPrecision },
  { id: 'trainer-precision-missing', level: 'error', check: noPrecision },
  { id: 'trainer-devices-invalid', level: 'error', check: wrongDevices },
  { id: 'trainer-accelerator-not-cuda', level: 'error', check: noCuda },
  { id: 'accumulate-grad-batches-must-be-1', level: 'error', check: accumulates },
  { id: 'gradient-clip-value-ignored', level: 'warning', check: clipsByValue },
  { id: 'deterministic-and-benchmark', level: 'warning', check: defeatsDeterminism },
  { id: 'multi-node-slurm-log', level: 'info', check: manyNodes },
  { id: 'cluster-type-value', level: 'warning', check: clusterType },
]
