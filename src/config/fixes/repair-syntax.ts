import { diffText } from '../../core/document/text-diff'
import type { Fix, Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import type { NodeView, Parsed } from '../../core/parsed'
import { pathKey, samePath } from '../../core/path'
import { applyEdits, type Edit, type Span } from '../../core/text'
import { planRemoveOn } from '../../core/yaml/plan'
import { quoted } from '../../core/yaml/scalar'

/** A text with many problems is repaired from its start: each repair is parsed. */
const mostRepairs = 3

/**
 * The one-click repair of an issue of this text: its own, or, for a problem of a text that does not load, one that is planned now and
 * proven to leave fewer problems. Null when there is none. Asked again, it answers from what was planned.
 */
export function repairOf(parsed: Parsed, issue: Issue): Fix | null {
  if (issue.fix !== undefined) return issue.fix
  const problem = isRepairable(issue) ? problemOf(parsed, issue) : undefined
  if (problem === undefined) return null
  const known = planned.get(problem)
  if (known !== undefined) return known
  const fix = isDuplicate(problem) ? withoutRepeated(parsed, problem) : firstProven(parsed, problem)
  planned.set(problem, fix)
  return fix
}

/** By problems as they were parsed, which belong to one text. */
const planned = new WeakMap<Issue, Fix | null>()

const isRepairable = ({ code }: Issue): boolean =>
  ['yaml-duplicate-key', 'yaml-tag', 'yaml-flow', 'yaml-value', 'interpolation-syntax'].includes(code)

/** The problem that an issue tells: the check keeps its span. An issue of an earlier text is the problem of its kind and place. */
const problemOf = ({ problems }: Parsed, { code, path, span }: Issue): Issue | undefined =>
  problems.find((problem) => span !== null && problem.span === span) ??
  problems.find((problem) => problem.code === code && samePath(problem.path, path))

function firstProven(parsed: Parsed, problem: Issue): Fix | null {
  if (parsed.problems.indexOf(problem) >= mostRepairs) return null
  for (const edits of candidates(parsed, problem)) {
    const fix = proven(parsed, edits)
    if (fix !== null) return fix
  }
  return null
}

/** A repair that leaves fewer problems. */
function proven(parsed: Parsed, edits: readonly Edit[]): Fix | null {
  const after = parse(applyEdits(parsed.text, edits))
  return after.problems.length < parsed.problems.length ? { kind: 'edits', edits } : null
}

interface Located extends Issue {
  readonly span: Span
}
const isDuplicate = (issue: Issue): issue is Located => issue.code === 'yaml-duplicate-key' && issue.span !== null

/** The same text in which every repeated key has a name of its own, so that it has a tree. */
interface Renamed {
  readonly tree: Parsed
  readonly names: readonly string[]
  readonly duplicates: readonly Located[]
}

const renamings = new WeakMap<Parsed, Renamed | null>()

function renamedOf(parsed: Parsed): Renamed | null {
  const known = renamings.get(parsed)
  if (known !== undefined) return known
  const renamed = renameRepeated(parsed)
  renamings.set(parsed, renamed)
  return renamed
}

function renameRepeated({ text, problems }: Parsed): Renamed | null {
  const duplicates = problems.filter(isDuplicate).sort((a, b) => a.span.from - b.span.from)
  const names = duplicates.map((_, i) => `repeated_${i}_of_${duplicates.length}`)
  if (names.some((name) => text.includes(name))) return null
  const edits = duplicates.map(({ span }, i) => ({ ...span, insert: names[i] ?? '' }))
  if (edits.some(({ from }, i) => from < (edits[i - 1]?.to ?? 0))) return null
  const tree = parse(applyEdits(text, edits))
  return tree.sound ? { tree, names, duplicates } : null
}

/** The repair that removes a repeated key with its value. */
function withoutRepeated(parsed: Parsed, problem: Located): Fix | null {
  const renamed = renamedOf(parsed)
  if (renamed === null) return null
  const { tree, names, duplicates } = renamed
  const own = duplicates.indexOf(problem)
  if (own >= mostRepairs) return null
  const node = [...tree.nodes.values()].find(({ path, via }) => via === null && path.at(-1) === names[own])
  const first = tree.nodes.get(pathKey([...(node?.path.slice(0, -1) ?? []), String(problem.facts.key)]))
  if (node === undefined || !standsBefore(first, node)) return null
  const removal = planRemoveOn(tree, node.path)
  if (!removal.ok) return null
  const after = duplicates.reduce(
    (text, { span }, i) => text.replace(names[i] ?? '', () => parsed.text.slice(span.from, span.to)),
    applyEdits(tree.text, removal.edits),
  )
  return proven(parsed, diffText(parsed.text, after))
}

/** False for what a merge key repeats: both must be written in one map. */
const standsBefore = (first: NodeView | undefined, { keySpan }: NodeView): boolean =>
  first?.via === null && first.keySpan !== null && keySpan !== null && first.keySpan.from < keySpan.from

/** Repairs to try, the smallest first. */
function candidates(parsed: Parsed, issue: Issue): (readonly Edit[])[] {
  const closing = closingEdit(parsed, issue)
  if (closing !== null) return [[closing]]
  const { code, facts, span } = issue
  if (span === null) return []
  if (code === 'yaml-tag')
    return facts.tag === '!!value' || facts.tag === '!!merge' ? [[quotedAt(parsed.text, span)]] : []
  return code === 'yaml-flow' || code === 'yaml-value' ? bareInBrackets(parsed.text, span.from) : []
}

/** Between brackets `???` and `${…}` are values only in quotes. */
function bareInBrackets(text: string, at: number): (readonly Edit[])[] {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const line = text.slice(from, end < 0 ? text.length : end)
  const edits = [...line.matchAll(/\?\?\?|\$\{[^{}]*\}/g)].map(({ index, 0: bare }) =>
    quotedAt(text, { from: from + index, to: from + index + bare.length }),
  )
  const own = edits.filter((edit) => edit.from <= at && at <= edit.to)
  return own.length === 0 ? [] : [own, edits]
}

const quotedAt = (text: string, { from, to }: Span): Edit => ({
  from,
  to,
  insert: quoted(text.slice(from, to), 'single'),
})

/** A `${` without its end. */
function closingEdit({ text, nodes }: Parsed, { code, path }: Issue): Edit | null {
  const node = code === 'interpolation-syntax' ? nodes.get(pathKey(path)) : undefined
  if (node === undefined || !['plain', 'single', 'double'].includes(node.style)) return null
  const end = node.valueSpan.to - (node.style === 'plain' ? 0 : 1)
  return /\$\{[^{}]*$/.test(text.slice(node.valueSpan.from, end)) ? { from: end, to: end, insert: '}' } : null
}
