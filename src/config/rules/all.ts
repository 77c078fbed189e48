import { batchSizeRules } from './batch-size'
import { compileRules } from './compile'
import { fsdpRules } from './fsdp'
import { gradientSyncRules } from './gradient-sync'
import { learningRateRules } from './learning-rate'
import { modelPrecisionRules } from './model-precision'
import { optimizerRules } from './optimizer'
import { parallelismRules } from './parallelism'
import { profilingRules } from './profiling'
import type { Rule } from './rule'
import { scheduleRules } from './schedule'
import { sharedKeyRules } from './shared-keys'

/** Every rule across fields, one topic a file. */
export const rules: readonly Rule[] = [
  ...batchSizeRules,
  ...compileRules,
  ...fsdpRules,
  ...gradientSyncRules,
  ...learningRateRules,
  ...modelPrecisionRules,
  ...optimizerRules,
  ...parallelismRules,
  ...profilingRules,
  ...scheduleRules,
  ...sharedKeyRules,
]
