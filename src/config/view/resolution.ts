import { type Resolution, resolution } from '../../core/omegaconf/resolve'
import type { Parsed } from '../../core/parsed'

/** What `oc.env` sees: values by the names of variables. */
export type Environment = Readonly<Record<string, string>>
export const noVariables: Environment = {}

const known = new WeakMap<Parsed, { env: Environment; resolution: Resolution }>()

/** The resolution of a text in an environment, with NeMo's resolvers; the same object for the same two, so that it is worked out once. */
export function resolutionOf(parsed: Parsed, env: Environment = noVariables): Resolution {
  const last = known.get(parsed)
  if (last?.env === env) return last.resolution
  const made = resolution(parsed, { env })
  known.set(parsed, { env, resolution: made })
  return made
}
