import type { Span } from '../text'
import { Scanner, type Token, type TokenKind } from './scan'
import { YamlError } from './yaml-error'

/** A node of the text's own tree: tags and anchors resolved to names, aliases to their nodes, nothing typed yet. */
export type RawNode = RawScalar | RawList | RawMap

interface RawBase {
  /** The value's source without tag and anchor; empty where nothing is written. */
  readonly from: number
  to: number
  readonly anchor: string | null
  /** The whole tag (`tag:yaml.org,2002:int`), null when none or `!` is written. */
  readonly tag: string | null
  /** Where the node begins, tag and anchor included. */
  readonly start: number
  /** The tag as written, `!` alone too; null when there is none. */
  readonly tagSpan: Span | null
  /** Where tag and anchor end; null when there are none. */
  readonly propertiesEnd: number | null
}
export interface RawScalar extends RawBase {
  readonly kind: 'scalar'
  readonly value: string
  readonly style: Token['style'] | 'empty'
  /** True when the looks of `value` decide what it is: plain, or tagged `!`. */
  readonly isImplicit: boolean
}
export interface RawList extends RawBase {
  readonly kind: 'list'
  readonly flow: boolean
  readonly items: RawRef[]
  /** Where the dashes of a block or the commas of a flow list stand. */
  readonly marks: number[]
}
export interface RawMap extends RawBase {
  readonly kind: 'map'
  readonly flow: boolean
  readonly pairs: RawPair[]
  /** Where the commas of a flow map stand. */
  readonly marks: number[]
}
/** A place in the text and the node it stands for; they differ for an alias. */
export interface RawRef {
  readonly node: RawNode
  readonly from: number
  readonly to: number
  readonly alias: string | null
}
export interface RawPair {
  readonly key: RawRef
  readonly value: RawRef
  /** Where the `?` of an explicit key stands; null when the key is written without. */
  readonly question: number | null
  /** Where the colon stands; null when there is neither colon nor value. */
  readonly colon: number | null
}

interface Properties {
  readonly anchor: string | null
  readonly tag: string | null
  readonly tagSpan: Span | null
  /** Where they end; null when there are none. */
  readonly end: number | null
}
const noProperties: Properties = { anchor: null, tag: null, tagSpan: null, end: null }

/** What stands before a node's content. */
type Base = Pick<RawBase, 'anchor' | 'tag' | 'start' | 'tagSpan' | 'propertiesEnd'>
const noBase = { anchor: null, tag: null, tagSpan: null, propertiesEnd: null } as const

/** Python gives up at about this many nested collections; so do we, with a sentence instead of a stack trace. */
export const maxDepth = 150
const coreTag = 'tag:yaml.org,2002:'

/** A text's document, `root` null when there is none, and its comments in order. */
export interface Composed {
  readonly root: RawRef | null
  readonly comments: readonly Span[]
}

/** The one document of a text. Throws YamlError, as PyYAML's parser and composer would raise. */
export function compose(text: string): Composed {
  const composer = new Composer(text)
  return { root: composer.document(), comments: composer.comments }
}

class Composer {
  private readonly scanner: Scanner
  private readonly anchors = new Map<string, RawNode>()
  private handles = new Map<string, string>()
  private depth = 0

  constructor(text: string) {
    this.scanner = new Scanner(text)
  }

  get comments(): readonly Span[] {
    return this.scanner.comments
  }

  private is(a: TokenKind, b: TokenKind = a, c: TokenKind = a, d: TokenKind = a): boolean {
    const { kind } = this.scanner.peek()
    return kind === a || kind === b || kind === c || kind === d
  }

  document(): RawRef | null {
    while (this.is('document-end')) this.scanner.next()
    if (this.is('end')) return null
    const implicit = !this.is('directive', 'document-start')
    this.directives()
    if (!implicit) this.documentStart()
    const empty = this.is('directive', 'document-start', 'document-end', 'end')
    const root = empty ? this.nothing(this.scanner.peek().from) : this.node('block')
    this.documentEnd()
    return root
  }

  private documentStart(): void {
    if (!this.is('document-start')) throw new YamlError('yaml-document', 'ParserError', this.scanner.peek().from)
    this.scanner.next()
  }

  private documentEnd(): void {
    let explicit = false
    while (this.is('document-end')) {
      explicit = true
      this.scanner.next()
    }
    if (this.is('end')) return
    if (!this.is('directive', 'document-start')) throw unexpectedHere(this.scanner.peek())
    const at = this.scanner.peek().from
    if (explicit || this.is('directive')) this.directives()
    if (!this.is('document-start')) throw new YamlError('yaml-document', 'ParserError', this.scanner.peek().from)
    throw new YamlError('yaml-multi-document', 'ComposerError', { from: at, to: at + 3 })
  }

