import { kindOf, scriptFamily } from '../config/family'
import { loadRuleGroup, type RuleGroup, ruleGroupsFor } from '../config/rules/rule-groups'
import type { AppState, Store } from './store'

const neededIn = ({ doc, pinned }: AppState): readonly RuleGroup[] =>
  ruleGroupsFor(doc.parsed, scriptFamily(kindOf(doc.parsed, pinned)))

/** True when every rule that can speak of the text has been loaded: only then is a text without issues ready. */
export const isFullyChecked = (state: AppState): boolean => neededIn(state).every((group) => state.rules.has(group))

/** Loads the rules that the text at hand needs, now and whenever it needs more. What could not be had is tried again with the next change, or when `failRules(false)` says so. */
export function keepRulesLoaded(store: Store): () => void {
  const asked = new Set<RuleGroup>()
  const ask = (state: AppState) => {
    for (const group of neededIn(state)) {
      if (asked.has(group)) continue
      asked.add(group)
      loadRuleGroup(group).then(
        (rules) => store.addRules(group, rules),
        () => {
          asked.delete(group)
          store.failRules(true)
        },
      )
    }
  }
  ask(store.getState())
  return store.subscribe((state, previous) => {
    const isAskedAgain = previous.rulesFailed && !state.rulesFailed
    if (isAskedAgain || state.doc.parsed !== previous.doc.parsed || state.pinned !== previous.pinned) ask(state)
  })
}
