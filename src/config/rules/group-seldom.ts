import type { Rule } from '../view/rule'
import { filteringRules } from './data/filterings'
import { syntheticDataRules } from './data/synthetic-data'
import { validationDataRules } from './data/validation-data'
import { stoppingRules } from './exp-manager/stopping'
import { hydraSettingRules } from './shared/hydra-settings'
import { fsdpRules } from './trainer/fsdp'

/** Rules of what few configs have: Hydra's settings, callbacks, filters, synthetic data, validation, FSDP. */
export const seldomRules: readonly Rule[] = [
  ...filteringRules,
  ...fsdpRules,
  ...hydraSettingRules,
  ...stoppingRules,
  ...syntheticDataRules,
  ...validationDataRules,
]
