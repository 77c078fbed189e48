import type { Parsed } from '../../core/parsed'
import { type Path, pathKey } from '../../core/path'
import { stepOfKey, type Typed } from '../../core/typed'
import { oneLineSource } from './one-line'

/** A place where two configs say different things, each as YAML source on one line; null where nothing stands. */
export interface Difference {
  readonly path: Path
  readonly theirs: string | null
  readonly mine: string | null
}

/**
 * Where two configs differ by what is read, not by how it is written, in the order of `theirs`, what only `mine` has behind it in the
 * same map. Maps are compared key by key, lists of maps item by item when they are equally long, other lists as a whole.
 */
export function differencesBetween(theirs: Parsed, mine: Parsed): Difference[] {
  const found: Difference[] = []
  const source = (parsed: Parsed, path: Path, typed: Typed | undefined): string | null =>
    typed === undefined ? null : oneLineSource(parsed, parsed.nodes.get(pathKey(path)), typed)
  const compare = (a: Typed | undefined, b: Typed | undefined, path: Path): void => {
    if (a !== undefined && b !== undefined && sameValue(a, b)) return
    const steps = stepsOf(a, b)
    if (steps === null) found.push({ path, theirs: source(theirs, path, a), mine: source(mine, path, b) })
    else for (const [step, x, y] of steps) compare(x, y, [...path, step])
  }
  compare(theirs.typed, mine.typed, [])
  return found
}

type Step = readonly [Path[number], Typed | undefined, Typed | undefined]

/** What stands below two values, to be compared one by one; null when the values are to be compared as they are. */
function stepsOf(a: Typed | undefined, b: Typed | undefined): Step[] | null {
  const [dictA, dictB] = [entriesOf(a), entriesOf(b)]
  if (dictA !== null && dictB !== null && (dictA.size > 0 || dictB.size > 0))
    return [...new Set([...dictA.keys(), ...dictB.keys()])].map((key) => [key, dictA.get(key), dictB.get(key)])
  if (a?.t !== 'list' || b?.t !== 'list' || a.v.length !== b.v.length) return null
  return a.v.some(({ t }) => t === 'dict') ? a.v.map((item, i) => [i, item, b.v[i]]) : null
}

/** The values of a map by their step, none for what is not there; null for what is no map. */
function entriesOf(typed: Typed | undefined): Map<Path[number], Typed> | null {
  if (typed === undefined) return new Map()
  return typed.t === 'dict' ? new Map(typed.v.map(([key, value]) => [stepOfKey(key), value])) : null
}

/** Equal as Python compares config values: by type and value, maps in any order. */
function sameValue(a: Typed, b: Typed): boolean {
  if (a.t === 'dict' && b.t === 'dict') {
    const others = entriesOf(b)
    return (
      a.v.length === b.v.length &&
      a.v.every(([key, value]) => {
        const other = others?.get(stepOfKey(key))
        return other !== undefined && sameValue(value, other)
      })
    )
  }
  if (a.t === 'list' && b.t === 'list')
    return a.v.length === b.v.length && a.v.every((item, i) => sameValue(item, b.v[i] as Typed))
  return JSON.stringify(a) === JSON.stringify(b)
}
