import type { Facts, Issue } from '../issue'
import type { NodeStyle, NodeView, Parsed, StringCheck } from '../parsed'
import { childKey, type Path, type PathKey, sameKey } from '../path'
import { lineStarts, positionAt, type Span } from '../text'
import { plainOf, stepOfKey, type Typed, type TypedScalar } from '../typed'
import { compose, maxDepth, type RawList, type RawMap, type RawRef, type RawScalar } from './compose'
import {
  type Constructed,
  construct,
  type Entry,
  isPairsTag,
  isPathTag,
  maxExpanded,
  scalarTag,
  shortTag,
} from './construct'
import { constructScalar, isRefused } from './read-scalar'
import { YamlError } from './yaml-error'

/** UTF-16 units that the paths of all places may have together; an everyday text of 10,000 lines has a third of a million. */
const maxPathUnits = 50_000_000

/** The text as PyYAML loads it, strings with `${` judged by `check`. Never throws. */
export function parseYaml(text: string, check: StringCheck): Parsed {
  const forbidden = forbiddenCharacter(text)
  if (forbidden !== null) return unreadable(text, forbidden, check)
  try {
    const { root, comments } = compose(text)
    const reader = new Reader(text, comments, check)
    if (root === null) return reader.empty()
    const constructed = construct(root, lineIn(text))
    return reader.read(root, constructed)
  } catch (error) {
    return unreadable(text, error instanceof YamlError ? error : bugOf(error), check)
  }
}

/** A bug of ours, which the laws look for: the text is kept and its user told. */
const bugOf = (error: unknown): YamlError => new YamlError('internal', error instanceof Error ? error.name : '', 0)
/** The line (from 1) of an offset; the lines are counted when the first is asked for. */
function lineIn(text: string): (offset: number) => number {
  let starts: readonly number[] | null = null
  return (offset) => {
    starts ??= lineStarts(text)
    return positionAt(starts, offset).line
  }
}

/** PyYAML's reader refuses these anywhere, comments included. yaml/reader.py:NON_PRINTABLE */
const nonPrintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

function forbiddenCharacter(text: string): YamlError | null {
  const match = nonPrintable.exec(text)
  if (match === null) return null
  const character = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return new YamlError('yaml-character', 'ReaderError', match.index, { character })
}

function issueOf(error: YamlError, text: string, path: Path = []): Issue {
  const from = Math.min(error.at, text.length)
  const span = { from, to: Math.min(Math.max(error.to, from), text.length) }
  return { code: error.code, path, span, level: 'error', facts: { ...error.facts, error: error.error } }
}

/** A text that is not read at all, and why. */
export function unreadable(text: string, error: YamlError, check: StringCheck): Parsed {
  const root = rootView('dict', text, 'empty')
  return {
    text,
    ok: false,
    sound: false,
    typed: { t: 'dict', v: [] },
    values: {},
    nodes: new Map([['', root]]),
    comments: [],
    problems: [issueOf(error, text)],
    check,
  }
}

const rootView = (kind: NodeView['kind'], text: string, style: NodeStyle): NodeView => ({
  path: [],
  kind,
  scalar: null,
  keySpan: null,
  valueSpan: { from: text.length, to: text.length },
  style,
  children: [],
  via: null,
  anchor: null,
  tag: null,
})

/** Where a value stands and how it got there. */
interface Place {
  readonly path: Path
  readonly key: PathKey
  readonly keySpan: NodeView['keySpan']
  readonly via: NodeView['via']
}

/** Bounds of what a text may come to, as its problem names them. */
const beyondFacts = {
  'yaml-too-large': { limit: maxExpanded },
  'yaml-long-paths': { limit: maxPathUnits },
  'yaml-too-deep': {},
} satisfies Record<string, Facts>

class Reader {
  private readonly nodes = new Map<PathKey, NodeView>()
  private readonly problems: Issue[] = []
  private entriesOf: Constructed['entriesOf'] = new Map()
  private readonly open = new Set<unknown>()
  private expanded = 0
  private pathUnits = 0
  private isBeyond = false

  constructor(
    private readonly text: string,
    private readonly comments: readonly Span[],
    private readonly check: StringCheck,
  ) {}

  empty(): Parsed {
    this.nodes.set('', rootView('dict', this.text, 'empty'))
    return this.result({ t: 'dict', v: [] })
  }

  read(root: RawRef, { entriesOf, problems }: Constructed): Parsed {
    this.entriesOf = entriesOf
    for (const problem of problems) this.problem(problem, [])
    this.isBeyond = problems.some(({ code }) => code === 'yaml-too-large')
    if (root.node.kind === 'scalar') return this.readTopScalar(root.node)
    return this.result(this.value(root, { path: [], key: '', keySpan: null, via: null }))
  }

