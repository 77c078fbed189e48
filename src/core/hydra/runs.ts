import { floatOf, floatRepr, type Typed } from '../typed'
import { addDecimals, compareDecimals, decimalOf, decimalToNumber } from './decimal'
import {
  isHydraOverride,
  isSweep,
  type Override,
  type OverrideError,
  type OverrideType,
  type OverrideValue,
  type Sweep,
} from './override'
import { readOverride } from './parse-override'
import { quoteText } from './quoting'

/** Why `--multirun` would not start. */
type SweepErrorCode =
  | 'interval' // a continuous interval: Hydra's own sweeper has no values for it
  | 'glob' // the names of a config group: only the machine that runs knows them
  | 'hydra' // Hydra's own settings cannot be swept
  | 'range' // a range whose step is zero
  | 'nested' // a sweep inside a value

/** One column of the table: a key with the values that it takes, as Hydra writes them for the single runs. */
interface SweptKey {
  readonly key: string
  readonly values: readonly string[]
  /** How many values there are; more than `values` holds when there are very many. */
  readonly count: number
  /** Hydra tries the values in an order of chance. */
  readonly shuffled: boolean
}
export type Runs =
  | {
      readonly ok: true
      /** Every key, those with a single value too, in the order of the runs' arguments. */
      readonly keys: readonly SweptKey[]
      /** How many runs there are. */
      readonly count: number
      /** The arguments of each run, the first `maxRuns` of them. */
      readonly runs: readonly (readonly string[])[]
    }
  | ({ readonly ok: false; readonly index: number; readonly stage: 'parse' } & OverrideError)
  | { readonly ok: false; readonly index: number; readonly stage: 'sweep'; readonly code: SweepErrorCode }

/** Runs that are listed one by one. */
export const maxRuns = 1000
/** Values of one key that are listed; a longer range is only counted. */
const maxValues = 10_000

/** The runs that `--multirun` starts with these arguments, in order. hydra/_internal/core_plugins/basic_sweeper.py:split_arguments */
export function expandRuns(args: readonly string[]): Runs {
  const keys = new Map<string, SweptKey>()
  for (const [index, arg] of args.entries()) {
    const read = readOverride(arg)
    if (!read.ok) return { ...read, stage: 'parse', index }
    if (isHydraOverride(read) && !read.sweep) continue
    const swept = isHydraOverride(read) ? 'hydra' : sweptKey(read)
    if (typeof swept === 'string') return { ok: false, index, stage: 'sweep', code: swept }
    // Where a key comes twice, the later values take the earlier place.
    keys.set(swept.key, swept)
  }
  const columns = [...keys.values()]
  const count = columns.reduce((product, column) => product * column.count, 1)
  return { ok: true, keys: columns, count, runs: table(columns, count) }
}

/** The cartesian product, the last key changing fastest. */
function table(columns: readonly SweptKey[], count: number): string[][] {
  const runs: string[][] = []
  for (let i = 0; i < Math.min(count, maxRuns); i++) {
    let rest = i
    const run: string[] = []
    for (const { key, values, count: size } of columns.toReversed()) {
      run.unshift(`${key}=${values[rest % size] ?? ''}`)
      rest = Math.floor(rest / size)
    }
    runs.push(run)
  }
  return runs
}

const prefixes: Readonly<Record<OverrideType, string>> = { change: '', add: '+', force_add: '++', del: '~' }

function elementKey({ type, key, package: pack }: Override): string {
  return `${prefixes[type]}${key}${pack === null ? '' : `@${pack}`}`
}

/** A key with its values, or why they cannot be enumerated. */
function sweptKey(override: Override): SweptKey | SweepErrorCode {
  const key = elementKey(override)
  const value: OverrideValue = override.value ?? { t: 'null' }
  if (!isSweep(value)) {
    const text = hydraText(value)
    return text === null ? 'nested' : { key, values: [text], count: 1, shuffled: false }
  }
  if (value.t === 'interval_sweep') return 'interval'
  if (value.t === 'glob') return 'glob'
  const enumerated = value.t === 'choice_sweep' ? choices(value.v) : rangeValues(value)
  return typeof enumerated === 'string' ? enumerated : { key, ...enumerated, shuffled: value.shuffle }
}