  private directives(): void {
    this.handles = new Map()
    let hasVersion = false
    while (this.is('directive')) {
      const { value, words, from } = this.scanner.next()
      const [first = '', second = ''] = words
      const isVersion = value === 'YAML'
      const isHandle = value === 'TAG'
      if ((isVersion && (hasVersion || first !== '1')) || (isHandle && this.handles.has(first)))
        throw new YamlError('yaml-directive', 'ParserError', from)
      if (isHandle) this.handles.set(first, second)
      hasVersion ||= isVersion
    }
    if (!this.handles.has('!')) this.handles.set('!', '!')
    if (!this.handles.has('!!')) this.handles.set('!!', coreTag)
  }

  private nothing(at: number): RawRef {
    const node: RawScalar = {
      kind: 'scalar',
      value: '',
      style: 'empty',
      isImplicit: true,
      ...noBase,
      from: at,
      to: at,
      start: at,
    }
    return { node, from: at, to: at, alias: null }
  }

  /** `indentless`: a list may stand at the column of the key that holds it. */
  private node(place: 'block' | 'indentless' | 'flow'): RawRef {
    const first = this.scanner.peek()
    if (first.kind === 'scalar') return this.bareScalar()
    if (first.kind === 'alias') return this.alias()
    const { anchor, tag, tagSpan, end } = this.properties()
    const token = this.scanner.peek()
    const base: Base = { anchor, tag: tag === '!' ? null : tag, start: first.from, tagSpan, propertiesEnd: end }
    if (++this.depth > maxDepth) throw new YamlError('yaml-too-deep', 'RecursionError', token.from)
    const node = this.content(place, token, base, tag)
    this.depth--
    return { node, from: node.from, to: node.to, alias: null }
  }

  /** A scalar without tag and anchor: what nearly all nodes are. */
  private bareScalar(): RawRef {
    const { value, style, from, to } = this.scanner.next()
    const node: RawScalar = {
      anchor: null,
      tag: null,
      tagSpan: null,
      propertiesEnd: null,
      start: from,
      kind: 'scalar',
      value,
      style,
      isImplicit: style === 'plain',
      from,
      to,
    }
    return { node, from, to, alias: null }
  }

  private alias(): RawRef {
    const { from, to, value } = this.scanner.next()
    const node = this.anchors.get(value)
    if (node === undefined) throw new YamlError('yaml-alias', 'ComposerError', { from, to }, { name: value })
    return { node, from, to, alias: value }
  }

  private properties(): Properties {
    const { kind } = this.scanner.peek()
    if (kind !== 'anchor' && kind !== 'tag') return noProperties
    let anchor: string | null = null
    let tag: string | null = null
    let tagSpan: Span | null = null
    let end: number | null = null
    for (let token = this.scanner.peek(); ; token = this.scanner.peek()) {
      if (token.kind === 'anchor' && anchor === null) anchor = token.value
      else if (token.kind === 'tag' && tag === null) {
        tag = this.tagOf(token)
        tagSpan = { from: token.from, to: token.to }
      } else return { anchor, tag, tagSpan, end }
      end = token.to
      this.scanner.next()
    }
  }

  private tagOf({ tag, from, to }: Token): string {
    const { handle = null, suffix = '' } = tag ?? {}
    if (handle === null) return suffix
    const prefix = this.handles.get(handle)
    if (prefix === undefined) throw new YamlError('yaml-tag-syntax', 'ParserError', { from, to })
    return prefix + suffix
  }

  private content(place: 'block' | 'indentless' | 'flow', token: Token, base: Base, tag: string | null): RawNode {
    const block = place !== 'flow'
    switch (token.kind) {
      case 'scalar':
        return this.scalar(base, tag)
      case '[':
        return this.flowList(base)
      case '{':
        return this.flowMap(base)
      case 'block-seq':
        if (block) return this.blockList(base, false)
        break
      case 'block-map':
        if (block) return this.blockMap(base)
        break
      case '-':
        if (place === 'indentless') return this.blockList(base, true)
        break
    }
    const end = base.propertiesEnd
    if (end === null)
      throw new YamlError('yaml-value', 'ParserError', { from: token.from, to: token.to }, { found: token.kind })
    return this.keep({
      ...base,
      kind: 'scalar',
      value: '',
      style: 'empty',
      isImplicit: tag === null || tag === '!',
      from: end,
      to: end,
    })
  }

  /** Remembers the node under its anchor, before its children are read. */
  private keep<T extends RawNode>(node: T): T {
    if (node.anchor !== null) this.anchors.set(node.anchor, node)
    return node
  }

  private scalar(base: Base, tag: string | null): RawScalar {
    const { value, style, from, to } = this.scanner.next()
    const isImplicit = (style === 'plain' && tag === null) || tag === '!'
    return this.keep({ ...base, kind: 'scalar', value, style, isImplicit, from, to })
  }

