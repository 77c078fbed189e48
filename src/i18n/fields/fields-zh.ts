import { gathered } from '../gathered'
import type { FieldWords } from '../words'

/** The words of all parameters by id. */
export const fieldsZh = gathered(
  import.meta.glob<Record<string, FieldWords>>('./zh/*.json', { eager: true, import: 'default' }),
)
