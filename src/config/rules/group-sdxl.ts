import type { Rule } from '../view/rule'
import { conditionerRules } from './latent/conditioner'
import { denoiserRules } from './latent/denoiser'

/** Rules of the conditioner and the denoiser, which only SDXL has. */
export const sdxlRules: readonly Rule[] = [...conditionerRules, ...denoiserRules]