  private blockList(base: Base, indentless: boolean): RawList {
    const open = indentless ? this.scanner.peek() : this.scanner.next()
    const list: RawList = this.keep({
      ...base,
      kind: 'list',
      flow: false,
      items: [],
      marks: [],
      from: open.from,
      to: open.from,
    })
    while (this.is('-')) {
      const dash = this.scanner.next()
      const empty = this.is('-', 'block-end') || (indentless && this.is('?', ':'))
      const item = empty ? this.nothing(dash.to) : this.node('block')
      list.marks.push(dash.from)
      list.items.push(item)
      list.to = item.to
    }
    if (!indentless) this.blockEnd()
    return list
  }

  private blockEnd(): void {
    const token = this.scanner.peek()
    if (token.kind !== 'block-end') throw unexpectedHere(token)
    this.scanner.next()
  }

  private blockMap(base: Base): RawMap {
    const open = this.scanner.next()
    const map: RawMap = this.keep({
      ...base,
      kind: 'map',
      flow: false,
      pairs: [],
      marks: [],
      from: open.from,
      to: open.from,
    })
    while (this.is('?')) {
      const mark = this.scanner.next()
      const key = this.is('?', ':', 'block-end') ? this.nothing(mark.to) : this.node('indentless')
      const colon = this.colonAhead()
      const value = this.blockValue(key.to)
      map.pairs.push({ key, value, question: questionOf(mark), colon })
      map.to = value.to
    }
    this.blockEnd()
    return map
  }

  /** Where the colon of a pair stands that is next; null when none is. */
  private colonAhead(): number | null {
    return this.is(':') ? this.scanner.peek().from : null
  }

  private blockValue(keyEnd: number): RawRef {
    if (!this.is(':')) return this.nothing(keyEnd)
    const colon = this.scanner.next()
    return this.is('?', ':', 'block-end') ? this.nothing(colon.to) : this.node('indentless')
  }

  private flowList(base: Base): RawList {
    const open = this.scanner.next()
    const list: RawList = this.keep({
      ...base,
      kind: 'list',
      flow: true,
      items: [],
      marks: [],
      from: open.from,
      to: open.to,
    })
    for (let first = true; !this.is(']'); first = false) {
      if (!first) list.marks.push(this.comma(']', open))
      if (this.is('?')) list.items.push(this.flowPair())
      else if (!this.is(']')) list.items.push(this.node('flow'))
    }
    list.to = this.scanner.next().to
    return list
  }

  /** `[a: b]`, a map of one key inside a flow list. */
  private flowPair(): RawRef {
    const mark = this.scanner.next()
    const key = this.is(':', ',', ']') ? this.nothing(mark.to) : this.node('flow')
    const colon = this.colonAhead()
    const value = this.flowValue(key.to, ']')
    const node: RawMap = {
      ...noBase,
      kind: 'map',
      flow: true,
      pairs: [{ key, value, question: questionOf(mark), colon }],
      marks: [],
      start: mark.from,
      from: mark.from,
      to: value.to,
    }
    return { node, from: node.from, to: node.to, alias: null }
  }

  private flowValue(keyEnd: number, close: ']' | '}'): RawRef {
    if (!this.is(':')) return this.nothing(keyEnd)
    const colon = this.scanner.next()
    return this.is(',', close) ? this.nothing(colon.to) : this.node('flow')
  }

  private flowMap(base: Base): RawMap {
    const open = this.scanner.next()
    const map: RawMap = this.keep({
      ...base,
      kind: 'map',
      flow: true,
      pairs: [],
      marks: [],
      from: open.from,
      to: open.to,
    })
    for (let first = true; !this.is('}'); first = false) {
      if (!first) map.marks.push(this.comma('}', open))
      if (this.is('?')) {
        const mark = this.scanner.next()
        const key = this.is(':', ',', '}') ? this.nothing(mark.to) : this.node('flow')
        const colon = this.colonAhead()
        map.pairs.push({ key, value: this.flowValue(key.to, '}'), question: questionOf(mark), colon })
      } else if (!this.is('}')) {
        const key = this.node('flow')
        map.pairs.push({ key, value: this.nothing(key.to), question: null, colon: null })
      }
    }
    map.to = this.scanner.next().to
    return map
  }

  /** Where it stands. */
  private comma(close: ']' | '}', open: Token): number {
    const token = this.scanner.peek()
    if (token.kind !== ',')
      throw new YamlError(
        'yaml-flow',
        'ParserError',
        { from: token.from, to: token.to },
        { close, found: token.kind, openedAt: open.from },
      )
    return this.scanner.next().from
  }
}

/** The mark of a key without `?` is empty. */
const questionOf = (mark: Token): number | null => (mark.to > mark.from ? mark.from : null)

const unexpectedHere = (token: Token): YamlError =>
  new YamlError('yaml-indent', 'ParserError', { from: token.from, to: token.to }, { found: token.kind })
