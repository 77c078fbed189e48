import type { Rule } from '../view/rule'
import { baseRules } from './group-base'
import { imagenRules } from './group-imagen'
import { runningRules } from './group-running'
import { sdxlRules } from './group-sdxl'
import { seldomRules } from './group-seldom'
import { tuningRules } from './group-tuning'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = [
  ...baseRules,
  ...imagenRules,
  ...sdxlRules,
  ...seldomRules,
  ...tuningRules,
  ...runningRules,
]
