import type { Fix, Issue } from '../../core/issue'
import type { NodeView, Parsed } from '../../core/parsed'
import { type PathKey, pathKey, printPath } from '../../core/path'
import type { TypedScalar } from '../../core/typed'
import { quoted, scalarSource } from '../../core/yaml/scalar'
import type { SecondReader } from '../../core/yaml12/second-reader'
import { markFix } from '../fixes/value-fix'
import { checkValue } from '../schema/check-value'
import type { FieldSpec } from '../schema/field'
import { type Reading, readingOf } from '../schema/reading'
import { specAt } from '../schema/specs'
import { isStructured } from '../schema/structured'

/** Rules that say of a value that it is read, or converted, into another. */
const isOfReading: ReadonlySet<string> = new Set(['yaml-none-text', 'exp-manager-silent-conversion'])

/**
 * Values that OmegaConf reads as something else than they look like, or than programs that read YAML 1.2, with what was likely meant;
 * only where no other issue says it. Hints: what is read fits at its place. omegaconf:omegaconf/_utils.py:144
 */
export function readingIssues(parsed: Parsed, found: readonly Issue[], readElsewhere: SecondReader): Issue[] {
  const said = new Set<PathKey>()
  for (const { code, level, path } of found) if (level === 'error' || isOfReading.has(code)) said.add(pathKey(path))
  const issues: Issue[] = []
  for (const [key, node] of parsed.nodes) {
    if (node.scalar === null || node.via !== null || said.has(key)) continue
    const issue =
      node.style === 'plain' && node.tag === null ? ofPlain(parsed, node, readElsewhere) : ofMark(parsed, node)
    if (issue !== null) issues.push(issue)
  }
  return issues
}

function ofPlain({ text }: Parsed, node: NodeView, readElsewhere: SecondReader): Issue | null {
  const source = text.slice(node.valueSpan.from, node.valueSpan.to)
  const { scalar, path } = node
  const reading = scalar === null ? null : readingOf(source, scalar, readElsewhere)
  if (scalar === null || reading === null) return null
  const spec = specAt(path)
  if (scalar.t === 'str' && (isMember(spec, scalar.v) || !misleads(spec, reading))) return null
  const issue = issueOf(node, reading.kind, source, { kind: 'set', path, source: instead(spec, reading, source) })
  if (reading.elsewhere === undefined) return issue
  return { ...issue, facts: { ...issue.facts, elsewhere: sourceElsewhere(reading.elsewhere) } }
}

/** A value as YAML 1.2 has it, a text in quotes. */
const sourceElsewhere = (value: TypedScalar): string =>
  value.t === 'str' ? quoted(value.v, 'single') : scalarSource(value)

const fits = (spec: FieldSpec | null, scalar: TypedScalar): boolean =>
  spec === null || checkValue(spec, scalar) === null

/** True for a text of a closed set, such as `none`. */
const isMember = (spec: FieldSpec | null, text: string): boolean =>
  spec?.accepts.some((accept) => accept.kind === 'enum' && accept.values.includes(text)) === true

/** True when a text stands where the other type is taken too; exp_manager converts texts by itself. */
function misleads(spec: FieldSpec | null, { kind, meant }: Reading): boolean {
  if (kind === 'date') return spec === null
  if (spec === null) return true
  if (kind === 'null') return fits(spec, { t: 'null' })
  if (isStructured(spec)) return false
  return meant === null ? spec.accepts.some((accept) => accept.kind === 'float') : fits(spec, meant)
}

/** The value that was meant where it fits, else the text in quotes. */
function instead(spec: FieldSpec | null, { kind, meant }: Reading, source: string): string {
  const isText = kind === 'date' || (kind === 'sixty' && fits(spec, { t: 'str', v: source }))
  return meant === null || isText || !fits(spec, meant) ? quoted(source, 'single') : scalarSource(meant)
}

function ofMark({ text }: Parsed, node: NodeView): Issue | null {
  const fix = markFix(specAt(node.path), node, text)
  return fix === null ? null : issueOf(node, 'tag', `! ${text.slice(node.valueSpan.from, node.valueSpan.to)}`, fix)
}

function issueOf({ path, scalar, valueSpan }: NodeView, variant: string, source: string, fix: Fix): Issue {
  const value = scalar === null ? '' : scalarSource(scalar)
  return {
    code: 'reads-differently',
    path,
    span: valueSpan,
    level: 'info',
    facts: { path: printPath(path), source, value },
    variant,
    fix,
  }
}
