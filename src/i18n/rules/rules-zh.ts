import { gathered } from '../gathered'
import type { RuleWords } from '../words'

/** The sentences of all rules by id. */
export const rulesZh = gathered(
  import.meta.glob<Record<string, RuleWords>>('./zh/*.json', { eager: true, import: 'default' }),
)
