import type { Element, Interpolation, Key, NodeInterpolation, ResolverInterpolation, Text } from './grammar'

/** Every `${…}` of a string in the order they are written, nested ones behind those that hold them. */
function interpolationsOf(text: Text): Interpolation[] {
  const found: Interpolation[] = []
  const visit = (part: string | Interpolation) => {
    if (typeof part === 'string') return
    found.push(part)
    if (part.kind === 'node') for (const { name } of part.keys) visit(name)
    else {
      part.name.forEach(visit)
      part.args.forEach(visitElement)
    }
  }
  const visitElement = (element: Element) => {
    if (element.kind === 'primitive') for (const part of element.parts) 'kind' in part && visit(part)
    else if (element.kind === 'quoted') element.text.forEach(visit)
    else if (element.kind === 'list') element.items.forEach(visitElement)
    else if (element.kind === 'dict') for (const [, value] of element.entries) visitElement(value)
  }
  text.forEach(visit)
  return found
}

/** The references of a string: `${a.b}`, and the keys that resolvers look up (`${oc.select:a.b}`). */
export const referencesOf = (text: Text): NodeInterpolation[] =>
  interpolationsOf(text).flatMap((part) => {
    if (part.kind === 'node') return [part]
    const key = selectedKey(part)
    return key === null ? [] : [key]
  })

/** The reference that a string is as a whole, so that it stands for what that names; null for any other string. */
export function wholeReference(text: Text): NodeInterpolation | null {
  const only = text.length === 1 ? text[0] : undefined
  if (only === undefined || typeof only === 'string') return null
  if (only.kind === 'node') return only
  return ['oc.select', 'oc.deprecated'].includes(only.name.join('')) ? selectedKey(only) : null
}

/** Resolvers whose first argument is a written key. omegaconf/resolvers/oc/__init__.py, dict.py */
const selecting: readonly string[] = ['oc.select', 'oc.deprecated', 'oc.dict.keys', 'oc.dict.values']

function selectedKey(part: ResolverInterpolation): NodeInterpolation | null {
  const written = selecting.includes(part.name.join('')) ? literalOf(part.args[0]) : null
  if (written === null) return null
  const dots = /^\.*/.exec(written.text)?.[0].length ?? 0
  const keys = [...written.text.matchAll(/[^.[\]]+/g)].map(
    ({ 0: name, index }): Key => ({ name, from: written.from + index, to: written.from + index + name.length }),
  )
  return keys.length === 0
    ? null
    : { kind: 'node', dots, keys, from: written.from, to: written.from + written.text.length }
}

/** An argument without interpolations and escapes as it is written, and where; null for any other. */
function literalOf(element: Element | undefined): { text: string; from: number } | null {
  if (element?.kind === 'quoted') {
    const [text, ...others] = element.text
    return typeof text === 'string' && others.length === 0 && !/[\\'"$]/.test(text)
      ? { text, from: element.from }
      : null
  }
  if (element?.kind !== 'primitive') return null
  const isPlain = element.parts.every((part) => !('kind' in part) && part.type !== 'escape')
  const text = element.parts.map((part) => ('kind' in part ? '' : part.text)).join('')
  return isPlain ? { text, from: element.from } : null
}

/** The environment variables that a string asks for by name. */
export const variablesOf = (text: Text): string[] =>
  interpolationsOf(text).flatMap((part) =>
    part.kind === 'resolver' && part.name.join('') === 'oc.env' ? (literalOf(part.args[0])?.text ?? []) : [],
  )
