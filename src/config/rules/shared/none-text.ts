import { specAt } from '../../schema/specs'
import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'

/** YAML's nothing is `null`, `~` or an empty place; Python's word for it is a text. omegaconf/_utils.py:144 */
function* noneTexts(c: ConfigView): Iterable<Finding> {
  for (const { path, scalar } of c.parsed.nodes.values()) {
    if (scalar?.t !== 'str' || scalar.v !== 'None' || !c.knows(path)) continue
    const takesNull = specAt(path)?.accepts.some(({ kind }) => kind === 'null') === true
    if (takesNull) yield { at: path, fix: set(path, null) }
    else if (path[0] === 'trainer' || path[0] === 'exp_manager') yield { at: path }
  }
}

/** Python's None written into YAML. */
export const noneTextRules: readonly Rule[] = [{ id: 'yaml-none-text', level: 'warning', check: noneTexts }]