  private result(typed: Typed, sound = true): Parsed {
    const { text, nodes, problems } = this
    const serious = problems.filter((problem) => problem.level === 'error')
    return {
      text,
      ok: serious.length === 0,
      sound: sound && serious.every((problem) => problem.code === 'interpolation-syntax'),
      typed,
      get values() {
        return plainOf(typed)
      },
      nodes,
      comments: this.comments,
      problems,
      check: this.check,
    }
  }

  /** A top-level string is read as YAML once more, null counts as an empty config, other scalars are refused. omegaconf.py:OmegaConf.create */
  private readTopScalar(node: RawScalar): Parsed {
    const scalar = this.scalar(node, [])
    if (this.problems.length === 0 && scalar.t === 'null') return this.empty()
    this.nodes.set('', rootView('dict', this.text, 'empty'))
    const again =
      this.problems.length > 0
        ? null
        : scalar.t === 'str'
          ? containerOfString(scalar.v, this.check)
          : new YamlError('yaml-top-level', 'OSError', 0)
    const span = { from: node.from, to: node.to }
    if (again instanceof YamlError) {
      const from = Math.min(node.from + again.at, this.text.length)
      this.problems.push({
        ...issueOf(again, this.text),
        span: again.code === 'yaml-top-level' ? span : { from, to: from },
      })
    } else if (again !== null)
      this.problems.push({ code: 'yaml-top-level', path: [], span, level: 'warning', facts: {} })
    const typed: Typed = again === null || again instanceof YamlError ? { t: 'dict', v: [] } : again
    return this.result(typed, false)
  }

  private value(ref: RawRef, place: Place): Typed {
    const { node, alias } = ref
    const isExpanded = place.via !== null || alias !== null
    if (isExpanded && this.isBeyond) return { t: 'null' }
    if (isExpanded) this.expanded++
    this.pathUnits += place.key.length
    const bound = this.boundBy(place)
    if (bound !== null) return this.beyond(bound, ref, place)
    if (node.kind !== 'scalar' && this.open.has(node)) {
      this.problem(
        new YamlError('yaml-recursive', 'RecursionError', { from: ref.from, to: ref.to }, { name: alias ?? '' }),
        place.path,
      )
      return { t: 'null' }
    }
    if (node.kind === 'scalar') return this.scalarPlace(node, ref, place)
    return node.kind === 'list' && isPathTag(node.tag)
      ? this.pathPlace(ref, place)
      : this.containerPlace(node, ref, place)
  }

  private containerPlace(node: RawList | RawMap, ref: RawRef, place: Place): Typed {
    const within: Place = ref.alias === null ? place : { ...place, via: place.via ?? 'alias' }
    const children: (string | number | boolean)[] = []
    const kind = node.kind === 'list' ? 'list' : 'dict'
    this.place(ref, place, { kind, style: node.flow ? 'flow' : 'block', scalar: null, children })
    this.open.add(node)
    const read = node.kind === 'list' ? this.items(node.items, within, children) : this.entries(node, within, children)
    this.open.delete(node)
    return node.kind === 'list' && isPairsTag(node.tag) ? pairsOf(read) : read
  }

  /** Which bound a place is beyond, null when it is within all. */
  private boundBy({ path }: Place): keyof typeof beyondFacts | null {
    if (this.expanded > maxExpanded) return 'yaml-too-large'
    if (this.pathUnits > maxPathUnits) return 'yaml-long-paths'
    // The text itself nests no deeper; aliases of aliases do.
    return path.length > maxDepth ? 'yaml-too-deep' : null
  }

  /** What becomes too large or too deep is said once, and no place is made of it. */
  private beyond(code: keyof typeof beyondFacts, ref: RawRef, place: Place): Typed {
    if (!this.isBeyond) {
      this.isBeyond = true
      this.problem(new YamlError(code, 'RecursionError', { from: ref.from, to: ref.to }, beyondFacts[code]), place.path)
    }
    return { t: 'null' }
  }

  private problem(error: YamlError, path: Path): void {
    this.problems.push(issueOf(error, this.text, path))
  }

  private place(
    { node, from, to, alias }: RawRef,
    { path, key, keySpan, via }: Place,
    { kind, style, scalar, children }: Pick<NodeView, 'kind' | 'style' | 'scalar' | 'children'>,
  ): void {
    const view: NodeView = {
      path,
      kind,
      scalar,
      keySpan,
      valueSpan: { from, to },
      style: alias === null ? style : 'alias',
      children,
      via,
      anchor: alias === null ? node.anchor : null,
      tag: alias === null ? node.tag : null,
    }
    this.nodes.set(key, view)
  }

  private scalarPlace(node: RawScalar, ref: RawRef, place: Place): Typed {
    const scalar = this.scalar(node, place.path)
    this.place(ref, place, { kind: 'scalar', style: node.style, scalar, children: noChildren })
    if (scalar.t === 'str' && scalar.v.includes('${')) {
      const bad = this.check(scalar.v)
      if (bad !== null)
        this.problem(
          new YamlError(
            'interpolation-syntax',
            bad.error,
            { from: ref.from, to: ref.to },
            { text: scalar.v, at: bad.offset },
          ),
          place.path,
        )
    }
    return scalar
  }

