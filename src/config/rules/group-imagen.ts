import { imagenAttentionRules } from './imagen-attention'
import { imagenConditioningRules } from './imagen-conditioning'
import { imagenDataRules } from './imagen-data'
import { imagenPreconditioningRules } from './imagen-preconditioning'
import { imagenUnetRules } from './imagen-unet'
import type { Rule } from './rule'

/** Rules that only configs of Imagen models can break. */
export const imagenRules: readonly Rule[] = [
  ...imagenAttentionRules,
  ...imagenConditioningRules,
  ...imagenDataRules,
  ...imagenPreconditioningRules,
  ...imagenUnetRules,
]
