import type { Rule } from '../view/rule'
import { batchKeyRules } from './batch/batch-keys'
import { batchSizeRules } from './batch/batch-size'
import { checkpointNameRules } from './checkpoints/checkpoint-names'
import { checkpointRules } from './checkpoints/checkpoints'
import { monitorRules } from './checkpoints/monitors'
import { restorePathRules } from './checkpoints/restore-path'
import { weightsRules } from './checkpoints/weights'
import { augmentationRules } from './data/augmentations'
import { imageSizeRules } from './data/image-size'
import { webdatasetRules } from './data/webdataset'
import { emaRules } from './exp-manager/ema'
import { expManagerRules } from './exp-manager/exp-manager'
import { loggerRules } from './exp-manager/loggers'
import { resumeRules } from './exp-manager/resume'
import { runNameRules } from './exp-manager/run-name'
import { noiseScheduleRules } from './latent/noise-schedule'
import { textEncoderRules } from './latent/text-encoder'
import { unetRuntimeRules } from './latent/unet-runtime'
import { unetShapeRules } from './latent/unet-shape'
import { vaeRules } from './latent/vae'
import { learningRateRules } from './optim/learning-rate'
import { optimizerRules } from './optim/optimizer'
import { scheduleRules } from './optim/schedule'
import { modelSectionRules } from './shared/model-section'
import { noneTextRules } from './shared/none-text'
import { requiredKeyRules } from './shared/required-keys'
import { sharedKeyRules } from './shared/shared-keys'
import { compileRules } from './trainer/compile'
import { debugModeRules } from './trainer/debug-modes'
import { gradientSyncRules } from './trainer/gradient-sync'
import { launchRules } from './trainer/launch'
import { modelPrecisionRules } from './trainer/model-precision'
import { parallelismRules } from './trainer/parallelism'
import { profilingRules } from './trainer/profiling'
import { runLengthRules } from './trainer/run-length'
import { samplerRules } from './trainer/sampler'
import { trainerArgumentRules } from './trainer/trainer-arguments'
import { validationRules } from './trainer/validation'

/** Rules of what every config may have: trainer, exp_manager, optimizer, data, latent diffusion. */
export const baseRules: readonly Rule[] = [
  ...augmentationRules,
  ...batchKeyRules,
  ...batchSizeRules,
  ...checkpointNameRules,
  ...checkpointRules,
  ...compileRules,
  ...debugModeRules,
  ...emaRules,
  ...expManagerRules,
  ...gradientSyncRules,
  ...imageSizeRules,
  ...launchRules,
  ...learningRateRules,
  ...loggerRules,
  ...modelPrecisionRules,
  ...modelSectionRules,
  ...monitorRules,
  ...noiseScheduleRules,
  ...noneTextRules,
  ...optimizerRules,
  ...parallelismRules,
  ...profilingRules,
  ...requiredKeyRules,
  ...restorePathRules,
  ...resumeRules,
  ...runNameRules,
  ...runLengthRules,
  ...samplerRules,
  ...scheduleRules,
  ...sharedKeyRules,
  ...textEncoderRules,
  ...trainerArgumentRules,
  ...unetRuntimeRules,
  ...unetShapeRules,
  ...vaeRules,
  ...validationRules,
  ...webdatasetRules,
  ...weightsRules,
]
