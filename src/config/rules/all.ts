import { augmentationRules } from './augmentations'
import { batchKeyRules } from './batch-keys'
import { batchSizeRules } from './batch-size'
import { checkpointNameRules } from './checkpoint-names'
import { checkpointRules } from './checkpoints'
import { classImageRules } from './class-images'
import { compileRules } from './compile'
import { conditionerRules } from './conditioner'
import { controlBranchRules } from './control-branch'
import { controlImageRules } from './control-images'
import { debugModeRules } from './debug-modes'
import { denoiserRules } from './denoiser'
import { diffusionSamplerRules } from './diffusion-sampler'
import { drawnPictureRules } from './drawn-pictures'
import { dreamBoothRules } from './dreambooth'
import { dreamboothLatentRules } from './dreambooth-latents'
import { editPictureRules } from './edit-pictures'
import { emaRules } from './ema'
import { expManagerRules } from './exp-manager'
import { fidRules } from './fid'
import { filteringRules } from './filterings'
import { fsdpRules } from './fsdp'
import { gradientSyncRules } from './gradient-sync'
import { hydraSettingRules } from './hydra-settings'
import { imageSizeRules } from './image-size'
import { imagenAttentionRules } from './imagen-attention'
import { imagenConditioningRules } from './imagen-conditioning'
import { imagenDataRules } from './imagen-data'
import { imagenPipelineRules } from './imagen-pipeline'
import { imagenPreconditioningRules } from './imagen-preconditioning'
import { imagenUnetRules } from './imagen-unet'
import { instructPix2PixRules } from './instruct-pix2pix'
import { launchRules } from './launch'
import { learningRateRules } from './learning-rate'
import { loggerRules } from './loggers'
import { loraRules } from './lora'
import { modelPrecisionRules } from './model-precision'
import { modelSectionRules } from './model-section'
import { monitorRules } from './monitors'
import { noiseScheduleRules } from './noise-schedule'
import { noneTextRules } from './none-text'
import { optimizerRules } from './optimizer'
import { parallelismRules } from './parallelism'
import { profilingRules } from './profiling'
import { quantizeRules } from './quantize'
import { requiredKeyRules } from './required-keys'
import { restorePathRules } from './restore-path'
import { resumeRules } from './resume'
import type { Rule } from './rule'
import { runLengthRules } from './run-length'
import { samplerRules } from './sampler'
import { scheduleRules } from './schedule'
import { sdxlSamplingRules } from './sdxl-sampling'
import { sharedKeyRules } from './shared-keys'
import { stoppingRules } from './stopping'
import { syntheticDataRules } from './synthetic-data'
import { tensorrtRules } from './tensorrt'
import { textEncoderRules } from './text-encoder'
import { trainerArgumentRules } from './trainer-arguments'
import { unetRuntimeRules } from './unet-runtime'
import { unetShapeRules } from './unet-shape'
import { vaeRules } from './vae'
import { validationRules } from './validation'
import { validationDataRules } from './validation-data'
import { webdatasetRules } from './webdataset'
import { weightsRules } from './weights'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = [
  ...augmentationRules,
  ...batchKeyRules,
  ...batchSizeRules,
  ...checkpointNameRules,
  ...checkpointRules,
  ...classImageRules,
  ...compileRules,
  ...conditionerRules,
  ...controlBranchRules,
  ...controlImageRules,
  ...debugModeRules,
  ...denoiserRules,
  ...diffusionSamplerRules,
  ...drawnPictureRules,
  ...dreamboothLatentRules,
  ...dreamBoothRules,
  ...editPictureRules,
  ...emaRules,
  ...expManagerRules,
  ...fidRules,
  ...filteringRules,
  ...fsdpRules,
  ...gradientSyncRules,
  ...hydraSettingRules,
  ...imagenAttentionRules,
  ...imagenConditioningRules,
  ...imagenDataRules,
  ...imagenPipelineRules,
  ...imagenPreconditioningRules,
  ...imagenUnetRules,
  ...imageSizeRules,
  ...instructPix2PixRules,
  ...launchRules,
  ...learningRateRules,
  ...loggerRules,
  ...loraRules,
  ...modelPrecisionRules,
  ...modelSectionRules,
  ...monitorRules,
  ...noiseScheduleRules,
  ...noneTextRules,
  ...optimizerRules,
  ...parallelismRules,
  ...profilingRules,
  ...quantizeRules,
  ...requiredKeyRules,
  ...restorePathRules,
  ...resumeRules,
  ...runLengthRules,
  ...samplerRules,
  ...scheduleRules,
  ...sdxlSamplingRules,
  ...sharedKeyRules,
  ...stoppingRules,
  ...syntheticDataRules,
  ...tensorrtRules,
  ...textEncoderRules,
  ...trainerArgumentRules,
  ...unetRuntimeRules,
  ...unetShapeRules,
  ...vaeRules,
  ...validationDataRules,
  ...validationRules,
  ...webdatasetRules,
  ...weightsRules,
]
