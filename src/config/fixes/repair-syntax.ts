import { diffText } from '../../core/document/text-diff'
import type { Fix, Issue } from '../../core/issue'
import { parse } from '../../core/omegaconf/parse'
import type { NodeView, Parsed } from '../../core/parsed'
import { pathKey } from '../../core/path'
import { applyEdits, type Edit, type Span } from '../../core/text'
import { planRemoveOn } from '../../core/yaml/plan'
import { quoted } from '../../core/yaml/scalar'

/** A text with many problems is repaired from its start: each repair is parsed. */
const mostRepairs = 3

/** The problems of a text that does not load, with the repairs that are proven: after each, the text has fewer. */
export function withRepairs(parsed: Parsed): Issue[] {
  const duplicates = parsed.problems.filter(isDuplicate)
  const renamed = duplicates.length === 0 ? null : renameRepeated(parsed, duplicates)
  return parsed.problems.map((issue, i) => {
    if (isDuplicate(issue)) return renamed === null ? issue : { ...issue, ...withoutRepeated(parsed, renamed, issue) }
    for (const edits of i < mostRepairs ? candidates(parsed, issue) : []) {
      const fix = proven(parsed, edits)
      if (fix !== null) return { ...issue, fix }
    }
    return issue
  })
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

function renameRepeated({ text }: Parsed, duplicates: readonly Located[]): Renamed | null {
  const sorted = [...duplicates].sort((a, b) => a.span.from - b.span.from)
  const names = sorted.map((_, i) => `repeated_${i}_of_${sorted.length}`)
  if (names.some((name) => text.includes(name))) return null
  const edits = sorted.map(({ span }, i) => ({ ...span, insert: names[i] ?? '' }))
  if (edits.some(({ from }, i) => from < (edits[i - 1]?.to ?? 0))) return null
  const tree = parse(applyEdits(text, edits))
  return tree.sound ? { tree, names, duplicates: sorted } : null
}

/** Where a repeated key stands, and the edits that remove it with its value. */
function withoutRepeated(parsed: Parsed, { tree, names, duplicates }: Renamed, issue: Located): Partial<Issue> {
  const own = duplicates.indexOf(issue)
  const node = [...tree.nodes.values()].find(({ path, via }) => via === null && path.at(-1) === names[own])
  const key = String(issue.facts.key)
  const path = node === undefined ? null : [...node.path.slice(0, -1), key]
  if (node === undefined || path === null || !standsBefore(tree.nodes.get(pathKey(path)), node)) return {}
  const planned = own < mostRepairs ? planRemoveOn(tree, node.path) : null
  if (planned?.ok !== true) return { path }
  const after = duplicates.reduce(
    (text, { span }, i) => text.replace(names[i] ?? '', () => parsed.text.slice(span.from, span.to)),
    applyEdits(tree.text, planned.edits),
  )
  const fix = proven(parsed, diffText(parsed.text, after))
  return fix === null ? { path } : { path, fix }
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
