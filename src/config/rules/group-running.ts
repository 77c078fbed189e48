import type { Rule } from '../view/rule'
import { classImageRules } from './running/class-images'
import { controlImageRules } from './running/control-images'
import { diffusionSamplerRules } from './running/diffusion-sampler'
import { drawnPictureRules } from './running/drawn-pictures'
import { editPictureRules } from './running/edit-pictures'
import { fidRules } from './running/fid'
import { imagenPipelineRules } from './running/imagen-pipeline'
import { quantizeRules } from './running/quantize'
import { sdxlSamplingRules } from './running/sdxl-sampling'
import { tensorrtRules } from './running/tensorrt'

/** Rules of scripts that run, evaluate or export a model. */
export const runningRules: readonly Rule[] = [
  ...classImageRules,
  ...controlImageRules,
  ...diffusionSamplerRules,
  ...drawnPictureRules,
  ...editPictureRules,
  ...fidRules,
  ...imagenPipelineRules,
  ...quantizeRules,
  ...sdxlSamplingRules,
  ...tensorrtRules,
]
