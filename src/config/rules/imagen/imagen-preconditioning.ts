import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isNothing } from '../shared/training-data'
import { unetType } from './imagen'

const preconditioning = 'model.preconditioning'
const type = `${preconditioning}_type`
const objective = `${preconditioning}.pred_objective`
const noise = 'model.noise_cond_aug'
const families = ['imagen'] as const

type Formulation = 'EDM' | 'DDPM'
/** nemo/collections/multimodal/models/text_to_image/imagen/precond.py:55, :106 */
const own: Readonly<Record<Formulation, readonly string[]>> = {
  EDM: ['sigma_data', 'p_mean', 'p_std'],
  DDPM: ['pred_objective', 'noise_schedule', 'timesteps'],
}

/** Null where the schema refuses the value. */
function formulationOf(c: ConfigView): Formulation | null {
  const value = c.text(type) ?? 'DDPM'
  return value === 'EDM' || value === 'DDPM' ? value : null
}

function* foreignKeys(c: ConfigView): Iterable<Finding> {
  const given = formulationOf(c)
  if (given === null || !c.isDict(preconditioning)) return
  const other = given === 'EDM' ? 'DDPM' : 'EDM'
  const places = c.below(preconditioning).filter((at) => at.at(-1) !== 'loss_type')
  const isOther = (key: unknown) => own[other].includes(String(key))
  if (places.length > 0 && places.every((at) => isOther(at.at(-1)))) {
    const keys = places.map((at) => String(at.at(-1)))
    yield { at: type, also: places, facts: { keys, type: given, other }, variant: 'type', fix: set(type, other) }
    return
  }
  for (const at of places) {
    const key = String(at.at(-1))
    if (!own[given].includes(key)) yield { at, also: [type], facts: { key, type: given }, fix: remove(at) }
  }
}

function noiseAugmentation(c: ConfigView): Finding | null {
  if (!c.isTrue(noise)) return null
  const isBase = c.text(unetType) === 'base'
  if (!isBase && formulationOf(c) !== 'DDPM') return null
  return {
    at: noise,
    also: [isBase ? unetType : type],
    ...(isBase ? { variant: 'base' } : {}),
    fix: set(noise, false),
  }
}

function cannotSample(c: ConfigView): Finding | null {
  if (c.text(unetType) !== 'sr-unet' || formulationOf(c) !== 'DDPM') return null
  const isFree = c.below(preconditioning).every((at) => !own.DDPM.includes(String(at.at(-1))))
  return { at: type, also: [unetType], ...(isFree ? { fix: set(type, 'EDM') } : {}) }
}

/** EDM and DDPM: how noise and loss are scaled. */
export const imagenPreconditioningRules: readonly Rule[] = [
  { id: 'imagen-noise-cond-aug', level: 'error', families, check: noiseAugmentation },
  { id: 'imagen-preconditioning-keys', level: 'error', families, check: foreignKeys },
  {
    id: 'imagen-preconditioning-missing',
    level: 'error',
    families,
    check: (c) =>
      c.isDict('model.unet') && c.isDict('model.data') && isNothing(c, preconditioning)
        ? { at: preconditioning, fix: set(`${preconditioning}.loss_type`, 'l2') }
        : null,
  },
  {
    id: 'imagen-x-start-sampling',
    level: 'warning',
    families,
    check: (c) =>
      formulationOf(c) === 'DDPM' && c.text(objective) === 'x_start'
        ? { at: objective, fix: set(objective, 'noise') }
        : null,
  },
  { id: 'imagen-sr-unet-ddpm-sampling', level: 'warning', families, check: cannotSample },
]
