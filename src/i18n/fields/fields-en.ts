import { gathered } from '../gathered'
import type { FieldWords } from '../words'

/** The words of all parameters by id. */
export const fieldsEn = gathered(
  import.meta.glob<Record<string, FieldWords>>('./en/*.json', { eager: true, import: 'default' }),
)
