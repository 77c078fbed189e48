import type { Issue } from '../../core/issue'
import type { Parsed } from '../../core/parsed'
import { readAsYaml12 } from '../../core/yaml12/second-reader'
import { rules } from '../rules/all'
import { type CheckOptions, checkWith } from './check-with'

export type { CheckOptions } from './check-with'

/** Everything that is wrong or noteworthy in a text, in the order of the text; what its comments suppress is left out. */
export const check = (parsed: Parsed, options: CheckOptions = {}): Issue[] =>
  checkWith(rules, parsed, { readElsewhere: readAsYaml12, ...options })
