import { gathered } from '../gathered'
import type { FieldWords } from '../words'

/** The words of all parameters by id; in the built app a file of data fetched beside the code (`scripts/data-files.ts`). */
export const fieldsZh = gathered(
  import.meta.glob<Record<string, FieldWords>>('./zh/*.json', { eager: true, import: 'default' }),
)

/** The same; the built app asks its server for them, again after a failure. */
export const load = async (): Promise<typeof fieldsZh> => fieldsZh
