import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isNothing, sizeAt, usesPipeline } from '../shared/inference'

const type = 'infer.sampler_type'
const steps = 'infer.inference_steps'
const eta = 'infer.eta'
const scale = 'infer.unconditional_guidance_scale'
const parallel = 'infer.sampler_parallelism'
const values = 'fid.classifier_free_guidance'

/** Steps that the checkpoints of Stable Diffusion were trained with; an inference config does not say it. */
const trainedSteps = 1000
const divisors = Array.from({ length: 500 }, (_, i) => i + 1).filter((n) => trainedSteps % n === 0)

const nearestDivisor = (n: number, least = 1): number =>
  divisors
    .filter((divisor) => divisor >= least)
    .reduce((near, divisor) => (Math.abs(divisor - n) < Math.abs(near - n) ? divisor : near))

/** The sampler by name, which is read in any case; DDIM when absent. */
const samplerOf = (c: ConfigView): string => (c.text(type) ?? 'DDIM').toUpperCase()

function ofControlNet(c: ConfigView): Finding | null {
  const name = usesPipeline(c) && c.has('infer.control') ? samplerOf(c) : 'DDIM'
  return name === 'DDIM' || name === 'PLMS' ? null : { at: type, facts: { value: name }, fix: set(type, 'DDIM') }
}

/** The stride of the uniform schedule. nemo/…/diffusionmodules/util.py:68 */
const strideOf = (n: number): number => Math.floor(trainedSteps / n)
const isPastEnd = (stride: number): boolean => stride === 0 || (trainedSteps - 1) % stride === 0

function crash(c: ConfigView): Finding | null {
  const n = usesPipeline(c) ? sizeAt(c, steps, 50) : 50
  if (n < 1 || !isPastEnd(strideOf(n))) return null
  const least = c.knows(type) && samplerOf(c) === 'DPM' ? 2 : 1
  const variant = strideOf(n) === 0 ? { variant: 'stride' } : {}
  return { at: steps, facts: { value: n }, fix: set(steps, nearestDivisor(n, least)), ...variant }
}

function rounded(c: ConfigView): Finding | null {
  if (!usesPipeline(c)) return null
  const [name, n] = [samplerOf(c), c.int(steps) ?? 50]
  const stride = strideOf(n)
  if (name === 'DPM' || trainedSteps % n === 0 || isPastEnd(stride)) return null
  const facts = { value: n, stride, actual: Math.ceil(trainedSteps / stride) }
  const finding = { at: steps, facts, fix: set(steps, nearestDivisor(n)) }
  return name === 'PARA_DDIM' ? { ...finding, level: 'warning', variant: 'parallel' } : finding
}

function singleStep(c: ConfigView): Finding | null {
  if (!usesPipeline(c) || samplerOf(c) !== 'DPM' || sizeAt(c, steps, 50) >= 2) return null
  return { at: steps, also: [type], fix: set(steps, 25) }
}

function noise(c: ConfigView, sampler: string): Finding | null {
  const value = usesPipeline(c) && samplerOf(c) === sampler ? c.number(eta) : 0
  return value === undefined || value === 0 ? null : { at: eta, also: [type], facts: { value }, fix: set(eta, 0) }
}

function atOnce(c: ConfigView): Finding | null {
  const many = c.int(parallel) ?? 1
  if (many <= 1) return null
  if (!(c.text(type) ?? 'DDIM').startsWith('PARA'))
    return { at: type, also: [parallel], facts: { many }, fix: set(type, 'PARA_DDIM') }
  const devices = 'infer.devices'
  return (c.int(devices) ?? 1) > 1 ? null : { at: devices, also: [parallel], level: 'info', variant: 'devices' }
}

const draws = (c: ConfigView): boolean => usesPipeline(c) && !c.has('fid')

/** How pictures are drawn from noise. nemo/collections/multimodal/parts/stable_diffusion/pipeline.py:49 */
export const diffusionSamplerRules: readonly Rule[] = [
  { id: 'sampler-name', level: 'error', check: ofControlNet },
  { id: 'sampler-steps-crash', level: 'error', check: crash },
  { id: 'sampler-steps-rounded', level: 'info', check: rounded },
  { id: 'dpm-two-steps', level: 'error', check: singleStep },
  { id: 'plms-eta', level: 'error', check: (c) => noise(c, 'PLMS') },
  { id: 'eta-ignored-dpm', level: 'info', check: (c) => noise(c, 'DPM') },
  { id: 'para-sampler', level: 'error', check: atOnce },
  {
    id: 'guidance-one',
    level: 'error',
    check: (c) =>
      draws(c) && !c.has('infer.control') && c.number(scale) === 1 ? { at: scale, fix: set(scale, 1.001) } : null,
  },
  {
    id: 'guidance-null',
    level: 'error',
    check: (c) => (draws(c) && c.has(scale) && isNothing(c, scale) ? { at: scale, fix: set(scale, 7.5) } : null),
  },
  {
    id: 'fid-guidance-one',
    level: 'error',
    check: (c) =>
      usesPipeline(c)
        ? c.each(c.below(values), function* (at) {
            if (c.number(at) === 1) yield { at, fix: set(at, 1.001) }
          })
        : null,
  },
]
