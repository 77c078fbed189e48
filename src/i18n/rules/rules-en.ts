import { gathered } from '../gathered'
import type { RuleWords } from '../words'

/** The sentences of all rules by id; in the built app a file of data fetched beside the code (`scripts/data-files.ts`). */
export const rulesEn = gathered(
  import.meta.glob<Record<string, RuleWords>>('./en/*.json', { eager: true, import: 'default' }),
)

/** The same; the built app asks its server for them, again after a failure. */
export const load = async (): Promise<typeof rulesEn> => rulesEn
