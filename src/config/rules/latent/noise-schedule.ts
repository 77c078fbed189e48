import type { ConfigView, Plain } from '../../view/config-view'
import { pathOfPlace } from '../../view/config-view'
import { all, type Finding, type Rule, set } from '../../view/rule'

const dreamBooth = 'model.noise_scheduler'

/** Defaults of DreamBooth's scheduler. nemo/collections/multimodal/models/text_to_image/dreambooth/util.py:72 */
const defaults: Readonly<Record<string, Plain>> = {
  beta_schedule: 'linear',
  linear_start: 0.00085,
  linear_end: 0.012,
  cosine_s: 0.008,
}

function* betaRange(c: ConfigView): Iterable<Finding> {
  for (const base of ['model', dreamBooth]) {
    if (base === dreamBooth && !c.has(base)) continue
    const fallback = base === dreamBooth ? defaults : {}
    const schedule = c.text(`${base}.beta_schedule`) ?? fallback.beta_schedule
    const [from, to] = [`${base}.linear_start`, `${base}.linear_end`]
    const [start, end] = [c.number(from) ?? fallback.linear_start, c.number(to) ?? fallback.linear_end]
    const isRead = schedule !== undefined && schedule !== 'cosine'
    if (!isRead || typeof start !== 'number' || typeof end !== 'number' || !(start >= end)) continue
    const swapped = all(set(from, end), set(to, start))
    yield { at: from, also: [to], facts: { start, end }, ...(start > end ? { fix: swapped } : {}) }
  }
}

function* scheduleMismatch(c: ConfigView): Iterable<Finding> {
  const isCosine = (c.text('model.beta_schedule') ?? 'linear') === 'cosine'
  for (const key of ['parameterization', 'timesteps', 'beta_schedule', 'linear_start', 'linear_end', 'cosine_s']) {
    if (key === 'cosine_s' ? !isCosine : isCosine && key.startsWith('linear_')) continue
    const [at, sampled] = [`${dreamBooth}.${key}`, `model.${key}`]
    const [a, b] = [c.get(at) ?? defaults[key], c.get(sampled)]
    if (a === undefined || b === undefined || b === null || a === b || Number.isNaN(b)) continue
    const fix = key === 'parameterization' ? set(sampled, a) : set(at, b)
    yield { at, also: [sampled], facts: { key, trained: String(a), sampled: String(b) }, fix }
  }
}

/** The diffusion process: steps, noise levels, what the UNet predicts. */
export const noiseScheduleRules: readonly Rule[] = [
  {
    id: 'logvar-integer',
    level: 'error',
    check(c) {
      const at = 'model.logvar_init'
      const value = c.typed(at)
      if (!c.isTrue('model.learn_logvar') || value?.t !== 'int') return null
      const source = `${value.v}.0`
      return {
        at,
        also: ['model.learn_logvar'],
        facts: { source },
        fix: { kind: 'set', path: pathOfPlace(at), source },
      }
    },
  },
  { id: 'beta-range', level: 'error', check: betaRange },
  {
    id: 'parameterization-x0-sampling',
    level: 'warning',
    check: (c) =>
      c.get('model.parameterization') === 'x0' && !c.is('instruct_pix2pix')
        ? { at: 'model.parameterization', fix: set('model.parameterization', 'eps') }
        : null,
  },
  {
    id: 'pix2pix-parameterization',
    level: 'warning',
    families: ['instruct_pix2pix'],
    check(c) {
      const value = c.text('model.parameterization')
      if (value === undefined || value === 'eps') return null
      return { at: 'model.parameterization', facts: { value }, fix: set('model.parameterization', 'eps') }
    },
  },
  { id: 'dreambooth-schedule-match', level: 'warning', families: ['dreambooth'], check: scheduleMismatch },
]
