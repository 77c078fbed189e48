import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { setSource } from '../shared/experiment'
import { sizeAt, writtenNumber } from '../shared/inference'

const runs = 'run_quantization'
const batch = 'quantize.batch_size'
const calibration = 'quantize.calib_size'
const callsCounted = 'quantize.n_steps'
const percentile = 'quantize.percentile'
const written = 'quantize.quantized_ckpt'
const restored = 'onnx_export.quantized_ckpt'
const steps = 'sampling.base.steps'
const sampler = 'sampling.base.sampler'

/** Samplers that call the UNet twice in a step. */
const twice: readonly unknown[] = ['HeunEDMSampler', 'DPMPP2SAncestralSampler']

const calibrates = (c: ConfigView): boolean => c.has('quantize') && !c.isFalse(runs)
const exportsOnnx = (c: ConfigView): boolean => !c.isFalse('run_onnx_export')
export const buildsEngine = (c: ConfigView): boolean => !c.isFalse('run_trt_export')

/** The calibrator tells steps by counting calls of the UNet. nemo/…/quantization_utils/plugin_calib.py:48 */
function* counted(c: ConfigView): Iterable<Finding> {
  const n_steps = calibrates(c) ? c.int(callsCounted) : undefined
  if (n_steps === undefined) return
  const drawn = c.knows(steps) ? c.int(steps) : undefined
  const fix = setSource(steps, `\${${callsCounted}}`)
  if (drawn !== undefined && drawn !== n_steps)
    yield { at: steps, also: [callsCounted], facts: { n_steps, calls: drawn }, fix }
  if (twice.includes(c.maybe(sampler, '')))
    yield {
      at: sampler,
      also: [callsCounted],
      facts: { n_steps },
      variant: 'sampler',
      fix: set(sampler, 'EulerEDMSampler'),
    }
}

function noStep(c: ConfigView): Finding | null {
  const share = writtenNumber(c, percentile)
  if (share === undefined) return null
  const n_steps = c.maybe(callsCounted, null)
  const isNone = typeof n_steps === 'number' && Math.trunc(n_steps * share) < 1
  if (share > 0 && share <= 1 && !isNone) return null
  const facts = { value: share, n_steps: typeof n_steps === 'number' ? n_steps : '' }
  return { at: percentile, also: [callsCounted], facts, fix: setSource(percentile, '1.0') }
}

function otherFile(c: ConfigView): Finding | null {
  const [onnx, quant] = [c.text(restored), c.text(written)]
  if (!exportsOnnx(c) || onnx === undefined || quant === undefined) return null
  if (onnx !== quant)
    return { at: restored, also: [written], facts: { onnx, quant }, fix: setSource(restored, `\${${written}}`) }
  return c.isFalse(runs) ? { at: restored, also: [runs], facts: { onnx }, level: 'info', variant: 'exists' } : null
}

/** Int8 quantization of SDXL. examples/multimodal/text_to_image/stable_diffusion/sd_xl_quantize.py */
export const quantizeRules: readonly Rule[] = [
  {
    id: 'quantize-batch',
    level: 'error',
    check(c) {
      const value = sizeAt(c, batch, 1)
      return value > 1 ? { at: batch, facts: { value }, fix: set(batch, 1) } : null
    },
  },
  { id: 'quantize-steps', level: 'warning', check: counted },
  { id: 'quantize-percentile', level: 'error', check: noStep },
  {
    id: 'quantize-calib',
    level: 'error',
    check: (c) => (sizeAt(c, calibration, 1) < 1 ? { at: calibration, fix: set(calibration, 32) } : null),
  },
  {
    id: 'quantize-square',
    level: 'error',
    check(c) {
      if (!c.has('quantize') || !(exportsOnnx(c) || buildsEngine(c))) return null
      const [width, height] = [c.int('sampling.base.width'), c.int('sampling.base.height')]
      const at = 'sampling.base.height'
      return width === undefined || height === undefined || width === height
        ? null
        : { at, also: ['sampling.base.width'], facts: { width, height }, fix: set(at, width) }
    },
  },
  { id: 'quantize-checkpoint-name', level: 'warning', check: otherFile },
  { id: 'quantize-container-path', level: 'info', check: (c) => (calibrates(c) ? { at: runs } : null) },
]
