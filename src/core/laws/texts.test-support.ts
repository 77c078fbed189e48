import { Random } from './random.test-support'

/**
 * Texts by a grammar of what YAML allows and config files hold: block and flow collections in any layout, explicit and compact entries,
 * anchors, aliases, merges, tags, scalars in all styles, comments, directives and line ends; some of them broken by single characters.
 */
export function randomText(seed: number): string {
  const random = new Random(seed)
  const text = new Writer(random).document()
  return random.once(3) ? mutated(random, text) : text
}

const keys = [
  'a',
  'b',
  'lr',
  'k1',
  '名',
  'x y',
  '__proto__',
  'constructor',
  'c.d',
  '7',
  '0x1f',
  'true',
  '1.5',
  '😀',
  'on',
  'defaults',
]
const written = ['a', 'b', 'lr', 'k1', '名', 'x y', '__proto__', 'constructor']
const scalars = [
  '1',
  '1e-4',
  '0.',
  '0x1F',
  '0b11',
  '017',
  '1_000',
  '60:30',
  '+.inf',
  '.nan',
  'True',
  'off',
  'null',
  '~',
  'text',
  'two words',
  '-x',
  ':x',
  'a:b',
  'http://h/p?q=1#f',
  'x#y',
  '???',
  '2001-01-01',
  '😀 猫',
  '10000000000000000000000',
  "'single'",
  "'it''s: # x'",
  "''",
  '""',
  '"double\\n\\x41\\u00e9\\U0001F600"',
  '"\\\n  joined"',
  '"a\n\n  b"',
  "'a\n  b'",
  '"tab\\tand\ttab"',
  '${a}',
  '${a.b}',
  '${.a}',
  '${..lr}',
  '${a[0]}',
  '${oc.env:HOME,x}',
  '${multiply:2,3}',
  '${sum:${a},1}',
  '"${oc.select:a,null}"',
  'x-${a}/${b}',
  '\\${a}',
  '${',
  '${a',
  "'${a b}'",
  '"a: b"',
  "'#'",
  '"]"',
]
const flowScalars = ['1', 'x', 'True', 'null', '~', "'q'", '"d,]"', '${a}', 'a b', '-1', '1e3', '"\n "', "'x: y'"]
const sources = [
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '#',
  ':',
  ': ',
  '- ',
  '? ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\t',
  ' ',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\x85',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\0',
  '\x07',
  '\ud800',
  '\udc00',
  '😀',
  '---',
  '...',
  '<<: ',
  '$',
  '${',
  '}',
  '=',
  '~',
  '0',
]

class Writer {
  private readonly anchors: { readonly name: string; readonly kind: 'map' | 'list' | 'scalar' }[] = []
  private count = 0

  constructor(private readonly random: Random) {}

  document(): string {
    const { random } = this
    const head = `${random.once(20) ? '%YAML 1.1\n' : ''}${random.once(20) ? '%TAG !e! tag:example.com,2000:\n' : ''}`
    const mark = head !== '' || random.once(6) ? `---${random.once(6) ? ' # start' : ''}\n` : ''
    const above = random.once(4) ? this.comments(0) : ''
    const body = this.root()
    const tail = random.once(8) ? '\n...' : ''
    const end = random.once(4) ? '' : random.once(5) ? '\n\n# end\n' : '\n'
    return this.lineEnds(`${random.once(20) ? '\ufeff' : ''}${head}${mark}${above}${body}${tail}${end}`)
  }

  private root(): string {
    const { random } = this
    if (random.once(12))
      return random.pick(['', '{}', '[]', 'null', '# only', '~', '[a: b]', '{a, b: }', 'text', '!!map {}', '&r {}'])
    const properties = random.once(12) ? `${this.properties('map')}\n` : ''
    if (random.once(8)) return this.flow(2)
    return random.once(4) ? this.list(0, 3) : properties.replace(/!\S*/g, '').replace(/^ *\n/, '') + this.map(0, 3)
  }

  private lineEnds(text: string): string {
    const { random } = this
    if (!random.once(5)) return text
    const all = random.pick(['\r\n', '\r\n', '\r', 'mixed'])
    const mixed = ['\n', '\n', '\r\n', '\r', '\x85', '\u2028', '\u2029']
    return text.replace(/\n/g, () => (all === 'mixed' ? random.pick(mixed) : all))
  }

