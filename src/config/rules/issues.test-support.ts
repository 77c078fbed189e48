import { parse } from '../../core/omegaconf/parse'
import { resolution } from '../../core/omegaconf/resolve'
import { printPath } from '../../core/path'
import { applyEdits } from '../../core/text'
import { checkSchema } from '../check/check-schema'
import { planFix } from '../fixes/fix'
import type { Family } from '../schema/field'
import { ConfigView } from '../view/config-view'
import { issuesOf, type Rule } from '../view/rule'

function issuesIn(rules: readonly Rule[], text: string, family: Family | null) {
  const parsed = parse(text)
  if (parsed.problems.length > 0) throw new Error(`${text}\n${parsed.problems.map(({ code }) => code).join()}`)
  const view = new ConfigView(parsed, { resolution: resolution(parsed), issues: checkSchema(parsed), family })
  return { parsed, issues: rules.flatMap((rule) => issuesOf(rule, view)) }
}

/** What rules say of a text, one line a finding: `level id place`, with `/variant` when it has one. */
export const reported = (rules: readonly Rule[], text: string, family: Family | null = null): string[] =>
  issuesIn(rules, text, family).issues.map(
    ({ level, code, path, variant }) =>
      `${level} ${code} ${printPath(path)}${variant === undefined ? '' : `/${variant}`}`,
  )

/** The text after the repair of its first finding that has one. */
export function fixedText(rules: readonly Rule[], text: string, family: Family | null = null): string {
  const { parsed, issues } = issuesIn(rules, text, family)
  const fix = issues.find((issue) => issue.fix !== undefined)?.fix
  const planned = fix === undefined ? null : planFix(parsed, fix)
  return planned?.ok === true ? applyEdits(text, planned.edits) : 'no repair'
}
