import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isNothing, sizeAt } from '../shared/inference'
import { buildsEngine } from './quantize'
import { vanillaGuider } from './sdxl-sampling'

const isExported = (c: ConfigView): boolean => c.has('trt')
/** Engines are built: of all nets, or of the quantized UNet. */
const builds = (c: ConfigView): boolean => isExported(c) || (c.has('trt_export') && buildsEngine(c))
/** The script that runs engines reads its keys at the top. */
const runsEngines = (c: ConfigView): boolean => c.has('unet_xl')

/** The batch that engines are tuned for lies between their bounds, static or not. examples/…/stable_diffusion/sd_xl_export.py:68 */
function* batchRange(c: ConfigView): Iterable<Finding> {
  if (isExported(c)) yield* outside(c, 'infer.batch_size', 'trt')
  if (c.has('trt_export') && buildsEngine(c)) yield* outside(c, 'infer.num_samples', 'trt_export')
}

function* outside(c: ConfigView, at: string, section: string): Iterable<Finding> {
  const [least, most] = [`${section}.min_batch_size`, `${section}.max_batch_size`]
  const [b, lo, hi] = [c.int(at) ?? 1, c.int(least), c.int(most)]
  if (lo === undefined || hi === undefined || (lo <= b && b <= hi)) return
  yield {
    at,
    also: [least, most],
    facts: { b, lo, hi },
    ...(lo > hi ? {} : { fix: b > hi ? set(most, b) : set(least, b) }),
  }
}

const kernels = ['16', '16-mixed']

function fullPrecision(c: ConfigView): Finding | null {
  const at = 'trainer.precision'
  if (!builds(c) || !c.isSet(at)) return null
  const value = String(c.get(at))
  return kernels.includes(value) ? null : { at, facts: { value }, fix: set(at, 16) }
}

function oblong(c: ConfigView): Finding | null {
  if (!runsEngines(c)) return null
  const [width, height] = [c.int('width'), c.int('height')]
  return width === undefined || height === undefined || width === height
    ? null
    : { at: 'height', also: ['width'], facts: { width, height }, fix: set('height', width) }
}

/** Both of a pair that Python takes for true, or that are not None. examples/…/stable_diffusion/sd_xl_trt_inference.py:222 */
const areGiven = (c: ConfigView, a: string, b: string): boolean => [a, b].every((at) => (c.get(at) ?? 0) !== 0)
const areThere = (c: ConfigView, a: string, b: string): boolean => [a, b].every((at) => !isNothing(c, at))

/** The pooled text has 1280 numbers, each pair of sizes 512. */
function conditionWidth(c: ConfigView): Finding | null {
  if (!runsEngines(c) || !c.has('width') || !c.has('height')) return null
  const at = 'adm_in_channels'
  const conditions = [
    areGiven(c, 'width', 'height'),
    areGiven(c, 'orig_width', 'orig_height'),
    areThere(c, 'crop_coords_top', 'crop_coords_left'),
  ]
  const k = conditions.filter(Boolean).length
  const expected = 1280 + 512 * k
  const value = sizeAt(c, at, 0)
  return value === expected ? null : { at, facts: { value, expected, k }, fix: set(at, expected) }
}

/** TensorRT engines of SDXL: building and running them. */
export const tensorrtRules: readonly Rule[] = [
  { id: 'trt-batch-range', level: 'error', check: batchRange },
  {
    id: 'trt-static-batch',
    level: 'warning',
    check: (c) =>
      c.isTrue('trt.static_batch') ? { at: 'trt.static_batch', fix: set('trt.static_batch', false) } : null,
  },
  { id: 'trt-stale-files', level: 'info', check: (c) => (isExported(c) ? { at: 'infer.out_path' } : null) },
  { id: 'trt-export-precision', level: 'info', check: fullPrecision },
  { id: 'trt-infer-square', level: 'error', check: oblong },
  { id: 'trt-infer-adm', level: 'error', check: conditionWidth },
  {
    id: 'trt-infer-seed',
    level: 'error',
    check: (c) =>
      runsEngines(c) && c.has('seed') && (c.isNull('seed') || c.get('seed') === 0)
        ? { at: 'seed', fix: set('seed', 123) }
        : null,
  },
  {
    id: 'trt-infer-guider',
    level: 'error',
    check: (c) =>
      runsEngines(c) && c.get('guider') === 'IdentityGuider' ? { at: 'guider', fix: vanillaGuider(c) } : null,
  },
  {
    id: 'trt-infer-batch',
    level: 'info',
    check(c) {
      const many = runsEngines(c) ? (c.int('num_samples') ?? 0) : 0
      return many > 4 ? { at: 'num_samples', facts: { value: many, twice: many * 2 } } : null
    },
  },
  {
    id: 'trt-infer-cuda-graph',
    level: 'error',
    check: (c) =>
      runsEngines(c) && c.isTrue('use_cuda_graph') ? { at: 'use_cuda_graph', fix: set('use_cuda_graph', false) } : null,
  },
]
