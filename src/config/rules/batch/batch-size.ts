import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isRun, trains } from '../shared/training'
import { type BatchArithmetic, batchOf } from './batch'

const micro = 'model.micro_batch_size'
const global = 'model.global_batch_size'
const devices = 'trainer.devices'
const nodes = 'trainer.num_nodes'
const places = [micro, devices, nodes]

const factsOf = ({ microBatch, globalBatch, dataParallel, perMicroStep, accumulation }: BatchArithmetic) => ({
  mbs: microBatch,
  gbs: globalBatch,
  dp: dataParallel,
  need: perMicroStep,
  nmb: accumulation,
})

function remainder(c: ConfigView): Finding | null {
  const batch = batchOf(c)
  if (!trains(c) || batch.verdict !== 'remainder') return null
  const near = batch.valid.globalBatch[0]
  return {
    at: global,
    also: places,
    facts: factsOf(batch),
    ...(typeof batch.dataParallel === 'number' ? {} : { variant: 'micro' }),
    ...(near === undefined ? {} : { fix: set(global, near) }),
  }
}

const isEmpty = (size: BatchArithmetic['microBatch']): boolean => size === 'absent' || size === 'empty'

/** A size that is not there or null, with the one that goes with the other. */
function* missing(c: ConfigView): Iterable<Finding> {
  if (!isRun(c)) return
  const { microBatch, globalBatch, dataParallel, perMicroStep } = batchOf(c)
  if (isEmpty(globalBatch))
    yield { at: global, also: [micro], ...(typeof perMicroStep === 'number' ? { fix: set(global, perMicroStep) } : {}) }
  if (!isEmpty(microBatch)) return
  const size = typeof globalBatch === 'number' && typeof dataParallel === 'number' ? globalBatch / dataParallel : 0
  yield { at: micro, also: [global], ...(size >= 1 && Number.isInteger(size) ? { fix: set(micro, size) } : {}) }
}

function oneOnly(c: ConfigView): Finding | null {
  const batch = batchOf(c)
  const { verdict, perMicroStep, microBatch, globalBatch, valid } = batch
  if (!trains(c) || batch.accumulates !== false) return null
  const finding = { at: global, also: places, facts: factsOf(batch) }
  if (verdict === 'one-only')
    return { ...finding, ...(typeof perMicroStep === 'number' ? { fix: set(global, perMicroStep) } : {}) }
  if (batch.devices !== 'every-gpu' || typeof microBatch !== 'number' || typeof globalBatch !== 'number') return null
  if (globalBatch <= microBatch || globalBatch % microBatch !== 0) return null
  const [gpus] = valid.devices
  return {
    at: devices,
    also: [global, micro, nodes],
    facts: { ...finding.facts, gpus: globalBatch / microBatch },
    level: 'info',
    variant: 'gpus',
    ...(gpus === undefined ? {} : { fix: set(devices, gpus) }),
  }
}

function accumulates(c: ConfigView): Finding | null {
  const batch = batchOf(c)
  if (!trains(c) || batch.verdict !== 'fits' || batch.accumulation === 1) return null
  return { at: global, also: places, facts: factsOf(batch) }
}

/** The sizes stored in a checkpoint are checked against the processes; scripts with `fid` put their own in place. */
function storedSizes(c: ConfigView): Finding | null {
  const { world } = batchOf(c)
  const path = 'model.restore_from_path'
  if (c.has('fid') || c.has('models') || typeof world !== 'number' || world < 2 || !c.isSet(path)) return null
  const manyNodes = c.has(nodes) && c.int(nodes) !== 1
  return {
    at: devices,
    also: manyNodes ? [nodes, path] : [path],
    facts: { world },
    fix: manyNodes ? all(set(devices, 1), set(nodes, 1)) : set(devices, 1),
  }
}

/** Stable Diffusion's FID pictures only: the other scripts take their sizes from elsewhere. */
export function fidSizes(c: ConfigView): Finding | null {
  const size = c.int('infer.batch_size')
  const tasks = c.int('fid.ntasks_per_node')
  const { world, nodes: count } = batchOf(c)
  if (c.has('sampling') || c.has('models') || c.has('fid.ncaptions_per_batch')) return null
  if (size === undefined || tasks === undefined || typeof world !== 'number' || (size * tasks) % world === 0)
    return null
  return {
    at: devices,
    also: [nodes, 'infer.batch_size', 'fid.ntasks_per_node'],
    facts: { world, size, tasks, product: size * tasks },
    ...(count === 1 ? { fix: set(devices, tasks) } : {}),
  }
}

/** The batch arithmetic: micro and global batch, GPUs, accumulation. */
export const batchSizeRules: readonly Rule[] = [
  { id: 'global-batch-divisible', level: 'error', check: remainder },
  { id: 'batch-size-missing', level: 'error', check: missing },
  { id: 'sd-no-accumulation', level: 'error', families: ['sd', 'instruct_pix2pix'], check: oneOnly },
  {
    id: 'accumulation-info',
    level: 'info',
    families: ['sdxl', 'controlnet', 'dreambooth', 'imagen'],
    check: accumulates,
  },
  {
    id: 'rampup-unsupported',
    level: 'error',
    check: (c) =>
      trains(c) && (c.list('model.rampup_batch_size') ?? []).length > 0
        ? { at: 'model.rampup_batch_size', fix: remove('model.rampup_batch_size') }
        : null,
  },
  { id: 'inference-batch-check', level: 'warning', families: ['inference'], check: storedSizes },
  { id: 'fid-batch-check', level: 'error', families: ['inference'], check: fidSizes },
]
