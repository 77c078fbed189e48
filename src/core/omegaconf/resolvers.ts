import { containerOfString } from '../yaml/parse'
import { YamlError } from '../yaml/yaml-error'
import { add, multiply } from './arithmetic'
import { type Child, Container, isContainer, isMissing, type ListValue, type Value } from './config-node'
import { ResolutionError, resolutionError } from './failure'
import { checkInterpolation, parseElement } from './grammar'
import { pythonStr } from './python-text'

/** What a resolver is given beside its arguments. */
interface Call {
  readonly args: readonly Value[]
  /** The dict or list that holds the expression: relative keys count from it. */
  readonly parent: Container
  readonly env: Readonly<Record<string, string>>
  /** The node of a written key (`a.b[0]`, `.x`), null when there is none; a bad interpolation on the way is thrown. */
  readonly select: (key: string, throwOnMissing: boolean) => Child | null
  /** The value of a text by the grammar of arguments. */
  readonly decode: (text: string) => Value
  readonly valueOf: (node: Child) => Value
}
export type Resolver = (call: Call) => Value | Child

/** NeMo's own resolvers, registered by its scripts. */
export type NemoResolver = 'multiply' | 'sum'

const wrongArguments = (name: string) => resolutionError({ code: 'arguments', name })

function countOf({ args }: Call, name: string, least: number, most: number): readonly Value[] {
  if (args.length < least || args.length > most) throw wrongArguments(name)
  return args
}

function textOf(value: Value | undefined, name: string): string {
  if (value === undefined || isContainer(value) || value.t !== 'str') throw wrongArguments(name)
  return value.v
}

function env(call: Call): Value {
  const [key, fallback] = countOf(call, 'oc.env', 1, 2)
  const name = textOf(key, 'oc.env')
  const value = Object.hasOwn(call.env, name) ? call.env[name] : undefined
  if (value !== undefined) return { t: 'str', v: value }
  if (fallback === undefined) throw resolutionError({ code: 'no-variable', name })
  return !isContainer(fallback) && fallback.t === 'null' ? fallback : { t: 'str', v: pythonStr(fallback) }
}

function decode(call: Call): Value {
  const [expression] = countOf(call, 'oc.decode', 1, 1)
  if (expression !== undefined && !isContainer(expression) && expression.t === 'null') return expression
  const text = textOf(expression, 'oc.decode')
  if (!parseElement(text).ok) throw resolutionError({ code: 'grammar', text })
  return call.decode(text)
}

function create(call: Call): Value | Child {
  const [value] = countOf(call, 'oc.create', 1, 1)
  if (value === undefined) throw wrongArguments('oc.create')
  const made = (source: Container['source']) => new Container(source, call.parent, '', true)
  if (isContainer(value)) return made(value.source)
  if (value.t === 'null') return value
  if (value.t === 'list' || value.t === 'dict') {
    if (value.t === 'dict' && value.v.some(([key]) => key.t === 'null')) throw wrongArguments('oc.create')
    return made(value)
  }
  const read = containerOfString(textOf(value, 'oc.create'), checkInterpolation)
  if (read instanceof YamlError || (read.t !== 'list' && read.t !== 'dict')) throw wrongArguments('oc.create')
  return made(read)
}

function select(call: Call): Value | Child {
  const [key, fallback] = countOf(call, 'oc.select', 1, 2)
  const node = call.select(textOf(key, 'oc.select'), false)
  return node === null || isMissing(node) ? (fallback ?? { t: 'null' }) : call.valueOf(node)
}

function deprecated(call: Call): Value | Child {
  const [key, message] = countOf(call, 'oc.deprecated', 1, 2)
  if (message !== undefined) textOf(message, 'oc.deprecated')
  const written = textOf(key, 'oc.deprecated')
  const node = call.select(written, false)
  if (node === null) throw resolutionError({ code: 'key-not-found', key: written })
  return node
}

function dictAt(call: Call, name: string): { dict: Container; key: string } {
  const key = textOf(countOf(call, name, 1, 1)[0], name)
  const node = call.select(key, true)
  if (node === null) throw resolutionError({ code: 'key-not-found', key })
  const value = call.valueOf(node)
  if (!isContainer(value) || value.kind !== 'dict') throw wrongArguments(name)
  return { dict: value, key }
}

const listOf = (items: readonly Value[], parent: Container): Container =>
  new Container({ t: 'list', v: items }, parent, '', true)

function dictKeys(call: Call): Child {
  return listOf(dictAt(call, 'oc.dict.keys').dict.keys, call.parent)
}

/** Its items are references to the values, so that each is resolved where it stands. */
function dictValues(call: Call): Child {
  const { dict, key } = dictAt(call, 'oc.dict.values')
  const from = key.startsWith('.') ? `.${key}` : key
  return listOf(
    dict.keys.map((name) => ({ t: 'str', v: `\${${from}.${pythonStr(name)}}` })),
    call.parent,
  )
}

function itemsOf(call: Call, value: Value): ListValue | null {
  if (!isContainer(value)) return value.t === 'list' ? value : null
  return value.kind === 'list' ? { t: 'list', v: [...value.children.values()].map(call.valueOf) } : null
}

/** omegaconf/resolvers/oc */
const builtIn: Readonly<Record<string, Resolver>> = {
  'oc.create': create,
  'oc.decode': decode,
  'oc.deprecated': deprecated,
  'oc.dict.keys': dictKeys,
  'oc.dict.values': dictValues,
  'oc.env': env,
  'oc.select': select,
}

const nemo: Readonly<Record<NemoResolver, Resolver>> = {
  multiply(call) {
    const [a, b] = countOf(call, 'multiply', 2, 2)
    if (a === undefined || b === undefined) throw wrongArguments('multiply')
    return multiply(a, b)
  },
  sum(call) {
    const [a, b] = countOf(call, 'sum', 2, 2)
    if (a === undefined || b === undefined) throw wrongArguments('sum')
    return add(a, b, (list) => itemsOf(call, list))
  },
}

/** The names that stand for a resolver in `${name:…}`. */
export const resolverNames: readonly string[] = [...Object.keys(builtIn), ...Object.keys(nemo)]

export function resolverOf(name: string, registered: readonly NemoResolver[]): Resolver {
  if (Object.hasOwn(builtIn, name)) return builtIn[name] as Resolver
  const own = registered.find((known) => known === name)
  if (own !== undefined) return nemo[own]
  throw new ResolutionError('UnsupportedInterpolationType', { code: 'unknown-resolver', name })
}
