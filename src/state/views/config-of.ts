import { kindOf, scriptFamily } from '../../config/schema/family'
import { ConfigView } from '../../config/view/config-view'
import { resolutionOf } from '../../config/view/resolution'
import type { AppState } from '../store'
import { shownParsed } from './field-view'

/** Issues that say of a value itself that it is of no use; what rules say of it does not hide it from others. */
const ofValues: ReadonlySet<string> = new Set(['type', 'enum', 'range', 'pattern', 'length', 'null', 'interpolation'])

const views = new WeakMap<AppState['issues'], ConfigView>()

/** The config of a state with its values resolved, as rules see it; made once for the same text, environment and kind. */
export function configOf(state: AppState): ConfigView {
  let view = views.get(state.issues)
  if (view === undefined) {
    const parsed = shownParsed(state)
    view = new ConfigView(parsed, {
      resolution: resolutionOf(parsed, state.env),
      issues: state.issues.filter(({ code }) => ofValues.has(code)),
      family: scriptFamily(kindOf(parsed, state.pinned)),
    })
    views.set(state.issues, view)
  }
  return view
}