/** The values as Hydra writes them, and how many there are. */
type Enumerated = Pick<SweptKey, 'values' | 'count'>

function choices(items: readonly OverrideValue[]): Enumerated | SweepErrorCode {
  const values = allOf(items.map(hydraText))
  return values === null ? 'nested' : { values, count: items.length }
}

function rangeValues(range: Extract<Sweep, { t: 'range_sweep' }>): Enumerated | SweepErrorCode {
  const parts = [range.start, range.stop, range.step]
  return parts.some(({ t }) => t === 'float') ? floatRange(parts.map(doubleOf)) : intRange(parts.map(wholeOf))
}

const doubleOf = (value: Typed): number =>
  value.t === 'float' ? floatOf(value.v) : value.t === 'int' || value.t === 'bool' ? Number(value.v) : Number.NaN
const wholeOf = (value: Typed): bigint =>
  value.t === 'int' ? BigInt(value.v) : value.t === 'bool' && value.v ? 1n : 0n

function intRange([start = 0n, stop = 0n, step = 1n]: readonly bigint[]): Enumerated | SweepErrorCode {
  if (step === 0n) return 'range'
  const span = step > 0n ? stop - start + step - 1n : start - stop - step - 1n
  const size = span / (step > 0n ? step : -step)
  const count = size > 0n ? Number(size) : 0
  const values = Array.from({ length: Math.min(count, maxValues) }, (_, i) => String(start + step * BigInt(i)))
  return { values, count }
}

/** Steps through decimals of 28 digits, as Hydra does: `range(0,1,0.1)` gives 0.3, but 0.7000000000000001. */
function floatRange([start = 0, stop = 0, step = 1]: readonly number[]): Enumerated | SweepErrorCode {
  if (step === 0 || ![start, stop, step].every(Number.isFinite)) return 'range'
  const [end, width] = [decimalOf(stop), decimalOf(step)]
  const values: string[] = []
  let at = decimalOf(start)
  while (values.length < maxValues && compareDecimals(at, end) * Math.sign(step) < 0) {
    values.push(floatRepr(decimalToNumber(at)))
    at = addDecimals(at, width)
  }
  const count = values.length < maxValues ? values.length : Math.ceil((stop - start) / step)
  return { values, count }
}

/** A value as Hydra writes it for a run. Bare texts are escaped, not quoted: `str(5)` becomes 5, and a number again. Null with a sweep in it. */
function hydraText(value: OverrideValue): string | null {
  switch (value.t) {
    case 'null':
      return 'null'
    case 'bool':
      return value.v ? 'True' : 'False'
    case 'str':
      return value.quote === undefined ? value.v.replace(/[\\()[\]{}:=, \t]/g, '\\$&') : quoteText(value.v, value.quote)
    case 'list':
      return joined('[]', value.v.map(hydraText))
    case 'dict':
      return joined('{}', value.v.map(entryText))
    case 'int':
    case 'float':
      return value.v
    default:
      return null
  }
}

const entryText = ([key, item]: readonly [OverrideValue, OverrideValue]): string | null =>
  [key, item].map(hydraText).reduce((own, value) => (own === null || value === null ? null : `${own}:${value}`))

/** Null when any is. */
const allOf = (texts: readonly (string | null)[]): string[] | null =>
  texts.includes(null) ? null : texts.filter((text) => text !== null)

function joined(brackets: string, items: readonly (string | null)[]): string | null {
  const texts = allOf(items)
  return texts === null ? null : `${brackets[0]}${texts.join(',')}${brackets[1]}`
}
