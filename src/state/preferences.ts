import type { Environment } from '../config/view/resolution'
import type { Preferences } from './ports'
import { z } from './zod'

const share = z.number().check(z.minimum(0), z.maximum(1))

/** Kept preferences as they can be used: what is missing or broken in them is as in `defaults`. */
export const readPreferences = (kept: unknown, defaults: Preferences): Preferences =>
  z
    .catch(
      z.object({
        language: z.catch(z.enum(['en', 'zh']), defaults.language),
        theme: z.catch(z.enum(['system', 'light', 'dark']), defaults.theme),
        yamlShare: z.catch(share, defaults.yamlShare),
        yamlPaneOpen: z.catch(z.boolean(), defaults.yamlPaneOpen),
      }),
      defaults,
    )
    .parse(kept)

/** Kept variables of the environment; what is no text is left out. */
export const readEnvironment = (kept: unknown): Environment => {
  const texts = z.record(z.string(), z.catch(z.nullable(z.string()), null))
  const read = texts.safeParse(kept)
  return Object.fromEntries(
    Object.entries(read.data ?? {}).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}
