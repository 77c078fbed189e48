import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, remove, set } from '../../view/rule'
import { isSynthetic } from '../shared/training-data'
import { unetType } from './imagen'

const train = 'model.data.train'
const resolutions = `${train}.target_resolutions`
const corruption = `${train}.corruption_aug`
const stages = [64, 256]

/** Super-resolution reads both sizes of an image, at 1024 pixels too. nemo/collections/multimodal/models/text_to_image/imagen/imagen.py:240 */
function missingStages(c: ConfigView): Finding | null {
  if (!['sr', 'sr-unet'].includes(c.text(unetType) ?? '') || !c.isDict(train) || isSynthetic(c)) return null
  const given = c.get(resolutions)
  const missing = stages.filter((side) => !Array.isArray(given) || !given.includes(side))
  return missing.length === 0
    ? null
    : {
        at: resolutions,
        also: [unetType],
        facts: { missing },
        ...(c.has(resolutions) ? {} : { variant: 'absent' }),
        fix: set(resolutions, stages),
      }
}

export const imagenDataRules: readonly Rule[] = [
  { id: 'imagen-sr-target-resolutions', level: 'error', families: ['imagen'], check: missingStages },
  {
    id: 'imagen-corruption-aug-ineffective',
    level: 'warning',
    families: ['imagen'],
    check: (c) => (c.isSet(corruption) ? { at: corruption, fix: remove(corruption) } : null),
  },
]
