import { filteringRules } from './filterings'
import { fsdpRules } from './fsdp'
import { hydraSettingRules } from './hydra-settings'
import type { Rule } from './rule'
import { stoppingRules } from './stopping'
import { syntheticDataRules } from './synthetic-data'
import { validationDataRules } from './validation-data'

/** Rules of what few configs have: Hydra's settings, callbacks, filters, synthetic data, validation, FSDP. */
export const seldomRules: readonly Rule[] = [
  ...filteringRules,
  ...fsdpRules,
  ...hydraSettingRules,
  ...stoppingRules,
  ...syntheticDataRules,
  ...validationDataRules,
]
