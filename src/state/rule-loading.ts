import { loadRuleGroup, type RuleGroup, ruleGroupsFor } from '../config/rules/rule-groups'
import { kindOf, scriptFamily } from '../config/schema/family'
import type { AppState, Store } from './store'

const neededIn = ({ doc, pinned }: AppState): readonly RuleGroup[] =>
  ruleGroupsFor(doc.parsed, scriptFamily(kindOf(doc.parsed, pinned)))

/** True when every rule that can speak of the text has been loaded: only then is a text without issues ready. */
export const isFullyChecked = (state: AppState): boolean => neededIn(state).every((group) => state.rules.has(group))

/** True when it is known which script reads the text: only then can one say that it will run. */
export const isRecognised = ({ doc, pinned }: AppState): boolean => scriptFamily(kindOf(doc.parsed, pinned)) !== null

const loadSecondReader = async () => (await import('../core/yaml12/second-reader')).readAsYaml12

const asking = new WeakMap<Store, (state: AppState) => void>()

/** Asks again for the rules that the text needs and that could not be had. */
export const loadRulesAgain = (store: Store): void => asking.get(store)?.(store.getState())

/**
 * Loads the second reader, and the rules that the text at hand needs, now and whenever it needs more. What could not be had is tried again with the next change,
 * and by `loadRulesAgain`.
 */
export function keepRulesLoaded(store: Store): () => void {
  const asked = new Set<RuleGroup | 'reader'>()
  const askOnce = (name: RuleGroup | 'reader', load: () => Promise<void>) => {
    if (asked.has(name)) return
    asked.add(name)
    load().catch(() => {
      asked.delete(name)
      store.failRules()
    })
  }
  const ask = (state: AppState) => {
    for (const group of neededIn(state)) askOnce(group, async () => store.addRules(group, await loadRuleGroup(group)))
    // Notes only: it is not in the way of the rules.
    if (state.rules.has('base')) askOnce('reader', async () => store.addSecondReader(await loadSecondReader()))
  }
  asking.set(store, ask)
  ask(store.getState())
  return store.subscribe((state, previous) => {
    const isNew = state.doc.parsed !== previous.doc.parsed || state.pinned !== previous.pinned
    if (isNew || state.rules !== previous.rules) ask(state)
  })
}
