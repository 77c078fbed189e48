import type { ApplyFailure } from '../core/hydra/apply-overrides'
import type { OverrideError } from '../core/hydra/override'
import { printPath } from '../core/path'
import type { Messages } from './messages'

/** Why overrides were not applied, as a sentence. */
export function overrideSentence(failure: ApplyFailure, messages: Pick<Messages, 'overrides' | 'refusals'>): string {
  const { overrides, refusals } = messages
  switch (failure.stage) {
    case 'parse':
      return syntaxSentence(failure, messages)
    case 'apply':
      return overrides.apply[failure.code](failure.key)
    case 'edit':
      return overrides.edit(printPath(failure.path), refusals[failure.refusal])
    default:
      return overrides[failure.stage]
  }
}

/** Why an argument is no override, as a sentence. */
export function syntaxSentence({ code, facts }: OverrideError, { overrides }: Pick<Messages, 'overrides'>): string {
  const sentence = overrides.syntax[code]
  if (typeof sentence === 'string') return sentence
  return sentence(String(Object.values(facts)[0] ?? ''))
}
