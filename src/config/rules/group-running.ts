import { classImageRules } from './class-images'
import { controlImageRules } from './control-images'
import { diffusionSamplerRules } from './diffusion-sampler'
import { drawnPictureRules } from './drawn-pictures'
import { editPictureRules } from './edit-pictures'
import { fidRules } from './fid'
import { imagenPipelineRules } from './imagen-pipeline'
import { quantizeRules } from './quantize'
import type { Rule } from './rule'
import { sdxlSamplingRules } from './sdxl-sampling'
import { tensorrtRules } from './tensorrt'

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
