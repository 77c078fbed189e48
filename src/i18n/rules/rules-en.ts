import { gathered } from '../gathered'
import type { RuleWords } from '../words'

/** The sentences of all rules by id. */
export const rulesEn = gathered(
  import.meta.glob<Record<string, RuleWords>>('./en/*.json', { eager: true, import: 'default' }),
)
