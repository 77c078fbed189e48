import type { Fix, Issue } from '../../core/issue'
import { referencesTo } from '../../core/omegaconf/references'
import type { NodeView } from '../../core/parsed'
import { isWithin, type Path, type PathKey, pathKey, printPath } from '../../core/path'
import { literalSource } from '../fixes/value-fix'
import { trains } from '../rules/shared/training'
import { isSynthetic } from '../rules/shared/training-data'
import { specAt } from '../schema/specs'
import type { ConfigView } from '../view/config-view'
import { isFillIn } from '../view/fill-in'
import { isPlaceholder } from '../view/placeholder'

/**
 * What is still to be given: `missing-value` for each `???`, `placeholder` for texts that examples put where a value of one's own
 * belongs. Silent where another issue asks for the same value, where nothing reads the key, and where the value comes by itself.
 * omegaconf:omegaconf/base.py:MissingMandatoryValue
 */
export function fillInIssues(c: ConfigView, found: readonly Issue[]): Issue[] {
  const candidates = [...c.parsed.nodes.values()].filter(isCandidate)
  if (candidates.length === 0) return []
  const said = new Set(found.filter(saysItAll).map(({ path }) => pathKey(path)))
  const isRead = readsOf(c)
  return candidates.filter(({ path }) => !isSaidAt(said, path) && isRead(path)).flatMap((node) => issueAt(node) ?? [])
}

/** A text where it is written, not where an alias repeats it. */
const textOf = ({ scalar, via, style }: NodeView): string | null =>
  scalar?.t === 'str' && via === null && style !== 'alias' ? scalar.v : null

function isCandidate(node: NodeView): boolean {
  const text = textOf(node)
  return text !== null && (text === '???' || (isPlaceholder(text) && !isProse(node.path)))
}

/** Prompts may say anything. */
const isProse = (path: Path): boolean =>
  /(?:prompt|text|caption)s?$/.test(String(path.findLast((step) => typeof step === 'string')))

/** Issues of a place after which nothing needs to be filled in there. */
const keyCodes: ReadonlySet<string> = new Set([
  ...['unknown-key', 'removed-key', 'not-applicable', 'unknown-class-parameter', 'imagen-unknown-key'],
])
const saysItAll = (issue: Issue): boolean => isFillIn(issue) || keyCodes.has(issue.code)

const isSaidAt = (said: ReadonlySet<PathKey>, path: Path): boolean =>
  path.some((_, i) => said.has(pathKey(path.slice(0, i + 1))))

/** Places that a config's script does not read, or that fill themselves. */
function readsOf(c: ConfigView): (path: Path) => boolean {
  const off: Path[] = [['hydra']]
  const holds = (condition: () => boolean): boolean => c.attempt(condition)?.answer === true
  if (holds(() => isSynthetic(c))) off.push(['model', 'data', 'train', 'dataset_path'], ['model', 'data', 'webdataset'])
  if (c.is('dreambooth') && trains(c) && !holds(() => c.isTrue('model.with_prior_preservation')))
    off.push(['infer'], ['model', 'data', 'regularization_dir'], ['model', 'data', 'regularization_prompt'])
  const isUnused = (path: Path) => specAt(path)?.meta.unused === true && referencesTo(c.parsed, path).length === 0
  return (path) => !off.some((place) => isWithin(path, place)) && !isUnused(path)
}

/** `???` is taken for null there. nemo/collections/multimodal/models/text_to_image/imagen/imagen.py */
const takenForNull = 'model.conditioning.encoder_path'

function issueAt(node: NodeView): Issue | null {
  const { path, valueSpan: span } = node
  const value = textOf(node) ?? ''
  const at = printPath(path)
  if (value !== '???') return { code: 'placeholder', path, span, level: 'error', facts: { path: at, value } }
  if (at === takenForNull) return null
  const fix = defaultFix(path)
  return { code: 'missing-value', path, span, level: 'error', facts: { path: at }, ...(fix === null ? {} : { fix }) }
}

/** A number or switch that NeMo has a default for. */
function defaultFix(path: Path): Fix | null {
  const fallback = specAt(path)?.meta.default
  if (typeof fallback !== 'number' && typeof fallback !== 'boolean') return null
  return { kind: 'set', path, source: literalSource(fallback) }
}
