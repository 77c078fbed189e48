import { type ConfigView, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isManaged } from '../shared/experiment'

const reference = '${name}'

/** A null name inside a longer text is read as the word None; that it is missing is said where it is referred to. */
function nullName(c: ConfigView): Finding | null {
  if (!c.has('name') || c.get('name') !== null) return null
  const users = [...c.parsed.nodes.values()].filter(
    ({ scalar }) => scalar?.t === 'str' && scalar.v !== reference && scalar.v.includes(reference),
  )
  return users.length === 0 ? null : { at: 'name', also: users.map(({ path }) => path), facts: { reference } }
}

function unusedName(c: ConfigView): Finding | null {
  if (!c.has('name') || c.parsed.text.includes(reference)) return null
  const at = 'exp_manager.name'
  return { at: pathOfPlace('name'), ...(isManaged(c) && !c.isSet(at) ? { fix: set(at, reference) } : {}) }
}

/** The name at the top, which others refer to. */
export const runNameRules: readonly Rule[] = [
  { id: 'name-missing', level: 'warning', check: nullName },
  { id: 'name-unused', level: 'info', check: unusedName },
]
