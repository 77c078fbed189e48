import type { Rule } from '../view/rule'
import { imagenAttentionRules } from './imagen/imagen-attention'
import { imagenConditioningRules } from './imagen/imagen-conditioning'
import { imagenDataRules } from './imagen/imagen-data'
import { imagenPreconditioningRules } from './imagen/imagen-preconditioning'
import { imagenUnetRules } from './imagen/imagen-unet'

/** Rules that only configs of Imagen models can break. */
export const imagenRules: readonly Rule[] = [
  ...imagenAttentionRules,
  ...imagenConditioningRules,
  ...imagenDataRules,
  ...imagenPreconditioningRules,
  ...imagenUnetRules,
]