  private pathPlace(ref: RawRef, place: Place): Typed {
    const parts = ref.node.kind === 'list' ? ref.node.items : []
    const names = parts.map(({ node }) => (node.kind === 'scalar' ? node.value : ''))
    const typed: TypedScalar = {
      t: 'path',
      v: names.reduce((a, b) => (b.startsWith('/') || a === '' ? b : `${a}/${b}`), ''),
    }
    this.place(ref, place, { kind: 'scalar', style: 'flow', scalar: typed, children: noChildren })
    return typed
  }

  private scalar(node: RawScalar, path: Path): TypedScalar {
    const tag = scalarTag(node)
    const read = constructScalar(node.value, tag)
    if (!isRefused(read)) return read
    const code =
      read.error === 'ConstructorError'
        ? 'yaml-tag'
        : read.error === 'UnsupportedValueType'
          ? 'yaml-value-type'
          : read.isTooLong
            ? 'yaml-number-length'
            : 'yaml-tag-value'
    this.problem(
      new YamlError(code, read.error, { from: node.start, to: node.to }, { tag: shortTag(tag), value: node.value }),
      path,
    )
    return { t: 'str', v: node.value }
  }

  private items(items: readonly RawRef[], { path, key, via }: Place, children: (string | number | boolean)[]): Typed {
    const typed: Typed[] = []
    items.forEach((item, index) => {
      children.push(index)
      typed.push(this.value(item, { path: [...path, index], key: childKey(key, index), keySpan: null, via }))
    })
    return { t: 'list', v: typed }
  }

  private entries(map: RawMap, { path, key, via }: Place, children: (string | number | boolean)[]): Typed {
    const byKey = new Map<string | number | boolean, [TypedScalar, Typed]>()
    for (const entry of this.entriesOf.get(map) ?? []) {
      const typedKey = this.keyOf(entry)
      if (typedKey === null) continue
      const step = stepOfKey(typedKey)
      const same = sameKey(step)
      if (byKey.has(same)) this.forgetInside(childKey(key, stepOfKey(byKey.get(same)?.[0] ?? typedKey)))
      else children.push(step)
      const own = byKey.get(same)?.[0] ?? typedKey
      const at = stepOfKey(own)
      const within: Place = {
        path: [...path, at],
        key: childKey(key, at),
        keySpan: { from: entry.key.from, to: entry.key.to },
        via: via ?? (entry.merged ? 'merge' : null),
      }
      byKey.set(same, [own, this.value(entry.value, within)])
    }
    return { t: 'dict', v: [...byKey.values()] }
  }

  /** What stood inside a place is no place any more: a later entry of the same key has taken its place. */
  private forgetInside(place: PathKey): void {
    for (const step of this.nodes.get(place)?.children ?? []) {
      const child = childKey(place, step)
      this.forgetInside(child)
      this.nodes.delete(child)
    }
  }

  private keyOf({ key }: Entry): TypedScalar | null {
    if (key.node.kind !== 'scalar') return null
    const tag = scalarTag(key.node)
    const isValue = tag === 'tag:yaml.org,2002:value'
    const read = isValue ? ({ t: 'str', v: key.node.value } as const) : this.scalar(key.node, [])
    if (read.t !== 'null') return read
    this.problem(
      new YamlError('yaml-key-type', 'KeyValidationError', { from: key.from, to: Math.max(key.to, key.from + 1) }),
      [],
    )
    return null
  }
}

const pairsOf = (typed: Typed): Typed => {
  const pair = (item: Typed): Typed => (item.t === 'dict' ? { t: 'list', v: item.v[0] ?? [] } : item)
  return typed.t === 'list' ? { t: 'list', v: typed.v.map(pair) } : typed
}

const noChildren: NodeView['children'] = []

/** What `OmegaConf.create` makes of a string: the container that it reads as, or `{string: None}`. */
export function containerOfString(text: string, check: StringCheck): Typed | YamlError {
  try {
    const { root } = compose(text)
    if (root === null) return { t: 'dict', v: [] }
    if (root.node.kind !== 'scalar') {
      const { typed, problems } = parseYaml(text, check)
      const first = problems[0]
      return first === undefined ? typed : new YamlError('yaml-top-level', String(first.facts.error), 0)
    }
    const scalar = constructScalar(root.node.value, scalarTag(root.node))
    if (isRefused(scalar)) return new YamlError('yaml-top-level', scalar.error, 0)
    if (scalar.t === 'null') return { t: 'dict', v: [] }
    if (scalar.t !== 'str') return new YamlError('yaml-top-level', 'AssertionError', 0)
    return { t: 'dict', v: [[scalar, { t: 'null' }]] }
  } catch (error) {
    if (error instanceof YamlError) return error
    throw error
  }
}
