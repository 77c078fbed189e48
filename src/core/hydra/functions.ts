import type { Typed } from '../typed'
import { isSweep, OverrideSyntax, type OverrideValue, type Sweep } from './override'
import {
  compare,
  difference,
  magnitude,
  negated,
  type PythonNumber,
  toBool,
  toFloat,
  toInt,
  toStr,
  total,
} from './python'

/** A call as it stands in a value: `choice(a, b)`, `range(start=1, stop=4)`. `from` is where its name begins. */
export interface Call {
  readonly name: string
  readonly positional: readonly OverrideValue[]
  readonly named: ReadonlyMap<string, OverrideValue>
  readonly from: number
}

type Tag = OverrideValue['t']
type Choice = Extract<Sweep, { t: 'choice_sweep' }>
type Range = Extract<Sweep, { t: 'range_sweep' }>

/** Thrown by a function for arguments that it does not take. */
class Refused {}
const refuse = (): never => {
  throw new Refused()
}

const number: readonly Tag[] = ['int', 'float', 'bool']
const element: readonly Tag[] = [...number, 'str', 'list', 'dict']
const sweep: readonly Tag[] = ['choice_sweep', 'range_sweep', 'interval_sweep']
const discrete: readonly Tag[] = ['choice_sweep', 'range_sweep']
const castable: readonly Tag[] = [...element, ...sweep, 'null']

interface Parameter {
  readonly name: string
  readonly types: readonly Tag[]
  readonly isRequired?: boolean
}
interface Definition {
  /** Types of any number of positional arguments; without it, positional arguments fill the parameters. */
  readonly rest?: readonly Tag[]
  readonly parameters: readonly Parameter[]
  readonly run: (args: readonly OverrideValue[], named: ReadonlyMap<string, OverrideValue>) => OverrideValue
}

const cast = (run: Cast): Definition => ({
  rest: castable,
  parameters: [{ name: 'value', types: castable }],
  run: (args, named) => castOf(onlyValue(args, present(named, 'value')), run),
})

/** hydra/_internal/grammar/grammar_functions.py */
const definitions: Readonly<Record<string, Definition>> = {
  int: cast({ scalar: toInt, ofRange: true, ofInterval: true }),
  float: cast({ scalar: toFloat, ofRange: true, ofInterval: true }),
  str: cast({ scalar: toStr, ofRange: false, ofInterval: false }),
  bool: cast({ scalar: toBool, ofRange: false, ofInterval: false }),
  choice: { rest: [...element, 'choice_sweep'], parameters: [], run: choice },
  range: {
    parameters: [
      { name: 'start', types: number, isRequired: true },
      { name: 'stop', types: [...number, 'null'] },
      { name: 'step', types: number },
    ],
    run: (_, named) => range(named),
  },
  interval: {
    parameters: ['start', 'end'].map((name) => ({ name, types: number, isRequired: true })),
    run: (_, named) => ({ t: 'interval_sweep', start: floatArg(named, 'start'), end: floatArg(named, 'end') }),
  },
  tag: {
    rest: ['str', ...sweep],
    parameters: [{ name: 'sweep', types: [...sweep, 'null'] }],
    run: tag,
  },
  sort: {
    rest: [...element, ...discrete],
    parameters: [
      { name: 'sweep', types: [...discrete, 'null'] },
      { name: 'list', types: ['list', 'null'] },
      { name: 'reverse', types: ['bool'] },
    ],
    run: sort,
  },
  shuffle: {
    rest: [...element, ...discrete],
    parameters: [
      { name: 'sweep', types: [...discrete, 'null'] },
      { name: 'list', types: ['list', 'null'] },
    ],
    run: shuffle,
  },
  glob: {
    parameters: [
      { name: 'include', types: ['list', 'str'], isRequired: true },
      { name: 'exclude', types: ['list', 'str', 'null'] },
    ],
    run: (_, named) => ({ t: 'glob', include: texts(named.get('include')), exclude: texts(named.get('exclude')) }),
  },
}

/** The value of a call. Throws OverrideSyntax where Hydra raises. hydra/_internal/grammar/functions.py:Functions.eval */
export function evaluate({ name, positional, named, from }: Call): OverrideValue {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined
  if (definition === undefined) throw new OverrideSyntax('unknown-function', from, { name })
  try {
    const bound = bind(definition, positional.map(unquoted), new Map([...named].map(([k, v]) => [k, unquoted(v)])))
    return definition.run(bound.rest, bound.named)
  } catch (error) {
    if (error instanceof Refused) throw new OverrideSyntax('function', from, { name })
    throw error
  }
}

const unquoted = (value: OverrideValue): OverrideValue => (value.t === 'str' ? { t: 'str', v: value.v } : value)

function bind(
  { rest, parameters }: Definition,
  positional: readonly OverrideValue[],
  named: Map<string, OverrideValue>,
): { rest: readonly OverrideValue[]; named: ReadonlyMap<string, OverrideValue> } {
  if (rest === undefined) {
    if (positional.length > parameters.length) refuse()
    for (const [i, value] of positional.entries()) {
      const { name } = parameters[i] as Parameter
      if (named.has(name)) refuse()
      named.set(name, value)
    }
  } else if (!positional.every(({ t }) => rest.includes(t))) refuse()
  for (const [name, { t }] of named)
    if (!parameters.some((parameter) => parameter.name === name && parameter.types.includes(t))) refuse()
  if (parameters.some(({ name, isRequired }) => isRequired === true && !named.has(name))) refuse()
  return { rest: rest === undefined ? [] : positional, named }
}

/** An argument that is given and not null. */
function present(named: ReadonlyMap<string, OverrideValue>, name: string): OverrideValue | null {
  const value = named.get(name)
  return value === undefined || value.t === 'null' ? null : value
}

