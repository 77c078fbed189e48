import type { Fix, Issue, Level } from '../core/issue'
import type { NodeView, Parsed } from '../core/parsed'
import { childKey, pathKey, samePath } from '../core/path'
import type { Typed } from '../core/typed'
import { checkValue } from './check-value'
import type { FieldMeta, FieldSpec } from './field'
import { nearest } from './nearest'
import { childSpecs, isFree, specAt, specBelow } from './specs'

/** What the schema alone says of the values of a text: unknown and removed keys, types, bounds, closed sets. */
export function checkSchema(parsed: Parsed): Issue[] {
  const root = specAt([])
  const found: Issue[] = []
  if (root !== null) checkChildren(parsed, parsed.nodes.get(''), root, '', found)
  return found
}

function checkChildren(
  parsed: Parsed,
  parent: NodeView | undefined,
  spec: FieldSpec,
  key: string,
  found: Issue[],
): void {
  if (parent === undefined || parent.via !== null || parent.style === 'alias') return
  for (const step of parent.children) {
    const node = parsed.nodes.get(childKey(key, step))
    if (node === undefined) continue
    const below = specBelow(spec, step)
    if (below !== null) checkNode(parsed, node, below, childKey(key, step), found)
    else if (parent.kind === 'dict' && !isFree(parent.path) && describesKeys(spec)) found.push(unknownKey(node, spec))
  }
}

const describesKeys = (spec: FieldSpec): boolean =>
  spec.accepts.some((accept) => accept.kind === 'dict' && accept.fields.length > 0)

function checkNode(parsed: Parsed, node: NodeView, spec: FieldSpec, key: string, found: Issue[]): void {
  if (spec.meta.deprecated !== undefined) {
    found.push(deprecatedKey(parsed, node, spec.meta.deprecated))
    if (spec.meta.deprecated.removed) return
  }
  const problem = checkValue(spec, typedOf(node))
  if (problem !== null) {
    const source = typeof problem.facts.near === 'string' ? problem.facts.near : null
    found.push({
      code: problem.code,
      path: node.path,
      span: node.style === 'empty' ? (node.keySpan ?? node.valueSpan) : node.valueSpan,
      level: 'error',
      facts: problem.facts,
      ...(source === null ? {} : { fix: { kind: 'set', path: node.path, source } satisfies Fix }),
    })
    return
  }
  checkChildren(parsed, node, spec, key, found)
}

/** A node's type for a check of itself; what a list or dict contains is checked at its own place. */
function typedOf(node: NodeView): Typed {
  if (node.scalar !== null) return node.scalar
  if (node.kind === 'dict') return { t: 'dict', v: [] }
  return { t: 'list', v: node.children.map(() => ({ t: 'null' })) }
}

const levelOf = (spec: FieldSpec): Level => (spec.meta.unknownKeys === 'error' ? 'error' : 'warning')

function unknownKey(node: NodeView, parent: FieldSpec): Issue {
  const key = String(node.path.at(-1))
  const siblings = childSpecs(node.path.slice(0, -1)).map((spec) => spec.pattern.at(-1) ?? '')
  const near = nearest(key, siblings)
  return {
    code: 'unknown-key',
    path: node.path,
    span: node.keySpan,
    level: levelOf(parent),
    facts: { key, ...(near === null ? {} : { near }) },
    ...(near === null ? {} : { fix: { kind: 'rename', path: node.path, key: near } satisfies Fix }),
  }
}

function deprecatedKey(
  parsed: Parsed,
  node: NodeView,
  { since, replacement, removed }: NonNullable<FieldMeta['deprecated']>,
): Issue {
  return {
    code: removed ? 'removed-key' : 'deprecated-key',
    path: node.path,
    span: node.keySpan,
    level: removed ? 'error' : 'warning',
    facts: { key: String(node.path.at(-1)), since, ...(replacement === undefined ? {} : { replacement }) },
    fix: replacementFix(parsed, node, replacement),
  }
}

/** A replacement beside the key takes its value over; else the key is removed. */
function replacementFix(parsed: Parsed, node: NodeView, replacement: string | undefined): Fix {
  const beside = replacement?.split('.') ?? []
  const key = beside.at(-1) ?? ''
  const isBeside = samePath(beside.slice(0, -1), node.path.slice(0, -1)) && !parsed.nodes.has(pathKey(beside))
  return isBeside && beside.length > 0 ? { kind: 'rename', path: node.path, key } : { kind: 'remove', path: node.path }
}
