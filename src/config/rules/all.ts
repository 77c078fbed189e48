import { augmentationRules } from './augmentations'
import { batchKeyRules } from './batch-keys'
import { batchSizeRules } from './batch-size'
import { compileRules } from './compile'
import { conditionerRules } from './conditioner'
import { controlBranchRules } from './control-branch'
import { denoiserRules } from './denoiser'
import { dreamBoothRules } from './dreambooth'
import { dreamboothLatentRules } from './dreambooth-latents'
import { filteringRules } from './filterings'
import { fsdpRules } from './fsdp'
import { gradientSyncRules } from './gradient-sync'
import { imageSizeRules } from './image-size'
import { imagenAttentionRules } from './imagen-attention'
import { imagenConditioningRules } from './imagen-conditioning'
import { imagenDataRules } from './imagen-data'
import { imagenPreconditioningRules } from './imagen-preconditioning'
import { imagenUnetRules } from './imagen-unet'
import { instructPix2PixRules } from './instruct-pix2pix'
import { learningRateRules } from './learning-rate'
import { loraRules } from './lora'
import { modelPrecisionRules } from './model-precision'
import { modelSectionRules } from './model-section'
import { noiseScheduleRules } from './noise-schedule'
import { optimizerRules } from './optimizer'
import { parallelismRules } from './parallelism'
import { profilingRules } from './profiling'
import { requiredKeyRules } from './required-keys'
import type { Rule } from './rule'
import { scheduleRules } from './schedule'
import { sharedKeyRules } from './shared-keys'
import { syntheticDataRules } from './synthetic-data'
import { textEncoderRules } from './text-encoder'
import { unetRuntimeRules } from './unet-runtime'
import { unetShapeRules } from './unet-shape'
import { vaeRules } from './vae'
import { validationDataRules } from './validation-data'
import { webdatasetRules } from './webdataset'
import { weightsRules } from './weights'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = [
  ...augmentationRules,
  ...batchKeyRules,
  ...batchSizeRules,
  ...compileRules,
  ...conditionerRules,
  ...controlBranchRules,
  ...denoiserRules,
  ...dreamBoothRules,
  ...dreamboothLatentRules,
  ...filteringRules,
  ...fsdpRules,
  ...gradientSyncRules,
  ...imageSizeRules,
  ...imagenAttentionRules,
  ...imagenConditioningRules,
  ...imagenDataRules,
  ...imagenPreconditioningRules,
  ...imagenUnetRules,
  ...instructPix2PixRules,
  ...learningRateRules,
  ...loraRules,
  ...modelPrecisionRules,
  ...modelSectionRules,
  ...noiseScheduleRules,
  ...optimizerRules,
  ...parallelismRules,
  ...profilingRules,
  ...requiredKeyRules,
  ...scheduleRules,
  ...sharedKeyRules,
  ...syntheticDataRules,
  ...textEncoderRules,
  ...unetRuntimeRules,
  ...unetShapeRules,
  ...vaeRules,
  ...validationDataRules,
  ...webdatasetRules,
  ...weightsRules,
]
