import { augmentationRules } from './augmentations'
import { batchSizeRules } from './batch-size'
import { compileRules } from './compile'
import { dreamBoothRules } from './dreambooth'
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
import { modelPrecisionRules } from './model-precision'
import { optimizerRules } from './optimizer'
import { parallelismRules } from './parallelism'
import { profilingRules } from './profiling'
import type { Rule } from './rule'
import { scheduleRules } from './schedule'
import { sharedKeyRules } from './shared-keys'
import { syntheticDataRules } from './synthetic-data'
import { validationDataRules } from './validation-data'
import { webdatasetRules } from './webdataset'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = [
  ...augmentationRules,
  ...batchSizeRules,
  ...compileRules,
  ...dreamBoothRules,
  ...filteringRules,
  ...fsdpRules,
  ...gradientSyncRules,
  ...imagenAttentionRules,
  ...imagenConditioningRules,
  ...imagenDataRules,
  ...imagenPreconditioningRules,
  ...imagenUnetRules,
  ...imageSizeRules,
  ...instructPix2PixRules,
  ...learningRateRules,
  ...modelPrecisionRules,
  ...optimizerRules,
  ...parallelismRules,
  ...profilingRules,
  ...scheduleRules,
  ...sharedKeyRules,
  ...syntheticDataRules,
  ...validationDataRules,
  ...webdatasetRules,
]
