import type { Rule } from './rule'
import { stoppingRules } from './stopping'
import { syntheticDataRules } from './synthetic-data'
import { validationDataRules } from './validation-data'

/** Rules of what few configs have: early stopping and other callbacks, synthetic data, validation. */
export const seldomRules: readonly Rule[] = [...stoppingRules, ...syntheticDataRules, ...validationDataRules]
