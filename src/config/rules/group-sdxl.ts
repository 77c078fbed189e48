import { conditionerRules } from './conditioner'
import { denoiserRules } from './denoiser'
import type { Rule } from './rule'

/** Rules of the conditioner and the denoiser, which only SDXL has. */
export const sdxlRules: readonly Rule[] = [...conditionerRules, ...denoiserRules]
