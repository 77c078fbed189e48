import type { ApplyFailure } from '../core/hydra/apply-overrides'
import type { OverrideError } from '../core/hydra/override'
import { printPath } from '../core/path'
import type { Messages } from './messages'
import type { PanelMessages } from './panels/panels.en'

/** Why overrides were not applied, as a sentence. */
export function overrideSentence(failure: ApplyFailure, { overrides }: PanelMessages, { refusals }: Messages): string {
  switch (failure.stage) {
    case 'parse':
      return syntaxSentence(failure, overrides)
    case 'apply':
      return overrides.apply[failure.code](failure.key)
    case 'edit':
      return overrides.edit(printPath(failure.path), refusals[failure.refusal])
    default:
      return overrides[failure.stage]
  }
}

/** Why an argument is no override, as a sentence. */
export function syntaxSentence({ code, facts }: OverrideError, overrides: PanelMessages['overrides']): string {
  const sentence = overrides.syntax[code]
  if (typeof sentence === 'string') return sentence
  return sentence(String(Object.values(facts)[0] ?? ''))
}