const floatArg = (named: ReadonlyMap<string, OverrideValue>, name: string): Typed =>
  (toFloat(named.get(name) as OverrideValue) ?? refuse()) as Typed

const simpleChoice = (items: readonly OverrideValue[], shuffled = false): Choice => {
  if (items.some((item) => isSweep(item))) refuse()
  return { t: 'choice_sweep', v: [...items], simple_form: true, shuffle: shuffled }
}

interface Cast {
  readonly scalar: (value: OverrideValue) => OverrideValue | null
  readonly ofRange: boolean
  readonly ofInterval: boolean
}

function onlyValue(args: readonly OverrideValue[], value: OverrideValue | null): OverrideValue {
  if (value !== null) return args.length > 0 ? refuse() : value
  return args.length > 1 ? simpleChoice(args) : (args[0] ?? refuse())
}

function castOf(value: OverrideValue, how: Cast): OverrideValue {
  const inner = (item: OverrideValue) => castOf(item, how)
  switch (value.t) {
    case 'list':
      return { t: 'list', v: value.v.map(inner) }
    case 'dict':
      return { t: 'dict', v: value.v.map(([key, item]) => [key, inner(item)]) }
    case 'choice_sweep': {
      const items = value.v.map(inner)
      if (!items.every(({ t }) => element.includes(t))) refuse()
      return { t: 'choice_sweep', v: items, simple_form: value.simple_form, shuffle: false }
    }
    case 'range_sweep': {
      if (!how.ofRange) refuse()
      const [start, stop, step] = [value.start, value.stop, value.step].map(inner) as [Typed, Typed, Typed]
      return { t: 'range_sweep', start, stop, step, shuffle: false }
    }
    case 'interval_sweep': {
      if (!how.ofInterval) refuse()
      const tags = value.tags === undefined ? {} : { tags: value.tags }
      return { t: 'interval_sweep', start: inner(value.start) as Typed, end: inner(value.end) as Typed, ...tags }
    }
    default:
      return how.scalar(value) ?? refuse()
  }
}

function choice(args: readonly OverrideValue[]): OverrideValue {
  const first = args[0] ?? refuse()
  if (args.length === 1 && first.t === 'choice_sweep')
    return first.simple_form ? { ...first, simple_form: false } : refuse()
  return { t: 'choice_sweep', v: [...args], simple_form: false, shuffle: false }
}

function range(named: ReadonlyMap<string, OverrideValue>): OverrideValue {
  const start = named.get('start') as Typed
  const stop = present(named, 'stop') as Typed | null
  const step = (named.get('step') as Typed | undefined) ?? { t: 'int', v: '1' }
  if (stop === null) return { t: 'range_sweep', start: { t: 'int', v: '0' }, stop: start, step, shuffle: false }
  return { t: 'range_sweep', start, stop, step, shuffle: false }
}

function tag(args: readonly OverrideValue[], named: ReadonlyMap<string, OverrideValue>): OverrideValue {
  if (args.length === 0) refuse()
  const given = present(named, 'sweep')
  const all = given === null ? args : [...args, given]
  const last = all.at(-1)
  if (last === undefined || !isSweep(last) || last.t === 'glob') return refuse()
  const names = all.slice(0, -1).map((item) => (item.t === 'str' ? item.v : refuse()))
  const { tags: _, ...bare } = last
  return names.length === 0 ? bare : { ...bare, tags: [...new Set(names)].sort() }
}

function sort(args: readonly OverrideValue[], named: ReadonlyMap<string, OverrideValue>): OverrideValue {
  const reverse = named.get('reverse')
  const isReverse = reverse?.t === 'bool' && reverse.v
  const only = present(named, 'list') ?? present(named, 'sweep') ?? (args.length === 1 ? args[0] : undefined)
  if (only?.t === 'range_sweep') return sortedRange(only, isReverse)
  if (only?.t === 'choice_sweep' || only?.t === 'list') return { ...only, v: sorted(only.v, isReverse) }
  if (only !== undefined) return only
  if (args.length === 0 || !args.every(({ t }) => t === 'str' || number.includes(t))) refuse()
  return { ...simpleChoice(args), v: sorted(args, isReverse) }
}

const sorted = (items: readonly OverrideValue[], isReverse: boolean): OverrideValue[] =>
  [...items].sort((a, b) => (isReverse ? -1 : 1) * (compare(a, b) ?? refuse()))

function sortedRange(range: Range, isReverse: boolean): Range {
  const { start, stop, step } = range as Range & Record<'start' | 'stop' | 'step', PythonNumber>
  const order = compare(start, stop) ?? 0
  if (isReverse ? order >= 0 : order <= 0) return range
  const width = magnitude(step)
  const shift = isReverse ? difference : total
  return { ...range, start: shift(stop, width), stop: shift(start, width), step: negated(step) }
}

/** The order of a shuffled list is Hydra's secret: it stays as written here. */
function shuffle(args: readonly OverrideValue[], named: ReadonlyMap<string, OverrideValue>): OverrideValue {
  const only = present(named, 'list') ?? present(named, 'sweep') ?? (args.length === 1 ? args[0] : undefined)
  if (only === undefined) return simpleChoice(args, true)
  if (only.t === 'choice_sweep' || only.t === 'range_sweep') return { ...only, shuffle: true }
  return only.t === 'list' ? only : { t: 'list', v: [only] }
}

const texts = (value: OverrideValue | undefined): string[] => {
  if (value?.t === 'list') return value.v.map((item) => ('v' in item ? String(item.v) : ''))
  return value?.t === 'str' ? [value.v] : []
}
