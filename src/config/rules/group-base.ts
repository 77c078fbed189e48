import { augmentationRules } from './augmentations'
import { batchKeyRules } from './batch-keys'
import { batchSizeRules } from './batch-size'
import { checkpointNameRules } from './checkpoint-names'
import { checkpointRules } from './checkpoints'
import { compileRules } from './compile'
import { debugModeRules } from './debug-modes'
import { emaRules } from './ema'
import { expManagerRules } from './exp-manager'
import { gradientSyncRules } from './gradient-sync'
import { imageSizeRules } from './image-size'
import { launchRules } from './launch'
import { learningRateRules } from './learning-rate'
import { loggerRules } from './loggers'
import { modelPrecisionRules } from './model-precision'
import { modelSectionRules } from './model-section'
import { monitorRules } from './monitors'
import { noiseScheduleRules } from './noise-schedule'
import { noneTextRules } from './none-text'
import { optimizerRules } from './optimizer'
import { parallelismRules } from './parallelism'
import { profilingRules } from './profiling'
import { requiredKeyRules } from './required-keys'
import { restorePathRules } from './restore-path'
import { resumeRules } from './resume'
import type { Rule } from './rule'
import { runLengthRules } from './run-length'
import { runNameRules } from './run-name'
import { samplerRules } from './sampler'
import { scheduleRules } from './schedule'
import { sharedKeyRules } from './shared-keys'
import { textEncoderRules } from './text-encoder'
import { trainerArgumentRules } from './trainer-arguments'
import { unetRuntimeRules } from './unet-runtime'
import { unetShapeRules } from './unet-shape'
import { vaeRules } from './vae'
import { validationRules } from './validation'
import { webdatasetRules } from './webdataset'
import { weightsRules } from './weights'

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
