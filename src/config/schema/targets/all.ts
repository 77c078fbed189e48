import { controlClasses } from './control'
import { denoiserClasses } from './denoiser'
import { firstStageClasses } from './first-stage'
import { lossClasses } from './loss'
import { noiseSchedulerClasses } from './noise-scheduler'
import type { TargetClass } from './target-class'
import { textEncoderClasses } from './text-encoder'
import { unetClasses } from './unet'

/** Every class that a `_target_` of these configs may name; of a place the usual ones first. */
export const targetClasses: readonly TargetClass[] = [
  ...unetClasses,
  ...firstStageClasses,
  ...textEncoderClasses,
  ...denoiserClasses,
  ...lossClasses,
  ...controlClasses,
  ...noiseSchedulerClasses,
]
