import type { ConfigView } from '../../view/config-view'
import { all, type Finding, type Rule, remove, set } from '../../view/rule'
import { isEmpty, isShardModel, isSynthetic } from '../shared/training-data'

const validation = 'model.data.validation'
const dataPath = `${validation}.data_path`
const datasetPath = `${validation}.dataset_path`
const limit = 'trainer.limit_val_batches'

/** Imagen and DreamBooth never validate. */
const mayValidate = (c: ConfigView): boolean => isShardModel(c) && !c.is('imagen')

function neverUsed(c: ConfigView): Finding | null {
  if (!mayValidate(c) || !c.isDict(validation) || isEmpty(c, datasetPath) || !isEmpty(c, dataPath)) return null
  const first = c.maybe(datasetPath, null)
  const path = Array.isArray(first) ? first[0] : first
  const isBroken = c.is('sdxl', 'controlnet') || typeof path !== 'string'
  return { at: datasetPath, also: [dataPath], fix: isBroken ? remove(validation) : set(dataPath, path) }
}

function noShards(c: ConfigView): Finding | null {
  if (!mayValidate(c) || isSynthetic(c) || !c.isDict(validation)) return null
  if (isEmpty(c, dataPath) || !isEmpty(c, datasetPath)) return null
  const path = c.text(dataPath) ?? ''
  return {
    at: datasetPath,
    also: [dataPath],
    ...(/\.(pkl|tar)$/.test(path) ? { fix: set(datasetPath, [path]) } : {}),
  }
}

function unsupported(c: ConfigView): Finding | null {
  if (c.below(validation).length === 0) return null
  const isLimited = !c.has('trainer') || c.maybe(limit, null) === 0
  const fix = isLimited ? remove(validation) : all(remove(validation), set(limit, 0))
  return { at: validation, facts: { model: c.is('imagen') ? 'Imagen' : 'DreamBooth' }, fix }
}

function keepsLast(c: ConfigView): Finding | null {
  const at = 'model.data.validation_drop_last'
  if (!c.isFalse(at) || c.number(limit) === 0) return null
  const validates = c.is('instruct_pix2pix') || (mayValidate(c) && !isEmpty(c, dataPath))
  return validates ? { at, also: [limit], fix: set(at, true) } : null
}

/** The images of validation, which SD and InstructPix2Pix alone can use. */
export const validationDataRules: readonly Rule[] = [
  { id: 'data-validation-never-used', level: 'warning', check: neverUsed },
  { id: 'data-validation-dataset-path-missing', level: 'error', check: noShards },
  {
    id: 'data-validation-unsupported',
    level: 'warning',
    families: ['imagen', 'dreambooth'],
    check: unsupported,
  },
  {
    id: 'data-validation-augmentations-ineffective',
    level: 'info',
    check: (c) => {
      const at = `${validation}.augmentations`
      return mayValidate(c) && c.isSet(at) ? { at, fix: remove(at) } : null
    },
  },
  { id: 'data-validation-drop-last', level: 'error', check: keepsLast },
]
