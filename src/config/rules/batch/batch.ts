import { floatOf } from '../../../core/typed'
import type { Family } from '../../schema/field'
import { askedOnce, type ConfigView } from '../../view/config-view'
import { trains } from '../shared/training'

/** Why a figure is not known: of a key, or of what is worked out from others. */
type Unknown =
  | 'absent' // the key is not there
  | 'empty' // it is null
  | 'unresolved' // `???`, an interpolation without a value here, or a value of no use
  | 'every-gpu' // -1, auto or no number of devices: as many as the machine has
  | 'no-gpu' // 0 devices
  | 'not-whole' // the division leaves a rest
  | 'not-known' // it follows from figures that are not known
  | 'too-few' // the dataset has not enough samples for one step
export type Figure = number | Unknown

/**
 * How far the sizes fit. `remainder`: the global batch is no multiple of micro batch × data-parallel size. `one-only`: it is, but this
 * family's script hands each step a single micro-batch. `groups`: the GPUs cannot be split into model-parallel groups.
 */
type BatchVerdict = 'fits' | 'remainder' | 'one-only' | 'groups' | 'not-known'

/** The batch arithmetic of a training config with every figure on the way. Plain data. */
export interface BatchArithmetic {
  readonly devices: Figure
  readonly nodes: Figure
  /** Processes, one a GPU: devices × nodes. */
  readonly world: Figure
  /** Model-parallel sizes, each at most `world`. */
  readonly tensor: Figure
  readonly pipeline: Figure
  readonly context: Figure
  readonly dataParallel: Figure
  readonly microBatch: Figure
  readonly globalBatch: Figure
  /** Samples of one micro-batch over all GPUs: micro batch × data-parallel size. */
  readonly perMicroStep: Figure
  /** Micro-batches per optimizer step. */
  readonly accumulation: Figure
  /** False where a step gets a single micro-batch, null when the family is not known. */
  readonly accumulates: boolean | null
  readonly verdict: BatchVerdict
  /** Samples per optimizer step over all GPUs, when the sizes fit. */
  readonly perStep: Figure
  /** Optimizer steps in one pass over the dataset. */
  readonly stepsPerEpoch: Figure
  /** Length of the data loader as it reports it; WebDataset's counts micro-batches without sharing them out over the GPUs. */
  readonly reportedLength: Figure
  /** Values of one key that make the sizes fit while the others stay, the nearest first; empty when they fit or none is known. */
  readonly valid: Readonly<Record<'globalBatch' | 'microBatch' | 'devices', readonly number[]>>
}

/** Steps get one micro-batch only. nemo/collections/multimodal/models/text_to_image/stable_diffusion/ldm/ddpm.py:1828 */
const oneMicroBatch: readonly Family[] = ['sd', 'instruct_pix2pix']
/** Read from folders instead of WebDataset. */
const fromFolders: readonly Family[] = ['dreambooth', 'instruct_pix2pix']

const isNumber = (figure: Figure): figure is number => typeof figure === 'number'

/**
 * The batch arithmetic of a config; `datasetSize` in samples. nemo/collections/nlp/modules/common/megatron/megatron_init.py:164,
 * megatron-core:megatron/core/num_microbatches_calculator.py:328
 */
export function batchOf(c: ConfigView, datasetSize?: number): BatchArithmetic {
  return datasetSize === undefined ? batchAlone(c) : workOut(c, datasetSize)
}

const batchAlone = askedOnce((c) => workOut(c))

function workOut(c: ConfigView, datasetSize?: number): BatchArithmetic {
  const devices = devicesOf(c)
  const nodes = count(c, 'trainer.num_nodes', 1)
  const world = product(devices, nodes)
  const groups = parallel.map((key) => count(c, key, 1))
  const [tensor = 1, pipeline = 1, context = 1] = groups.map((size) => atMost(size, world))
  const dataParallel = dataParallelOf(world, groups)
  const microBatch = count(c, 'model.micro_batch_size')
  const globalBatch = count(c, 'model.global_batch_size')
  const perMicroStep = product(microBatch, dataParallel)
  const accumulation = quotient(globalBatch, perMicroStep)
  const accumulates = c.family === null || !trains(c) ? null : !c.is(...oneMicroBatch)
  const sizes = {
    devices,
    nodes,
    world,
    tensor,
    pipeline,
    context,
    dataParallel,
    microBatch,
    globalBatch,
    perMicroStep,
  }
  const verdict = verdictOf({ ...sizes, accumulation, accumulates })
  return {
    ...sizes,
    accumulation,
    accumulates,
    verdict,
    perStep: verdict === 'fits' ? globalBatch : verdict === 'not-known' ? 'not-known' : 'not-whole',
    stepsPerEpoch: stepsOf(datasetSize, globalBatch),
    reportedLength: stepsOf(datasetSize, c.is(...fromFolders) ? perMicroStep : microBatch),
    valid: verdict === 'fits' ? none : validFor({ ...sizes, accumulates }, groups),
  }
}

const parallel = [
  'model.tensor_model_parallel_size',
  'model.pipeline_model_parallel_size',
  'model.context_parallel_size',
] as const

/** A whole number of at least 1 at a place. */
function count(c: ConfigView, place: string, whenAbsent: Figure = 'absent'): Figure {
  if (c.isNull(place)) return 'empty'
  if (!c.knows(place)) return 'unresolved'
  const typed = c.typed(place)
  if (typed === undefined) return whenAbsent
  if (typed.t === 'null') return 'empty'
  return typed.t === 'int' && floatOf(typed.v) >= 1 ? floatOf(typed.v) : 'unresolved'
}