  private comments(indent: number): string {
    const { random } = this
    let lines = ''
    do
      lines += random.once(4)
        ? '\n'
        : `${' '.repeat(random.once(3) ? random.below(6) : indent)}${random.pick(['# note', '#', '# 注释: [x', '#a: 1', '#\ttab'])}\n`
    while (random.once(3))
    return lines
  }

  private beside(): string {
    return this.random.once(6) ? this.random.pick([' # beside', '  #x', ' # 名: "']) : ''
  }

  /** Anchor and tag, blank in front; remembered for aliases behind it. */
  private properties(kind: 'map' | 'list' | 'scalar'): string {
    const { random } = this
    if (!random.once(9)) return ''
    const tags = kind === 'map' ? ['!!map'] : kind === 'list' ? ['!!seq'] : ['!!str', '!', '!<tag:yaml.org,2002:str>']
    const tag = random.once(3)
      ? ` ${random.once(8) ? random.pick(['!local', '!!int', '!e!x', '!!set', '!!binary', '!!null']) : random.pick(tags)}`
      : ''
    if (tag !== '' && random.once(2)) return tag
    const name = `n${this.count++}`
    this.anchors.push({ name, kind })
    return random.once(2) ? ` &${name}${tag}` : `${tag} &${name}`
  }

  private alias(kind?: 'map'): string | null {
    const fitting = this.anchors.filter((anchor) => kind === undefined || anchor.kind === kind)
    return fitting.length === 0 ? null : `*${this.random.pick(fitting).name}`
  }

  /** What stands behind a dash, a `?` or a colon, with a blank or a line break in front. */
  private value(indent: number, depth: number, referrer: 'key' | 'dash' | 'mark'): string {
    const { random } = this
    const alias = random.once(10) ? this.alias() : null
    if (alias !== null) return ` ${alias}${this.beside()}`
    if (depth > 0 && random.once(3)) return this.collection(indent, depth - 1, referrer)
    if (random.once(9)) return `${this.properties('scalar')}${this.beside()}`
    if (depth > 0 && random.once(6)) return `${this.properties('list')} ${this.flow(depth - 1)}${this.beside()}`
    return random.once(8) ? this.blockScalar(indent) : this.scalar(indent)
  }

  private scalar(indent: number): string {
    const { random } = this
    const properties = this.properties('scalar')
    const source = random.pick(scalars).replaceAll('\n', `\n${' '.repeat(indent + 1)}`)
    const several = random.once(12) ? `word\n${' '.repeat(indent + 1 + random.below(3))}more` : source
    const isBelow = random.once(15)
    return `${properties}${isBelow ? `\n${random.once(3) ? `${' '.repeat(indent + 1)}# why\n` : ''}${' '.repeat(indent + 1)}` : ' '}${several}${this.beside()}`
  }

  private blockScalar(indent: number): string {
    const { random } = this
    const by = 1 + random.below(3)
    const digit = random.once(5) ? String(by) : ''
    const header = `${random.pick(['|', '>'])}${random.once(2) ? random.pick(['+', '-']) + digit : digit}`
    const lines = Array.from({ length: random.below(4) }, () =>
      random.pick(['text', '# no comment', '', 'a: 1', ' deeper', '- x', '${a}']),
    )
    const body = lines.map((line) => `\n${line === '' ? '' : ' '.repeat(Math.max(0, indent) + by) + line}`).join('')
    return `${this.properties('scalar')} ${header}${this.beside()}${body}${random.once(4) ? '\n' : ''}`
  }

  private collection(indent: number, depth: number, referrer: 'key' | 'dash' | 'mark'): string {
    const { random } = this
    const isList = random.once(2)
    if (referrer !== 'key' && random.once(2)) {
      const gap = random.once(4) ? 3 : 1
      const at = indent + 1 + gap
      return `${' '.repeat(gap)}${isList ? this.list(at, depth) : this.map(at, depth)}`
    }
    const least = referrer === 'key' && isList && random.once(3) ? 0 : 1
    const at = indent + (least === 0 ? 0 : random.pick([1, 2, 2, 2, 4]))
    const properties = this.properties(isList ? 'list' : 'map')
    const lead = `${properties}${this.beside()}\n${random.once(5) ? this.comments(at) : ''}${' '.repeat(at)}`
    return lead + (isList ? this.list(at, depth) : this.map(at, depth))
  }

  private between(indent: number): string {
    return `\n${this.random.once(6) ? this.comments(indent) : ''}${' '.repeat(indent)}`
  }

