import type { ConfigView, Plain } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { below, classOf, moduleClass } from '../shared/latent'

const denoiser = 'model.denoiser_config'
const sampler = 'model.loss_fn_config.sigma_sampler'
const ofDenoiser = `${denoiser}.discretization_config`
const ofSampler = `${sampler}.discretization`
const numIdx = [`${denoiser}.num_idx`, `${sampler}.num_idx`] as const

const legacy = 'LegacyDDPMDiscretization'
/** Defaults of the discretizations. nemo/…/diffusionmodules/discretizer.py:41 and :56 */
const defaults: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [legacy]: { linear_start: 0.00085, linear_end: 0.012, num_timesteps: 1000 },
  EDMDiscretization: { sigma_min: 0.02, sigma_max: 80, rho: 7 },
}

/** Noise levels of a discretization's table; undefined for those without a table of their own. */
const levelsOf = (c: ConfigView, discretization: string): number | undefined =>
  classOf(c, discretization) === legacy ? (c.number(`${discretization}.num_timesteps`) ?? 1000) : undefined

function* tooManyLevels(c: ConfigView): Iterable<Finding> {
  for (const [at, discretization] of [
    [numIdx[0], ofDenoiser],
    [numIdx[1], ofSampler],
  ] as const) {
    const [value, most] = [c.number(at), levelsOf(c, discretization)]
    if (value !== undefined && most !== undefined && value > most)
      yield { at, also: [`${discretization}.num_timesteps`], facts: { value, most }, fix: set(at, most) }
  }
}

/** Noise levels and time steps line up when both numbers are that of the table. */
function differentLevels(c: ConfigView): Finding | null {
  const [own, other] = numIdx.map((place) => c.number(place))
  const table = levelsOf(c, ofDenoiser)
  if (own === undefined || own > (table ?? own) || (other ?? 0) > (levelsOf(c, ofSampler) ?? other ?? 0)) return null
  const wanted = table ?? Math.max(own, other ?? own)
  const wrong = numIdx.filter((_, i) => ([own, other][i] ?? wanted) !== wanted)
  const [at, ...rest] = wrong
  if (at === undefined) return null
  const also =
    rest.length > 0 || table !== undefined ? [`${ofDenoiser}.num_timesteps`] : numIdx.filter((it) => it !== at)
  const fix = all(...wrong.map((place) => set(place, wanted)))
  return { at, also, facts: { value: at === numIdx[0] ? own : (other ?? own), wanted }, fix }
}

function* flags(c: ConfigView): Iterable<Finding> {
  for (const [key, broken] of [
    ['do_append_zero', true],
    ['quantize_c_noise', false],
    ['flip', false],
  ] as const) {
    const at = `${denoiser}.${key}`
    if (c.get(at) === broken) yield { at, facts: { key, value: broken }, fix: remove(at) }
  }
}

function pair(c: ConfigView): Finding | null {
  const at = `${denoiser}.weighting_config._target_`
  const weighting = classOf(c, `${denoiser}.weighting_config`)
  const scaling = classOf(c, `${denoiser}.scaling_config`)
  if (weighting === undefined || scaling === undefined || weighting === 'UnitWeighting') return null
  const right = scaling.replace(/Scaling$/, 'Weighting')
  if (right === weighting || !weighting.endsWith('Weighting') || right === scaling) return null
  const isKnown = ['EpsWeighting', 'VWeighting', 'EDMWeighting'].includes(right)
  return {
    at,
    also: [`${denoiser}.scaling_config._target_`],
    facts: { weighting, scaling, right },
    ...(isKnown ? { fix: set(at, moduleClass(`diffusionmodules.denoiser_weighting.${right}`)) } : {}),
  }
}

function differentTables(c: ConfigView): Finding | null {
  const [own, other] = [classOf(c, ofSampler), classOf(c, ofDenoiser)]
  if (own === undefined || other === undefined) return null
  const found = { at: ofSampler, also: [ofDenoiser] }
  if (own !== other) {
    const isBare = [ofSampler, ofDenoiser].every((place) => c.below(place).length === 1)
    const target = c.text(`${ofDenoiser}._target_`) ?? ''
    return { ...found, facts: { own, other }, ...(isBare ? { fix: set(`${ofSampler}._target_`, target) } : {}) }
  }
  const differing = Object.entries(defaults[own] ?? {}).flatMap(([key, fallback]): [string, Plain, Plain][] => {
    const [a, b] = [c.get(`${ofSampler}.${key}`) ?? fallback, c.get(`${ofDenoiser}.${key}`) ?? fallback]
    return a === b ? [] : [[key, a, b]]
  })
  const [first] = differing
  if (first === undefined) return null
  return {
    at: `${ofSampler}.${first[0]}`,
    also: [`${ofDenoiser}.${first[0]}`],
    facts: { own: `${first[0]}: ${String(first[1])}`, other: String(first[2]) },
    fix: all(...differing.map(([key, , value]) => set(`${ofSampler}.${key}`, value))),
  }
}

/** EDMSampling has no table of levels; the repair keeps none of its parameters. */
function withoutTable(c: ConfigView): Finding | null {
  const target = c.written(`${sampler}._target_`)
  if (target?.t !== 'str' || !target.v.endsWith('.EDMSampling')) return null
  const own = ['p_mean', 'p_std'].map((key) => `${sampler}.${key}`).filter((place) => c.has(place))
  const fixes = [
    set(`${sampler}._target_`, moduleClass('diffusionmodules.sigma_sampling.DiscreteSampling')),
    ...(c.has(numIdx[1]) ? [] : [set(numIdx[1], 1000)]),
    ...(c.has(ofSampler) ? [] : [set(ofSampler, { _target_: moduleClass(`diffusionmodules.discretizer.${legacy}`) })]),
    ...own.map(remove),
  ]
  return { at: `${sampler}._target_`, fix: all(...fixes) }
}

/** SDXL's denoiser and training loss. */
export const denoiserRules: readonly Rule[] = [
  { id: 'num-idx-too-large', level: 'error', check: tooManyLevels },
  { id: 'num-idx-differs', level: 'warning', check: differentLevels },
  { id: 'denoiser-flags', level: 'warning', check: flags },
  { id: 'weighting-scaling-pair', level: 'warning', check: pair },
  { id: 'discretization-pair', level: 'warning', check: differentTables },
  { id: 'edm-sampling', level: 'error', check: withoutTable },
  {
    id: 'batch2model-keys',
    level: 'error',
    check(c) {
      const at = below('model.loss_fn_config', 'batch2model_keys')
      const value = c.get(at)
      const isGiven = Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
      return isGiven ? { at, fix: remove(at) } : null
    },
  },
]
