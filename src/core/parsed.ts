import type { Issue } from './issue'
import type { Path, PathKey } from './path'
import type { Edit, Span } from './text'
import type { Typed, TypedScalar } from './typed'

/** How a value is written. `empty`: nothing stands after the key or dash (null); `alias`: `*name`. */
export type NodeStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'block' | 'flow' | 'empty' | 'alias'

/** One place of the config: where its key and value stand in the text and what OmegaConf reads there. */
export interface NodeView {
  readonly path: Path
  readonly kind: 'scalar' | 'list' | 'dict'
  /** The scalar as OmegaConf reads it; null for lists and dicts. */
  readonly scalar: TypedScalar | null
  /** The key's source in a mapping, null for list items and the root. */
  readonly keySpan: Span | null
  /** The value's source without tag, anchor or comment; empty, where a value would go, when `style` is `empty`. */
  readonly valueSpan: Span
  readonly style: NodeStyle
  /** Child steps in document order; empty for scalars. */
  readonly children: readonly (string | number | boolean)[]
  /** Why this place cannot be edited at itself: it is reached through an alias or comes from a merge key (`<<`). */
  readonly via: 'alias' | 'merge' | null
  readonly anchor: string | null
  readonly tag: string | null
}

/** What is wrong with a string that holds `${`: the Python class of the error and its offset in the string; null when nothing is. */
export type StringCheck = (value: string) => { readonly error: string; readonly offset: number } | null

/** What a text means, as `OmegaConf.load` reads it. Plain data; never throws, whatever the text. */
export interface Parsed {
  readonly text: string
  /** True when OmegaConf loads this text: no problem of level `error`. */
  readonly ok: boolean
  /**
   * True when the tree is what the text says, so that it can be shown and edited in place. A malformed `${…}` in a value
   * (code `interpolation-syntax`) makes OmegaConf refuse the file, `ok` false, but leaves this true: the value is the string as written.
   */
  readonly sound: boolean
  /** The container (a dict or list); an empty dict when nothing could be read. */
  readonly typed: Typed
  /** The same as plain JavaScript: ints as number, bigint beyond 2^53; floats as number; dicts as prototype-less objects (non-string keys by Python's `str`). */
  readonly values: unknown
  /** By `pathKey`, in document order, the root (empty path) first. */
  readonly nodes: ReadonlyMap<PathKey, NodeView>
  /** In document order, `#` included, line end not. */
  readonly comments: readonly Span[]
  readonly problems: readonly Issue[]
  /** What strings with `${` were judged by; texts that edits lead to are read with it too. */
  readonly check: StringCheck
}

/** Why an edit is not made. */
export type Refusal =
  | 'syntax' // the text is not `sound` now
  | 'source' // the given source is not one YAML value, or would not be read as meant here
  | 'alias' // the place is reached through an alias; editing it would change another place too
  | 'not-a-map' // the parent is a scalar or list
  | 'not-a-list'
  | 'no-such-place'
  | 'key-exists'
  | 'multi-document'
  | 'unproven' // the splice, parsed again, would change something else
  | 'internal' // a bug of ours: the plan failed

export type Plan = { ok: true; edits: Edit[] } | { ok: false; refusal: Refusal }