  private list(indent: number, depth: number): string {
    const items = Array.from({ length: 1 + this.random.below(3) }, () => `-${this.value(indent, depth, 'dash')}`)
    return items.reduce((lines, item) => lines + this.between(indent) + item)
  }

  private map(indent: number, depth: number): string {
    const { random } = this
    const names = [...keys].sort(() => random.next() - 0.5).slice(0, 1 + random.below(4))
    const entries = names.map((name) => this.entry(name, indent, depth))
    if (random.once(5)) entries.splice(random.below(entries.length + 1), 0, ...this.merge())
    return entries.reduce((lines, entry) => lines + this.between(indent) + entry)
  }

  private merge(): string[] {
    const { random } = this
    const alias = this.alias('map')
    if (alias === null) return random.once(6) ? ['<<: {m: 1, a: 2}'] : []
    const other = this.alias('map')
    return [random.once(3) && other !== null ? `<<: [${alias}, ${other}]` : `<<: ${alias}${this.beside()}`]
  }

  private entry(name: string, indent: number, depth: number): string {
    const { random } = this
    const key = this.key(name)
    if (!random.once(8)) return `${key}:${this.value(indent, depth, 'key')}`
    const literal =
      written.includes(name) && random.once(6) ? `? |-\n${' '.repeat(indent + 1)}${name}` : `? ${key}${this.beside()}`
    if (random.once(4)) return literal
    return `${literal}${this.between(indent)}:${this.value(indent, depth, 'mark')}`
  }

  private key(name: string): string {
    const { random } = this
    const quoted = written.includes(name) && random.once(5) ? random.pick([`'${name}'`, `"${name}"`]) : name
    if (random.once(40)) return `!!str ${quoted}`
    if (!random.once(40)) return quoted
    const anchor = `n${this.count++}`
    this.anchors.push({ name: anchor, kind: 'scalar' })
    return `&${anchor} ${quoted}`
  }

  /** A flow collection, over several lines with comments now and then. */
  private flow(depth: number): string {
    const { random } = this
    const isList = random.once(2)
    const size = random.below(4)
    const gap = () => (random.once(8) ? (random.once(2) ? '\n      ' : ' # in\n      ') : random.once(3) ? '' : ' ')
    const names = [...keys].sort(() => random.next() - 0.5)
    const entries = Array.from({ length: size }, (_, i) =>
      isList ? this.flowItem(depth) : this.flowPair(names[i] ?? 'z', depth),
    )
    const inside = entries.join(`${random.once(8) ? ' ' : ''},${gap()}`)
    const end = size > 0 && random.once(8) ? ',' : ''
    const edge = random.once(4) ? ' ' : random.once(10) ? gap() : ''
    return isList ? `[${edge}${inside}${end}${edge}]` : `{${edge}${inside}${end}${edge}}`
  }

  private flowItem(depth: number): string {
    const { random } = this
    if (random.once(10)) return this.flowPair(random.pick(keys), depth)
    if (depth > 0 && random.once(4)) return this.flow(depth - 1)
    return this.flowScalar()
  }

  private flowScalar(): string {
    const alias = this.random.once(12) ? this.alias() : null
    return alias ?? `${this.properties('scalar').trimStart()} ${this.random.pick(flowScalars)}`.trimStart()
  }

  private flowPair(name: string, depth: number): string {
    const { random } = this
    const mark = random.once(10) ? '? ' : ''
    const key = this.key(name)
    if (random.once(12)) return `${mark}${key}`
    const value = depth > 0 && random.once(4) ? this.flow(depth - 1) : random.once(10) ? '' : this.flowScalar()
    return random.once(4) && key.startsWith('"') ? `${mark}${key}:${value}` : `${mark}${key}: ${value}`
  }
}

/** A text with single characters and stretches deleted, doubled, swapped or put in. */
function mutated(random: Random, text: string): string {
  let now = text
  do {
    const at = random.below(now.length + 1)
    const end = Math.min(now.length, at + 1 + random.below(random.once(3) ? 12 : 2))
    const piece = now.slice(at, end)
    const change = random.below(4)
    if (change === 0) now = now.slice(0, at) + now.slice(end)
    else if (change === 1) now = now.slice(0, end) + piece + now.slice(end)
    else if (change === 2) now = now.slice(0, at) + random.pick(sources) + now.slice(at)
    else now = now.slice(0, at) + [...piece].reverse().join('') + now.slice(end)
  } while (random.once(2))
  return now
}
