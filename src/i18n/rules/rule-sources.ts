import { gathered } from '../gathered'

/** What each rule was read off, by id; in the built app a file of data fetched beside the code (`scripts/data-files.ts`). */
export const ruleSources = gathered(
  import.meta.glob<Record<string, readonly string[]>>('./sources/*.json', { eager: true, import: 'default' }),
)

/** The same; the built app asks its server for them, again after a failure. */
export const load = async (): Promise<typeof ruleSources> => ruleSources
