import type { CliMessages } from '../i18n/cli/cli.en'
import { UsageError } from './usage'

/** The variables that `oc.env` sees, from `--env NAME=VALUE`. Throws UsageError. */
export function environmentOf(given: readonly string[], { usage }: CliMessages): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=')
      if (at <= 0) throw new UsageError(usage.env(pair))
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