/** GPUs of one node, as Lightning reads `trainer.devices`. lightning:src/lightning/fabric/utilities/device_parser.py:185 */
function devicesOf(c: ConfigView): Figure {
  if (c.isNull('trainer.devices')) return 'empty'
  if (!c.knows('trainer.devices')) return 'unresolved'
  const value = c.get('trainer.devices')
  if (value === undefined || value === 'auto' || value === -1 || value === '-1') return 'every-gpu'
  if (value === null) return 'empty'
  if (typeof value === 'string') return ofText(value)
  if (Array.isArray(value)) return value.length === 0 ? 'no-gpu' : new Set(value).size
  if (value === 0) return 'no-gpu'
  return typeof value === 'number' && value > 0 && c.typed('trainer.devices')?.t === 'int' ? value : 'unresolved'
}

/** `"2"` is two GPUs, `"0,1"` names two, `"1,"` names one. */
function ofText(text: string): Figure {
  if (text.includes(',')) return text.split(',').filter((item) => item.trim() !== '').length || 'no-gpu'
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN
  return value === 0 ? 'no-gpu' : value > 0 ? value : 'unresolved'
}

const product = (a: Figure, b: Figure): Figure => (isNumber(a) && isNumber(b) ? a * b : 'not-known')

function quotient(a: Figure, b: Figure): Figure {
  if (!isNumber(a) || !isNumber(b)) return 'not-known'
  return a % b === 0 ? a / b : 'not-whole'
}

/** Groups larger than the world are as large as it. nemo/collections/nlp/modules/common/megatron/megatron_init.py:281 */
const dataParallelOf = (world: Figure, groups: readonly Figure[]): Figure =>
  quotient(
    world,
    groups.reduce((group, size) => product(group, atMost(size, world)), 1),
  )

const atMost = (size: Figure, world: Figure): Figure =>
  isNumber(size) && isNumber(world) ? Math.min(size, world) : size

function stepsOf(samples: number | undefined, perStep: Figure): Figure {
  if (samples === undefined) return 'absent'
  if (!isNumber(perStep)) return 'not-known'
  return samples < perStep ? 'too-few' : Math.floor(samples / perStep)
}

type Sizes = Pick<BatchArithmetic, 'devices' | 'nodes' | 'dataParallel' | 'microBatch' | 'globalBatch' | 'accumulates'>

function verdictOf(sizes: Sizes & Pick<BatchArithmetic, 'accumulation'>): BatchVerdict {
  const { dataParallel, microBatch, globalBatch, accumulation, accumulates } = sizes
  if (dataParallel === 'not-whole') return 'groups'
  if (!isNumber(microBatch) || !isNumber(globalBatch)) return 'not-known'
  if (globalBatch % microBatch !== 0 || accumulation === 'not-whole') return 'remainder'
  if (!isNumber(accumulation)) return 'not-known'
  return accumulates === false && accumulation > 1 ? 'one-only' : 'fits'
}

const none: BatchArithmetic['valid'] = { globalBatch: [], microBatch: [], devices: [] }

/** Without a data-parallel size only what any number of GPUs needs is told. */
function validFor(sizes: Sizes, groups: readonly Figure[]): typeof none {
  const { nodes, dataParallel, microBatch, globalBatch } = sizes
  if (!isNumber(microBatch) || !isNumber(globalBatch) || dataParallel === 'not-whole')
    return { ...none, devices: isNumber(sizes.devices) ? wholeGroups(sizes.devices, nodes, groups) : [] }
  const once = sizes.accumulates === false
  const near = isNumber(dataParallel) ? dataParallel : 1
  const fixed = isNumber(dataParallel)
  return {
    globalBatch: multiples(microBatch * near, globalBatch, once && fixed),
    microBatch: divisors(globalBatch, near, microBatch, once && fixed),
    devices: fixed || once ? devicesFor(divisors(globalBatch, microBatch, near, once), nodes, groups) : [],
  }
}

/** Numbers of devices a node that make up these data-parallel sizes. */
function devicesFor(sizes: readonly number[], nodes: Figure, groups: readonly Figure[]): number[] {
  const group = groups.reduce(product, 1)
  if (!isNumber(nodes) || !isNumber(group)) return []
  return sizes
    .filter((size) => Number.isInteger((size * group) / nodes) && dataParallelOf(size * group, groups) === size)
    .map((size) => (size * group) / nodes)
}

/** Numbers of devices a node, around the given one, that can be split into model-parallel groups. */
function wholeGroups(devices: number, nodes: Figure, groups: readonly Figure[]): number[] {
  const group = groups.reduce(product, 1)
  if (!isNumber(nodes) || !isNumber(group)) return []
  return multiples(group / greatestDivisor(group, nodes), devices, false).filter((value) =>
    isNumber(dataParallelOf(value * nodes, groups)),
  )
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** The multiples of `step` around `near`, at least `step`; `once`: `step` alone. */
function multiples(step: number, near: number, once: boolean): number[] {
  if (once) return [step]
  const below = Math.floor(near / step) * step
  return [below, below + step].filter((value) => value > 0).sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
}

/** How far around a value others are tried. */
const reach = 4096

/** The numbers n around `near` for which n × `rest` divides `whole`; `once`: the one for which it equals `whole`. */
function divisors(whole: number, rest: number, near: number, once: boolean): number[] {
  const most = whole / rest
  if (once || !Number.isInteger(most)) return Number.isInteger(most) ? [most] : []
  const found: number[] = []
  for (const step of [-1, 1]) {
    const from = Math.floor(near) + (step < 0 ? 0 : 1)
    for (let n = Math.min(from, most), left = reach; n >= 1 && n <= most && left > 0; n += step, left--)
      if (most % n === 0) {
        found.push(n)
        break
      }
  }
  return [...new Set(found)].sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
}
