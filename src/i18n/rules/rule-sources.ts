import { gathered } from '../gathered'

/** What each rule was read off, by id. */
export const ruleSources = gathered(
  import.meta.glob<Record<string, readonly string[]>>('./sources/*.json', { eager: true, import: 'default' }),
)
