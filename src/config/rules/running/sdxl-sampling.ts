import type { Fix } from '../../../core/issue'
import { type ConfigView, pathOfPlace } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { setSource } from '../shared/experiment'
import { isNothing, sizeAt } from '../shared/inference'
import { nearestMultiple } from '../shared/training-data'

const base = 'sampling.base'
const legacy = 'model.is_legacy'
const negative = 'infer.negative_prompt'
const perBatch = 'infer.num_samples_per_batch'
const total = 'infer.num_samples'
const refiner = 'use_refiner'

/** The keys of the sampler: below `sampling.base`, or at the top where TensorRT's engines run. */
function settings(c: ConfigView): ((key: string) => string) | null {
  if (c.has(base)) return (key) => `${base}.${key}`
  return c.has('unet_xl') ? (key) => key : null
}

function* sizes(c: ConfigView): Iterable<Finding> {
  if (!c.has(base)) return
  for (const at of [`${base}.width`, `${base}.height`]) {
    if (!c.has(at)) continue
    const value = sizeAt(c, at, 0)
    const found = { at, facts: { value }, fix: set(at, nearestMultiple(value, 64)) }
    if (Math.floor(value / 8) % 4 !== 0) yield found
    else if (value % 32 === 0 && value % 64 !== 0) yield { ...found, level: 'warning', variant: 'odd' }
  }
}

/** What a sampler, discretization or guider reads beside what all need. nemo/…/parts/stable_diffusion/sdxl_pipeline.py:150-250 */
const needs: Readonly<Record<string, readonly string[]>> = {
  EulerEDMSampler: ['s_churn', 's_tmin', 's_tmax', 's_noise'],
  HeunEDMSampler: ['s_churn', 's_tmin', 's_tmax', 's_noise'],
  EulerAncestralSampler: ['eta', 's_noise'],
  DPMPP2SAncestralSampler: ['eta', 's_noise'],
  LinearMultistepSampler: ['order'],
  DPMPP2MSampler: [],
  EDMDiscretization: ['sigma_min', 'sigma_max', 'rho'],
  VanillaCFG: ['scale', 'thresholder'],
}
/** Needed whatever is chosen. */
const always = ['sampler', 'steps', 'discretization', 'guider']
/** As the official files have it. */
const usual: Readonly<Record<string, string>> = {
  sampler: 'EulerEDMSampler',
  steps: '50',
  discretization: 'LegacyDDPMDiscretization',
  guider: 'VanillaCFG',
  scale: '5.0',
  thresholder: "'None'",
  s_churn: '0.0',
  s_tmin: '0.0',
  s_tmax: '999.0',
  s_noise: '1.0',
  eta: '1.0',
  order: '4',
  sigma_min: '0.0292',
  sigma_max: '14.6146',
  rho: '3.0',
}

function* missing(c: ConfigView): Iterable<Finding> {
  const at = settings(c)
  if (at === null || (c.has(base) && !c.isDict(base))) return
  const fixOf = (key: string): Fix => setSource(at(key), usual[key] ?? 'null')
  for (const key of always)
    if (!c.has(at(key))) yield { at: at(key), facts: { key }, variant: 'always', fix: fixOf(key) }
  for (const choice of ['sampler', 'discretization', 'guider']) {
    const name = String(c.maybe(at(choice), ''))
    for (const key of needs[name] ?? [])
      if (!c.has(at(key))) yield { at: at(key), also: [at(choice)], facts: { sampler: name, key }, fix: fixOf(key) }
  }
}

/** Fix: guidance by the guider that the official files have, with what it reads. */
export function vanillaGuider(c: ConfigView): Fix {
  const at = settings(c) ?? String
  const absent = (needs.VanillaCFG ?? []).filter((key) => !c.has(at(key)))
  return all(set(at('guider'), 'VanillaCFG'), ...absent.map((key) => setSource(at(key), usual[key] ?? 'null')))
}

function noText(c: ConfigView): Finding | null {
  const at = settings(c)
  const place = at?.('thresholder')
  if (at === null || place === undefined || !c.has(place) || c.get(at('guider')) !== 'VanillaCFG') return null
  const typed = c.written(place)
  return typed?.t === 'str' && typed.v === 'None' ? null : { at: place, fix: setSource(place, "'None'") }
}

function manySteps(c: ConfigView): Finding | null {
  const at = settings(c)
  if (at === null || c.get(at('discretization')) !== 'LegacyDDPMDiscretization') return null
  const value = c.int(at('steps')) ?? 0
  return value > 1000
    ? { at: at('steps'), also: [at('discretization')], facts: { value }, fix: set(at('steps'), 50) }
    : null
}

function batches(c: ConfigView): Finding | null {
  const [n, b] = [c.int(total), c.int(perBatch)]
  if (n === undefined || b === undefined || b < 1 || n % b === 0) return null
  let divisor = Math.min(b, n)
  while (n % divisor !== 0) divisor--
  const facts = { n, b, drawn: n - (n % b) }
  return { at: perBatch, also: [total], facts, fix: set(perBatch, divisor) }
}

/** How SDXL draws. examples/multimodal/text_to_image/stable_diffusion/sd_xl_infer.py */
export const sdxlSamplingRules: readonly Rule[] = [
  { id: 'sdxl-size-multiple', level: 'error', check: sizes },
  { id: 'sdxl-sampler-keys', level: 'error', check: missing },
  { id: 'sdxl-thresholder', level: 'error', check: noText },
  { id: 'sdxl-steps-max', level: 'error', check: manySteps },
  {
    id: 'sdxl-negative-prompt',
    level: 'warning',
    check: (c) =>
      c.isFalse(legacy) && (c.text(negative) ?? '') !== ''
        ? { at: negative, also: [legacy], fix: set(legacy, true) }
        : null,
  },
  {
    id: 'sdxl-refiner',
    level: 'error',
    check: (c) =>
      c.isTrue(refiner) && c.has('sampling') && !c.has('quantize') ? { at: refiner, fix: set(refiner, false) } : null,
  },
  { id: 'sdxl-batches', level: 'warning', check: batches },
  {
    id: 'sdxl-img2img-ignored',
    level: 'info',
    check(c) {
      const at = `${base}.img2img_strength`
      return isNothing(c, at) || c.number(at) === 1 ? null : { at, fix: remove(pathOfPlace(at)) }
    },
  },
]
